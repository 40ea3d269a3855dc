import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppealBody, LetterKind, LetterReading, Outcome } from '../../domain/letters/letter-reading';
import type { KnownSentence } from '../../domain/letters/train-wording';
import type { KindKnown } from './known-letters';

const outcome = Outcome.nullable();
const Written = z.strictObject({
  sentences: z.array(z.array(z.strictObject({ outcome, says: z.string() }))),
  cores: z.array(z.array(z.strictObject({ kind: LetterKind, title: z.string(), paragraphs: z.array(z.string()) }))),
  whole: z.array(z.array(z.strictObject({ kind: LetterKind, outcome, title: z.string(), paragraphs: z.array(z.string()) }))),
  wordings: z.array(
    z.strictObject({
      name: z.string(), kind: LetterKind, outcome, letter: z.string(), body: AppealBody.nullable().optional(), sendTo: AppealBody.nullable().optional(),
      deadline: z.iso.date().nullable().optional(), missing: LetterReading.shape.missing.optional(),
    }),
  ),
});
/** Letters and sentences of our own, by rounds: an operative part with its outcome; a letter without its frame; whole letters. */
export type Written = z.infer<typeof Written>;

export const writtenLetters = (path: string): Written => Written.parse(parse(readFileSync(path, 'utf8')));

/** A letter around what was written. */
export const letterAround = (title: string, paragraphs: readonly string[]): string =>
  `Nordby Kommune\nSocialafdelingen\n\n5. oktober 2026\nSagsnr. 26/100200\n\n${title}\n\nKære Anna\n\n${paragraphs.join('\n\n')}\n\nMed venlig hilsen\nAnne Jensen`;

/** The letters among them whose kind and outcome are known. */
export const lettersIn = ({ cores, whole, wordings }: Written): KindKnown[] => [
  ...whole.flat().map((each) => ({ kind: each.kind, outcome: each.outcome, text: letterAround(each.title, each.paragraphs) })),
  ...wordings.map(({ letter, ...each }) => ({ kind: each.kind, outcome: each.outcome, text: letter })),
  ...cores.flat().filter(({ kind }) => kind !== 'decision').map(({ kind, title, paragraphs }) => ({ kind, outcome: null, text: letterAround(title, paragraphs) })),
];

/** The operative parts among them; one without an outcome orders something. */
export const sentencesIn = ({ sentences }: Written): KnownSentence[] => sentences.flat().map((each) => ({ text: each.says, effect: each.outcome ?? 'order' }));
