import { join } from 'node:path';
import { loadContent } from '../../../src/content/load-content';
import { LANGUAGES } from '../../../src/domain/language';
import { appealRuleFor } from '../../../src/domain/letters/appeal-rule';
import { appealDay, nextDeadline } from '../../../src/domain/letters/appeal-day';
import { explainLetter } from '../../../src/domain/letters/explain-letter';
import { whyThatDay } from '../../../src/domain/letters/explanation/by-when';
import { NO_APPEAL, type LetterFacts, type Part } from '../../../src/domain/letters/explanation/point';
import { timeOf } from '../../../src/domain/letters/time-limit';
import type { LetterReading } from '../../../src/domain/letters/letter-reading';
import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { pointInWords } from '../../../dialogs/letter-words';

const content = loadContent({ folder: join(__dirname, '../../../content'), municipality: 'ishoj' });
const books = { laws: content.laws, reasons: content.reasons, authorities: content.authorities, glossary: content.glossary, home: 'Ishøj Kommune' };

const REFUSAL: LetterReading = {
  kind: 'decision', outcome: 'refused', authority: 'Ishøj Kommune', department: 'Center for Voksne og Velfærd', caseNumber: '26/018233', letterDate: '2026-11-20',
  legalBasis: [{ law: 'serviceloven', section: '112', subsection: '1' }],
  appeal: { possible: true, sendTo: 'kommunen', body: 'ankestyrelsen', deadlineText: '4 uger', deadlineDays: 28, deadline: '2026-12-18' },
  has: { decision: true, reasons: true, legalBasis: true, appealGuidance: true }, missing: [], terms: ['genvurdering', 'klagefrist'], action: null, decisions: [], otherRoutes: [],
};
const SILENT = { appeal: NO_APPEAL, has: { ...REFUSAL.has, appealGuidance: false } };

const timeInLetter = ({ appeal }: LetterReading) => {
  const time = timeOf(appeal);
  return time && { time, from: 'letter-date' as const, day: null };
};
/** A date, and no time, is the last day. */
const stated = ({ appeal }: LetterReading) => appeal.deadline !== null && appeal.deadlineDays === null && timeOf(appeal) === null;

/** A letter like the refusal above, but for what the row says; received Saturday 21 November, read on Wednesday 25 November. */
function facts(reading: Partial<LetterReading> = {}, more: Partial<Omit<LetterFacts, 'reading'>> = {}): LetterFacts {
  const whole = { ...REFUSAL, ...reading };
  return {
    reading: whole,
    quotes: { outcome: ['Du kan ikke få bevilget en elscooter.'], 'has.reasons': ['Vi vurderer, at din funktionsnedsættelse ikke er varig.'] },
    received: { day: '2026-11-21', how: 'told' }, noticed: null, told: false, today: '2026-11-25',
    time: stated(whole) ? null : timeInLetter(whole),
    rule: appealRuleFor(whole.legalBasis, content.appealRules, content.laws),
    ...more,
  };
}
const section = (law: string, number: string, subsection: string | null = null) => [{ law, section: number, subsection }];
const ids = (letter: LetterFacts, part?: Part): string[] => explainLetter(letter, books).filter((each) => part === undefined || each.part === part).flatMap(({ points }) => points.map(({ say }) => say));
const words = (letter: LetterFacts, part: Part, language: 'da' | 'en' = 'da'): string =>
  explainLetter(letter, books).filter((each) => each.part === part).flatMap(({ points }) => points.map((each) => pointInWords({ content, language, now: DateTime.fromISO('2026-11-25T10:00', { zone: ZONE }) }, each))).join(' ');

test('a refusal, from what it is to the words met, in the order of telling', () => {
  expect(explainLetter(facts(), books).map(({ part }) => part)).toEqual(['what', 'decided', 'why', 'law', 'route', 'deadline', 'sum', 'words']);
});

test('the last day with its weekday, the days left and the sum', () => {
  expect(words(facts(), 'deadline')).toBe('Brevet giver dig fire uger til at klage. Sidste dag at klage er mandag den 21. december. Der er 26 dage tilbage. Klagen skal være nået frem den dag. En klage her i chatten tæller ikke.');
  expect(words(facts(), 'sum')).toBe('Sådan er der talt: Du fik det lørdag den 21. november. Den dag tæller ikke med. Læg fire uger til. Det giver lørdag den 19. december. Det er weekend. Så bliver det mandag den 21. december.');
  expect(words(facts(), 'deadline', 'en')).toContain('The last day to appeal is Monday 21 December. There are 26 days left.');
});

test('why, in the letter\'s words and in plain ones', () => {
  expect(words(facts(), 'why')).toBe('Grunden i brevet: »Vi vurderer, at din funktionsnedsættelse ikke er varig.« Med andre ord: De mener, at det ikke er varigt.');
});

test('the law by its popular name, what the section is about, and where to read it', () => {
  expect(words(facts(), 'law')).toBe('Loven: § 112, stk. 1, i serviceloven handler om hjælpemidler ved et varigt handicap. Læs loven: https://www.retsinformation.dk/eli/lta/2025/1129');
  expect(words(facts(), 'law', 'en')).toContain('section 112(1) of the Social Services Act (serviceloven) is about aids');
});

describe('the kinds of letters: what each means, and what to do', () => {
  const action = (kind: NonNullable<LetterReading['action']>['kind'], more = {}) => ({ kind, by: '2026-12-02', at: null, place: null, amount: null, what: [], ...more });
  test.each([
    { kind: 'hearing', action: action('comment'), says: ['letter.kind.hearing', 'letter.action.comment', 'letter.action.hint.comment'] },
    { kind: 'hearing', action: null, says: ['letter.kind.hearing', 'letter.action.comment.no-day'] },
    { kind: 'request', action: action('send', { what: ['lønsedler'] }), says: ['letter.kind.request', 'letter.action.send', 'letter.action.what'] },
    { kind: 'payment-demand', action: action('pay', { amount: '1.250 kr.' }), says: ['letter.kind.payment-demand', 'letter.action.pay.amount', 'letter.action.hint.pay'] },
    { kind: 'payment-demand', action: action('pay', { by: null }), says: ['letter.action.pay.no-day'] },
    { kind: 'invitation', action: action('attend', { at: 'kl. 10', place: 'Rådhuset' }), says: ['letter.kind.invitation', 'letter.action.attend', 'letter.action.at', 'letter.action.place'] },
    { kind: 'receipt', action: null, says: ['letter.kind.receipt', 'letter.action.none.receipt'] },
    { kind: 'notice', action: null, says: ['letter.kind.notice', 'letter.action.none.notice'] },
    { kind: 'other', action: null, says: ['letter.kind.other'] },
    { kind: 'request', action: action('send', { by: '2026-11-20' }), says: ['letter.action.late'] },
  ] as const)('$kind: $says', ({ kind, action: asked, says }) => {
    const letter = facts({ kind, outcome: null, appeal: NO_APPEAL, missing: [], action: asked && { ...asked, what: [...asked.what] } });
    expect(ids(letter)).toEqual(expect.arrayContaining([...says]));
    // None of them is a decision: no appeal, no day to appeal, nothing lacking.
    expect(ids(letter).filter((id) => /^letter\.(outcome|route|day|lacks|waits)/.test(id))).toEqual([]);
    expect(appealDay(letter)).toBeNull();
  });
});

describe('what was decided', () => {
  test.each(['granted', 'partly-granted', 'refused', 'stopped', 'reduced', 'repayment', 'dismissed'] as const)('%s in one plain sentence', (outcome) => {
    expect(ids(facts({ outcome }), 'decided')).toEqual([`letter.outcome.${outcome}`, 'letter.in-its-words']);
  });
  test('an order has no outcome', () => expect(ids(facts({ outcome: null }), 'decided')[0]).toBe('letter.outcome.none'));
  test('two decisions in one letter are told one by one', () => {
    const decisions = [{ about: 'kontanthjælp', outcome: 'stopped' as const }, { about: 'for meget udbetalt', outcome: 'repayment' as const }];
    expect(words(facts({ outcome: 'repayment', decisions }), 'decided')).toBe('Brevet bestemmer flere ting: – kontanthjælp: hjælpen stopper – for meget udbetalt: penge skal betales tilbage');
  });
});

describe('where to turn', () => {
  const PASSED_ON = { appeal: { ...NO_APPEAL, possible: true, body: 'ankestyrelsen' as const } };
  const upheld = { quotes: { outcome: ['Vi fastholder vores afgørelse.'], 'appeal.possible': ['Sagen er sendt til Ankestyrelsen.'] } };
  test.each([
    { rule: 'to the municipality, which looks again', letter: facts(), says: ['letter.route.kommunen', 'letter.route.looks-again', 'letter.route.how'] },
    { rule: 'what the law says where the letter is silent is the law\'s', letter: facts(SILENT), says: ['letter.route.law-says', 'letter.route.kommunen', 'letter.route.looks-again', 'letter.route.how'] },
    { rule: 'the committee: straight to Ankestyrelsen, with a lawyer', letter: facts({ legalBasis: section('barnets lov', '47'), appeal: { ...REFUSAL.appeal, sendTo: 'ankestyrelsen' } }), says: ['letter.route.direct', 'letter.route.committee', 'letter.route.how', 'letter.route.parents'] },
    { rule: 'the building body directly', letter: facts({ legalBasis: section('byggeloven', '16'), outcome: null, appeal: { ...REFUSAL.appeal, sendTo: 'byggeklageenheden', body: 'byggeklageenheden' } }), says: ['letter.route.direct', 'letter.route.klageportalen-or-mail', 'letter.waits.on-request'] },
    { rule: 'planning through the portal, with a fee nobody knows', letter: facts({ legalBasis: section('planloven', '19'), appeal: { ...REFUSAL.appeal, body: 'planklagenaevnet' } }), says: ['letter.route.kommunen', 'letter.route.passed-on', 'letter.route.klageportalen', 'letter.route.fee'] },
    { rule: 'no appeal, said by the letter', letter: facts({ legalBasis: section('serviceloven', '117'), appeal: { ...NO_APPEAL, possible: false } }), says: ['letter.route.none', 'letter.route.instead'] },
    { rule: 'no appeal, said by the law alone', letter: facts({ legalBasis: section('serviceloven', '117'), appeal: NO_APPEAL }), says: ['letter.route.none-in-law', 'letter.route.instead'] },
    { rule: 'the letter denies an appeal that the law has: to the adviser', letter: facts({ appeal: { ...NO_APPEAL, possible: false } }), says: ['letter.route.none', 'letter.route.none-doubtful', 'letter.route.instead'] },
    { rule: 'neither the letter nor the law tells', letter: facts({ legalBasis: [], appeal: NO_APPEAL }), says: ['letter.route.unknown'] },
    { rule: 'unverified: where to send is not stated', letter: facts({ legalBasis: section('cpr-loven', '6'), appeal: NO_APPEAL }), says: ['letter.route.law-says', 'letter.route.send-unknown'] },
    { rule: 'a reassessment that upholds goes on by itself', letter: facts(PASSED_ON, upheld), says: ['letter.route.goes-on', 'letter.route.goes-on.not-yet'] },
    { rule: 'guidance without an address is no reassessment', letter: facts(PASSED_ON), says: ['letter.route.law-says', 'letter.route.kommunen', 'letter.route.looks-again', 'letter.route.how'] },
    { rule: 'all that was asked for: nothing of appeals that the letter does not mention', letter: facts({ outcome: 'granted', appeal: NO_APPEAL }), says: [] },
  ])('$rule', ({ letter, says }) => expect(ids(letter, 'route')).toEqual(says));

  test('a reassessment that upholds has no last day; one that gives in partly has the day to stand by the appeal', () => {
    expect(ids(facts(PASSED_ON, upheld), 'deadline')).toEqual([]);
    const partly = facts({ ...PASSED_ON, outcome: 'partly-granted', action: { kind: 'confirm-appeal', by: '2026-12-19', at: null, place: null, amount: null, what: [] } });
    expect(ids(partly, 'action')).toEqual(['letter.action.confirm-appeal', 'letter.action.hint.confirm-appeal']);
    expect(ids(partly, 'deadline')).toEqual([]);
    expect(nextDeadline(partly)).toBe('2026-12-19');
    const counted = facts({ ...partly.reading, appeal: { ...REFUSAL.appeal, sendTo: null }, action: { kind: 'confirm-appeal', by: '2026-12-18', at: null, place: null, amount: null, what: [] } });
    expect(words(counted, 'action')).toContain('senest mandag den 21. december');
    expect(ids(counted, 'deadline')).toEqual(['letter.day.left']);
    expect(ids(counted, 'sum')).toEqual(['letter.sum.from-received', 'letter.sum.time', 'letter.sum.moved']);
  });
});

describe('whether the decision waits: only as the law has it', () => {
  test.each([
    ['as a rule it does not', facts({ outcome: 'stopped' }), ['letter.waits.no']],
    ['14 weeks\' notice for help under § 96', facts({ outcome: 'reduced', legalBasis: section('serviceloven', '96') }), ['letter.waits.notice']],
    ['no notice for § 97', facts({ outcome: 'stopped', legalBasis: section('serviceloven', '97') }), ['letter.waits.no']],
    ['notice for lost pay that ends', facts({ outcome: 'stopped', legalBasis: section('barnets lov', '87') }), ['letter.waits.notice']],
    ['a place to live: on request', facts({ outcome: 'stopped', legalBasis: section('serviceloven', '107') }), ['letter.waits.on-request']],
    ['a child\'s return: by statute', facts({ outcome: null, legalBasis: section('barnets lov', '100', '1') }), ['letter.waits.statutory']],
    ['housing support to be paid back: by statute', facts({ outcome: 'repayment', legalBasis: section('boligstøtteloven', '47') }), ['letter.waits.statutory']],
    ['a refusal has nothing that could wait', facts(), []],
    ['no row, no word', facts({ outcome: 'stopped', legalBasis: [] }), []],
  ])('%s', (_rule, letter, says) => expect(ids(letter).filter((id) => id.startsWith('letter.waits'))).toEqual(says));
});

describe('the last day to go by', () => {
  const dated = (deadline: string) => ({ appeal: { ...REFUSAL.appeal, deadlineText: 'den 18. december 2026', deadlineDays: null, deadline } });
  const months = { legalBasis: section('ejendomsvurderingsloven', '5'), appeal: { ...REFUSAL.appeal, sendTo: 'skatteankestyrelsen' as const, body: 'vurderingsankenaevnet' as const, deadlineText: '3 måneder', deadlineDays: null, deadline: '2027-02-22' } };
  const plan = { legalBasis: section('planloven', '19'), appeal: { ...REFUSAL.appeal, body: 'planklagenaevnet' as const } };
  test.each([
    { rule: 'four weeks from receipt, over a weekend', letter: facts(), last: '2026-12-21', other: null },
    { rule: 'from the letter\'s date, the safe day, when she does not know', letter: facts({}, { received: { day: '2026-11-20', how: 'letter-date' } }), last: '2026-12-18', other: null },
    { rule: 'from the letter\'s date, when nothing was asked yet', letter: facts({}, { received: null }), last: '2026-12-18', other: null },
    { rule: 'a stated date before the law\'s: both told, the earlier advised', letter: facts(dated('2026-12-18')), last: '2026-12-18', other: '2026-12-21' },
    { rule: 'a stated date after the law\'s: both told, the earlier advised', letter: facts(dated('2026-12-31')), last: '2026-12-21', other: '2026-12-31' },
    { rule: 'a stated date stands, even on a Sunday', letter: facts({ ...dated('2026-12-20'), legalBasis: [] }), last: '2026-12-20', other: null },
    { rule: 'a shorter time than the law\'s is the safe one', letter: facts({ appeal: { ...REFUSAL.appeal, deadlineText: '14 dage', deadlineDays: 14 } }), last: '2026-12-07', other: '2026-12-21' },
    { rule: 'months are calendar months', letter: facts(months), last: '2027-02-22', other: null },
    { rule: 'the law where the letter is silent', letter: facts(SILENT), last: '2026-12-21', other: null },
    { rule: 'from public notice where the time runs from that', letter: facts(plan, { noticed: '2026-11-18' }), last: '2026-12-16', other: null },
    { rule: 'public notice counts nowhere else', letter: facts({}, { noticed: '2026-11-18' }), last: '2026-12-21', other: null },
    { rule: 'the law of another body than the letter names is left alone', letter: facts({ appeal: { ...NO_APPEAL, possible: true, body: 'patientklager' } }), last: null, other: null },
    { rule: 'unverified: no day', letter: facts({ ...SILENT, legalBasis: section('stu-loven', '12') }), last: null, other: null },
    { rule: 'no appeal: no day', letter: facts({ appeal: { ...NO_APPEAL, possible: false } }), last: null, other: null },
    { rule: 'no date and no receipt: no day', letter: facts({ letterDate: null }, { received: null }), last: null, other: null },
    { rule: 'all was granted and nothing said of appeals: no day', letter: facts({ outcome: 'granted', appeal: NO_APPEAL }), last: null, other: null },
  ])('$rule', ({ letter, last, other }) => {
    const day = appealDay(letter);
    expect([day?.last ?? null, day?.other?.last ?? null]).toEqual([last, other]);
    expect(nextDeadline(letter)).toBe(last);
  });

  test.each([
    ['late already: appeal at once, the municipality must pass it on', facts({}, { today: '2026-12-22' }), ['letter.day.late', 'letter.day.late.ankestyrelsen']],
    ['late elsewhere', facts({ legalBasis: section('byggeloven', '16'), appeal: { ...REFUSAL.appeal, sendTo: 'byggeklageenheden', body: 'byggeklageenheden' } }, { today: '2026-12-22' }), ['letter.day.late', 'letter.day.late.what']],
    ['on the last day it is today', facts({}, { today: '2026-12-21' }), ['letter.day.left.today']],
    ['the day before', facts({}, { today: '2026-12-20' }), ['letter.day.left.tomorrow']],
    ['from the letter\'s date: said to be the safe day', facts({}, { received: null }), ['letter.day.from-letter-date', 'letter.sum.from-letter-date']],
    ['from public notice', facts(plan, { noticed: '2026-11-18' }), ['letter.sum.from-noticed']],
    ['two days', facts(dated('2026-12-18')), ['letter.day.two']],
    ['the law said to be the law\'s', facts(SILENT), ['letter.day.rests-law']],
    ['nothing to count from', facts({ letterDate: null }, { received: null }), ['letter.day.no-start']],
    ['unverified: to the adviser', facts({ ...SILENT, legalBasis: section('stu-loven', '12') }), ['letter.day.unknown']],
    ['the law gives none', facts({ ...SILENT, legalBasis: section('pasloven', '2') }), ['letter.day.no-limit']],
  ])('%s', (_rule, letter, says) => expect([...ids(letter, 'deadline'), ...ids(letter, 'sum')]).toEqual(expect.arrayContaining(says)));

  test('over Christmas: every day off that moves it is named', () => {
    const letter = facts({}, { received: { day: '2026-11-27', how: 'told' }, today: '2026-11-28' });
    expect(appealDay(letter)?.last).toBe('2026-12-28');
    expect(words(letter, 'sum')).toContain('Det er juledag, 2. juledag, weekend. Så bliver det mandag den 28. december.');
  });

  test('why that day gives the sum and no more', () => {
    expect(whyThatDay(facts()).map(({ say }) => say)).toEqual(['letter.day.rests-letter', 'letter.sum.from-received', 'letter.sum.time', 'letter.sum.moved']);
    expect(whyThatDay(facts({ ...dated('2026-12-20'), legalBasis: [] })).map(({ say }) => say)).toEqual(['letter.day.stated']);
  });
});

describe('what is lacking, and the right it gives', () => {
  test.each([
    ['reasons', ['letter.lacks.reasons', 'letter.lacks.do-not-wait']],
    ['legal-basis', ['letter.lacks.legal-basis', 'letter.lacks.do-not-wait']],
    ['appeal-guidance', ['letter.lacks.appeal-guidance', 'letter.lacks.hurry']],
  ] as const)('%s', (part, says) => expect(ids(facts({ missing: [part] }), 'lacking')).toEqual(says));
  test('an oral decision: written reasons within 14 days', () => expect(ids(facts({}, { told: true }), 'lacking')).toEqual(['letter.lacks.spoken']));
});

describe('the law as it is now', () => {
  test.each([
    ['a section replaced before the letter was written', { legalBasis: section('serviceloven', '42') }, ['letter.law.was-about', 'letter.law.replaced']],
    ['a section replaced after it', { legalBasis: section('serviceloven', '42'), letterDate: '2023-11-20' }, ['letter.law.was-about', 'letter.law.replaced-since']],
    ['help at home, for people of pension age', { legalBasis: section('serviceloven', '83') }, ['letter.law.about', 'letter.law.read', 'letter.law.older']],
    ['a section nobody has read is only named', { legalBasis: section('serviceloven', '99b') }, ['letter.law.named', 'letter.law.read']],
    ['a law nobody knows', { legalBasis: section('kystsikringsloven', '3') }, ['letter.law.unknown']],
    ['procedure is left out beside substance, and counted', { legalBasis: [...section('forvaltningsloven', '19'), ...section('aktivloven', '81')] }, ['letter.law.about', 'letter.law.read', 'letter.law.one-more']],
    ['an article of the GDPR states nothing', { legalBasis: section('databeskyttelsesforordningen', '15') }, ['letter.law.named', 'letter.law.read']],
    ['no law, no word', { legalBasis: [] }, []],
  ])('%s', (_rule, reading, says) => expect(ids(facts(reading), 'law')).toEqual(says));
  test('where it stands now, by name', () => expect(words(facts({ legalBasis: section('serviceloven', '42') }), 'law')).toContain('Siden mandag den 1. januar 2024 står det i § 87 i barnets lov.'));
});

describe('another authority', () => {
  test.each([
    ['Ishøj Kommune, Jobcenter', false],
    ['Udbetaling Danmark', true],
    ['Høje-Taastrup Kommune', true],
  ])('%s', (authority, anothers) => expect(ids(facts({ authority }), 'what').includes('letter.other-authority')).toBe(anothers));
});

test('no phrase of an explanation is unknown, and every value has its place, in both languages', () => {
  const letters = [facts(), facts({}, { told: true }), facts(SILENT), facts({ authority: null, department: null, caseNumber: null, letterDate: null })];
  for (const language of LANGUAGES) for (const letter of letters) for (const part of explainLetter(letter, books)) expect(words(letter, part.part, language)).not.toMatch(/[{}]|undefined|null/);
});
