import { createHmac, randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { mayFollow } from '../../../src/domain/cases/case-status';
import { awaitsDepartment, statusPhrase } from '../../../src/domain/cases/status-phrase';
import { createCaseStatus } from '../../../src/domain/cases/case-status-desk';
import { LocalWork } from '../../../src/domain/exclusive-work';
import { createHandOff } from '../../../src/domain/cases/hand-off';
import type { AnsweredForm } from '../../../src/domain/cases/make-handoff-case';
import { derivePin, pinHmac, sameDigest } from '../../../src/domain/cases/pin';
import { afterWrongTry, lockedFor, NO_ATTEMPTS } from '../../../src/domain/cases/pin-attempts';
import { drawReference, readReference } from '../../../src/domain/cases/reference';
import { transcriptLines } from '../../../src/domain/conversations/transcript-lines';
import { memoryCaseRepository } from './memory-case-repository';

const hash = (purpose: string, text: string) => createHmac('sha256', 'a key of the test').update(`${purpose}\n${text}`).digest();
const at = DateTime.fromISO('2026-11-24T10:00', { zone: ZONE });
const HOUR = 3_600_000;

describe('the reference', () => {
  test('is drawn of signs that can be told apart on the phone, every one equally often', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 5000; n++) for (const sign of drawReference(2026, randomBytes).slice(8)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect([...counts.keys()].sort().join('')).toBe('23456789ABCDEFGHJKMNPQRSTUVWXYZ');
    // 30,000 signs over 31: about 968 each; six standard deviations are 184.
    for (const count of counts.values()) expect(Math.abs(count - 30_000 / 31)).toBeLessThan(184);
  });

  test('throws away bytes that would favour the first signs', () => {
    const bytes = [255, 254, 253, 252, 251, 250, 249, 248, 0, 1, 2, 3, 4, 5];
    expect(drawReference(2026, () => Uint8Array.from(bytes))).toBe('BR-2026-234567');
  });

  test.each([
    ['BR-2026-7K4QX9', 'BR-2026-7K4QX9'],
    ['br 2026 7k4 qx9', 'BR-2026-7K4QX9'],
    ['min sag er br20267k4qx9.', 'BR-2026-7K4QX9'],
    ['BR–2026–7K4QX9', 'BR-2026-7K4QX9'],
    ['BR-2026-7K4QX', null],
    ['BR-2026-7K4Q0O', null],
    ['24/018233', null],
    ['', null],
  ])('%j is read as %s', (said, reference) => expect(readReference(said)).toBe(reference));
});

describe('the PIN', () => {
  test('is six digits, the same each time, another for another case', () => {
    expect(derivePin(hash, 'BR-2026-7K4QX9')).toMatch(/^\d{6}$/);
    expect(derivePin(hash, 'BR-2026-7K4QX9')).toBe(derivePin(hash, 'BR-2026-7K4QX9'));
    expect(derivePin(hash, 'BR-2026-7K4QX9')).not.toBe(derivePin(hash, 'BR-2026-7K4QXA'));
  });
  test('digests are the same only when every sign is', () => {
    const digest = pinHmac(hash, 'BR-2026-7K4QX9', '123456');
    expect(sameDigest(digest, digest)).toBe(true);
    expect(sameDigest(digest, pinHmac(hash, 'BR-2026-7K4QX9', '123457'))).toBe(false);
    expect(sameDigest('', digest)).toBe(false);
  });
  test('the fifth wrong try locks for an hour, the tenth for two, never more than a day', () => {
    let attempts = NO_ATTEMPTS;
    for (let n = 0; n < 4; n++) attempts = afterWrongTry(attempts, 0);
    expect(lockedFor(attempts, 0)).toBe(0);
    attempts = afterWrongTry(attempts, 0);
    expect(lockedFor(attempts, 0)).toBe(HOUR);
    expect(lockedFor(attempts, HOUR)).toBe(0);
    for (let n = 0; n < 5; n++) attempts = afterWrongTry(attempts, HOUR);
    expect(lockedFor(attempts, HOUR)).toBe(2 * HOUR);
    for (let n = 0; n < 500; n++) attempts = afterWrongTry(attempts, 0);
    expect(attempts.locks).toBe(102);
    for (let n = 0; n < 5; n++) attempts = afterWrongTry(attempts, 0);
    expect(lockedFor(attempts, 0)).toBe(24 * HOUR);
  });
});

const callback: AnsweredForm = {
  form: 'callback',
  answers: { about: 'Min hjemmehjælp', name: 'Fatma Yıldız', phone: '+4520218988', when: 'torsdag', mayLeaveMessage: true },
  language: 'da',
  noticeVersion: 'n1',
  transcript: [],
  letter: null,
};

describe('handing over', () => {
  const parts = () => ({ cases: memoryCaseRepository(), hash, randomBytes, now: () => at, onHandedOver: jest.fn() });

  test('keeps the case before it resolves, and gives its reference and PIN', async () => {
    const { cases, ...rest } = parts();
    const { handoff, pin } = await createHandOff({ cases, ...rest }).send(callback, 'c1:callback:1');
    expect((await cases.find(handoff.reference))?.handoff).toMatchObject({ subject: 'callback', wants: ['callback'], createdAt: '2026-11-24T10:00:00.000+01:00', contact: { phone: '+4520218988', mayLeaveMessage: true }, consent: { noticeVersion: 'n1', scope: [] } });
    expect(pin).toBe(derivePin(hash, handoff.reference));
  });

  test('the same key gives the same case: a turn run again sends nothing twice', async () => {
    const all = parts();
    const first = await createHandOff(all).send(callback, 'c1:callback:1');
    const again = await createHandOff(all).send(callback, 'c1:callback:1');
    expect(again).toEqual(first);
    expect(await all.cases.list()).toHaveLength(1);
  });

  test('a reference that is taken is drawn again', async () => {
    const all = parts();
    let draws = 0;
    const bytes = () => Uint8Array.from({ length: 12 }, () => (draws < 2 ? 0 : 1));
    const handOff = createHandOff({ ...all, randomBytes: () => ((draws += 1), bytes()) });
    await handOff.send(callback, 'a');
    draws = 0;
    expect((await handOff.send(callback, 'b')).handoff.reference).toBe('BR-2026-333333');
  });

  test('consent is only what was said yes to', async () => {
    const dialogue: AnsweredForm = { ...callback, form: 'dialogue', answers: { ...callback.answers, department: 'jobcentret', wish: 'et svar', contactDepartment: true, seeFile: false } };
    const { handoff } = await createHandOff(parts()).send(dialogue, 'a');
    expect(handoff).toMatchObject({ subject: 'question', wants: ['dialogue'], department: 'jobcentret', wish: 'et svar', consent: { scope: ['contact-department'] } });
  });
});

describe('a complaint over a decision', () => {
  const answers = { about: 'decision', area: 'kontanthjælp', received: '2026-11-04', complained: 'not-yet', disagree: 'Jeg kan ikke arbejde.', wish: 'Hjælp.', name: 'Eva Lund', phone: '+4520304050', mayLeaveMessage: false };
  const form: AnsweredForm = { ...callback, form: 'complaint', answers };

  test('shows what it is about, when it came, and that she has not complained of it', async () => {
    const { handoff } = await createHandOff({ cases: memoryCaseRepository(), hash, randomBytes, now: () => at, onHandedOver: () => undefined }).send(form, 'a');
    expect(handoff.complaint).toMatchObject({ matter: 'kontanthjælp', received: '2026-11-04', firstInstance: true });
  });

  test('the day of an incident is no wish for a call', async () => {
    const { handoff } = await createHandOff({ cases: memoryCaseRepository(), hash, randomBytes, now: () => at, onHandedOver: () => undefined }).send({ ...form, answers: { about: 'staff-conduct', whatHappened: 'Hun råbte.', when: '2026-11-29', tried: 'not-yet', wish: 'Et svar.' } }, 'b');
    expect(handoff).toMatchObject({ complaint: { when: '2026-11-29', matter: null }, contact: { when: null } });
  });
});

test.each([
  [{ status: 'new', round: 'first' }, 'case.status.new'],
  [{ status: 'open', round: 'first' }, 'case.status.open'],
  [{ status: 'open', round: 'investigation' }, 'case.status.investigation'],
  [{ status: 'waiting-for-department', round: 'investigation' }, 'case.status.waiting-for-department'],
  [{ status: 'closed', round: 'concluded' }, 'case.status.closed'],
] as const)('%j is told by %s', (handoff, phrase) => expect(statusPhrase(handoff)).toBe(phrase));

test('a case under investigation is carried on no further by an answer of the department', async () => {
  const { handoff } = await createHandOff({ cases: memoryCaseRepository(), hash, randomBytes, now: () => at, onHandedOver: () => undefined }).send({ ...callback, form: 'complaint', answers: { about: 'service', whatHappened: 'Intet svar.', tried: 'not-yet', wish: 'Et svar.' } }, 'a');
  expect(awaitsDepartment(handoff)).toBe(true);
  expect(awaitsDepartment({ ...handoff, round: 'investigation' })).toBe(false);
});

describe('asking for the status', () => {
  test('reference and PIN together show it; anything else is wrong in the same words, and five tries lock', async () => {
    const cases = memoryCaseRepository();
    const locked: string[] = [];
    let clock = at;
    const { handoff, pin } = await createHandOff({ cases, hash, randomBytes, now: () => at, onHandedOver: () => undefined }).send(callback, 'a');
    const desk = createCaseStatus({ cases, work: new LocalWork(), hash, now: () => clock, onLocked: (reference) => locked.push(reference) });
    expect(await desk.ask(handoff.reference, pin)).toMatchObject({ kind: 'status', status: 'new' });
    for (const reference of [handoff.reference, 'BR-2026-AAAAAA']) {
      const wrongPin = pin === '000000' ? '111111' : '000000';
      for (let n = 0; n < 5; n++) expect(await desk.ask(reference, wrongPin)).toEqual({ kind: 'wrong' });
      expect(await desk.ask(reference, wrongPin)).toEqual({ kind: 'locked', minutes: 60 });
    }
    expect(await desk.ask(handoff.reference, pin)).toEqual({ kind: 'locked', minutes: 60 });
    expect(locked).toEqual([handoff.reference, 'BR-2026-AAAAAA']);
    clock = at.plus({ hours: 1 });
    expect(await desk.ask(handoff.reference, pin, 'hers')).toMatchObject({ kind: 'status', phrase: 'case.status.new' });
    expect(await desk.again(handoff.reference, 'hers')).toMatchObject({ kind: 'status' });
    expect(await desk.again(handoff.reference, 'another')).toEqual({ kind: 'wrong' });
  });

  test('of twenty tries at once no more than five are looked at', async () => {
    const desk = createCaseStatus({ cases: memoryCaseRepository(), work: new LocalWork(), hash, now: () => at, onLocked: () => undefined });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, nth) => desk.ask('BR-2026-AAAAAA', String(nth).padStart(6, '0'))));
    expect(answers.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
  });
});

test.each([['new', 'open', true], ['open', 'waiting-for-department', true], ['closed', 'open', true], ['closed', 'new', false], ['new', 'waiting-for-citizen', false]] as const)('from %s to %s: %s', (from, to, may) => expect(mayFollow(from, to)).toBe(may));

test('a transcript holds what was said, in Copenhagen time, and no PIN', () => {
  const message = (seq: number, role: string, text: string, more = {}) => ({ seq, activity: { type: 'message', text, timestamp: '2026-11-24T09:00:00.000Z', from: { id: 'x', role }, ...more } });
  expect(
    transcriptLines([
      message(1, 'user', 'Ring mig op'),
      { seq: 2, activity: { type: 'event', name: 'language' } },
      message(3, 'bot', 'Sendt: BR-2026-7K4QX9, PIN 123456', { channelData: { receipt: { reference: 'BR-2026-7K4QX9' } } }),
      message(4, 'user', '123 456'),
    ]),
  ).toEqual([
    { at: '2026-11-24T10:00:00.000+01:00', from: 'citizen', text: 'Ring mig op' },
    { at: '2026-11-24T10:00:00.000+01:00', from: 'bot', text: 'Sendt: BR-2026-7K4QX9, PIN ••••••' },
    { at: '2026-11-24T10:00:00.000+01:00', from: 'citizen', text: '••••••' },
  ]);
});
