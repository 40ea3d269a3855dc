import type { CaseRecord } from '../../../src/domain/cases/desk-file';
import { caseTimeline } from '../../../src/domain/desk/case-timeline';
import { nextStep, type NextStep } from '../../../src/domain/desk/next-step';
import { aCase } from './a-case';

const COMPLAINT = { about: 'case-handling', department: 'Borgerservice', caseNumber: null, firstInstance: true, whatHappened: 'Intet svar.', when: null, wish: null, draft: null } as const;
const AT = '2026-11-24T10:00:00.000+01:00';
const consent = (scope: CaseRecord['handoff']['consent']['scope']) => ({ at: AT, noticeVersion: '1', scope });
const event = (kind: 'forwarded') => ({ version: 1, at: AT, by: 'Anne', kind, to: null, from: null });
type Wanted = { readonly handoff?: Partial<CaseRecord['handoff']>; readonly desk?: Partial<CaseRecord['desk']> };
const record = ({ handoff = {}, desk = {} }: Wanted): CaseRecord => aCase('BR-2026-7K4QX9', handoff, desk);

test.each<[string, Wanted, NextStep | null]>([
  ['a complaint with her yes goes to the department first', { handoff: { complaint: COMPLAINT, consent: consent(['contact-department']) } }, 'forward'],
  ['without her yes she is asked', { handoff: { complaint: COMPLAINT, consent: consent([]) } }, 'ask-consent'],
  ['forwarded: the citizen hears of it', { handoff: { complaint: COMPLAINT, status: 'open' }, desk: { events: [event('forwarded')] } }, 'tell-forwarded'],
  ['forwarded and waiting', { handoff: { complaint: COMPLAINT, status: 'waiting-for-department' }, desk: { events: [event('forwarded')] } }, 'await-department'],
  ['upheld after the answer: to be judged, though it came as a message', { handoff: { complaint: { ...COMPLAINT, firstInstance: false }, messages: [{ key: 'k', at: AT, from: 'citizen', text: 'Jeg fastholder.' }] } }, 'judge'],
  ['her word last: answer', { handoff: { status: 'waiting-for-citizen', messages: [{ key: 'k', at: AT, from: 'citizen', text: 'Ja.' }] } }, 'answer'],
  ['an investigation begins with the statement', { handoff: { complaint: COMPLAINT, round: 'investigation', status: 'open' } }, 'ask-statement'],
  ['that is awaited', { handoff: { complaint: COMPLAINT, round: 'investigation', status: 'waiting-for-department' }, desk: { statement: { askedAt: '2026-11-24', due: '2026-12-15', receivedAt: null } } }, 'await-statement'],
  ['and then judged', { handoff: { complaint: COMPLAINT, round: 'investigation', status: 'open' }, desk: { statement: { askedAt: '2026-11-24', due: '2026-12-15', receivedAt: '2026-12-01' } } }, 'conclude'],
  ['a call', { handoff: { status: 'new', wants: ['callback'], contact: { name: null, phone: '+4520218988', email: null, preferred: 'phone', when: null, mayLeaveMessage: null } } }, 'call'],
  ['closed: nothing', { handoff: { status: 'closed' } }, null],
])('%s', (_name, wanted, step) => {
  expect(nextStep(record(wanted))).toBe(step);
});

test('the timeline has the letter, what came, what lies ahead, and never more than eight lines', () => {
  const messages = Array.from({ length: 20 }, (_, place) => ({ key: String(place), at: `2026-11-${String(place + 5).padStart(2, '0')}T10:00:00.000+01:00`, from: place % 2 === 0 ? ('citizen' as const) : ('adviser' as const), text: '…' }));
  const lines = caseTimeline(record({ handoff: { createdAt: '2026-11-04T10:00:00.000+01:00', messages, nextDeadline: '2026-12-21', status: 'open' } }));
  expect(lines).toHaveLength(8);
  expect(lines[0]?.kind).toBe('received');
  expect(lines.at(-1)).toEqual({ at: '2026-12-21', kind: 'deadline', by: null });
  expect(lines.at(-2)?.at).toBe(messages.at(-1)?.at);
});
