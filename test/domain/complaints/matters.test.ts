import { LetterOfComplaint, mattersAgainst, reasonsOf } from '../../../src/domain/complaints/complaint-answers';

const SHOPPING = 'Vi kan ikke bevilge hjælp til indkøb, fordi du kan bestille varer på nettet og få dem bragt helt hen til din hoveddør.';
const CLEANING = 'Din rengøring bliver sat ned, fordi du selv kan støve af.';
const VISIT = 'Vi har lagt vægt på, hvad vi så hjemme hos dig.';

const letterWith = (decisions: readonly { about: string; outcome: string }[]) =>
  LetterOfComplaint.parse({
    reading: {
      kind: 'decision', outcome: 'refused', authority: null, department: null, caseNumber: null, letterDate: null, legalBasis: [],
      appeal: { possible: null, sendTo: null, body: null, deadlineText: null, deadlineDays: null, deadline: null },
      has: { decision: true, reasons: true, legalBasis: false, appealGuidance: false }, missing: [], terms: [], action: null, decisions, otherRoutes: [],
    },
    reasons: [CLEANING, SHOPPING, VISIT],
  });

const BOTH = letterWith([{ about: CLEANING, outcome: 'reduced' }, { about: SHOPPING, outcome: 'refused' }]);

test('a matter too long for a button is cut at a word, and shows that it was: the draft quotes it', () => {
  const [short, long] = mattersAgainst(BOTH);
  expect(short).toBe('Din rengøring bliver sat ned, fordi du selv kan støve af');
  expect(long).toMatch(/^Vi kan ikke bevilge hjælp til indkøb, .*\S …$/u);
  expect(long?.length).toBeLessThanOrEqual(92);
});

test('of one matter, the reasons of the others are not gone through; of the whole letter, all are', () => {
  const [short = '', long = ''] = mattersAgainst(BOTH);
  expect(reasonsOf(BOTH, short)).toEqual([CLEANING, VISIT]);
  expect(reasonsOf(BOTH, long)).toEqual([SHOPPING, VISIT]);
  expect(reasonsOf(BOTH, 'all')).toEqual([CLEANING, SHOPPING, VISIT]);
});

test('what was granted is no matter, and the only one against her needs no choice', () => {
  const one = letterWith([{ about: CLEANING, outcome: 'granted' }, { about: SHOPPING, outcome: 'refused' }]);
  expect(mattersAgainst(one)).toHaveLength(1);
  expect(reasonsOf(one, undefined)).toEqual([SHOPPING, VISIT]);
});
