import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import fc from 'fast-check';
import { z } from 'zod';
import { rememberLetter } from '../../../dialogs/letter-memory';
import { loadContent } from '../../../src/content/load-content';
import { appealDay } from '../../../src/domain/letters/appeal-day';
import { appealRuleFor } from '../../../src/domain/letters/appeal-rule';
import type { LetterFacts } from '../../../src/domain/letters/explanation/point';
import { readLetter } from '../../../src/domain/letters/read-letter';

const content = loadContent({ folder: join(__dirname, '../../../content'), municipality: 'ishoj' });
const DEV = join(__dirname, '../../fixtures/letters/dev');
const Labelled = z.looseObject({ kind: z.string(), appeal: z.looseObject({ deadline: z.iso.date().nullable() }), received: z.iso.date().nullish().transform((date) => date ?? undefined) });
const letters = readdirSync(DEV).filter((name) => name.endsWith('.json')).map((name) => {
  const text = readFileSync(join(DEV, name.replace('.json', '.txt')), 'utf8');
  return { name, text, gold: Labelled.parse(JSON.parse(readFileSync(join(DEV, name), 'utf8'))) };
});
const dated = letters.filter(({ gold }) => gold.appeal.deadline !== null);

/** What the dialog knows once the letter is read and its day of receipt told. */
function factsOf(text: string, received: string | undefined): LetterFacts {
  const { reading, quotes, time } = rememberLetter(readLetter(text, content.letterWords), { text, textId: null, poor: false });
  return { reading, quotes, time, received: received === undefined ? null : { day: received, how: 'told' }, noticed: null, told: false, rule: appealRuleFor(reading.legalBasis, content.appealRules, content.laws), today: received ?? '2026-11-25' };
}

test('of no labelled letter is a last day named that lies after the true one', () => {
  expect(dated.length).toBeGreaterThan(30);
  const later = dated.flatMap(({ name, text, gold }) => {
    const day = appealDay(factsOf(text, gold.received))?.last ?? null;
    return day !== null && day > (gold.appeal.deadline ?? '') ? [`${name}: ${day} after ${gold.appeal.deadline}`] : [];
  });
  expect(later).toEqual([]);
});

test('the true day is named for most of them, and where it is not, an earlier one', () => {
  const right = dated.filter(({ text, gold }) => appealDay(factsOf(text, gold.received))?.last === gold.appeal.deadline);
  expect(right.length / dated.length).toBeGreaterThan(0.85);
});

const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const days = (count: number, from: string) => DateTime.fromISO(from, { zone: 'utc' }).plus({ days: count }).toISODate() ?? '';

test('not knowing the day of receipt never gives a later day than knowing it', () => {
  const { text } = letters.find(({ name }) => name === 'a01.json') ?? { text: '' };
  const known = factsOf(text, undefined);
  fc.assert(fc.property(day, fc.nat(60), (written, onTheWay) => {
    const at = { ...known, reading: { ...known.reading, letterDate: written } };
    const unknown = appealDay({ ...at, received: null })?.last ?? '';
    const told = appealDay({ ...at, received: { day: days(onTheWay, written), how: 'told' } })?.last ?? '';
    return unknown !== '' && unknown <= told;
  }));
});

test('a stated last day beside a period bounds the day shown, whenever the letter came', () => {
  const said = (iso: string) => DateTime.fromISO(iso, { zone: 'utc', locale: 'da' }).toFormat('d. MMMM yyyy');
  fc.assert(
    fc.property(day, fc.integer({ min: 20, max: 45 }), fc.nat(20), (written, until, onTheWay) => {
      const stated = days(until, written);
      const text = `Nordby Kommune\nSocialafdelingen\n\nDato: ${said(written)}\n\nAfslag på hjælp til briller\n\nVi giver afslag på din ansøgning efter aktivlovens § 82.\n\nDu kan klage til Ankestyrelsen. Klagen skal sendes til os. Klagefristen er 4 uger og udløber den ${said(stated)}.\n`;
      const received = days(onTheWay, written);
      const read = readLetter(text, content.letterWords).reading.appeal.deadline;
      const shown = appealDay(factsOf(text, received))?.last ?? '';
      return read === stated && shown !== '' && shown <= stated;
    }),
    { numRuns: 60 },
  );
});

test('a time told as over gives no day', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (written, ago) => {
      const said = (iso: string) => DateTime.fromISO(iso, { zone: 'utc', locale: 'da' }).toFormat('d. MMMM yyyy');
      const text = `Nordby Kommune\n\nDato: ${said(written)}\n\nDin klage er afvist\n\nVi afviser din klage. Klagefristen er 4 uger og udløb derfor den ${said(days(-ago, written))}.\n`;
      return readLetter(text, content.letterWords).reading.appeal.deadline === null;
    }),
    { numRuns: 60 },
  );
});
