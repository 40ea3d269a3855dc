// Builds the bench and what it measures, and runs it: `node test/bench/run.mjs --quick`. With --peers it first installs
// what ours is measured beside, by the lock file of this folder.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const run = (command, args) => {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
};

if (process.argv.includes('--peers')) run('npm', ['ci', '--prefix', 'test/bench', '--ignore-scripts', '--no-audit', '--no-fund']);
run(process.execPath, ['src/build.mjs']);
const common = { absWorkingDir: ROOT, entryNames: '[name]', bundle: true, platform: 'node', target: 'node20', logLevel: 'error' };
const servers = readdirSync(join(HERE, 'servers')).map((name) => join(HERE, 'servers', name));
const isAgents = (path) => path.endsWith('agents-echo.ts');
await build({ ...common, entryPoints: [join(HERE, 'bench.ts'), ...servers.filter((path) => !isAgents(path))], outdir: join(ROOT, 'dist/bench'), packages: 'external' });
// Beside its own packages, which bring another zod than ours: what we use is bundled in.
await build({ ...common, entryPoints: servers.filter(isAgents), outdir: join(HERE, '.built'), external: ['@microsoft/*', 'dtrace-provider'], mainFields: ['main', 'module'] });
const { status } = spawnSync(process.execPath, [join(ROOT, 'dist/bench/bench.js'), ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
process.exit(status ?? 1);
