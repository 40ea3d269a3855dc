import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { SESSION_COOKIE } from './cookies';
import type { DeskRequest } from './desk-request';

/**
 * A search as part of an address, so that one can go back to it. Its words are sealed under the token of the session, which only
 * her browser holds: nothing is kept here, and once the session is over nobody can open it, nor with the server's key.
 */
export interface SealedSearch {
  seal(request: Pick<DeskRequest, 'cookies'>, page: string, fields: Readonly<Record<string, string>>): string;
  /** Null when it is none of this page and this session. */
  open(request: Pick<DeskRequest, 'cookies' | 'query'>, page: string): Record<string, string> | null;
}

const [IV_BYTES, TAG_BYTES] = [12, 16];
const Fields = z.record(z.string(), z.string());

export function createSealedSearch(key: Uint8Array): SealedSearch {
  const keyOf = ({ cookies }: Pick<DeskRequest, 'cookies'>, page: string): Buffer => createHmac('sha256', key).update(`search\n${page}\n${cookies[SESSION_COOKIE] ?? ''}`).digest();
  return {
    seal: (request, page, { csrf: _csrf, ...fields }) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyOf(request, page), iv);
      return Buffer.concat([iv, cipher.update(JSON.stringify(fields), 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
    },
    open: (request, page) => {
      const bytes = Buffer.from(request.query['search'] ?? '', 'base64url');
      if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
      const opener = createDecipheriv('aes-256-gcm', keyOf(request, page), bytes.subarray(0, IV_BYTES)).setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        return Fields.parse(JSON.parse(Buffer.concat([opener.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), opener.final()]).toString('utf8')));
      } catch {
        return null;
      }
    },
  };
}
