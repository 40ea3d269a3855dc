import { parseArgs } from 'node:util';
import { loadContent } from '../content/load-content';
import { AdviserError } from '../domain/adviser-error';
import { readSettings } from '../settings';
import { labelledLetters } from './letters/labelled-letters';
import { noisy } from './letters/noise';
import { scoreLetters } from './letters/score-letters';

/** `npm run eval:letters -- [FOLDER …] [--misses] [--noise 0.01] [--seed 1]`: how well labelled letters are read, field by field, with and without noise. */
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { misses: { type: 'boolean' }, noise: { type: 'string', default: '0.01' }, seed: { type: 'string', default: '1' }, only: { type: 'string' }, 'noise-misses': { type: 'boolean' } },
  });
  const { contentDir, municipality } = readSettings(process.env);
  const { letterWords } = loadContent({ folder: contentDir, municipality });
  for (const folder of positionals.length > 0 ? positionals : ['dev', 'third', 'fourth'].map((set) => `test/fixtures/letters/${set}`)) {
    const letters = labelledLetters(folder).filter(({ file }) => values.only === undefined || file.startsWith(values.only));
    if (letters.length === 0) continue;
    const clean = scoreLetters(letters, letterWords);
    const spoilt = scoreLetters(letters, letterWords, (text, at) => noisy(text, Number(values.noise), Number(values.seed) * 1000 + at));
    console.log(`${folder}: ${letters.length} letters; deadlines later than the true one: ${clean.later} (with noise: ${spoilt.later})`);
    for (const [field, share] of Object.entries(clean.fields)) {
      console.log(`  ${field.padEnd(30)} ${share.toFixed(3)}   with ${Number(values.noise) * 100} % noise ${(spoilt.fields[field] ?? 0).toFixed(3)}`);
    }
    const shown = [...(values.misses === true ? clean.misses : []), ...(values['noise-misses'] === true ? spoilt.misses : [])];
    for (const { file, field, gold, read } of shown) console.log(`  - ${file} ${field}: labelled ${gold || '–'}, read ${read || '–'}`);
  }
} catch (fault) {
  const isUsage = fault instanceof TypeError && 'code' in fault;
  if (!isUsage && !(fault instanceof AdviserError)) throw fault;
  console.error(fault.message);
  process.exitCode = 2;
}
