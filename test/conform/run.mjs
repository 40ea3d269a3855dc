// `npm run conform`: holds the embedded Direct Line to its specification, row by row, and prints one JSON line with
// the figures. `-- --web-chat` lets the official Web Chat go through all 20 drops × 50 messages. Exit 1 when a check fails.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const whole = process.argv.includes('--web-chat');
const folder = mkdtempSync(join(tmpdir(), 'vejviser-conform-'));
const report = join(folder, 'report.json');
const jest = join(root, 'node_modules/jest/bin/jest.js');

// jest's own report goes to stderr: stdout is for the figures.
spawnSync(process.execPath, [join(root, 'src/build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
spawnSync(process.execPath, [jest, 'test/conform', '--json', `--outputFile=${report}`], {
  cwd: root,
  stdio: ['ignore', 'ignore', 2],
  env: { ...process.env, ...(whole ? { CONFORM_DROPS: '20', CONFORM_MESSAGES: '50' } : {}) },
});

const byRow = {};
let checks = 0;
let failed = 0;
for (const { title, status } of JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(({ assertionResults }) => assertionResults)) {
  checks += 1;
  if (status !== 'passed') failed += 1;
  // "D17, B3: …" is a check of both rows.
  for (const row of (/^[DB]\d+(?:, [DB]\d+)*(?=:)/.exec(title)?.[0] ?? 'none').split(', ')) {
    byRow[row] ??= { checks: 0, failed: 0 };
    byRow[row].checks += 1;
    if (status !== 'passed') byRow[row].failed += 1;
  }
}
const inOrder = Object.fromEntries(Object.entries(byRow).sort(([a], [b]) => b.localeCompare(a, 'en', { numeric: true }) * (a[0] === b[0] ? -1 : 1)));
const missing = Array.from({ length: 50 }, (_, n) => `D${n + 1}`).filter((row) => !(row in byRow));
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${JSON.stringify({ checks, failed, rowsWithoutCheck: missing, rows: inOrder })}\n`);
process.exit(failed > 0 || checks === 0 || missing.length > 0 ? 1 : 0);
