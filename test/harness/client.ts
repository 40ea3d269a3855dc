import type { Agent } from 'node:http';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { HistoryFile } from './history';
import { newAgent, send, type Answered } from './http';
import { pick } from './random';

const Opened = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });
const Heard = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  channelData: z.looseObject({ content: z.string().optional(), receipt: z.looseObject({ reference: z.string() }).optional() }).optional(),
});
type Heard = z.infer<typeof Heard>;
const Frame = z.object({ activities: z.array(Heard), watermark: z.string() });

const PATIENCE_MS = 4_000;
/** After so many messages a client begins another conversation. */
const LONG = 200;
const CALLBACK = ['Ring mig op', 'Min hjemmehjælp er taget fra mig', 'Fatma Yıldız', '20 21 89 88', 'torsdag formiddag', 'ja', 'Send'];
const CHAT = ['Hvornår er der telefontid?', 'Hvad kan I hjælpe med?', 'Hej', 'Jeg har fået et brev', 'Tak'];

interface ClientOptions {
  readonly name: string;
  /** Where the server is now; it may have gone and come back. */
  readonly url: () => string;
  readonly historyPath: string;
  readonly random: () => number;
  /** Waits a little between messages; none by default. */
  readonly pauseMs?: number;
  /** Nothing but plain messages: no uploads, forms, erasures. */
  readonly plain?: boolean;
  /** Waits so long for an answer; 4 s, if not given. */
  readonly patienceMs?: number;
}

/**
 * A citizen under bad conditions: speaks by POST, listens on the stream, comes back when it breaks, sends again what got
 * no answer, and writes down what it was told before it believes it.
 */
export class Client {
  readonly history: HistoryFile;
  private readonly agent: Agent = newAgent();
  private conversation: { id: string; token: string } | null = null;
  private socket: WebSocket | null = null;
  private watermark = 0;
  private heard: Heard[] = [];
  private readonly wakers = new Set<() => void>();
  private stopping = false;
  private spoken = 0;
  private ended = 0;
  /** Conversations it has had. */
  readonly conversations = new Set<string>();

  constructor(private readonly options: ClientOptions) {
    this.history = new HistoryFile(options.historyPath);
  }

  /** How often a stream ended that it had not ended itself. */
  get hangUps(): number {
    return this.ended;
  }

  get messages(): number {
    return this.spoken;
  }

  /** Talks until it is told to stop. */
  async run(): Promise<void> {
    while (!this.stopping) {
      if (this.conversation === null && !(await this.begin())) {
        await this.wait(50);
        continue;
      }
      await this.something();
      if (this.options.pauseMs !== undefined) await this.wait(this.options.pauseMs);
    }
    this.hangUp();
    this.agent.destroy();
    this.history.close();
  }

  stop(): void {
    this.stopping = true;
    for (const wake of this.wakers) wake();
  }

  private async something(): Promise<void> {
    const { random, plain = false } = this.options;
    if (this.spoken % LONG === LONG - 1) {
      this.spoken += 1;
      return void this.lostSight();
    }
    const draw = plain ? 1 : random();
    if (draw < 0.04) return this.upload();
    if (draw < 0.07) return this.askForCall();
    if (draw < 0.09) return this.erase();
    const said = await this.say(`${pick(random, CHAT)} (${this.options.name}-${this.spoken})`);
    // Some talk on before they have heard the answer.
    if (said !== null && random() < 0.8) await this.until((each) => each.replyToId === said);
  }

  private async begin(): Promise<boolean> {
    const base = `${this.options.url()}/v3/directline`;
    const address = { 'x-forwarded-for': `10.0.${Math.floor(this.options.random() * 250)}.${Math.floor(this.options.random() * 250)}` };
    try {
      const generated = await this.ask(`${base}/tokens/generate`, { method: 'POST', headers: address });
      const { token } = z.object({ token: z.string() }).parse(JSON.parse(generated.body));
      const opened = await this.ask(`${base}/conversations`, { method: 'POST', headers: { ...address, authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: '{"locale":"da-DK"}' });
      const { conversationId, token: mine, streamUrl } = Opened.parse(JSON.parse(opened.body));
      this.history.add({ event: 'began', conversation: conversationId });
      this.conversation = { id: conversationId, token: mine };
      this.conversations.add(conversationId);
      this.watermark = 0;
      this.heard = [];
      this.listen(conversationId, streamUrl);
      return true;
    } catch {
      return false;
    }
  }

  /** Says a text, if need be again and again under the same key; null when it is not known whether it was taken. */
  private async say(text: string, attempt = (headers: Record<string, string>, key: string): Promise<Answered> => this.post(headers, key, text)): Promise<string | null> {
    const { conversation } = this;
    if (conversation === null) return null;
    const key = `${this.options.name}-${this.spoken++}`;
    for (;;) {
      this.history.add({ event: 'sent', conversation: conversation.id, key, text });
      try {
        const { status, body } = await attempt({ authorization: `Bearer ${conversation.token}` }, key);
        if (status === 200) {
          const { id } = z.object({ id: z.string() }).parse(JSON.parse(body));
          this.history.add({ event: 'acknowledged', conversation: conversation.id, key, id });
          return id;
        }
        this.history.add({ event: 'failed', conversation: conversation.id, key, status });
        if (status === 404 || status === 403) return this.lostSight();
        if (status < 500 && status !== 429) return null;
      } catch (fault) {
        this.history.add({ event: 'unknown', conversation: conversation.id, key, why: whyOf(fault) });
      }
      if (this.stopping || this.options.random() < 0.4) return null;
      await this.wait(100);
    }
  }

  private post(headers: Record<string, string>, key: string, text: string): Promise<Answered> {
    return this.ask(`${this.base}/activities`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ type: 'message', text, locale: 'da-DK', from: { id: 'me' }, channelData: { clientActivityID: key } }) });
  }

  private async upload(): Promise<void> {
    const text = `se her (${this.options.name}-${this.spoken})`;
    await this.say(text, (headers, key) => {
      const form = multipart({ type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID: key } }, this.options.random);
      return this.ask(`${this.base}/upload?userId=me`, { method: 'POST', headers: { ...headers, 'content-type': `multipart/form-data; boundary=${form.boundary}` }, body: form.body });
    });
  }

  /** The whole form for a call, to its receipt. */
  private async askForCall(): Promise<void> {
    for (const text of CALLBACK) {
      const said = await this.say(text);
      if (said === null || this.conversation === null || !(await this.until((each) => each.replyToId === said))) return;
    }
    const receipt = this.heard.findLast(({ channelData }) => channelData?.receipt !== undefined)?.channelData?.receipt;
    if (receipt && this.conversation) this.history.add({ event: 'receipt', conversation: this.conversation.id, reference: receipt.reference });
  }

  private async erase(): Promise<void> {
    const { conversation } = this;
    if (conversation === null) return;
    this.history.add({ event: 'erasing', conversation: conversation.id });
    const said = await this.say('', (headers, key) => this.ask(`${this.base}/activities`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ type: 'event', name: 'conversation.erase', from: { id: 'me' }, channelData: { clientActivityID: key } }) }));
    if (said !== null && (await this.until(({ channelData }) => channelData?.content === 'erase.done'))) this.history.add({ event: 'erased', conversation: conversation.id });
    this.lostSight();
  }

  private lostSight(): null {
    this.conversation = null;
    this.hangUp();
    return null;
  }

  private get base(): string {
    return `${this.options.url()}/v3/directline/conversations/${this.conversation?.id ?? ''}`;
  }

  private ask(url: string, how: Parameters<typeof send>[1]): Promise<Answered> {
    return send(url, { ...how, agent: this.agent, timeoutMs: this.options.patienceMs ?? PATIENCE_MS });
  }

  private listen(conversationId: string, streamUrl: string): void {
    const socket = new WebSocket(streamUrl, { perMessageDeflate: false });
    this.socket = socket;
    socket.on('message', (data) => {
      const text = String(data);
      if (text === '' || this.stopping || this.socket !== socket || this.conversation?.id !== conversationId) return;
      const { activities, watermark } = Frame.parse(JSON.parse(text));
      for (const each of activities) {
        this.heard.push(each);
        // What is not kept (typing, a refusal) has no number and moves no watermark.
        if (each.id !== undefined && Number(watermark) > this.watermark) this.history.add({ event: 'heard', conversation: conversationId, id: each.id });
      }
      this.watermark = Math.max(this.watermark, Number(watermark));
      if (this.heard.length > 60) this.heard.splice(0, 30);
      for (const wake of this.wakers) wake();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.socket !== socket || this.conversation?.id !== conversationId || this.stopping) return;
      this.ended += 1;
      setTimeout(() => void this.reconnect(conversationId), 50);
    });
  }

  private async reconnect(conversationId: string): Promise<void> {
    if (this.conversation?.id !== conversationId || this.stopping) return;
    try {
      const answered = await send(`${this.base}?watermark=${this.watermark}`, { headers: { authorization: `Bearer ${this.conversation.token}` } });
      if (answered.status === 200) {
        const { token, streamUrl } = Opened.parse(JSON.parse(answered.body));
        this.conversation = { id: conversationId, token };
        return this.listen(conversationId, streamUrl);
      }
      if (answered.status === 404 || answered.status === 403) return void this.lostSight();
    } catch {
      // Not up yet.
    }
    setTimeout(() => void this.reconnect(conversationId), 50);
  }

  private hangUp(): void {
    const { socket } = this;
    this.socket = null;
    socket?.terminate();
  }

  /** False when it did not come in time. */
  private until(holds: (activity: Heard) => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (held: boolean): void => {
        clearTimeout(timer);
        this.wakers.delete(look);
        resolve(held);
      };
      const look = (): void => {
        if (this.heard.some(holds)) end(true);
        else if (this.stopping) end(false);
      };
      const timer = setTimeout(() => end(false), PATIENCE_MS);
      this.wakers.add(look);
      look();
    });
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.wakers.delete(look);
        resolve();
      };
      const look = (): void => {
        if (this.stopping) wake();
      };
      const timer = setTimeout(wake, ms);
      this.wakers.add(look);
      look();
    });
  }
}

const whyOf = (fault: unknown): string => (fault instanceof Error ? ('code' in fault && typeof fault.code === 'string' ? fault.code : fault.name) : 'unknown');

function multipart(activity: object, random: () => number): { boundary: string; body: Buffer } {
  const boundary = `b${Math.floor(random() * 1e9)}`;
  const file = Buffer.from(`%PDF-1.4\n${'afgørelse '.repeat(200 + Math.floor(random() * 500))}`);
  const head = (name: string, filename: string, type: string): string => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${filename}"\r\ncontent-type: ${type}\r\n\r\n`;
  return {
    boundary,
    body: Buffer.concat([Buffer.from(head('activity', 'blob', 'application/vnd.microsoft.activity') + JSON.stringify(activity) + `\r\n${head('file', 'brev æøå.pdf', 'application/pdf')}`), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
