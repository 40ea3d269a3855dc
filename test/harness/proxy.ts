import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, createServer as createTcp, type AddressInfo, type Socket } from 'node:net';

/** Something between clients and server, on a port of its own. */
export interface Between {
  readonly url: string;
  close(): Promise<void>;
}

/** A wire that can be cut: passes bytes on, and breaks every connection when told to; or holds its breath, as a network does that has split. */
export async function cuttableWire(target: string): Promise<Between & { cut(): number; hold(): void; go(): void }> {
  const { port } = new URL(target);
  const pairs = new Set<Socket>();
  let held = false;
  const server = createTcp((socket) => {
    const upstream = connect(Number(port), '127.0.0.1');
    for (const [one, other] of [[socket, upstream], [upstream, socket]] as const) {
      pairs.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        pairs.delete(one);
        other.destroy();
      });
      one.pipe(other);
      if (held) one.pause();
    }
  });
  const url = await listening(server);
  const cut = (): number => {
    const broken = pairs.size / 2;
    for (const socket of pairs) socket.resetAndDestroy();
    return broken;
  };
  const hold = (): void => {
    held = true;
    for (const socket of pairs) socket.pause();
  };
  const go = (): void => {
    held = false;
    for (const socket of pairs) socket.resume();
  };
  return { url, cut, hold, go, close: () => closing(server, cut) };
}

interface Mischief {
  readonly random: () => number;
  /** Share of messages that are sent to the server twice. */
  readonly twice?: number;
  /** Share of answers that never reach the client, though the server has taken the message. */
  readonly cut?: number;
  /** Answers and repeats come late by up to this. */
  readonly lateMs?: number;
}

/** An HTTP proxy that does to messages what bad networks do: sends them twice, answers late, loses the answer. */
export async function mischievousProxy(target: string, { random, twice = 0, cut = 0, lateMs = 0 }: Mischief): Promise<Between & { readonly done: { repeated: number; cut: number } }> {
  const done = { repeated: 0, cut: 0 };
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const isMessage = incoming.method === 'POST' && (incoming.url ?? '').endsWith('/activities');
      const first = forward(target, incoming, body);
      if (isMessage && random() < twice) {
        done.repeated += 1;
        setTimeout(() => void forward(target, incoming, body).catch(() => undefined), random() * lateMs);
      }
      first
        .then(({ status, headers, body: answer }) => {
          if (isMessage && random() < cut) {
            done.cut += 1;
            outgoing.destroy();
            return;
          }
          setTimeout(() => {
            if (outgoing.destroyed) return;
            outgoing.writeHead(status, headers);
            outgoing.end(answer);
          }, isMessage ? random() * lateMs : 0);
        })
        .catch(() => outgoing.destroy());
    });
  });
  return { url: await listening(server), done, close: () => closing(server, () => server.closeAllConnections()) };
}

/**
 * A balancer as the deployment guide sets one up: any node for any request, and the next one where a node takes no
 * connection, breaks it off before it answers, or says that it keeps nothing (503). Asking twice is safe: a message has
 * its client's own key.
 */
export async function balancer(targets: readonly string[]): Promise<Between & { readonly passed: readonly number[] }> {
  const passed = targets.map(() => 0);
  let turn = 0;
  const inOrder = (): number[] => {
    turn = (turn + 1) % targets.length;
    return targets.map((_, nth) => (turn + nth) % targets.length);
  };
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => void pass(incoming, Buffer.concat(chunks), outgoing));
  });
  const pass = async (incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): Promise<void> => {
    let left = targets.length;
    for (const nth of inOrder()) {
      try {
        const { status, headers, body: answer } = await forward(targets[nth] ?? '', incoming, body);
        if (status === 503 && (left -= 1) > 0) continue;
        passed[nth] = (passed[nth] ?? 0) + 1;
        outgoing.writeHead(status, headers);
        outgoing.end(answer);
        return;
      } catch {
        left -= 1;
      }
    }
    outgoing.destroy();
  };
  // As nginx has it. Node's own five seconds end a connection just when a client that thought for as long uses it again.
  server.keepAliveTimeout = 75_000;
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket: Socket, rest: Buffer) => {
    socket.on('error', () => socket.destroy());
    const head = `${request.method} ${request.url} HTTP/1.1\r\n${request.rawHeaders.map((each, nth) => (nth % 2 === 0 ? `${each}: ` : `${each}\r\n`)).join('')}\r\n`;
    const attempt = ([nth, ...others]: readonly number[]): void => {
      if (nth === undefined) return void socket.destroy();
      const upstream = connect(Number(new URL(targets[nth] ?? '').port), '127.0.0.1');
      upstream.once('connect', () => {
        upstream.off('error', next);
        upstream.on('error', () => socket.destroy());
        upstream.on('close', () => socket.destroy());
        socket.on('close', () => upstream.destroy());
        upstream.write(head);
        upstream.write(rest);
        upstream.pipe(socket);
        socket.pipe(upstream);
      });
      const next = (): void => attempt(others);
      upstream.once('error', next);
    };
    attempt(inOrder());
  });
  return { url: await listening(server), passed, close: () => closing(server, () => sockets.forEach((socket) => socket.destroy())) };
}

function forward(target: string, incoming: IncomingMessage, body: Buffer): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { connection: _connection, 'transfer-encoding': _encoding, ...headers } = incoming.headers;
    const outgoing = request(target + (incoming.url ?? ''), { method: incoming.method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) }));
      answer.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function listening(server: Server | ReturnType<typeof createTcp>): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function closing(server: Server | ReturnType<typeof createTcp>, breakAll: () => void): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    breakAll();
  });
}
