import type { CaseRecord, CaseRepository } from '../../src/domain/cases/case-repository';
import { NEW_DESK_FILE } from '../../src/domain/cases/desk-file';
import { makeHandoffCase } from '../../src/domain/cases/make-handoff-case';

export interface RepositoryUnderTest {
  readonly cases: CaseRepository;
  reopen(): Promise<CaseRepository>;
}

export const aCase = (reference: string, idempotencyKey = reference): CaseRecord => ({
  handoff: makeHandoffCase(
    { form: 'callback', answers: { about: 'Min sag', name: 'Fatma', phone: '+4520218988', when: 'tirsdag', mayLeaveMessage: true }, language: 'da', noticeVersion: 'n1', transcript: [{ at: '2026-11-24T10:00:00.000+01:00', from: 'citizen', text: 'Hej' }], letter: null },
    reference,
    '2026-11-24T10:00:00.000+01:00',
  ),
  pinHmac: 'ab',
  idempotencyKey,
  noticedAt: null,
  desk: NEW_DESK_FILE,
});

/** What every repository of cases must do. */
export function behavesAsCaseRepository(begin: () => Promise<RepositoryUnderTest>): void {
  let cases: CaseRepository;
  let reopen: () => Promise<CaseRepository>;
  beforeEach(async () => {
    const under = await begin();
    cases = under.cases;
    reopen = async () => (cases = await under.reopen());
  });

  test('a case is there as it was, after a restart as well', async () => {
    await cases.add(aCase('BR-2026-AAAAAA'));
    await reopen();
    expect(await cases.find('BR-2026-AAAAAA')).toEqual(aCase('BR-2026-AAAAAA'));
    expect(await cases.findByIdempotencyKey('BR-2026-AAAAAA')).toEqual(aCase('BR-2026-AAAAAA'));
    expect(await cases.find('BR-2026-BBBBBB')).toBeNull();
  });

  test('does not let a reference be used twice', async () => {
    await cases.add(aCase('BR-2026-AAAAAA', 'k1'));
    await expect(cases.add(aCase('BR-2026-AAAAAA', 'k2'))).rejects.toMatchObject({ code: 'case-exists' });
  });

  test('the same key adds nothing and gives the case kept before, even when asked at once', async () => {
    const added = await Promise.all(['A', 'B', 'C', 'D'].map((letter) => cases.add(aCase(`BR-2026-${letter.repeat(6)}`, 'same'))));
    expect(new Set(added.map(({ handoff }) => handoff.reference)).size).toBe(1);
    await reopen();
    expect(await cases.list()).toHaveLength(1);
  });

  test('lists the newest first; those not told of come oldest first', async () => {
    for (const letter of ['A', 'B', 'C']) await cases.add(aCase(`BR-2026-${letter.repeat(6)}`));
    await cases.markNoticed('BR-2026-BBBBBB', 5);
    await reopen();
    expect((await cases.list()).map(({ handoff }) => handoff.reference.at(-1))).toEqual(['C', 'B', 'A']);
    expect((await cases.unnoticed()).map(({ handoff }) => handoff.reference.at(-1))).toEqual(['A', 'C']);
    expect((await cases.find('BR-2026-BBBBBB'))?.noticedAt).toBe(5);
    await expect(cases.markNoticed('BR-2026-DDDDDD', 5)).rejects.toMatchObject({ code: 'case-unknown' });
  });

  test('changes a case in one step, however many ask at once; a change that throws changes nothing', async () => {
    await cases.add(aCase('BR-2026-AAAAAA'));
    const longer = (record: CaseRecord): CaseRecord => ({ ...record, handoff: { ...record.handoff, messages: [...record.handoff.messages, { key: `k${record.handoff.messages.length}`, at: '2026-11-24T11:00:00.000+01:00', from: 'citizen', text: 'Hej' }] } });
    await Promise.all(Array.from({ length: 10 }, () => cases.change('BR-2026-AAAAAA', longer)));
    await expect(cases.change('BR-2026-AAAAAA', () => { throw new RangeError('no'); })).rejects.toThrow('no');
    await expect(cases.change('BR-2026-DDDDDD', longer)).rejects.toMatchObject({ code: 'case-unknown' });
    await reopen();
    expect((await cases.find('BR-2026-AAAAAA'))?.handoff.messages.map(({ key }) => key)).toEqual(['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8', 'k9']);
  });

  test('what the desk keeps on a case is kept with it', async () => {
    await cases.add(aCase('BR-2026-AAAAAA'));
    const desk = { ...NEW_DESK_FILE, version: 1, title: 'Hjemmehjælp', journal: '27.03.00-G01-1-26', notes: [{ at: '2026-11-24T11:00:00.000+01:00', by: 'Anne', text: 'Ring' }] };
    await cases.change('BR-2026-AAAAAA', (record) => ({ ...record, desk }));
    await reopen();
    expect((await cases.find('BR-2026-AAAAAA'))?.desk).toEqual(desk);
  });

  test('a case that was removed is gone, its key and its tries too; the others stay', async () => {
    for (const letter of ['A', 'B', 'C']) await cases.add(aCase(`BR-2026-${letter.repeat(6)}`));
    await cases.savePinAttempts('BR-2026-AAAAAA', { failed: 2, lockedUntil: null, locks: 1 });
    await cases.remove(['BR-2026-AAAAAA', 'BR-2026-CCCCCC', 'BR-2026-ZZZZZZ']);
    await reopen();
    expect((await cases.list()).map(({ handoff }) => handoff.reference)).toEqual(['BR-2026-BBBBBB']);
    expect(await cases.findByIdempotencyKey('BR-2026-AAAAAA')).toBeNull();
    expect(await cases.pinAttempts('BR-2026-AAAAAA')).toEqual({ failed: 0, lockedUntil: null, locks: 0 });
  });

  test('tries of a PIN are kept for any reference', async () => {
    expect(await cases.pinAttempts('BR-2026-AAAAAA')).toEqual({ failed: 0, lockedUntil: null, locks: 0 });
    await cases.savePinAttempts('BR-2026-AAAAAA', { failed: 2, lockedUntil: null, locks: 1 });
    await reopen();
    expect(await cases.pinAttempts('BR-2026-AAAAAA')).toEqual({ failed: 2, lockedUntil: null, locks: 1 });
  });
}
