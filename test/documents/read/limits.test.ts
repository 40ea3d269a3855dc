import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildDocumentReader } from '../../../src/documents/read/child-document-reader';
import { CHILD, made } from './reader';

jest.setTimeout(30_000);

const folder = mkdtempSync(join(tmpdir(), 'vejviser-child-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A child that does as it is written here: what a file might make the real one do. */
function child(name: string, program: string): string {
  const file = join(folder, `${name}.js`);
  writeFileSync(file, program);
  return file;
}
const onFiles = (what: string): string => `process.once('message', ({ files }) => { ${what} });`;
const ANSWER = `process.send({ kind: 'read', text: String(files[0].name), pages: 1, poor: false });`;
/** Long enough for a child to start on a busy machine, where it is not to be ended for its slowness. */
const PATIENT = { pageMilliseconds: 10_000, milliseconds: 12_000 };
const BRIEF = { pageMilliseconds: 400, milliseconds: 1500 };
const LETTER = [made('Du har fået afslag på din ansøgning.')];

describe('a child that goes wrong', () => {
  test.each([
    { what: 'hangs', program: 'for (;;);', code: 'document-too-slow', limits: BRIEF, within: 400 },
    { what: 'waits for ever', program: 'setInterval(() => undefined, 1000);', code: 'document-too-slow', limits: BRIEF, within: 400 },
    { what: 'never comes to the last page', program: `setInterval(() => process.send({ kind: 'progress', page: 1, pages: 2 }), 50);`, code: 'document-too-slow', limits: { pageMilliseconds: 10_000, milliseconds: 1500 }, within: 1500 },
    { what: 'crashes', program: 'process.exit(7);', code: 'document-broken', limits: PATIENT, within: 10_000 },
    { what: 'throws', program: `throw new Error('x');`, code: 'document-broken', limits: PATIENT, within: 10_000 },
    { what: 'is ended for its memory', program: `process.kill(process.pid, 'SIGKILL');`, code: 'document-too-large', limits: PATIENT, within: 10_000 },
    { what: 'says what nobody understands', program: `process.send({ kind: 'read', text: 7 });`, code: 'document-broken', limits: PATIENT, within: 10_000 },
    { what: 'tells of a fault that is none', program: `process.send({ kind: 'fault', code: 'case-exists' });`, code: 'document-broken', limits: PATIENT, within: 10_000 },
  ])('that $what gives $code', async ({ what, program, code, limits, within }) => {
    const reader = new ChildDocumentReader({ childFile: child(what.replaceAll(' ', '-'), onFiles(program)), ...limits });
    const began = performance.now();
    await expect(reader.read(LETTER)).rejects.toMatchObject({ code });
    expect(performance.now() - began).toBeLessThan(within + 1000);
  });
});

test('a child that takes all memory is ended', async () => {
  const hungry = child('hungry', `require(${JSON.stringify(CHILD)}); process.prependListener('message', () => { const kept = []; while (kept.length < 40) kept.push(Buffer.alloc(32e6, 1)); for (;;); });`);
  await expect(new ChildDocumentReader({ childFile: hungry }).read(LETTER)).rejects.toMatchObject({ code: 'document-too-large' });
});

test('a letter that hangs does not hold up another', async () => {
  const file = child('one-hangs', onFiles(`if (files[0].name === 'endless') for (;;); ${ANSWER}`));
  const reader = new ChildDocumentReader({ childFile: file, pageMilliseconds: 4000 });
  const [hanging, other] = await Promise.allSettled([reader.read([made('x', 'endless')]), reader.read([made('x', 'letter')])]);
  expect(hanging).toMatchObject({ status: 'rejected', reason: { code: 'document-too-slow' } });
  expect(other).toMatchObject({ status: 'fulfilled', value: { text: 'letter' } });
});

test('two are read at a time, some wait, more are turned away', async () => {
  const log = join(folder, 'running.log');
  const file = child('counts', onFiles(`const fs = require('node:fs'); fs.appendFileSync(${JSON.stringify(log)}, '+'); setTimeout(() => { fs.appendFileSync(${JSON.stringify(log)}, '-'); ${ANSWER} }, 150);`));
  const reader = new ChildDocumentReader({ childFile: file, atOnce: 2, mostWaiting: 3 });
  const results = await Promise.allSettled(Array.from({ length: 6 }, () => reader.read(LETTER)));
  expect(results.map(({ status }) => status)).toEqual([...Array.from({ length: 5 }, () => 'fulfilled'), 'rejected']);
  expect(results.at(-1)).toMatchObject({ reason: { code: 'document-too-slow' } });
});

test('it is stopped at a word, at once', async () => {
  const reader = new ChildDocumentReader({ childFile: child('slow', onFiles('for (;;);')) });
  const stop = new AbortController();
  const reading = reader.read(LETTER, { signal: stop.signal });
  stop.abort();
  await expect(reading).rejects.toMatchObject({ code: 'document-stopped' });
});

test('the child knows none of our secrets', async () => {
  process.env['SECRET_KEY'] = 'canary-1234';
  const file = child('environment', onFiles(`process.send({ kind: 'read', text: JSON.stringify(process.env), pages: 1, poor: false });`));
  const { text } = await new ChildDocumentReader({ childFile: file }).read(LETTER);
  delete process.env['SECRET_KEY'];
  expect(text).not.toContain('canary');
  expect(Object.keys(JSON.parse(text) as object).filter((name) => name !== 'SystemRoot' && name !== 'NODE_CHANNEL_FD' && name !== 'NODE_CHANNEL_SERIALIZATION_MODE')).toEqual([]);
});

test('the pages are told one by one', async () => {
  const told: string[] = [];
  await new ChildDocumentReader({ childFile: CHILD }).read([...LETTER, ...LETTER, ...LETTER], { onProgress: ({ page, pages }) => told.push(`${page}/${pages}`) });
  expect(told).toEqual(['1/3', '2/3', '3/3']);
});
