import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a run of jest says to its workers in which folder they share what takes long to make. */
const VARIABLE = 'VEJVISER_TEST_RUN_FOLDER';

/** Before all tests of a run: jest's `globalSetup`. */
export default function beginRun(): void {
  process.env[VARIABLE] = mkdtempSync(join(tmpdir(), 'vejviser-run-'));
}

/** After all tests of a run. */
export function endRun(): void {
  const folder = process.env[VARIABLE];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * A folder that is filled once in a run and only read afterwards; null where there is no run: outside jest. It comes to its place
 * whole, and of a run only: what an earlier one left, stale or half made, is never taken up.
 */
export function madeOnce(name: string, fill: (folder: string) => void): string | null {
  const run = process.env[VARIABLE];
  if (run === undefined) return null;
  const made = join(run, name);
  if (existsSync(made)) return made;
  const half = mkdtempSync(`${made}-`);
  fill(half);
  try {
    renameSync(half, made);
  } catch (fault) {
    // The other worker was first.
    if (!existsSync(made)) throw fault;
    rmSync(half, { recursive: true, force: true });
  }
  return made;
}
