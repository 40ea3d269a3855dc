import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a small file that is either there, whole, or not there at all, whatever happens meanwhile. */
export function writeWhole(path: string, text: string): void {
  const half = `${path}.half`;
  const handle = openSync(half, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(half, path);
  syncFolderNow(dirname(path));
}

/** Makes the making or renaming of a folder's files last through a power cut. */
export function syncFolderNow(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
