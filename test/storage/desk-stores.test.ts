import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { NedbAuditLog } from '../../src/storage/nedb/nedb-audit-log';
import { NedbKeyedStore } from '../../src/storage/nedb/nedb-keyed-store';
import { checkAuditFile } from '../../src/storage/nedb/read-audit-file';
import { secretBox } from '../../src/storage/secret-box';
import { anEvent, behavesAsAuditLog } from './audit-log.contract';
import { behavesAsKeyedStore, type Thing } from './keyed-store.contract';

const KEY = createHash('sha256').update('a key of the test').digest();
const BOX = secretBox(KEY);
const Things: z.ZodType<Thing> = z.object({ word: z.string(), count: z.int() });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-desk-stores-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => BOX.open(line));

describe('things under an id, in NeDB', () => {
  const openThings = () => NedbKeyedStore.open(join(folder, 'things.db'), Things, BOX);
  behavesAsKeyedStore(async () => {
    let store = await openThings();
    return { store, reopen: async () => (await store.close(), (store = await openThings())) };
  });

  test('after a removal no line says what was removed, nor does the tail that was kept aside; writing goes on', async () => {
    const path = join(folder, 'things.db');
    const store = await openThings();
    await store.add('a', { word: 'planted-one', count: 1 });
    await store.change('a', () => ({ word: 'planted-two', count: 2 }));
    await store.add('b', { word: 'kept', count: 3 });
    writeFileSync(`${path}.torn`, BOX.seal('planted-three'));
    expect(linesOf(path).join('\n')).toMatch(/planted-one[^]*planted-two/);
    await store.remove(['a']);
    await store.add('c', { word: 'later', count: 4 });
    expect(linesOf(path).join('\n')).not.toContain('planted');
    expect(existsSync(`${path}.torn`)).toBe(false);
    await store.close();
    expect((await (await openThings()).all()).map(({ word }) => word)).toEqual(['kept', 'later']);
  });
});

describe('the audit log, in NeDB', () => {
  const path = () => join(folder, 'audit.db');
  behavesAsAuditLog(async () => {
    let log = await NedbAuditLog.open(path(), BOX);
    return { log, reopen: async () => (await log.close(), (log = await NedbAuditLog.open(path(), BOX))) };
  });

  test('a check of the file holds while it is whole, and finds any one byte that was changed', async () => {
    const log = await NedbAuditLog.open(path(), BOX);
    for (const at of [1, 2, 3, 4]) await log.append(anEvent(at));
    await log.close();
    expect(checkAuditFile(path(), KEY)).toMatchObject({ kind: 'whole', entries: 4 });
    const bytes = readFileSync(path());
    for (let place = 0; place < bytes.length; place += 37) {
      const spoilt = Buffer.from(bytes);
      spoilt[place] = (spoilt[place] ?? 0) ^ 1;
      writeFileSync(path(), spoilt);
      expect(checkAuditFile(path(), KEY).kind).not.toBe('whole');
    }
  });
});
