import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshSeed } from './random';
import { ROWS } from './rows';

const MINUTES = 60_000;

/** What the samples run as, in files of their own, so that those without a clock can run beside other tests. */
type Group = 'on the embedded store' | 'on PostgreSQL' | 'by the clock';
/** C1 and C2 are what crash.test does; a measurement wants a machine to itself, and the last is C16 once more: `npm run faults -- --row overload`. */
const ELSEWHERE = ['C1', 'C2', 'overload', 'nginx'];
/** Rows that bound how long something may take; whatever else runs meanwhile would be measured with it. */
const BY_THE_CLOCK = ['C4', 'C8', 'C14', 'C17'];
const ON_POSTGRES = ['C13', 'C15', 'C16'];

const groupOf = (id: string): Group => (BY_THE_CLOCK.includes(id) ? 'by the clock' : ON_POSTGRES.includes(id) ? 'on PostgreSQL' : 'on the embedded store');

/** Makes a test of each row of a group, light; each starts servers of its own, one row after another. */
export function testRows(group: Group): void {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vejviser-harness-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const rows = ROWS.filter(({ id, lacks }) => !ELSEWHERE.includes(id) && groupOf(id) === group && (lacks?.() ?? null) === null);
  test.each(rows.map((row) => [row.id, row.what, row] as const))('%s: %s', async (_id, _what, row) => {
    const seed = freshSeed();
    const { pass, figures } = await row.run({ seed, folder, light: true });
    expect({ pass, seed, ...figures }).toEqual({ pass: true, seed, ...figures });
  }, 3 * MINUTES);
}
