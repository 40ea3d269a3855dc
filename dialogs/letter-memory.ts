import { z } from 'zod';
import { LetterReading } from '../src/domain/letters/letter-reading';
import { sentenceAround, withoutHead } from '../src/domain/letters/explanation/quote';
import { timeOf } from '../src/domain/letters/time-limit';
import type { ReadLetter } from '../src/domain/letters/read-letter';

/** Raised when the shape below changes: a letter remembered in another shape is dropped, and she is asked for it anew. */
const VERSION = 1;

/** A quote longer than this is kept no further: the whole text lies elsewhere, and for a day only. */
const QUOTE_AT_MOST = 400;
/** Fields whose words are shown again. */
const SHOWN = /^(?:kind|outcome|has\.reasons|action\.phone|appeal\.(?:possible|body|deadlineText))$/;
/** Fields that rest on a few words, shown with the sentence around them. */
const IN_SENTENCE = /^(?:kind|outcome|appeal\.(?:possible|deadlineText))$/;

const Time = z.union([z.object({ weeks: z.int() }), z.object({ days: z.int() }), z.object({ months: z.int() })]);

/** What the bot remembers of the letter that was last talked about: the reading, never the text. */
export const LetterMemory = z.object({
  version: z.literal(VERSION),
  /** Where the text lies while contract § 6 lets it; null when there is none. */
  textId: z.string().nullable(),
  reading: LetterReading,
  quotes: z.record(z.string(), z.array(z.string())),
  /** The time that the letter gives, and what it runs from. */
  time: z.object({ time: Time, from: z.enum(['receipt', 'letter-date', 'stated-event', 'public-notice']), day: z.iso.date().nullable(), stated: z.iso.date().optional() }).nullable(),
  /** What is still to be asked, in order. */
  doubts: z.array(z.object({ field: z.string(), quote: z.string(), why: z.string() })),
  received: z.object({ day: z.iso.date(), how: z.enum(['told', 'letter-date']) }).nullable(),
  receivedAsked: z.boolean(),
  noticed: z.iso.date().nullable(),
  noticeAsked: z.boolean(),
  /** It rests on what she told: there is no letter. */
  told: z.boolean(),
  /** The row of appeals that her words named; null: the sections cited decide. */
  row: z.string().nullable(),
  /** Read from a poor picture. */
  poor: z.boolean(),
  explained: z.boolean(),
});
export type LetterMemory = z.infer<typeof LetterMemory>;

/** The memory of a letter that was just read. */
export function rememberLetter({ reading, evidence, doubts, appealTime }: ReadLetter, { text, textId, poor }: { text: string; textId: string | null; poor: boolean }): LetterMemory {
  const quotes: Record<string, string[]> = {};
  for (const { field, quote, start, end } of evidence) {
    if (!SHOWN.test(field)) continue;
    const shown = IN_SENTENCE.test(field) ? sentenceAround(text, start, end) : withoutHead(quote);
    quotes[field] = [...(quotes[field] ?? []), shown.slice(0, QUOTE_AT_MOST)];
  }
  const asked = doubts.map(({ field, quote, why }) => ({ field, quote: (quote.trim() === '' ? (quotes[field]?.[0] ?? '') : quote).slice(0, QUOTE_AT_MOST), why }));
  return {
    version: VERSION, textId, reading, quotes, time: appealTime, doubts: asked,
    received: null, receivedAsked: false, noticed: null, noticeAsked: false, told: false, row: null, poor, explained: false,
  };
}

/** A time that she told runs from the day she got it. */
export const timeTold = ({ appeal }: LetterReading): LetterMemory['time'] => {
  const time = timeOf(appeal);
  return time && { time, from: 'receipt', day: null };
};

/** The memory of a decision that she told of. */
export function rememberTold(reading: LetterReading, row: string | null, day: string | null): LetterMemory {
  return {
    version: VERSION, textId: null, reading, quotes: {}, time: timeTold(reading), doubts: [], received: day === null ? null : { day, how: 'told' }, receivedAsked: true,
    noticed: null, noticeAsked: true, told: true, row, poor: false, explained: false,
  };
}
