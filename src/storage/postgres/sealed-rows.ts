import { createHmac } from 'node:crypto';
import { AdviserError } from '../../domain/adviser-error';
import type { SecretBox } from '../secret-box';

/**
 * Seals what a row holds together with its place: a row that someone moves to another place does not open there. What is
 * looked for comes as a keyed hash.
 */
export class SealedRows {
  constructor(
    private readonly box: SecretBox,
    private readonly hashKey: Uint8Array,
  ) {}

  seal(place: string, value: unknown): Uint8Array {
    return this.sealBytes(place, Buffer.from(JSON.stringify(value), 'utf8'));
  }

  /** @throws AdviserError `store-corrupt` when it was not sealed for this place, or was changed */
  open(place: string, sealed: unknown): unknown {
    return JSON.parse(this.openBytes(place, sealed).toString('utf8'));
  }

  sealBytes(place: string, bytes: Uint8Array): Uint8Array {
    return this.box.sealBytes(Buffer.concat([Buffer.from(`${place}\n`, 'utf8'), bytes]));
  }

  openBytes(place: string, sealed: unknown): Buffer {
    if (Buffer.isBuffer(sealed)) {
      const plain = this.opened(sealed);
      const before = Buffer.from(`${place}\n`, 'utf8');
      if (plain?.subarray(0, before.length).equals(before)) return plain.subarray(before.length);
    }
    throw new AdviserError('store-corrupt', `A row of ${place.split(' ', 1)[0] ?? 'the store'} is damaged.`, 'Put the database back from the backup.');
  }

  /** The same for the same text, and tells nothing of it to who has not the key. */
  hash(purpose: string, text: string): Uint8Array {
    return createHmac('sha256', this.hashKey).update(`${purpose}\n${text}`).digest().subarray(0, 16);
  }

  private opened(sealed: Buffer): Buffer | null {
    try {
      return Buffer.from(this.box.openBytes(sealed));
    } catch {
      return null;
    }
  }
}
