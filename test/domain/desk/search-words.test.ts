import { selectCases } from '../../../src/domain/desk/case-query';
import { summaryOf } from '../../../src/domain/desk/case-summary';
import { RED_FLAGS } from '../../../src/domain/desk/red-flags';
import { aCase } from './a-case';

const NONE = Object.fromEntries(RED_FLAGS.map((flag) => [flag, []])) as unknown as Parameters<typeof summaryOf>[1];
const complaint = { about: 'decision' as const, department: null, caseNumber: '26/020111', matter: 'Sygedagpenge', received: null, firstInstance: true, whatHappened: 'De sagde nej til mine nye briller.', when: null, wish: 'Jeg vil have aktindsigt', draft: null };
const lines = [summaryOf(aCase('BR-2026-AAAAAA', { complaint }), NONE), summaryOf(aCase('BR-2026-CCCCCC', { complaint: { ...complaint, caseNumber: '2025-18823', matter: null, whatHappened: 'Hjælpen kom ikke.', wish: null } }), NONE)];

test.each([
  { q: '26/020111', found: ['BR-2026-AAAAAA'] },
  { q: '2025-18823', found: ['BR-2026-CCCCCC'] },
  { q: 'briller', found: ['BR-2026-AAAAAA'] },
  { q: 'SYGEDAGPENGE nej', found: ['BR-2026-AAAAAA'] },
  { q: 'aktindsigt', found: ['BR-2026-AAAAAA'] },
  { q: 'hjælpen', found: ['BR-2026-CCCCCC'] },
  { q: 'kontanthjælp', found: [] },
])('a search for $q finds $found', ({ q, found }) => expect(selectCases(lines, { q, page: 1 }).rows.map(({ reference }) => reference)).toEqual(found));
