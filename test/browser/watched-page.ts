import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { axeFindings } from './axe';

/** A way of looking at a page. */
export interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme?: 'light' | 'dark';
}

/** A phone of some years ago, and a desk. */
export const VIEWS: readonly View[] = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'desk', width: 1280, height: 800 },
];

/** Where screenshots go, for whoever wants to look: `SCREENSHOTS=/tmp/shots npx jest test/browser/letter`. */
const SHOTS = process.env.SCREENSHOTS ?? null;

/** Takes a screenshot if somebody wants to look. */
export async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  if (SHOTS === null) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage });
}

/** A page of a journey: walked once, on the phone; each state looked at in every view; and its scripts listened to. */
export interface WatchedPage {
  readonly page: Page;
  /** What was found wrong so far, each with the state and the view: by axe, an id given twice, a page that scrolls sideways. */
  readonly found: readonly string[];
  /** What the page wrote to its console as an error, threw, or asked in a dialog of the browser's. */
  readonly complaints: readonly string[];
  /** Looks at the state in every view, with a screenshot of each, and goes back to the first. */
  look(state: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a page of its own, as wide as the first view. */
export async function watchPage(browser: Browser, journey: string, views: readonly View[] = VIEWS, options: BrowserContextOptions & { readonly fullPage?: boolean } = {}): Promise<WatchedPage> {
  const { fullPage = false, ...ofContext } = options;
  const context = await browser.newContext({ locale: 'da-DK', ...ofContext });
  const page = await context.newPage();
  const show = async ({ width, height, scheme }: View): Promise<void> => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme ?? 'light' });
  };
  const [first, ...others] = views;
  if (first === undefined) throw new Error('Nobody looks at the page.');
  await show(first);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('dialog', (dialog) => (complaints.push('dialog'), void dialog.dismiss()));
  const found: string[] = [];
  let step = 0;
  const lookAs = async (view: View, state: string): Promise<void> => {
    const { twice, sideways } = await page.evaluate(() => ({
      twice: [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, place, all) => all.indexOf(id) !== place),
      sideways: document.documentElement.scrollWidth > innerWidth,
    }));
    const wrong = [...twice.map((id) => `two of the id ${id}`), ...(sideways ? ['scrolls sideways'] : []), ...(await axeFindings(page)).violations];
    found.push(...wrong.map((finding) => `${state}, ${view.name}: ${finding}`));
    await shoot(page, `${journey}-${view.name}-${String(step).padStart(2, '0')}-${state}`, fullPage);
  };
  return {
    page,
    found,
    complaints,
    look: async (state) => {
      step += 1;
      // A click ends when the next page begins to come: half of it would be looked at.
      await page.waitForLoadState();
      await lookAs(first, state);
      for (const view of others) {
        await show(view);
        await lookAs(view, state);
      }
      if (others.length > 0) await show(first);
    },
    close: () => context.close(),
  };
}
