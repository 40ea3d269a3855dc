// `npm run walks -- --n 10000 [--seed 1]`: random walks through the dialogs; one JSON line with the figures, exit 1 when one went wrong.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const { values } = parseArgs({ options: { n: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } } });
const folder = mkdtempSync(join(tmpdir(), 'vejviser-walks-'));
const report = join(folder, 'report.json');
const jest = spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), 'test/walks', '--silent'], {
  cwd: root,
  env: { ...process.env, WALKS: values.n, SEED: values.seed, WALKS_REPORT: report },
  stdio: ['ignore', 'ignore', 'inherit'],
});
process.stdout.write(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true });
process.exitCode = jest.status ?? 1;
