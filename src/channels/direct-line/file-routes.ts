import { z } from 'zod';
import { bearerOf, headOf, queryOf, tokenOf } from './caller';
import { BASE, ownUrl, type Handler, type Parts } from './exchange';
import { badRequest, DirectLineError, forbidden, notFound } from './protocol-error';
import { readUpload, UPLOAD_BYTES } from './read-upload';
import { receive } from './receive';

const DEFAULT_FILE_SECONDS = 86_400;
/** Uploads are read into memory before they are looked at: so much at a time, from all clients together. */
const BYTES_UNDER_WAY = 256 * 1024 * 1024;

/** Where a file that is kept with a conversation can be fetched, by whoever has the link, as long as files are kept. */
export const fileLink = ({ options, tokens }: Pick<Parts, 'options' | 'tokens'>, ownUrl: string, conversationId: string, fileId: string): string =>
  `${ownUrl}${BASE}/conversations/${conversationId}/files/${fileId}?t=${tokens.fileLink(conversationId, fileId, options.fileSeconds ?? DEFAULT_FILE_SECONDS)}`;

/** `POST conversations/{id}/upload`: keeps files, and a message that links to them. */
export function uploadFiles(parts: Parts, limitMessages: (conversationId: string) => void): Handler {
  const { options } = parts;
  let underWay = 0;
  return async (request) => {
    const head = await headOf(request, parts);
    limitMessages(head.id);
    const { userId } = queryOf(request);
    if (typeof userId !== 'string' || userId === '') throw badRequest('userId is missing.');
    const size = Math.min(Number(request.headers['content-length'] ?? UPLOAD_BYTES), UPLOAD_BYTES);
    if (underWay + size > BYTES_UNDER_WAY) throw new DirectLineError(429, 'RateLimitExceeded', 'Too many files are under way. Wait a little and try again.', { 'retry-after': '10' });
    underWay += size;
    try {
      const { activity, files } = await readUpload(request, options.now());
      for (const file of files) await options.store.saveUpload(head.id, file);
      const attachments = files.map(({ id, name, contentType }) => ({
        name,
        contentType,
        contentUrl: fileLink(parts, ownUrl(request, options), head.id, id),
      }));
      return { status: 200, body: { id: await receive(parts, head, { type: 'message', from: { id: head.userId }, ...activity, attachments }, request.id()) } };
    } finally {
      underWay -= size;
    }
  };
}

const FilePath = z.object({ conversationId: z.string(), fileId: z.string() });

/** `GET conversations/{id}/files/{id}`: for who has the link, or the conversation's token. */
export function downloadFile({ options, tokens }: Parts): Handler {
  return async (request) => {
    const { conversationId, fileId } = FilePath.parse(request.params);
    const link = bearerOf(request) === null ? tokens.readFileLink(String(queryOf(request).t ?? '')) : { conv: tokenOf(request, tokens).conv, file: fileId, over: false };
    if (link?.conv !== conversationId || link.file !== fileId) throw forbidden('The link is not valid.');
    // An erased conversation and a file whose time is over look the same: gone.
    const found = link.over ? null : await options.store.findUpload(conversationId, fileId).catch(() => null);
    if (!found) throw notFound('The file is gone.');
    // Whatever somebody sent, a browser is never to show it as a page of ours.
    return {
      status: 200,
      body: Buffer.from(found.bytes),
      headers: { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename*=UTF-8''${encodeName(found.name)}`, 'x-content-type-options': 'nosniff' },
    };
  };
}

/** `encodeURIComponent` leaves signs that RFC 5987 does not allow, and throws at half a surrogate pair. */
const encodeName = (name: string): string => encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '')).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
