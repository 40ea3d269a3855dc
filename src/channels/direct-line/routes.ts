import type { Server } from 'restify';
import { postActivity, readActivities } from './activity-routes';
import { reconnect, startConversation } from './conversation-routes';
import { answering, BASE, preflight, type Parts } from './exchange';
import { downloadFile, uploadFiles } from './file-routes';
import { DirectLineError, notFound } from './protocol-error';
import { rateLimit } from './rate-limit';
import { generateToken, refreshToken } from './token-routes';

/** Mounts the routes of Direct Line 3.0 on a server. */
export function mountRoutes(server: Server, parts: Parts): void {
  const limitMessages = rateLimit({ perMinute: parts.limits.messagesPerConversation });
  const conversation = `${BASE}/conversations/:conversationId`;
  server.post(`${BASE}/tokens/generate`, answering(parts, generateToken(parts)));
  server.post(`${BASE}/tokens/refresh`, answering(parts, refreshToken(parts)));
  server.post(`${BASE}/conversations`, answering(parts, startConversation(parts)));
  server.get(conversation, answering(parts, reconnect(parts)));
  server.get(`${conversation}/activities`, answering(parts, readActivities(parts)));
  server.post(`${conversation}/activities`, answering(parts, postActivity(parts, limitMessages)));
  server.post(`${conversation}/upload`, answering(parts, uploadFiles(parts, limitMessages)));
  server.get(`${conversation}/files/:fileId`, answering(parts, downloadFile(parts)));
  // A proxy that does not pass WebSockets on makes a plain request of the handshake: the operator is to see why nothing comes.
  server.get(`${conversation}/stream`, answering(parts, async () => {
    throw new DirectLineError(426, 'UpgradeRequired', 'This is a WebSocket address.', { upgrade: 'websocket' });
  }));
  server.opts(`${BASE}/*`, preflight(parts));
  // Else the server would say of every address below that it exists, since a preflight of it does.
  const nothing = answering(parts, async () => {
    throw notFound('There is nothing here.');
  });
  for (const method of ['get', 'head', 'post', 'put', 'patch', 'del'] as const) server[method](`${BASE}/*`, nothing);
}
