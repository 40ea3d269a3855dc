import { readFileSync } from 'node:fs';
import { loadContent } from '../content/load-content';
import { weighEffects, strongest } from '../domain/letters/effects';
import { cueFindings } from '../domain/letters/extractors/cue-findings';
import { guidanceOf } from '../domain/letters/guidance';
import { scoreKinds } from '../domain/letters/refiners/kind';
import { weighReasons } from '../domain/letters/refiners/reasons';
import { seeLetter } from '../domain/letters/seen-letter';
import { readSettings } from '../settings';

/** `npm run -s letter:trace -- FILE`: what the reader sees in a letter, sentence by sentence; for tuning the content. */
const { contentDir, municipality } = readSettings(process.env);
const { letterWords } = loadContent({ folder: contentDir, municipality });
const letter = seeLetter(readFileSync(process.argv[2] ?? '', 'utf8'), letterWords);
const findings = cueFindings(letter);
const guidance = guidanceOf(letter);
const reasons = weighReasons({ letter, guidance }, true);
for (const sentence of letter.sentences) {
  const words = letter.raw.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
  console.log(`[${sentence.zone}/${sentence.purpose ?? '-'}${sentence.enclosed ? '/enc' : ''} ${sentence.depth}] ${words}`);
  const hedges = sentence.hedges.map(({ hedge, from, to }) => `${hedge}(${from}-${to})`);
  if (hedges.length > 0) console.log(`      hedges ${hedges.join(' ')}`);
  const reason = reasons.find((each) => each.sentence === sentence);
  if (reason) console.log(`      reasons said ${reason.said} told ${reason.told.toFixed(2)}`);
  const said = guidance.sentences.find((each) => each.sentence === sentence);
  if (said) console.log(`      guidance ${[...said.says].join(' ')}`);
  for (const finding of findings) if (finding.sentence === sentence.index && (finding.of === 'kind' || finding.of === 'effect')) {
    console.log(`      ${finding.of === 'kind' ? `kind ${finding.kind}` : `effect ${finding.effect}`} ${finding.certainty} "${letter.raw.slice(finding.start, finding.end).replace(/\s+/g, ' ')}"`);
  }
}
console.log('guidance', guidance.strength, 'may:', guidance.mayComplain?.index, 'not:', guidance.mayNotComplain?.index, 'enclosed:', guidance.enclosed?.index);
console.log([...strongest(weighEffects(letter, findings)).values()].map(({ effect, total }) => `${effect} ${total.toFixed(1)}`).join(', '));
console.log(scoreKinds({ letter, findings, guidance, given: {} }).map(({ kind, score }) => `${kind} ${score.toFixed(1)}`).join(', '));
