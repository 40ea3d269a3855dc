import { LetterReading } from '../../../src/domain/letters/letter-reading';
import { readLetter } from '../../../src/domain/letters/read-letter';
import type { LetterWords } from '../../../src/domain/letters/letter-words';
import { generatedLetter } from './letter-generator';

/** What came of reading many generated letters. */
export interface FuzzReport {
  readonly count: number;
  readonly exceptions: number;
  /** The first seed whose letter made trouble, with what it said; null when none did. */
  readonly first: { readonly seed: number; readonly what: string } | null;
  readonly maxMs: number;
  readonly p99Ms: number;
}

/** A letter this slow is read again: on a busy machine another program may have had its turn meanwhile. */
const SLOW = 100;

function fastestOf3(text: string, words: LetterWords): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    readLetter(text, words, { received: '2026-10-05', today: '2026-11-25' });
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Reads `count` letters: each reading must be as its schema says, and its evidence must stand in the letter. */
export function fuzzLetters(words: LetterWords, count: number, seed: number): FuzzReport {
  const times: number[] = [];
  let exceptions = 0;
  let first: FuzzReport['first'] = null;
  for (let at = 0; at < count; at++) {
    const text = generatedLetter(seed + at);
    const start = performance.now();
    try {
      const { reading, evidence } = readLetter(text, words, { received: '2026-10-05', today: '2026-11-25' });
      const once = performance.now() - start;
      times.push(once < SLOW ? once : fastestOf3(text, words));
      LetterReading.parse(reading);
      const loose = evidence.find((each) => text.slice(each.start, each.end) !== each.quote || each.start >= each.end);
      if (loose) throw new Error(`The evidence of ${loose.field} does not stand in the letter.`);
    } catch (fault) {
      exceptions++;
      first ??= { seed: seed + at, what: fault instanceof Error ? fault.message : String(fault) };
    }
  }
  times.sort((a, b) => a - b);
  const round = (ms: number | undefined) => Math.round((ms ?? 0) * 100) / 100;
  return { count, exceptions, first, maxMs: round(times.at(-1)), p99Ms: round(times[Math.floor(times.length * 0.99)]) };
}
