import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { AxeResults, Result } from 'axe-core';

const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

declare global {
  interface Window {
    readonly axe: { run(context: Document, options: object): Promise<AxeResults> };
  }
}

/** What axe-core finds on the page as it stands, shadow roots included: WCAG 2.2 A and AA, and good practice. One line a finding. */
export async function axeFindings(page: Page): Promise<{ readonly violations: string[]; readonly incomplete: string[] }> {
  // Through the debugger, as a script in the page would be refused by the page's own policy.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  const results = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations', 'incomplete'] }), RULES);
  return { violations: results.violations.flatMap(lines), incomplete: results.incomplete.flatMap(lines) };
}

function lines({ id, impact, help, nodes }: Result): string[] {
  return nodes.map(({ target, failureSummary }) => `${id} (${impact}) ${JSON.stringify(target)}: ${help}. ${failureSummary ?? ''}`);
}
