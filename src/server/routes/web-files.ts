import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response, Server } from 'restify';
import { AdviserError } from '../../domain/adviser-error';
import { LANGUAGES, type Language } from '../../domain/language';

/** What the window's texts need of the content. */
export interface TextContent {
  readonly version: string;
  allText(language: Language): Readonly<Record<string, string>>;
}

/** A file as it goes out: packed once, beside all else, and sent often. */
interface WebFile {
  readonly type: string;
  readonly cache: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzip: Promise<Buffer>;
  readonly brotli: Promise<Buffer>;
}

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

const SCRIPTS = ['launcher.js', 'chat.js'] as const;
// Short, so that a new release or a changed sentence is soon everywhere; the ETag makes asking again cheap.
const SCRIPT_CACHE = 'public, max-age=600, stale-while-revalidate=86400';
const TEXT_CACHE = 'public, max-age=60, stale-while-revalidate=600';

/**
 * The chat for any host page: its two scripts from `folder` (read once, here) and the window's texts in each language.
 *
 * @throws AdviserError `not-found` when the scripts have not been built
 */
export function mountWebFiles(server: Server, { folder, content }: { folder: string; content: () => TextContent }): void {
  for (const name of SCRIPTS) {
    const file = webFile(readBuilt(folder, name), 'text/javascript; charset=utf-8', SCRIPT_CACHE);
    mount(server, `/chat/${name}`, () => file);
  }
  for (const language of LANGUAGES) {
    let known: { version: string; file: WebFile } | null = null;
    mount(server, `/chat/texts/${language}.json`, () => {
      const now = content();
      if (known?.version === now.version) return known.file;
      const file = webFile(Buffer.from(JSON.stringify(now.allText(language))), 'application/json; charset=utf-8', TEXT_CACHE);
      known = { version: now.version, file };
      return file;
    });
  }
}

function readBuilt(folder: string, name: string): Buffer {
  const path = join(folder, name);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AdviserError('not-found', `There is no ${path}.`, 'Build first: npm run build.', { cause });
  }
}

function webFile(plain: Buffer, type: string, cache: string): WebFile {
  return {
    type,
    cache,
    plain,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    gzip: gzipped(plain, { level: 9 }),
    brotli: brotlied(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  };
}

function mount(server: Server, path: string, current: () => WebFile): void {
  const answer = async (req: Request, res: Response) => {
    await send(req, res, current());
  };
  server.get(path, answer);
  server.head(path, answer);
}

async function send(req: Request, res: Response, file: WebFile): Promise<void> {
  const headers = {
    'Cache-Control': file.cache,
    ETag: file.etag,
    Vary: 'Accept-Encoding',
    // Any site may embed the chat; there is nothing of anyone's in these files.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
  };
  if (isCurrent(req.headers['if-none-match'], file.etag)) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  const { encoding, bytes } = await packed(file, req.headers['accept-encoding']);
  res.writeHead(200, {
    ...headers,
    'Content-Type': file.type,
    'Content-Length': bytes.length,
    ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
  });
  res.end(bytes);
}

async function packed(file: WebFile, accepted: string | string[] | undefined): Promise<{ encoding: string | null; bytes: Buffer }> {
  const accepts = (name: string) => new RegExp(`(^|[, ])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`, 'i').test(String(accepted ?? ''));
  if (accepts('br')) return { encoding: 'br', bytes: await file.brotli };
  return accepts('gzip') ? { encoding: 'gzip', bytes: await file.gzip } : { encoding: null, bytes: file.plain };
}

/** A proxy that packs anew marks the tag as weak (`W/`); the file is the same. */
function isCurrent(asked: string | undefined, etag: string): boolean {
  return (asked ?? '').split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag);
}
