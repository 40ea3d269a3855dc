import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './sync-folder';

/**
 * Which conversations have a message that waits for its answer, one empty file each: what a start has to look at. A
 * message that is still in the journal needs none.
 */
export class Markers {
  private constructor(
    private readonly folder: string,
    private readonly marked: Set<string>,
  ) {}

  static async open(folder: string): Promise<Markers> {
    return new Markers(folder, new Set(await readdir(folder)));
  }

  get ids(): readonly string[] {
    return [...this.marked];
  }

  /** Resolves when the mark is on the disk. */
  async set(conversationId: string): Promise<void> {
    if (this.marked.has(conversationId)) return;
    await (await open(join(this.folder, conversationId), 'w', 0o600)).close();
    await syncFolder(this.folder);
    this.marked.add(conversationId);
  }

  /** A mark that comes back after a power cut costs one look at its conversation. */
  async remove(conversationId: string): Promise<void> {
    if (!this.marked.has(conversationId)) return;
    await rm(join(this.folder, conversationId), { force: true });
    this.marked.delete(conversationId);
  }
}
