import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from './axe';

/** A phone of some years ago, and a desk. */
export const WIDTHS = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'desk', width: 1280, height: 800 },
] as const;

/** Where screenshots go, for whoever wants to look: `SCREENSHOTS=/tmp/shots npx jest test/browser/letter`. */
const SHOTS = process.env.SCREENSHOTS ?? null;

/** Takes a screenshot if somebody wants to look. */
export async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  if (SHOTS === null) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage });
}

/** A page of a journey: looked at step by step, and listened to for what its scripts complain of. */
export interface WatchedPage {
  readonly page: Page;
  /** What axe has found so far, each with the state it was found in. */
  readonly found: readonly string[];
  /** What the page wrote to its console as an error, or threw. */
  readonly complaints: readonly string[];
  /** Asks axe, and takes a screenshot named after the journey, the width and the state. */
  look(state: string): Promise<void>;
  close(): Promise<void>;
}

export async function watchPage(browser: Browser, { name, width, height }: (typeof WIDTHS)[number], journey: string): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'da-DK' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(fault.message));
  const found: string[] = [];
  let step = 0;
  return {
    page,
    found,
    complaints,
    look: async (state) => {
      found.push(...(await axeFindings(page)).violations.map((finding) => `${state}: ${finding}`));
      await shoot(page, `${journey}-${name}-${String(++step).padStart(2, '0')}-${state}`);
    },
    close: () => context.close(),
  };
}
