import type { LetterReading } from '../../domain/letters/letter-reading';
import { readLetter } from '../../domain/letters/read-letter';
import type { LetterWords } from '../../domain/letters/letter-words';
import type { LabelledLetter } from './labelled-letters';

/** A field that was read otherwise than labelled. */
export interface Miss {
  readonly file: string;
  readonly field: string;
  readonly gold: string;
  readonly read: string;
}

/** How often each field was right (accuracy; F1 for lists), and what was not. */
export interface Score {
  readonly letters: number;
  readonly fields: Readonly<Record<string, number>>;
  /** Deadlines read later than the true one: must be none. */
  readonly later: number;
  readonly misses: readonly Miss[];
}

type Read = LetterReading;

const PLAIN: Readonly<Record<string, (reading: Pick<Read, 'kind' | 'outcome' | 'authority' | 'department' | 'caseNumber' | 'letterDate' | 'appeal' | 'has'>) => unknown>> = {
  kind: ({ kind }) => kind,
  outcome: ({ outcome }) => outcome,
  authority: ({ authority }) => authority,
  department: ({ department }) => department,
  caseNumber: ({ caseNumber }) => caseNumber,
  letterDate: ({ letterDate }) => letterDate,
  'appeal.possible': ({ appeal }) => appeal.possible,
  'appeal.body': ({ appeal }) => appeal.body,
  'appeal.sendTo': ({ appeal }) => appeal.sendTo,
  'appeal.deadlineText': ({ appeal }) => appeal.deadlineText,
  'appeal.deadlineDays': ({ appeal }) => appeal.deadlineDays,
  'appeal.deadline': ({ appeal }) => appeal.deadline,
  'has.reasons': ({ has }) => has.reasons,
  'has.legalBasis': ({ has }) => has.legalBasis,
  'has.appealGuidance': ({ has }) => has.appealGuidance,
};

const LISTS: Readonly<Record<string, (reading: Pick<Read, 'legalBasis' | 'missing'>) => string[]>> = {
  'legalBasis (law, section)': ({ legalBasis }) => legalBasis.map(({ law, section }) => `${law} § ${section}`),
  'legalBasis (with subsection)': ({ legalBasis }) => legalBasis.map(({ law, section, subsection }) => `${law} § ${section}${subsection === null ? '' : `, ${subsection}`}`),
  missing: ({ missing }) => missing,
};

/** Reads letters and compares. `change` may spoil the text first. */
export function scoreLetters(letters: readonly LabelledLetter[], words: LetterWords, change: (text: string, at: number) => string = (text) => text): Score {
  const right: Record<string, number> = {};
  const lists: Record<string, { hit: number; gold: number; read: number }> = {};
  const misses: Miss[] = [];
  let later = 0;
  letters.forEach(({ file, text, gold }, at) => {
    const { reading } = readLetter(change(text, at), words, { received: gold.received, today: gold.today, noticed: gold.noticed });
    for (const [field, value] of Object.entries(PLAIN)) {
      const [want, got] = [String(value(gold)), String(value(reading))];
      right[field] = (right[field] ?? 0) + Number(want === got);
      if (want !== got) misses.push({ file, field, gold: want, read: got });
    }
    if (reading.appeal.deadline !== null && (gold.appeal.deadline === null || reading.appeal.deadline > gold.appeal.deadline)) later++;
    for (const [field, values] of Object.entries(LISTS)) {
      const [want, got] = [new Set(values(gold)), new Set(values(reading))];
      const count = (lists[field] ??= { hit: 0, gold: 0, read: 0 });
      count.gold += want.size;
      count.read += got.size;
      count.hit += [...want].filter((each) => got.has(each)).length;
      const lacking = [...want].filter((each) => !got.has(each));
      const tooMuch = [...got].filter((each) => !want.has(each));
      if (lacking.length + tooMuch.length > 0) misses.push({ file, field, gold: lacking.join('; '), read: tooMuch.join('; ') });
    }
  });
  const fields = {
    ...Object.fromEntries(Object.entries(right).map(([field, count]) => [field, count / letters.length])),
    ...Object.fromEntries(Object.entries(lists).map(([field, { hit, gold, read }]) => [field, gold + read === 0 ? 1 : (2 * hit) / (gold + read)])),
  };
  return { letters: letters.length, fields, later, misses };
}
