import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { z } from 'zod';
import { madeOnce } from '../run-folder';

/** Both from the folder in which they were unpacked. */
const Place = z.object({ executable: z.string(), libraries: z.string().nullable() });

/** A browser of one's own, and the way to end it and leave nothing behind. */
export interface OwnBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Unpacks the browser below a fresh folder: one left there by an earlier run would be taken up, stale or half unpacked. */
function unpack(folder: string): void {
  const said = execFileSync(process.execPath, [join(__dirname, 'chromium-path.mjs')], { env: { ...process.env, TMPDIR: folder }, encoding: 'utf8' });
  writeFileSync(join(folder, 'place.json'), said);
}

/**
 * Starts Chromium with a fresh folder for all that it keeps; the program itself is unpacked once in a run. Only the package's executable is used: the arguments it proposes switch web security off, and then every test of
 * origins and policies would pass.
 */
export async function startChromium(): Promise<OwnBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-chromium-'));
  const program = madeOnce('chromium', unpack) ?? (unpack(folder), folder);
  const { executable, libraries } = Place.parse(JSON.parse(readFileSync(join(program, 'place.json'), 'utf8')));
  const browser = await chromium.launch({
    executablePath: join(program, executable),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, TMPDIR: folder, HOME: folder, ...(libraries === null ? {} : { LD_LIBRARY_PATH: join(program, libraries) }) },
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
