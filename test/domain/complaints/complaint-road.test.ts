import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findRoad, type Matter, type Road } from '../../../src/domain/complaints/complaint-road';
import { AppealRules } from '../../../src/domain/letters/appeal-rule';
import { LetterReading } from '../../../src/domain/letters/letter-reading';

const RULES = AppealRules.parse(parse(readFileSync(join(__dirname, '../../../content/denmark/appeals.yaml'), 'utf8')));
const rule = (id: string) => RULES.find((each) => each.id === id) ?? null;

/** A Tuesday; four weeks from the Monday before end on a Monday. */
const TODAY = '2026-11-24';
const RECEIVED = '2026-11-23';
const FOUR_WEEKS_ON = '2026-12-21';

const matter = (more: Partial<Matter>): Matter => ({ about: 'decision', tried: null, complained: null, pending: null, letter: null, rule: null, received: RECEIVED, today: TODAY, ...more });
const NO_APPEAL = { possible: null, sendTo: null, body: null, deadlineText: null, deadlineDays: null, deadline: null } as const;
const letter = (more: Partial<LetterReading>): LetterReading => ({
  kind: 'decision', outcome: 'refused', authority: 'Ishøj Kommune', department: null, caseNumber: null, letterDate: '2026-11-20', legalBasis: [], appeal: NO_APPEAL,
  has: { decision: true, reasons: true, legalBasis: true, appealGuidance: true }, missing: [], terms: [], action: null, decisions: [], otherRoutes: [], ...more,
});

/** Every row of appeals.yaml, and where a citizen who has no letter is sent by it. */
test.each(RULES.map((each) => [each.id, each] as const))('%s: where, and by when only what was read in the law', (_id, row) => {
  const road = findRoad(matter({ rule: row }));
  if (row.possible === false) return expect(road).toMatchObject({ kind: 'no-appeal', lastDay: null, body: null });
  if (row.body === null) return expect(road).toMatchObject({ kind: 'see-letter', lastDay: null });
  expect(road).toMatchObject({ kind: 'appeal', body: row.body, source: 'rule' });
  const unverified = new Set<string>(row.unverified);
  const doubtful = (what: string) => unverified.has(what) || unverified.has('all') || unverified.has('scope');
  expect(road.sendTo).toBe(doubtful('sendTo') ? null : row.sendTo);
  const runsFromReceipt = row.from === 'receipt' && row.time !== null && !doubtful('deadline');
  const expected = !runsFromReceipt ? null : row.time && 'weeks' in row.time ? FOUR_WEEKS_ON : '2027-02-23';
  return expect(road.lastDay).toBe(expected);
});

test.each([
  { what: 'case handling, not tried', given: { about: 'case-handling', tried: 'not-yet' }, kind: 'department-first' },
  { what: 'conduct, no answer yet', given: { about: 'staff-conduct', tried: 'no-answer' }, kind: 'department-first' },
  { what: 'service, answered', given: { about: 'service', tried: 'answered' }, kind: 'adviser-second' },
  { what: 'a decision of which nothing is known', given: {}, kind: 'see-letter' },
  { what: 'a hearing', given: { letter: letter({ kind: 'hearing', outcome: null, action: { kind: 'comment', by: '2026-12-01', at: null, place: null, amount: null, what: [] } }) }, kind: 'comment', lastDay: '2026-12-01' },
  { what: 'a reassessment that upholds', given: { letter: letter({ appeal: { ...NO_APPEAL, possible: true, body: 'ankestyrelsen' } }), told: { lastDay: null, goesOn: true, standBy: false } }, kind: 'passed-on' },
  { what: 'a letter that only names Ankestyrelsen, and says nothing of going on by itself', given: { letter: letter({ appeal: { ...NO_APPEAL, possible: true, body: 'ankestyrelsen' } }), rule: rule('sel-100') }, kind: 'appeal', lastDay: FOUR_WEEKS_ON },
  { what: 'a reassessment that gives in partly', given: { letter: letter({ outcome: 'partly-granted', appeal: { ...NO_APPEAL, possible: true, body: 'ankestyrelsen', deadlineText: '4 uger', deadline: '2026-12-18' }, action: { kind: 'confirm-appeal', by: null, at: null, place: null, amount: null, what: [] } }), told: { lastDay: null, goesOn: false, standBy: true } }, kind: 'keep-up', lastDay: '2026-12-18' },
  { what: 'Ankestyrelsen’s own decision', given: { letter: letter({ authority: 'Ankestyrelsen' }) }, kind: 'pending' },
  { what: 'a case that a court has', given: { pending: 'court', rule: rule('sel-100') }, kind: 'pending' },
  { what: 'case handling that the Ombudsman has', given: { about: 'case-handling', pending: 'ombudsman' }, kind: 'pending' },
  { what: 'an appeal that the municipality has', given: { complained: 'municipality', rule: rule('sel-100') }, kind: 'reassessing' },
  { what: 'the day that was told of a letter, before any other', given: { letter: letter({}), rule: rule('sel-100'), told: { lastDay: '2026-12-17', goesOn: false, standBy: false } }, kind: 'appeal', lastDay: '2026-12-17' },
  { what: 'a letter that says it cannot be appealed', given: { letter: letter({ appeal: { ...NO_APPEAL, possible: false } }), rule: rule('sel-100') }, kind: 'no-appeal' },
  { what: 'a letter with its own last day, before the law’s', given: { letter: letter({ appeal: { possible: true, sendTo: 'kommunen', body: 'ankestyrelsen', deadlineText: '4 uger', deadlineDays: 28, deadline: '2026-12-18' } }), rule: rule('sel-100') }, kind: 'appeal', lastDay: '2026-12-18' },
  { what: 'a letter without guidance: the law’s row fills it', given: { letter: letter({}), rule: rule('sel-100') }, kind: 'appeal', lastDay: FOUR_WEEKS_ON },
] satisfies { what: string; given: Partial<Matter>; kind: Road['kind']; lastDay?: string }[])('$what: $kind', ({ given, kind, lastDay }: { given: Partial<Matter>; kind: Road['kind']; lastDay?: string }) =>
  expect(findRoad(matter(given))).toMatchObject({ kind, lastDay: lastDay ?? null }),
);

test.each([
  { received: '2026-10-26', today: '2026-11-23', late: false, urgent: true },
  { received: '2026-10-26', today: '2026-11-22', late: false, urgent: true },
  { received: '2026-10-26', today: '2026-11-24', late: true, urgent: false },
  { received: '2026-10-26', today: '2026-11-20', late: false, urgent: false },
])('received $received, on $today: late $late, urgent $urgent', ({ received, today, late, urgent }) => expect(findRoad(matter({ rule: rule('sel-100'), received, today }))).toMatchObject({ late, urgent }));

test('only where the law has it can she ask that the decision waits', () => {
  const may = RULES.filter((row) => findRoad(matter({ rule: row })).mayAskToWait).map(({ id }) => id);
  expect(may).toEqual(RULES.filter(({ suspends }) => suspends === 'on-request').map(({ id }) => id));
});
