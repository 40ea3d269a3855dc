import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { retentionDue } from '../../../src/domain/desk/retention-due';
import { aCase } from './a-case';

const NOW = DateTime.fromISO('2026-11-25T00:30', { zone: ZONE });
const message = { key: 'c1', at: '2021-11-20T10:00:00.000+01:00', from: 'citizen' as const, text: 'Hej' };

test.each([
  { rule: 'goes five years after closing', handoff: {}, desk: {}, said: ['2026-11-25', null] },
  { rule: 'stays the day before', handoff: {}, desk: { closedAt: '2021-11-26T08:00:00.000+01:00' }, said: null },
  { rule: 'an open case has no such time', handoff: { status: 'open' as const }, desk: {}, said: null },
  { rule: 'stays while a last day is still to come, and on that day', handoff: { nextDeadline: '2026-11-25' }, desk: {}, said: ['2026-11-25', 'deadline'] },
  { rule: 'goes when the last day has passed', handoff: { nextDeadline: '2026-11-24' }, desk: {}, said: ['2026-11-25', null] },
  { rule: 'stays while a message is unread', handoff: { messages: [message] }, desk: {}, said: ['2026-11-25', 'unread'] },
  { rule: 'goes when the message was read', handoff: { messages: [message] }, desk: { seenMessages: 1 }, said: ['2026-11-25', null] },
])('$rule', ({ handoff, desk, said }) => {
  const record = aCase('BR-2021-AAAAAA', { status: 'closed', ...handoff }, { closedAt: '2021-11-25T08:00:00.000+01:00', ...desk });
  expect(retentionDue([record], 60, NOW).map(({ due, kept }) => [due, kept])).toEqual(said === null ? [] : [said]);
});
