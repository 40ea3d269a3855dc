import { open } from 'node:fs/promises';

/** Makes the making, renaming or removing of a folder's files last through a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
