import { readFileSync } from 'node:fs';
import { loadContent } from '../content/load-content';
import { compileWords } from '../domain/letters/compile-words';
import { foldWord } from '../domain/letters/fold-word';
import { readSettings } from '../settings';

/** `npm run -s letter:known < TEXT`: true words of a text that stand one letter from a cue word, candidates for content/denmark/letters/known.yaml. */
const { contentDir, municipality } = readSettings(process.env);
const { lexicon } = compileWords(loadContent({ folder: contentDir, municipality }).letterWords);
const seen = new Map<string, string>();
for (const word of readFileSync(0, 'utf8').match(/\p{L}{4,40}/gu) ?? []) seen.set(foldWord(word), word.toLowerCase());
for (const [fold, word] of seen) if (!lexicon.hasWhole(fold) && lexicon.idsOf(fold).length > 0) console.log(word);
