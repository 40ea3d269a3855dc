// Bundles a command of the harness and runs it: `node test/harness/run.mjs crash --kills 20`. It exists for the same
// reason as src/build.mjs, which it runs first: the server under test is the built program.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const [command = 'crash', ...rest] = process.argv.slice(2);
const built = spawnSync(process.execPath, [join(ROOT, 'src/build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
const outfile = join(ROOT, 'dist/harness', `${command}.js`);
await build({ absWorkingDir: ROOT, entryPoints: [join(HERE, `${command}.ts`)], outfile, bundle: true, platform: 'node', target: 'node20', packages: 'external', sourcemap: 'inline', sourcesContent: false, logLevel: 'warning' });
process.argv = [process.argv[0], outfile, ...rest];
createRequire(import.meta.url)(outfile);
