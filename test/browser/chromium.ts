import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { z } from 'zod';

const Place = z.object({ executable: z.string(), libraries: z.string().nullable() });

/** A browser of one's own, and the way to end it and leave nothing behind. */
export interface OwnBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/**
 * Starts Chromium in a fresh folder (a browser left by an earlier run would be taken up, stale or half unpacked).
 * Only the package's executable is used: the arguments it proposes switch web security off, and then every test of
 * origins and policies would pass.
 */
export async function startChromium(): Promise<OwnBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-chromium-'));
  const environment = { ...process.env, TMPDIR: folder };
  const said = execFileSync(process.execPath, [join(__dirname, 'chromium-path.mjs')], { env: environment, encoding: 'utf8' });
  const { executable, libraries } = Place.parse(JSON.parse(said));
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...environment, HOME: folder, ...(libraries === null ? {} : { LD_LIBRARY_PATH: libraries }) },
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
