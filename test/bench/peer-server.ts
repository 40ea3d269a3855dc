import type { AddressInfo } from 'node:net';
import type { Request, Response } from 'restify';
import { readJson } from '../../src/channels/direct-line/json-body';
import { createLog } from '../../src/server/log';
import { answering, createServer } from '../../src/server/server';

/** Serves a bot at `/api/messages` behind our own HTTP rim: the same limits, headers and parsing as ours. */
export function servePeer(turn: (activity: Record<string, unknown>) => Promise<readonly object[]>): void {
  const log = createLog('silent');
  const server = createServer({ log });
  server.post('/api/messages', answering(log, async (request: Request, response: Response) => {
    const activities = await turn(await readJson(request));
    response.send(200, { activities });
  }));
  server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));
  process.on('SIGTERM', () => process.exit(0));
}
