import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { guidanceOf } from '../../domain/letters/guidance';
import { Effect, type LetterWords } from '../../domain/letters/letter-words';
import { operativeText, placedSentences } from '../../domain/letters/operative';
import type { LetterReading } from '../../domain/letters/letter-reading';
import { seeLetter } from '../../domain/letters/seen-letter';
import type { KnownLetter, KnownSentence } from '../../domain/letters/train-wording';
import { labelledLetters } from './labelled-letters';
import { lettersIn, sentencesIn, writtenLetters } from './written-letters';

/** A letter of which kind and outcome are known. */
export type KindKnown = Pick<LetterReading, 'kind' | 'outcome'> & { readonly text: string };

/** All that is learnt from: the labelled letters of folders, and what we wrote ourselves. */
export interface Lessons {
  readonly letters: readonly KindKnown[];
  readonly sentences: readonly KnownSentence[];
}

/** Gathers them below a folder: the labelled letters of its sets, sentences.yaml, written.yaml. */
export function lessonsIn(folder: string, sets: readonly string[]): Lessons {
  const written = writtenLetters(join(folder, 'written.yaml'));
  const labelled = sets.flatMap((set) => labelledLetters(join(folder, set))).map(({ text, gold: { kind, outcome } }) => ({ text, kind, outcome }));
  return { letters: [...labelled, ...lettersIn(written)], sentences: [...knownSentences(join(folder, 'sentences.yaml')), ...sentencesIn(written)] };
}

/** Letters as they are learnt from. */
export function knownLetters(letters: readonly KindKnown[], words: LetterWords): KnownLetter[] {
  return letters.map(({ text, kind, outcome }) => {
    const letter = seeLetter(text, words);
    const placed = placedSentences(letter, guidanceOf(letter));
    return { text, kind, outcome, operative: operativeText(placed), sentences: placed.map((each) => ({ text: each.text, place: each.place })) };
  });
}

const Sentences = z.partialRecord(z.enum([...Effect.options, 'nothing']), z.array(z.string().min(1)));

/** Reads a file of sentences by what they do. */
function knownSentences(path: string): KnownSentence[] {
  const all = Sentences.parse(parse(readFileSync(path, 'utf8')));
  return Object.entries(all).flatMap(([effect, texts]) => (texts ?? []).map((text) => ({ text, effect: effect === 'nothing' ? null : effect })));
}

/** Changes with what a model is learnt from. */
export function digestOf({ letters, sentences }: Lessons): string {
  return createHash('sha256').update(JSON.stringify([letters.map(({ text, kind, outcome }) => [text, kind, outcome]), sentences])).digest('hex').slice(0, 16);
}
