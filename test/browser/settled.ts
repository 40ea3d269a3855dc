import { isDeepStrictEqual } from 'node:util';

/** As long as a loaded machine may take to draw what has happened. */
const PATIENCE_MS = 10_000;

/**
 * Reads until what is wanted is read, and gives what was read last: for what follows an action a moment later, as focus and title
 * do. What must never happen is not to be read so.
 */
export async function settled<Read>(read: () => Promise<Read>, wanted: Read): Promise<Read> {
  for (const end = performance.now() + PATIENCE_MS; ; ) {
    const found = await read();
    if (isDeepStrictEqual(found, wanted) || performance.now() > end) return found;
  }
}
