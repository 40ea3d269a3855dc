// `npm run walks -- --n 10000 [--seed 1] [--shards 2]`: random walks through the dialogs, shared among as many processes as there are
// processors; one JSON line with the figures of all, exit 1 when one went wrong.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const { values } = parseArgs({ options: { n: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' }, shards: { type: 'string', default: String(availableParallelism()) } } });
const folder = mkdtempSync(join(tmpdir(), 'vejviser-walks-'));
const [n, seed, shards] = [Number(values.n), Number(values.seed), Math.max(1, Math.min(Number(values.shards), Number(values.n)))];
const begun = performance.now();

/** The walks of one process: every seed belongs to one shard, so that the same seeds are walked whatever their number. */
function walks(shard) {
  const from = seed + Math.floor((n * shard) / shards);
  const count = seed + Math.floor((n * (shard + 1)) / shards) - from;
  const report = join(folder, `report-${shard}.json`);
  const jest = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), 'test/walks', '--silent'], {
    cwd: root,
    env: { ...process.env, WALKS: String(count), SEED: String(from), WALKS_REPORT: report },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((done) => jest.on('close', (status) => done({ status: status ?? 1, ...JSON.parse(readFileSync(report, 'utf8')) })));
}

try {
  const reports = await Promise.all(Array.from({ length: shards }, (_, shard) => walks(shard)));
  const sum = (key) => reports.reduce((total, report) => total + report[key], 0);
  const found = { walks: sum('walks'), seed, turns: sum('turns'), drafts: sum('drafts'), handedOver: sum('handedOver'), faults: reports.flatMap(({ faults }) => faults), seconds: Math.round((performance.now() - begun) / 1000) };
  process.stdout.write(`${JSON.stringify(found)}\n`);
  process.exitCode = Math.max(...reports.map(({ status }) => status));
} finally {
  rmSync(folder, { recursive: true });
}
