import { connect, type Socket } from 'node:net';

interface Waiting {
  readonly done: (body: string) => void;
  readonly failed: (fault: Error) => void;
}

const HEADERS_END = Buffer.from('\r\n\r\n');

/** One HTTP connection that is kept: as little of a client as there can be, so that the server is what is measured. */
export class Line {
  private readonly socket: Socket;
  private readonly waiting: Waiting[] = [];
  private received: Buffer = Buffer.alloc(0);

  constructor(
    private readonly host: string,
    port: number,
  ) {
    this.socket = connect({ port, host, noDelay: true });
    this.socket.on('data', (chunk: Buffer) => this.take(chunk));
    this.socket.on('error', (fault) => this.failAll(fault));
    this.socket.on('close', () => this.failAll(new Error('the connection was closed')));
  }

  /** Posts a body; the body of the answer. Rejects for any status but 2xx. */
  post(path: string, body: string, headers = ''): Promise<string> {
    return new Promise((done, failed) => {
      this.waiting.push({ done, failed });
      this.socket.write(`POST ${path} HTTP/1.1\r\nHost: ${this.host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    for (;;) {
      const end = this.received.indexOf(HEADERS_END);
      if (end < 0) return;
      const head = this.received.toString('latin1', 0, end);
      const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      const whole = end + HEADERS_END.length + length;
      if (this.received.length < whole) return;
      const body = this.received.toString('utf8', end + HEADERS_END.length, whole);
      this.received = this.received.subarray(whole);
      const next = this.waiting.shift();
      const status = head.slice(9, 12);
      if (status.startsWith('2')) next?.done(body);
      else next?.failed(new Error(`${status} ${body.slice(0, 200)}`));
    }
  }

  private failAll(fault: Error): void {
    for (const { failed } of this.waiting.splice(0)) failed(fault);
  }
}
