import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DateTime } from 'luxon';
import { ZONE } from '../../src/domain/calendar';
import { drawReference } from '../../src/domain/cases/reference';
import { start, type Running } from '../../src/main';
import { readSettings } from '../../src/settings';
import { openEmbeddedStore } from '../../src/storage/nedb/open-embedded-store';
import { deriveKey, loadSecretKey } from '../../src/storage/secret-key';
import { aCase } from '../domain/desk/a-case';
import { DeskClient } from './desk-client';

jest.setTimeout(240_000);

const CASES = 10_000;
const ASKED = 15;
let folders: string[] = [];
let servers: Running[] = [];
afterEach(async () => {
  for (const server of servers) await server.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  [servers, folders] = [[], []];
});

/** The desk of a server with so many cases. */
async function deskWith(count: number): Promise<DeskClient> {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-speed-'));
  folders.push(folder);
  const settings = readSettings({ PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' });
  const store = await openEmbeddedStore({ dataDir: settings.dataDir, key: deriveKey(loadSecretKey(settings).key, 'storage') });
  const names = ['Jensen', 'Nielsen', 'Yıldız', 'Østergård', 'Hansen'];
  for (let place = 0; place < count; place++) {
    const plain = aCase(drawReference(2026, randomBytes));
    const transcript = Array.from({ length: 20 }, (_, line) => ({ at: `2026-11-24T10:00:${String(line).padStart(2, '0')}.000+01:00`, from: 'citizen' as const, text: `Linje ${line} af samtalen, som den blev skrevet` }));
    await store.cases.add({ ...plain, handoff: { ...plain.handoff, transcript, status: place % 4 === 0 ? 'closed' : 'open', contact: { ...plain.handoff.contact, name: `Borger ${place} ${names[place % names.length]}` }, nextDeadline: place % 2 === 0 ? `2026-12-${String((place % 28) + 1).padStart(2, '0')}` : null } });
  }
  await store.close();
  const server = await start(settings, { now: () => DateTime.fromISO('2026-11-25T09:00', { zone: ZONE }), webFolder: resolve(__dirname, '../../dist/web') });
  servers.push(server);
  return DeskClient.first(server.url, server.firstAccountUrl ?? '');
}

async function median(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < ASKED; count++) {
    const begun = performance.now();
    await ask();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[Math.floor(ASKED / 2)] ?? Number.NaN;
}

test('10,000 cases: the first page and a search come within 100 ms; the report within 5 s', async () => {
  const [empty, full] = [await deskWith(0), await deskWith(CASES)];
  const first = performance.now();
  await full.get('/adviser');
  const cold = performance.now() - first;
  const none = await median(() => empty.get('/adviser'));
  const page = await median(() => full.get('/adviser'));
  const search = await median(() => full.search('borger 7777'));
  const begun = performance.now();
  await full.get('/adviser/report');
  const report = performance.now() - begun;
  console.log(JSON.stringify({ cases: CASES, emptyMs: Math.round(none), pageMs: Math.round(page), ratio: Number((page / none).toFixed(1)), searchMs: Math.round(search), firstAfterStartMs: Math.round(cold), reportMs: Math.round(report) }));
  expect((await full.search('borger 7777')).text).toContain('Borger 7777');
  expect(page).toBeLessThan(100);
  expect(search).toBeLessThan(100);
  expect(report).toBeLessThan(5_000);
});
