import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What belongs to the process, not to the data. */
const NOT_DATA: ReadonlySet<string> = new Set(['lock.json', 'server.json', 'probe']);

/**
 * Copies a data folder while it is in use. The journal first: whatever is moved from it into the conversations' files
 * meanwhile is then in both, never in neither. Gives the number of files.
 */
export async function copyData(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const names = (await readdir(from)).filter((name) => !NOT_DATA.has(name));
  let copied = 0;
  for (const name of names.sort((a, b) => Number(b === 'journal') - Number(a === 'journal'))) copied += await copyAny(join(from, name), join(to, name));
  return copied;
}

async function copyAny(from: string, to: string): Promise<number> {
  try {
    await copyFile(from, to);
    return 1;
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    // Erased or moved since the folder was read.
    if (code === 'ENOENT') return 0;
    if (code !== 'EISDIR' && code !== 'EPERM') throw fault;
  }
  await mkdir(to, { recursive: true, mode: 0o700 });
  let copied = 0;
  for (const name of await readdir(from)) copied += await copyAny(join(from, name), join(to, name));
  return copied;
}
