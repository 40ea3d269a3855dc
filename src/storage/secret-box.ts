import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Stands before every sealed line, so that a later way of sealing can be told from this one. */
const VERSION = 'v1.';

/** So many nonces are drawn at once: the system's generator is as dear for twelve bytes as for twelve thousand, and that was 3 % of a turn. */
const NONCES_DRAWN = 1_024;

/** Gives nonces, each once. */
function nonces(): () => Buffer {
  let drawn = Buffer.alloc(0);
  let next = 0;
  return () => {
    if (next === drawn.length) [drawn, next] = [randomBytes(NONCES_DRAWN * NONCE_BYTES), 0];
    next += NONCE_BYTES;
    return drawn.subarray(next - NONCE_BYTES, next);
  };
}

/** Seals what goes to disk: AES-256-GCM, a nonce of its own each time; a changed bit does not open. */
export interface SecretBox {
  seal(text: string): string;
  /** Throws when the text was not sealed with this key, or was changed. */
  open(sealed: string): string;
  sealBytes(bytes: Uint8Array): Uint8Array;
  openBytes(sealed: Uint8Array): Uint8Array;
}

export function secretBox(key: Uint8Array): SecretBox {
  const nonceFor = nonces();
  const sealBytes = (bytes: Uint8Array): Buffer => {
    const nonce = nonceFor();
    const cipher = createCipheriv(ALGORITHM, key, nonce);
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  };
  const openBytes = (sealed: Uint8Array): Buffer => {
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  };
  return {
    sealBytes,
    openBytes,
    seal: (text) => VERSION + sealBytes(Buffer.from(text, 'utf8')).toString('base64'),
    open: (sealed) => {
      if (!sealed.startsWith(VERSION)) throw new Error('not sealed');
      const text = sealed.slice(VERSION.length);
      const bytes = Buffer.from(text, 'base64');
      // The decoder ends at the padding, and would open the first of two lines whose break was damaged as if there were no second.
      if (Math.ceil(bytes.length / 3) * 4 !== text.length) throw new Error('sealed, and something more');
      return openBytes(bytes).toString('utf8');
    },
  };
}
