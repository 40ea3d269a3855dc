import { toldReading } from '../../../src/domain/letters/told-reading';

const told = (answers: Record<string, string | null>) => toldReading(answers, null, '2026-11-25');

test('holds only what she said', () => {
  expect(told({ decided: 'stopped', area: 'kontanthjælp', day: '2026-11-21', limit: null })).toMatchObject({ kind: 'decision', outcome: 'stopped', legalBasis: [], missing: [], appeal: { possible: null, deadlineDays: null, deadline: null } });
  expect(told({ decided: 'undecided' })).toMatchObject({ kind: 'hearing', outcome: null });
});

test.each([
  ['4 uger', { deadlineText: '4 uger', deadlineDays: 28, deadline: null }],
  ['3 måneder', { deadlineText: '3 måneder', deadlineDays: null, deadline: null }],
  ['den 18. december', { deadlineDays: null, deadline: '2026-12-18' }],
  ['5. januar', { deadline: '2027-01-05' }],
  ['1. november', { deadline: '2026-11-01' }],
  ['31. februar', { deadline: null }],
])('a time limit told as "%s"', (limit, appeal) => expect(told({ decided: 'refused', limit }).appeal).toMatchObject(appeal));
