import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { removeTemporaryContent, SECOND_MUNICIPALITY, temporaryContent } from './temporary-content';

const ROOT = join(__dirname, '../..');
const built = mkdtempSync(join(tmpdir(), 'vejviser-commands-'));

beforeAll(() => build({ absWorkingDir: ROOT, entryPoints: ['src/cli/content-check.ts', 'src/cli/content-print.ts'], bundle: true, platform: 'node', packages: 'external', outdir: built, logLevel: 'silent' }));
afterAll(() => rmSync(built, { recursive: true }));
afterEach(removeTemporaryContent);

/** Runs a command on a content folder, as an editor does. */
function run(command: string, folder: string, args: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(built, `${command}.js`), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules'), CONTENT_DIR: folder, MUNICIPALITY: 'nordby' },
  });
  return { status, stdout, stderr };
}

describe('content:check', () => {
  test('is content with content that is as it should be, and lists what nobody knows yet', () => {
    const { status, stdout, stderr } = run('content-check', SECOND_MUNICIPALITY);
    expect(stderr).toBe('');
    expect(stdout).toContain(`${SECOND_MUNICIPALITY}/nordby/municipality.yaml:11: dpo.name`);
    expect(stdout).toMatch(/common\.yaml +41 +10 +\d+\.\d +35\n/);
    expect(stdout).toMatch(/9 phrases in two languages: 0 errors, \d+ warnings\.\n$/);
    expect(status).toBe(0);
  });

  test('warns of what is out of date, and that is no error', () => {
    const copy = temporaryContent();
    copy.edit('nordby/da/adviser.yaml', (text) => text.replaceAll('2026', '2020'));
    copy.edit('nordby/municipality.yaml', (text) => text.replace('expires: 2027', 'expires: 2021'));
    copy.edit('nordby/opening-hours.yaml', (text) => text.replace('expires: 2027', 'expires: 2021'));
    const { status, stdout } = run('content-check', copy.folder);
    expect(stdout).toContain('nordby/da/adviser.yaml:2: "human" expired on 2020-12-01. Compare it with its source');
    expect(stdout).toContain('nordby/municipality.yaml:5: adviser.phone expired on 2021-11-01.');
    expect(stdout).toContain('nordby/opening-hours.yaml:2: The hours of phone expired on 2021-05-01.');
    expect(status).toBe(0);
  });

  test('warns of a check that is still to come', () => {
    const copy = temporaryContent();
    copy.edit('nordby/da/adviser.yaml', (text) => text.replaceAll('2026', '2999'));
    expect(run('content-check', copy.folder).stdout).toContain('"human" says that it was checked on 2999-11-01, which is still to come.');
  });

  test.each([
    { rule: 'a missing translation', path: 'denmark/en/common.yaml', from: 'action.erase:\n  text: Delete\n', to: '', said: 'denmark/da/common.yaml:37: "action.erase" has no translation.' },
    {
      rule: 'a sentence of 16 words, on its own line',
      path: 'nordby/da/adviser.yaml',
      from: '{reach}\n',
      to: '{reach}\n    Her er en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten.\n',
      said: 'nordby/da/adviser.yaml:5: "human" has a sentence of 16 words: "Her er en to',
    },
    {
      rule: 'a LIX that is too high',
      path: 'nordby/da/adviser.yaml',
      from: '{reach}\n',
      to: `{reach}\n${'    Vejledningen vedrører foranstaltninger.\n'.repeat(10)}`,
      said: 'nordby/da/adviser.yaml:1: The LIX is 82.1; at most 35 is permitted.',
    },
  ])('$rule is an error', ({ path, from, to, said }) => {
    const copy = temporaryContent();
    copy.edit(path, (text) => text.replace(from, to));
    const { status, stdout } = run('content-check', copy.folder);
    expect(stdout).toContain(said);
    expect(stdout).toContain(' 1 errors');
    expect(status).toBe(1);
  });

  test('says what is wrong when there is no content', () => {
    const { status, stderr } = run('content-check', join(built, 'nowhere'));
    expect(stderr).toContain('Set CONTENT_DIR to the folder that holds the content.');
    expect(status).toBe(1);
  });
});

describe('content:print', () => {
  test('puts every text in both languages on one page', () => {
    const copy = temporaryContent();
    copy.edit('nordby/da/adviser.yaml', (text) => text.replace('Ring til os', '<script>Ring</script> & til os').replaceAll('2026', '2020'));
    const { status, stdout } = run('content-print', copy.folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="da">/);
    expect(stdout).toContain('<div lang="en"><h4>English</h4><div class="bubble">I am a program. What you write is kept for {chatDays} days.</div>');
    expect(stdout).toContain('<dt>Knapper</dt><dd>Tal med et menneske (human), Slet (erase)</dd>');
    expect(stdout).toContain('<dt>Kilde</dt><dd>nordby.dk</dd>');
    expect(stdout).toContain('<dt>Kontrolleret</dt><dd>2020-11-01</dd>');
    expect(stdout).toContain('<dt>Udløber</dt><dd>2020-12-01 – UDLØBET</dd>');
    expect(stdout).toMatch(/LIX: Dansk \d+\.\d \(højst 35\), English \d+\.\d \(højst 35\)/);
    expect(stdout).toContain('<td>Ingen ved det endnu</td>');
    expect(stdout).not.toContain('<script');
    expect(stdout).not.toMatch(/src=|https?:/);
  });

  test('writes to a file when asked to', () => {
    const copy = temporaryContent();
    const out = join(copy.folder, 'all.html');
    expect(run('content-print', copy.folder, ['--out', out])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(out, 'utf8')).toContain('</html>');
  });

  test('names the fault of content that cannot be said', () => {
    const copy = temporaryContent();
    copy.edit('nordby/da/adviser.yaml', (text) => text.replace('actions:', 'buttons:'));
    const { status, stdout, stderr } = run('content-print', copy.folder);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('nordby/da/adviser.yaml:6: "human" has the unknown key "buttons".');
  });
});
