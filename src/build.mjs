// The one launcher of all npm scripts: bundles src/ and dialogs/ into dist/ when they have changed, then runs
// the command it was given (`node src/build.mjs hours --at …`). It exists because scripts of dependencies are
// switched off (.npmrc), which switches off our own pre-scripts too, and because Node 20 runs no TypeScript.
// It prints nothing on stdout: that belongs to the command.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { Script } from 'node:vm';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, 'built-from.txt');

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

/** Changes whenever a source, or the list of sources, does. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = [...['src', 'dialogs', 'content'].flatMap((folder) => filesBelow(join(ROOT, folder))), join(ROOT, 'package.json')];
  // What the server's code is compiled to is of no use to another version of Node.
  hash.update(process.version);
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

/** Two starts at once may both build: each file comes to its place whole. */
function put(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}`;
  writeFileSync(half, contents);
  renameSync(half, path);
}

/** Packages of plain JavaScript that the server always needs: in one file they load in half the time that 1,700 files take. */
const BUNDLED = ['botbuilder', 'botbuilder-core', 'botframework-connector', 'botbuilder-dialogs', 'libphonenumber-js', 'luxon', 'nedb-promises', 'nodemailer', 'pg', 'pino', 'restify', 'snowball-stemmers', 'ws', 'yaml', 'zod'];

/** What of the packages goes into the server's bundle: those, with all that they need; the others stay where they are. */
const serverPackages = {
  name: 'server-packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
      const ours = !importer.includes('node_modules');
      if (path.startsWith('node:')) return undefined;
      if (path === 'dtrace-provider' || path === 'pg-native') return { path, external: true };
      if (!ours) return undefined;
      return BUNDLED.some((name) => path === name || path.startsWith(`${name}/`)) ? undefined : { path, external: true };
    });
  },
};

/**
 * Packages that the framework loads at its start and we use rarely or never: the recognisers of its own prompts, and Microsoft's ways of signing in.
 * They were 5 of the bundle's 12 MB; each is loaded when something of it is first asked for.
 */
const LATER = ['@microsoft/recognizers-text-choice', '@microsoft/recognizers-text-date-time', '@microsoft/recognizers-text-number', '@azure/identity', '@azure/msal-node', 'axios', 'cross-fetch', 'node-fetch'];

const loadedLater = {
  name: 'loaded-later',
  setup({ onResolve, onLoad, resolve: resolvePackage }) {
    onResolve({ filter: /^(?:@|axios$|cross-fetch$|node-fetch$)/ }, ({ path, importer, namespace, resolveDir }) => {
      if (namespace === 'later') return { path, external: true };
      if (!importer.includes('node_modules')) return undefined;
      // Of the suite only the names of languages are used, which stand in a small package of their own.
      if (path === '@microsoft/recognizers-text-suite') return resolvePackage('@microsoft/recognizers-text', { kind: 'require-call', resolveDir });
      return LATER.includes(path) ? { path, namespace: 'later' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_none, name) => name === '__esModule' || require(${JSON.stringify(path)})[name] });`,
    }));
  },
};

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * The server's bundle in ASCII, so that V8 reads it as bytes and holds half as many of them. What esbuild leaves as it is stands in patterns, and
 * means the same there when it is escaped.
 */
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * A function of what Node gives a module: what `start.cjs` runs, and what the cache is of. ES modules are imported by `start.cjs` itself: code out
 * of V8's cache does not know how (ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING).
 */
const asModule = (code) => `(function (exports, require, module, __filename, __dirname, importModule) {${code.replace(/\bimport\((?=")/g, 'importModule(')}\n})`;

/** The code of the server as V8 has compiled it, with what runs when it is loaded: compiling that was a third of a start. */
function compiled(file, source) {
  const script = new Script(source, { filename: file });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file), (name) => import(name));
  return script.createCachedData();
}

/** The content's YAML, parsed, by the hash of each file: to parse it was a fifth of a start. A file that has changed since is not found here. */
async function parsedContent() {
  const { parseDocument } = await import('yaml');
  const files = filesBelow(join(ROOT, 'content')).filter((name) => /\.ya?ml$/.test(name)).map((name) => readFileSync(name));
  return JSON.stringify(Object.fromEntries(files.flatMap((bytes) => {
    const document = parseDocument(bytes.toString('utf8'), { prettyErrors: false, uniqueKeys: true });
    if (document.errors.length > 0) return [];
    const value = document.toJS();
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value) ? [[sha256(bytes), value]] : [];
  })));
}

/** The server and what it starts faster with; under names that tell their content, so that none is ever taken for another. */
function putServer(text) {
  const source = asModule(ascii(text));
  const name = `server-${sha256(source).slice(0, 16)}`;
  const file = join(DIST, `${name}.js`);
  put(file, source);
  put(join(DIST, `${name}.compiled`), compiled(file, source));
  put(join(DIST, 'main.js'), readFileSync(join(ROOT, 'src/start.cjs'), 'utf8').replaceAll('NAME', name));
  for (const old of readdirSync(DIST)) if (/^server-.*\.(js|compiled)$/.test(old) && !old.startsWith(name)) rmSync(join(DIST, old), { force: true });
}

async function build(stamp) {
  const { build: bundle } = await import('esbuild');
  const common = { absWorkingDir: ROOT, bundle: true, write: false, logLevel: 'silent', jsx: 'automatic', jsxImportSource: 'preact' };
  const commands = readdirSync(join(ROOT, 'src/cli')).filter((name) => name.endsWith('.ts'));
  const [server, ...others] = await Promise.all([
    bundle({
      ...common,
      entryPoints: ['src/main.ts'],
      outdir: 'dist',
      outbase: 'src',
      platform: 'node',
      target: 'node20',
      mainFields: ['main', 'module'],
      minifyWhitespace: true,
      // Templates keep their letters as they were written; calls do not (see `ascii`).
      supported: { 'template-literal': false },
      plugins: [loadedLater, serverPackages],
    }),
    bundle({
      ...common,
      entryPoints: ['src/documents/read/reading-child.ts', ...commands.map((name) => `src/cli/${name}`)],
      outdir: 'dist',
      outbase: 'src',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: 'inline',
      sourcesContent: false,
    }),
    bundle({
      ...common,
      entryPoints: ['src/web/launcher.ts', 'src/web/chat.tsx'],
      outdir: 'dist/web',
      outbase: 'src/web',
      platform: 'browser',
      target: 'es2019',
      format: 'iife',
      minify: true,
    }),
  ]);
  rmSync(STAMP, { force: true });
  for (const { outputFiles } of others) for (const file of outputFiles) put(file.path, file.contents);
  put(join(DIST, 'parsed-content.json'), await parsedContent());
  putServer(server.outputFiles[0].text);
  put(STAMP, stamp);
}

const stamp = fingerprint();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== stamp) {
  try {
    await build(stamp);
  } catch (fault) {
    process.stderr.write(`The sources do not build: ${fault.message}\nPut that right and start again.\n`);
    process.exit(1);
  }
}

const [command, ...rest] = process.argv.slice(2);
if (command !== undefined) {
  const file = join(DIST, 'cli', `${command}.js`);
  process.argv = [process.argv[0], file, ...rest];
  createRequire(import.meta.url)(file);
}
