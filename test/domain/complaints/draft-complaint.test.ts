import { join } from 'node:path';
import { DateTime } from 'luxon';
import { loadContent } from '../../../src/content/load-content';
import { ZONE } from '../../../src/domain/calendar';
import { complaintOf, ComplaintAnswers, pointsOf } from '../../../src/domain/complaints/complaint-answers';
import { draftComplaint } from '../../../src/domain/complaints/draft-complaint';
import { draftAsText, sayDraft, type DraftLine } from '../../../src/domain/complaints/draft-line';

const content = loadContent({ folder: join(__dirname, '../../../content'), municipality: 'ishoj' });
const TODAY = DateTime.fromISO('2026-11-25T12:00', { zone: ZONE });
const WORDS = { day: (iso: string) => iso, foreign: (text: string) => (text.startsWith('[tr]') ? 'tyrkisk' : null) };
const say = (phrase: string, values: Readonly<Record<string, string>>) => content.say(phrase, 'da', values).bubbles.join('\n\n');

const READING = {
  kind: 'decision', outcome: 'refused', authority: 'Ishøj Kommune', department: 'Visitationen', caseNumber: '24/018233', letterDate: '2026-11-02', legalBasis: [],
  appeal: { possible: true, sendTo: 'kommunen', body: 'ankestyrelsen', deadlineText: '4 uger', deadlineDays: 28, deadline: '2026-11-30' },
  has: { decision: true, reasons: true, legalBasis: false, appealGuidance: true }, missing: ['legal-basis'], terms: [], action: null, decisions: [], otherRoutes: [],
};

const linesOf = (given: object): DraftLine[] => {
  const answers = ComplaintAnswers.parse(given);
  return draftComplaint(complaintOf(answers, TODAY), pointsOf(answers), WORDS);
};
const textOf = (given: object, edits = {}) => draftAsText(sayDraft(linesOf(given), edits, say));

test('an appeal goes point by point against the letter’s reasons, and says what the letter lacks', () => {
  const text = textOf({ about: 'decision', letter: { reading: READING, reasons: ['Du kan selv gøre rent.', 'Din søn bor i nærheden.'] }, point1: 'Jeg er faldet tre gange.', point2: null, meant: 'Jeg tør ikke gå i bad.', wish: 'Min hjælp tilbage.' });
  expect(text).toContain('I skriver: "Du kan selv gøre rent."\nJeg er faldet tre gange.');
  expect(text).not.toContain('Din søn bor i nærheden');
  expect(text).toContain('Afgørelsen nævner ikke de regler, den bygger på, jf. forvaltningslovens § 24, stk. 1.');
  expect(text).toContain('Sagsnummer: 24/018233\nAfgørelsens dato: 2026-11-02');
  expect(text).toContain('Vedlagt: en kopi af afgørelsen.');
});

test.each([
  { about: 'case-handling', title: 'Klage over sagsbehandling' },
  { about: 'staff-conduct', title: 'Klage over en medarbejders opførsel' },
  { about: 'service', title: 'Klage over betjening' },
  { about: 'practical-work', title: 'Klage over udførelsen af en opgave' },
  { about: 'discrimination', title: 'Klage over diskrimination' },
])('$title: dated events, what was tried, no word of a decision', ({ about, title }) => {
  const text = textOf({ about, whatHappened: 'Den 3. oktober skrev jeg. I går var der stadig intet svar.', tried: 'no-answer', wish: 'Et svar.' });
  expect(text.startsWith(title)).toBe(true);
  expect(text).toContain('2026-10-03:\nDen 3. oktober skrev jeg.\n2026-11-24:\nI går var der stadig intet svar.');
  expect(text).toContain('har ikke fået svar');
  expect(text.toLowerCase()).not.toContain('afgørelse');
});

test('for another: by what right; late: why; short of time: a preliminary one', () => {
  expect(textOf({ about: 'decision', disagree: 'Det passer ikke.', behalfName: 'Aase Jensen', byRight: 'fuldmagt' })).toContain('Jeg klager på vegne af Aase Jensen. Fuldmagt er vedlagt.');
  expect(textOf({ about: 'decision', disagree: 'Nej.', lateBecause: 'Jeg lå på hospitalet.' })).toContain('Klagen kommer efter fristen. Det er fordi:\nJeg lå på hospitalet.');
  expect(textOf({ about: 'decision', preliminary: true })).toMatch(/^Foreløbig klage over afgørelse[\s\S]*Jeg skriver senere, hvorfor jeg er uenig\./);
});

test('names from the road, and only where there are such: whom it is written to, who has it next', () => {
  const answers = ComplaintAnswers.parse({ about: 'decision', area: 'kontanthjælp', received: '2026-11-20', department: 'ydelseskontoret', disagree: 'Nej.', hurry: true });
  const named = draftComplaint(complaintOf(answers, TODAY, { addressee: { name: 'Ishøj Kommune', by: 'law' }, goesOnTo: { name: 'Ankestyrelsen', by: 'law' } }), [], WORDS);
  const text = draftAsText(sayDraft(named, {}, say));
  for (const words of ['Til: Ishøj Kommune, ydelseskontoret', 'Sagen gælder: kontanthjælp', 'Jeg fik afgørelsen: 2026-11-20', 'Sagen haster for mig.', 'sende klagen videre til Ankestyrelsen']) expect(text).toContain(words);
  const unnamed = textOf({ about: 'decision', disagree: 'Nej.' });
  for (const words of ['Ankestyrelsen', 'Ishøj', 'Sagen haster', 'Sagen gælder']) expect(unnamed).not.toContain(words);
});

test('words in another language stand as a quotation of hers', () => expect(textOf({ about: 'service', whatHappened: '[tr] Kimse cevap vermiyor' })).toContain('Med mine egne ord, skrevet på tyrkisk: "[tr] Kimse cevap vermiyor"'));

test('a line she wrote anew stands as she wrote it, a struck one is gone, the rest stays', () => {
  const given = { about: 'service', whatHappened: 'Ingen svarede.', meant: 'Jeg blev vred.', wish: 'Et svar.' };
  const before = textOf(given).split('\n');
  const after = textOf(given, { wish: 'Et skriftligt svar.', meant: null }).split('\n');
  expect(before.filter((line) => !after.includes(line))).toEqual(['Jeg blev vred.', 'Et svar.']);
  expect(after.filter((line) => !before.includes(line))).toEqual(['Et skriftligt svar.']);
});

test('every value of every line comes from an answer or the letter', () => {
  const given = { about: 'decision', letter: { reading: READING, reasons: ['Du kan selv.'] }, point1: 'Nej.', disagree: 'Alt.', meant: 'Meget.', wish: 'Hjælp.', behalfName: 'Bo', name: 'Ida' };
  const known = JSON.stringify(given);
  for (const { values } of linesOf(given)) for (const { text } of Object.values(values)) expect(known).toContain(text);
});
