import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { WebSocketServer, type WebSocket } from 'ws';

export type Said = Record<string, unknown>;

/** What the bot answers; `typing` activities go to open sockets only. */
export type Script = (activity: Said) => readonly Said[];

/** What goes wrong, until it is put right again. Numbers count down. */
export interface Faults {
  down: boolean;
  noSockets: boolean;
  /** Sockets open, but nothing ever comes through them. */
  deafSockets: boolean;
  /** So many posts are refused with 503 without being kept … */
  refusePosts: number;
  /** … or kept, with the answer lost on its way back. */
  losePostAnswers: number;
}

interface Talk {
  readonly log: Said[];
  readonly sockets: Set<WebSocket>;
}

const Posted = z.looseObject({ type: z.string(), channelData: z.looseObject({ clientActivityID: z.string().optional() }).optional() });

/** What a bot says, as an activity. */
export const botSays = (text: string, more: Said = {}): Said => ({ type: 'message', text, locale: 'da-DK', from: { id: 'bot', role: 'bot' }, ...more });

/** Choices under a message. */
export const choices = (...titles: string[]): Said => ({ suggestedActions: { actions: titles.map((title) => ({ type: 'imBack', title, value: title })) } });

/** As much of a Direct Line server as a window can tell from a real one, with faults to order. Real HTTP, real sockets. */
export class FakeDirectLine {
  readonly talks = new Map<string, Talk>();
  readonly faults: Faults = { down: false, noSockets: false, deafSockets: false, refusePosts: 0, losePostAnswers: 0 };
  /** Everything asked, as "POST conversations". */
  readonly asked: string[] = [];
  private readonly sockets = new WebSocketServer({ noServer: true });
  private readonly server = createServer((req, res) => void this.answer(req, res));

  constructor(
    private readonly script: Script,
    private readonly welcome: readonly Said[] = [botSays('Velkommen.')],
    /** Serves what is not Direct Line; false: not found. */
    private readonly pages: (path: string, res: ServerResponse) => boolean = () => false,
  ) {
    this.server.on('upgrade', (req, socket, head) => this.upgrade(req, socket, head));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this.base;
  }

  get base(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${isAddress(address) ? address.port : 0}/`;
  }

  async stop(): Promise<void> {
    this.dropSockets();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  dropSockets(): void {
    for (const { sockets } of this.talks.values()) for (const socket of sockets) socket.terminate();
  }

  /** Adds an activity and sends it to those who listen; gives its id. */
  add(conversationId: string, said: Said): string {
    const talk = this.talks.get(conversationId);
    if (!talk) throw new Error(`There is no conversation ${conversationId}.`);
    if (said['type'] === 'typing') {
      this.push(talk, { activities: [said] });
      return '';
    }
    const id = `${conversationId}|${String(talk.log.length + 1).padStart(7, '0')}`;
    talk.log.push({ id, timestamp: new Date().toISOString(), conversation: { id: conversationId }, ...said });
    this.push(talk, { activities: talk.log.slice(-1), watermark: String(talk.log.length) });
    return id;
  }

  erase(conversationId: string): void {
    for (const socket of this.talks.get(conversationId)?.sockets ?? []) socket.close(1000);
    this.talks.delete(conversationId);
  }

  /** What the citizen has said in all conversations. */
  get texts(): string[] {
    return [...this.talks.values()].flatMap(({ log }) => log.filter(({ from, type }) => type === 'message' && JSON.stringify(from).includes('"user"')).map(({ text }) => String(text ?? '')));
  }

  private push(talk: Talk, frame: Said): void {
    if (!this.faults.deafSockets) for (const socket of talk.sockets) socket.send(JSON.stringify(frame));
  }

  private async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', this.base);
    if (!url.pathname.startsWith('/v3/directline/')) {
      if (!this.pages(url.pathname, res)) {
        res.statusCode = 404;
        res.end();
      }
      return;
    }
    const path = url.pathname.slice('/v3/directline/'.length);
    const body = await bodyOf(req);
    this.asked.push(`${req.method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')}`);
    if (this.faults.down) return reply(res, 503, { error: { code: 'Down', message: '' } });
    if (path === 'tokens/generate') return reply(res, 200, tokenFor(randomUUID()));
    const id = conversationOf(req.headers.authorization);
    if (id === null) return reply(res, 403, { error: { code: 'TokenExpired', message: '' } });
    if (path === 'tokens/refresh') return reply(res, 200, tokenFor(id));
    if (path === 'conversations') return this.begin(id, res);
    const talk = this.talks.get(id);
    const watermark = url.searchParams.get('watermark') ?? '';
    if (!talk || !path.startsWith(`conversations/${id}`)) return reply(res, 404, { error: { code: 'NotFound', message: '' } });
    if (path.endsWith('/upload')) return this.receive(id, talk, await activityOfForm(req, body), res);
    if (path.endsWith('/activities') && req.method === 'POST') return this.receive(id, talk, Posted.parse(JSON.parse(body.toString())), res);
    if (path.endsWith('/activities')) return reply(res, 200, { activities: talk.log.slice(Number(watermark)), watermark: String(talk.log.length) });
    reply(res, 200, { ...tokenFor(id), streamUrl: this.streamUrl(id, watermark) });
  }

  private begin(id: string, res: ServerResponse): void {
    const isNew = !this.talks.has(id);
    if (isNew) {
      this.talks.set(id, { log: [], sockets: new Set() });
      for (const said of this.welcome) this.add(id, said);
    }
    reply(res, isNew ? 201 : 200, { ...tokenFor(id), streamUrl: this.streamUrl(id, '') });
  }

  private receive(id: string, talk: Talk, posted: z.infer<typeof Posted>, res: ServerResponse): void {
    if (this.faults.refusePosts > 0) {
      this.faults.refusePosts -= 1;
      return reply(res, 503, { error: { code: 'Busy', message: '' } });
    }
    const clientId = posted.channelData?.clientActivityID;
    const known = clientId === undefined ? undefined : talk.log.find(({ channelData }) => JSON.stringify(channelData ?? null).includes(`"${clientId}"`));
    const activityId = known ? String(known['id']) : this.add(id, { ...posted, text: masked(posted['text']), from: { id: `dl_${id}`, role: 'user' } });
    if (this.faults.losePostAnswers > 0) {
      this.faults.losePostAnswers -= 1;
      res.destroy();
    } else reply(res, 200, { id: activityId });
    if (known) return;
    const said = this.script(posted);
    for (const each of said) this.add(id, each);
    if (said.some(({ type }) => type === 'endOfConversation')) this.erase(id);
  }

  private upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(req.url ?? '/', this.base);
    const talk = this.talks.get(url.searchParams.get('c') ?? '');
    if (!talk || this.faults.noSockets || this.faults.down) {
      socket.destroy();
      return;
    }
    this.sockets.handleUpgrade(req, socket, head, (open) => {
      talk.sockets.add(open);
      open.on('close', () => talk.sockets.delete(open));
      const rest = talk.log.slice(Number(url.searchParams.get('w')));
      if (rest.length > 0 && !this.faults.deafSockets) open.send(JSON.stringify({ activities: rest, watermark: String(talk.log.length) }));
    });
  }

  private streamUrl(id: string, watermark: string): string {
    return `${this.base.replace('http', 'ws')}stream?c=${id}&w=${watermark}`;
  }
}

function tokenFor(conversationId: string): Said {
  const payload = Buffer.from(JSON.stringify({ user: `dl_${conversationId}`, conv: conversationId })).toString('base64url');
  return { conversationId, token: `e30.${payload}.signature`, expires_in: 1800 };
}

function conversationOf(authorization: string | undefined): string | null {
  const payload = Buffer.from((authorization ?? '').split('.')[1] ?? '', 'base64url').toString();
  return payload === '' ? null : z.object({ conv: z.string() }).parse(JSON.parse(payload)).conv;
}

function masked(text: unknown): string {
  return String(text ?? '').replace(/\b(\d{6})-?\d{4}\b/g, '$1-••••');
}

async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of req) parts.push(z.instanceof(Uint8Array).parse(part));
  return Buffer.concat(parts);
}

async function activityOfForm(req: IncomingMessage, body: Buffer): Promise<z.infer<typeof Posted>> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': req.headers['content-type'] ?? '' } }).formData();
  const part = form.get('activity');
  const files = form.getAll('file').flatMap((file) => (typeof file === 'string' ? [] : [{ name: file.name, contentType: file.type, contentUrl: '/file' }]));
  return Posted.parse({ ...Posted.parse(JSON.parse(part instanceof Blob ? await part.text() : String(part))), attachments: files });
}

function reply(res: ServerResponse, status: number, body: Said): void {
  // Not chained: a test of restify that ran before in this process has changed what `writeHead` gives.
  res.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
  res.end(JSON.stringify(body));
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
