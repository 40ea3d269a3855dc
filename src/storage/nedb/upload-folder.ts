import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Upload } from '../../domain/conversations/conversation-store';
import type { SecretBox } from '../secret-box';
import { syncFolder } from './sync-folder';

const About = z.object({ id: z.string(), name: z.string(), contentType: z.string(), receivedAt: z.number() });
const LENGTH_BYTES = 4;

/** Citizens' files: one sealed file each, its name and type within, in a folder a conversation. */
export class UploadFolder {
  constructor(
    private readonly path: string,
    private readonly box: SecretBox,
  ) {}

  /** Resolves when the file is on the disk. */
  async save(conversationId: string, { bytes, ...about }: Upload): Promise<void> {
    const folder = join(this.path, conversationId);
    if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) await syncFolder(this.path);
    const header = Buffer.from(JSON.stringify(about), 'utf8');
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(header.length);
    const half = join(folder, `${about.id}.half`);
    const handle = await open(half, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600);
    try {
      await handle.writeFile(this.box.sealBytes(Buffer.concat([length, header, bytes])));
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(half, join(folder, about.id));
    await syncFolder(folder);
  }

  async find(conversationId: string, uploadId: string): Promise<Upload | null> {
    const sealed = await readFile(join(this.path, conversationId, uploadId)).catch(() => null);
    if (sealed === null) return null;
    const plain = Buffer.from(this.box.openBytes(sealed));
    const end = LENGTH_BYTES + plain.readUInt32BE(0);
    return { ...About.parse(JSON.parse(plain.subarray(LENGTH_BYTES, end).toString('utf8'))), bytes: new Uint8Array(plain.subarray(end)) };
  }

  /** All, one after another. One that cannot be read rejects: nobody would know what was lost. */
  async *all(): AsyncGenerator<{ readonly conversationId: string; readonly upload: Upload }> {
    for (const conversationId of (await readdir(this.path)).sort()) {
      for (const uploadId of (await readdir(join(this.path, conversationId))).filter((name) => !name.endsWith('.half')).sort()) {
        const upload = await this.find(conversationId, uploadId);
        if (upload) yield { conversationId, upload };
      }
    }
  }

  async erase(conversationId: string): Promise<void> {
    await rm(join(this.path, conversationId), { recursive: true, force: true });
  }

  /** Erases files that came before a moment; gives how many. Of one that cannot be read, the file's own time counts. */
  async eraseBefore(moment: number): Promise<number> {
    let erased = 0;
    for (const conversationId of await readdir(this.path)) {
      for (const uploadId of await readdir(join(this.path, conversationId))) {
        if ((await this.receivedAt(conversationId, uploadId)) >= moment) continue;
        await rm(join(this.path, conversationId, uploadId), { force: true });
        erased += 1;
      }
    }
    return erased;
  }

  private async receivedAt(conversationId: string, uploadId: string): Promise<number> {
    const found = uploadId.endsWith('.half') ? null : await this.find(conversationId, uploadId).catch(() => null);
    return found?.receivedAt ?? (await stat(join(this.path, conversationId, uploadId))).mtimeMs;
  }
}
