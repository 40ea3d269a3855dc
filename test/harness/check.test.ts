import { check, type Stored, type Verdict } from './check';
import type { ClientEvent } from './history';

const said = (seq: number, key: string, text = key): Stored => ({ id: `c|${seq}`, fromUser: true, text, key, replyToId: null, timestamp: `at ${seq}`, type: 'message' });
const reply = (seq: number, to: number, timestamp = `at ${to} answered`): Stored => ({ id: `c|${seq}`, fromUser: false, text: 'answer', key: null, replyToId: `c|${to}`, timestamp, type: 'message' });
const sent = (key: string): ClientEvent => ({ event: 'sent', conversation: 'c', key, text: key });
const acknowledged = (key: string, seq: number): ClientEvent => ({ event: 'acknowledged', conversation: 'c', key, id: `c|${seq}` });
const failed = (key: string): ClientEvent => ({ event: 'failed', conversation: 'c', key, status: 503 });
const unknown = (key: string): ClientEvent => ({ event: 'unknown', conversation: 'c', key });
const heard = (seq: number): ClientEvent => ({ event: 'heard', conversation: 'c', id: `c|${seq}` });

const judge = (events: readonly ClientEvent[], stored: readonly Stored[] | null, cases: readonly string[] = []): Verdict => check([events], { conversations: new Map([['c', stored]]), cases });
const wrong = ({ acknowledged: _a, failed: _f, unknown: _u, ...broken }: Verdict): Partial<Verdict> => Object.fromEntries(Object.entries(broken).filter(([, times]) => times > 0));

const TWO = [sent('a'), acknowledged('a', 1), sent('b'), acknowledged('b', 3)];

test.each<[string, readonly ClientEvent[], readonly Stored[], Partial<Verdict>]>([
  ['all kept, answered and in order', TWO, [said(1, 'a'), reply(2, 1), said(3, 'b'), reply(4, 3)], {}],
  ['unknown and not there', [...TWO, sent('x'), unknown('x')], [said(1, 'a'), reply(2, 1), said(3, 'b'), reply(4, 3)], {}],
  ['unknown and there once', [...TWO, sent('x'), unknown('x')], [said(1, 'a'), reply(2, 1), said(3, 'b'), reply(4, 3), said(5, 'x'), reply(6, 5)], {}],
  ['failed, and taken at the retry', [sent('a'), failed('a'), sent('a'), acknowledged('a', 1)], [said(1, 'a'), reply(2, 1)], {}],
  ['lost answer, then refused: may be there', [sent('a'), unknown('a'), sent('a'), failed('a')], [said(1, 'a'), reply(2, 1)], {}],
  ['planted: an acknowledged message is gone', TWO, [said(1, 'a'), reply(2, 1)], { lost: 1 }],
  ['planted: an acknowledged message has another text', TWO, [said(1, 'a'), reply(2, 1), said(3, 'b', 'B'), reply(4, 3)], { lost: 1 }],
  ['planted: a retry is stored a second time', TWO, [said(1, 'a'), reply(2, 1), said(3, 'b'), reply(4, 3), said(5, 'b'), reply(6, 5)], { twice: 1 }],
  ['planted: a refused message is there', [sent('a'), failed('a')], [said(1, 'a'), reply(2, 1)], { resurrected: 1 }],
  ['planted: two messages have changed places', [sent('a'), acknowledged('a', 3), sent('b'), acknowledged('b', 1)], [said(1, 'b'), reply(2, 1), said(3, 'a'), reply(4, 3)], { outOfOrder: 1 }],
  ['planted: a number is missing', [sent('a'), acknowledged('a', 2)], [said(2, 'a'), reply(3, 2)], { outOfOrder: 2 }],
  ['planted: a kept message was never answered', TWO, [said(1, 'a'), reply(2, 1), said(3, 'b')], { unanswered: 1 }],
  ['planted: a message was answered by two turns', TWO, [said(1, 'a'), reply(2, 1), said(3, 'b'), reply(4, 3), reply(5, 3, 'later')], { answeredTwice: 1 }],
  ['planted: the stream told one activity twice', [sent('a'), acknowledged('a', 1), heard(1), heard(1)], [said(1, 'a'), reply(2, 1)], { heardWrong: 1 }],
  ['planted: the stream left one out', [sent('a'), acknowledged('a', 1), heard(2)], [said(1, 'a'), reply(2, 1)], { heardWrong: 1 }],
])('%s', (_what, events, stored, broken) => expect(wrong(judge(events, stored))).toEqual(broken));

test('planted: what was said to be erased is still there', () => {
  const events: ClientEvent[] = [...TWO, { event: 'erased', conversation: 'c' }];
  expect(wrong(judge(events, [said(1, 'a'), reply(2, 1)]))).toEqual({ notErased: 1 });
  expect(wrong(judge(events, null))).toEqual({});
  expect(wrong(judge([...TWO, { event: 'erasing', conversation: 'c' }], null))).toEqual({});
  expect(wrong(judge(TWO, null))).toEqual({ lost: 2 });
});

test('a wish to erase that is kept and not yet come to loses nothing; one that nobody ever comes to is unanswered', () => {
  const events: ClientEvent[] = [...TWO, { event: 'erasing', conversation: 'c' }, { event: 'sent', conversation: 'c', key: 'e', text: '' }, acknowledged('e', 5)];
  const stored = [said(1, 'a'), reply(2, 1), said(3, 'b'), reply(4, 3)];
  expect(wrong(judge(events, [...stored, { ...said(5, 'e', ''), type: 'erase' }]))).toEqual({ unanswered: 1 });
  expect(wrong(judge(events, stored))).toEqual({ lost: 1 });
  expect(wrong(judge(events, null))).toEqual({});
});

test('planted: a receipt without its case, and a case twice', () => {
  const events: ClientEvent[] = [{ event: 'receipt', conversation: 'c', reference: 'BR-2026-AAAAAA' }];
  expect(wrong(judge(events, [], ['BR-2026-AAAAAA']))).toEqual({});
  expect(wrong(judge(events, [], []))).toEqual({ casesWrong: 1 });
  expect(wrong(judge(events, [], ['BR-2026-AAAAAA', 'BR-2026-AAAAAA']))).toEqual({ casesWrong: 1 });
});

test('counts what was tried', () => expect(judge([...TWO, sent('x'), unknown('x'), sent('y'), failed('y')], [said(1, 'a'), reply(2, 1), said(3, 'b'), reply(4, 3)])).toMatchObject({ acknowledged: 2, unknown: 1, failed: 1 }));
