import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

export const newAgent = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });

/** One HTTP request, on a connection of its own if no agent is given; rejects when no whole answer came within the time, so that nobody knows what became of it. */
export function send(url: string, { method = 'GET', headers = {}, body, agent = false, timeoutMs = 10_000 }: { method?: string; headers?: Record<string, string>; body?: string | Buffer; agent?: Agent | false; timeoutMs?: number } = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) }, agent, signal: AbortSignal.timeout(timeoutMs) }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => (incoming.complete ? resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8'), headers: incoming.headers }) : reject(new Error('cut off'))));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
