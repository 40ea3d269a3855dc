import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '../../src/server/log';
import { createServer } from '../../src/server/server';

/** How long the server says that it keeps a connection which nobody uses. */
async function kept(trustProxy: boolean): Promise<string> {
  const server = createServer({ log: createLog('silent'), trustProxy });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const agent = new Agent({ keepAlive: true });
  try {
    return await new Promise<string>((found, failed) => {
      get(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { agent }, (answer) => {
        answer.resume();
        answer.once('end', () => found(String(answer.headers['keep-alive'])));
      }).once('error', failed);
    });
  } finally {
    agent.destroy();
    await new Promise((closed) => server.close(() => closed(null)));
  }
}

test('a proxy ends its idle connections itself, a minute or so after their last use; a stranger is given five seconds', async () => {
  expect(await kept(true)).toBe('timeout=75');
  expect(await kept(false)).toBe('timeout=5');
});
