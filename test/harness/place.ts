import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The project's folder: the nearest above this file, or above its bundle in dist/, that holds the program. */
export const ROOT = above(__dirname);

function above(folder: string): string {
  return existsSync(join(folder, 'src/main.ts')) ? folder : above(dirname(folder));
}

/** A folder of its own for a run; gone afterwards. */
export async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-harness-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
