import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openEmbeddedStore } from '../../src/storage/nedb/open-embedded-store';

const BUILD = resolve(__dirname, '../../src/build.mjs');
const KEY = createHash('sha256').update('a key of the test').digest();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const backup = (...to: string[]) => backupWith({}, ...to);
const backupWith = (more: Record<string, string>, ...to: string[]) => spawnSync(process.execPath, [BUILD, 'backup', ...to], { encoding: 'utf8', env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), ...more } });

test('of data in use: everything but what belongs to the process, and it opens elsewhere', async () => {
  const store = await openEmbeddedStore({ dataDir: join(folder, 'data'), key: KEY });
  await store.conversations.create({ id: 'c1', userId: 'dl_u', startedAt: 1 });
  await store.conversations.receive('c1', { type: 'message', text: 'gemt' }, { at: 2, stamp: (activity) => activity });
  const { status, stdout } = backup(join(folder, 'copy'));
  await store.close();
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ to: join(folder, 'copy') });
  expect(readdirSync(join(folder, 'copy'))).not.toContain('lock.json');
  const copy = await openEmbeddedStore({ dataDir: join(folder, 'copy'), key: KEY });
  expect((await copy.conversations.activitiesAfter('c1', 0)).map(({ activity }) => activity.text)).toEqual(['gemt']);
  await copy.close();
});

test('overwrites nothing, and says what to do', () => {
  for (const [said, to] of [['Say where to', []], ['not there yet', [folder]], ['no data', [join(folder, 'copy')]]] as const) {
    const { status, stderr } = backup(...to);
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
  }
  expect(existsSync(join(folder, 'copy'))).toBe(false);
});

test('copies no folder that is not the store any more: of PostgreSQL it names the program that does, and not the password', () => {
  const { status, stderr } = backupWith({ STORE: 'postgres://vejviser:hemmeligt@127.0.0.1/vejviser' }, join(folder, 'copy'));
  expect([status, stderr]).toEqual([2, expect.stringContaining('pg_dump')]);
  expect(stderr).not.toContain('hemmeligt');
  expect(existsSync(join(folder, 'copy'))).toBe(false);
});
