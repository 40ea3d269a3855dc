import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AdviserError } from '../domain/adviser-error';
import { syncFolderNow, writeWhole } from './write-whole';

const KEY_BYTES = 32;

/** Where the server's key comes from. */
export interface KeySource {
  readonly secretKey: string | null;
  readonly secretKeyFile: string | null;
  readonly dataDir: string;
}

/** The server's key. `made`: it was made just now, and the operator should be told to keep a copy. */
export interface SecretKey {
  readonly key: Uint8Array;
  readonly origin: 'environment' | 'file' | 'found' | 'made';
}

/** The key file that is made once, beside the data folder: whoever copies the data has not copied the key. */
export const keyFileOf = (dataDir: string): string => `${resolve(dataDir)}.key`;

/**
 * The server's key: SECRET_KEY, else SECRET_KEY_FILE, else the file beside the data folder, made when there are no data yet.
 *
 * @throws AdviserError `key-invalid` for a key too short, or when there are data and no key that could open them
 */
export function loadSecretKey({ secretKey, secretKeyFile, dataDir }: KeySource): SecretKey {
  if (secretKey !== null) return { key: readKey(secretKey, 'SECRET_KEY'), origin: 'environment' };
  if (secretKeyFile !== null) return { key: readKey(readText(secretKeyFile), `The file ${secretKeyFile}`), origin: 'file' };
  const file = keyFileOf(dataDir);
  if (existsSync(file)) return { key: readKey(readText(file), `The file ${file}`), origin: 'found' };
  if (existsSync(dataDir) && readdirSync(dataDir).some((name) => name === 'conversations' || name.endsWith('.db'))) {
    throw new AdviserError('key-invalid', `There are data in ${dataDir} and no key to open them.`, `Put the key back at ${file}, or set SECRET_KEY or SECRET_KEY_FILE.`);
  }
  return { key: makeKey(file), origin: 'made' };
}

/** A key of its own for each purpose, so that no two uses share one (HKDF, RFC 5869). */
export function deriveKey(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, 'vejviser', purpose, KEY_BYTES));
}

function readKey(text: string, where: string): Uint8Array {
  const written = text.trim();
  // Hex digits alone are meant as hex: read as base64 they would make another key of the same text.
  const hex = /^[0-9a-f]+$/i.test(written);
  const bytes = Buffer.from(written, hex ? 'hex' : 'base64');
  const plain = (base64: string): string => base64.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const exact = hex ? written.length === bytes.length * 2 : plain(bytes.toString('base64')) === plain(written);
  if (bytes.length >= KEY_BYTES && exact) return new Uint8Array(bytes);
  throw new AdviserError('key-invalid', `${where} is no key: it takes 64 hex digits, or base64 of at least ${KEY_BYTES} bytes.`, 'Make one with "openssl rand -hex 32", keep a copy apart from the data, and start again.');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AdviserError('key-invalid', `The key file ${file} cannot be read.`, 'Set SECRET_KEY_FILE to one that can, and start again.', { cause });
  }
}

/** Makes the key; another process that makes it in the same moment wins, and its key is read. */
function makeKey(file: string): Uint8Array {
  mkdirSync(dirname(file), { recursive: true });
  const key = randomBytes(KEY_BYTES);
  try {
    const half = `${file}.${process.pid}`;
    writeWhole(half, `${key.toString('hex')}\n`);
    try {
      // A link is made whole or not at all, and only where there is none: half a key would lock everybody out.
      linkSync(half, file);
    } finally {
      unlinkSync(half);
    }
    syncFolderNow(dirname(file));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return readKey(readText(file), `The file ${file}`);
    throw new AdviserError('key-invalid', `The key file ${file} cannot be made.`, 'Make its folder writable, or set SECRET_KEY.', { cause });
  }
  return new Uint8Array(key);
}
