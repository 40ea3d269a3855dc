import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** The scripts of the chat, built as src/build.mjs builds them, by file name. */
export async function buildBundles(): Promise<ReadonlyMap<string, Buffer>> {
  const { outputFiles } = await build({
    absWorkingDir: join(__dirname, '../..'),
    entryPoints: ['src/web/launcher.ts', 'src/web/chat.tsx'],
    outdir: 'dist/web',
    outbase: 'src/web',
    bundle: true,
    write: false,
    logLevel: 'silent',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    platform: 'browser',
    target: 'es2019',
    format: 'iife',
    minify: true,
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)]));
}
