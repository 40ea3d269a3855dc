import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aLetter, GUIDANCE } from '../domain/letters/letter-words';

const ROOT = join(__dirname, '../..');
const LETTER = aLetter('Afslag på hjælp til briller', 'Vi kan ikke imødekomme din ansøgning, fordi dine briller er to år gamle, jf. aktivlovens § 82.', GUIDANCE);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-letters-'));
  writeFileSync(join(folder, 'b.txt'), LETTER);
  writeFileSync(join(folder, 'a.txt'), aLetter('Orientering', 'Du får ny sagsbehandler. Du skal ikke gøre noget.'));
  writeFileSync(join(folder, 'c.txt'), '');
  writeFileSync(join(folder, 'program.pdf'), Buffer.from([0x4d, 0x5a, 0, 1, 2, 3]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function letter(args: readonly string[], input = '') {
  const { stdout, stderr, status } = spawnSync('node', ['src/build.mjs', 'letter', ...args], { cwd: ROOT, input, encoding: 'utf8' });
  return { stdout, stderr, status };
}

test('prints the reading of a file, with its evidence', () => {
  const { stdout, status } = letter([join(folder, 'b.txt'), '--received', '2026-11-27', '--today', '2026-12-29']);
  const reading: unknown = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(reading).toMatchObject({ kind: 'decision', outcome: 'refused', appeal: { deadline: '2026-12-28', late: true }, evidence: expect.arrayContaining([expect.objectContaining({ field: 'appeal.deadlineText', quote: '4 uger' })]) });
});

test('reads standard input', () => {
  const { stdout, status } = letter(['-'], LETTER);
  expect([status, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ kind: 'decision', letterDate: '2026-10-05' })]);
});

test('prints one line a file of a folder; a bad one does not stop the others', () => {
  const { stdout, status } = letter([folder]);
  const lines: unknown[] = stdout.trim().split('\n').map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(lines).toEqual([
    expect.objectContaining({ file: 'a.txt', kind: 'notice' }),
    expect.objectContaining({ file: 'b.txt', kind: 'decision' }),
    expect.objectContaining({ file: 'c.txt', error: expect.objectContaining({ code: 'document-empty' }) }),
    expect.objectContaining({ file: 'program.pdf', error: expect.objectContaining({ code: expect.stringMatching(/^document-/) }) }),
  ]);
});

test.each([
  ['no file', () => []],
  ['a file that is not there', () => ['nowhere.txt']],
  ['an empty file', () => [join(folder, 'c.txt')]],
  ['a program', () => [join(folder, 'program.pdf')]],
  ['a day that does not exist', () => [join(folder, 'b.txt'), '--received', '2026-02-31']],
  ['an unknown option', () => [join(folder, 'b.txt'), '--when', 'now']],
])('%s: exit 2 and one line that says why', (_name, args) => {
  const { stdout, stderr, status } = letter(args());
  expect([status, stdout, stderr.trim().split('\n')]).toEqual([2, '', [expect.any(String)]]);
});
