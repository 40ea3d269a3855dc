import { createHash } from 'node:crypto';
import { brokenAt, type AuditEntry, type AuditEvent } from '../../src/domain/audit/audit-entry';
import type { AuditLog } from '../../src/domain/audit/audit-log';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const anEvent = (at: number): AuditEvent => ({ at, actor: 'a1', action: 'read', references: ['BR-2026-AAAAAA'], purpose: 'case-work', hashes: ['ab'] });

export interface AuditLogUnderTest {
  readonly log: AuditLog;
  reopen(): Promise<AuditLog>;
}

/** What every audit log must do. */
export function behavesAsAuditLog(begin: () => Promise<AuditLogUnderTest>): void {
  test('keeps the order of what came at once, over a restart, in one chain', async () => {
    const { log, reopen } = await begin();
    await Promise.all(Array.from({ length: 12 }, (_, at) => log.append(anEvent(at))));
    const again = await reopen();
    await again.append(anEvent(12));
    const entries = await again.all();
    expect(entries.map(({ at, seq }) => [at, seq])).toEqual(Array.from({ length: 13 }, (_, at) => [at, at + 1]));
    expect(brokenAt(entries, sha256)).toBeNull();
  });

  test.each<{ what: string; spoil: (entries: AuditEntry[]) => AuditEntry[]; at: number }>([
    { what: 'an actor that was changed', spoil: (all) => all.map((each) => (each.seq === 2 ? { ...each, actor: 'a2' } : each)), at: 2 },
    { what: 'an entry that was taken out', spoil: (all) => all.filter(({ seq }) => seq !== 2), at: 2 },
    { what: 'entries that changed places', spoil: ([a, b, ...rest]) => [b, a, ...rest].flatMap((each) => each ?? []), at: 1 },
    { what: 'an entry with a hash made to fit itself', spoil: (all) => all.map((each) => (each.seq === 2 ? { ...each, at: 99, hash: sha256('x') } : each)), at: 2 },
  ])('the chain tells of $what', async ({ spoil, at }) => {
    const { log } = await begin();
    for (const each of [1, 2, 3]) await log.append(anEvent(each));
    expect(brokenAt(spoil([...(await log.all())]), sha256)).toBe(at);
  });
}
