// npm run fuzz:letters -- --n 100000 --seed 1: reads generated letters and prints one JSON line: count, exceptions, max and p99 in ms.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { n, seed } = parseArgs({ options: { n: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } } }).values;
mkdirSync(join(ROOT, 'dist'), { recursive: true });
const folder = mkdtempSync(join(ROOT, 'dist', 'fuzz-'));
try {
  const entry = `export { fuzzLetters } from './test/domain/letters/fuzz-letters'; export { loadContent } from './src/content/load-content';`;
  const outfile = join(folder, 'fuzz.cjs');
  await build({ stdin: { contents: entry, resolveDir: ROOT, loader: 'ts' }, bundle: true, platform: 'node', target: 'node20', packages: 'external', outfile, logLevel: 'error' });
  const { fuzzLetters, loadContent } = createRequire(import.meta.url)(outfile);
  const { letterWords } = loadContent({ folder: join(ROOT, 'content'), municipality: 'ishoj' });
  fuzzLetters(letterWords, 50, Number(seed));
  console.log(JSON.stringify(fuzzLetters(letterWords, Number(n), Number(seed))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
