import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { WebSocket } from 'ws';

/** What begins or resumes a conversation. */
export interface Started {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
  readonly expires_in: number;
}

/** An activity as a client hears it. */
export interface Heard {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from: { readonly id: string; readonly role: string; readonly name?: string };
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly attachments?: readonly { readonly name: string; readonly contentUrl: string; readonly contentType: string }[];
  readonly timestamp?: string;
  readonly channelId?: string;
  readonly conversation?: { readonly id: string };
}

/** What a request may bring along. */
export interface Asked {
  readonly token?: string;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: unknown;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** A message with an id of its own, as clients send it. */
export const message = (text: string, more: object = {}): object => ({ type: 'message', from: { id: 'me' }, text, channelData: { clientActivityID: randomUUID() }, ...more });

/** Raw Direct Line: what a client says over HTTP to one server. */
export class Line {
  constructor(private readonly server: { readonly url: string }) {}

  get url(): string {
    return this.server.url;
  }

  async call(path: string, { token, body, method = 'POST', headers = {} }: Asked = {}): Promise<Answered> {
    const response = await fetch(`${this.server.url}/v3/directline${path}`, {
      method,
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  async generate(body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Started> {
    return (await this.call('/tokens/generate', { ...(body === undefined ? {} : { body }), headers })).json as Started;
  }

  async begin(body: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Started> {
    const { token } = await this.generate(undefined, headers);
    return (await this.call('/conversations', { token, body, headers })).json as Started;
  }

  async resume({ token, conversationId }: Started, query: string, headers: Readonly<Record<string, string>> = {}): Promise<Started> {
    return (await this.call(`/conversations/${conversationId}${query}`, { token, method: 'GET', headers })).json as Started;
  }

  async post({ token, conversationId }: Started, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answered & { readonly id: string }> {
    const answer = await this.call(`/conversations/${conversationId}/activities`, { token, body, headers });
    return { ...answer, id: (answer.json as { id?: string } | null)?.id ?? '' };
  }

  async say(started: Started, text: string): Promise<string> {
    return (await this.post(started, message(text))).id;
  }

  async read({ token, conversationId }: Started, query = ''): Promise<{ status: number; activities: Heard[]; watermark: string; json: unknown }> {
    const { status, json } = await this.call(`/conversations/${conversationId}/activities${query}`, { token, method: 'GET' });
    return { status, json, ...(json as { activities: Heard[]; watermark: string }) };
  }

  /** The conversation once the bot has said so much. */
  async readUntil(started: Started, text: string): Promise<Heard[]> {
    const ear = await Ear.on((await this.resume(started, '?watermark=')).streamUrl).until((heard) => heard.some((each) => each.text === text));
    ear.socket.close();
    return ear.heard;
  }

  async upload({ token, conversationId }: Started, body: FormData | Uint8Array | string, headers: Readonly<Record<string, string>> = {}, query = '?userId=dl_x'): Promise<Answered & { readonly id: string }> {
    const response = await fetch(`${this.server.url}/v3/directline/conversations/${conversationId}/upload${query}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, ...headers }, body: body as never });
    const json = (await response.json()) as { id: string };
    return { status: response.status, headers: response.headers, json, id: json.id };
  }
}

/** Listens to a stream and waits for what it should bring. */
export class Ear {
  readonly frames: string[] = [];
  readonly heard: Heard[] = [];
  watermark = '';
  readonly closed: Promise<number>;
  private wake: () => void = () => undefined;

  private constructor(readonly socket: WebSocket) {
    this.closed = once(socket, 'close').then(([code]) => code as number);
    socket.on('message', (data) => this.take(String(data)));
  }

  static on(url: string, headers: Readonly<Record<string, string>> = {}): Ear {
    return new Ear(new WebSocket(url, { headers }));
  }

  async until(holds: (heard: readonly Heard[]) => boolean): Promise<this> {
    while (!holds(this.heard)) await new Promise<void>((resolve) => (this.wake = resolve));
    return this;
  }

  untilText(text: string): Promise<this> {
    return this.until((heard) => heard.some((each) => each.text === text));
  }

  async untilFrame(holds: (frames: readonly string[]) => boolean): Promise<this> {
    while (!holds(this.frames)) await new Promise<void>((resolve) => (this.wake = resolve));
    return this;
  }

  texts = (): (string | undefined)[] => this.heard.map(({ text }) => text);

  private take(frame: string): void {
    this.frames.push(frame);
    if (frame !== '') {
      const set = JSON.parse(frame) as { activities: Heard[]; watermark: string };
      this.heard.push(...set.activities);
      this.watermark = set.watermark;
    }
    this.wake();
  }
}

/** The status and body of what a handshake got; 101 when it was let in (and then hangs up). */
export function handshake(url: string, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { headers });
    socket.on('unexpected-response', (_request, response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    socket.on('open', () => (socket.close(), resolve({ status: 101, body: '' })));
    socket.on('error', () => undefined);
  });
}

/** A request whose path goes out as it stands, without the client's tidying up. */
export function raw(url: string, { method, path, headers = {}, body }: { method: string; path: string; headers?: Record<string, string>; body?: string }): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, path, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** What every refusal must be (quality D45). */
export const aFault = { error: { code: expect.any(String) as string, message: expect.any(String) as string } };
