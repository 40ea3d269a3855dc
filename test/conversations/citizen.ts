import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { z } from 'zod';

const Activity = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  text: z.string().optional(),
  name: z.string().optional(),
  value: z.unknown().optional(),
  locale: z.string().optional(),
  replyToId: z.string().optional(),
  from: z.looseObject({ id: z.string(), role: z.string().optional() }),
  attachments: z.array(z.looseObject({ contentType: z.string(), contentUrl: z.string().optional(), name: z.string().optional() })).optional(),
  suggestedActions: z.looseObject({ actions: z.array(z.looseObject({ title: z.string(), value: z.unknown() })) }).optional(),
  channelData: z.looseObject({ topic: z.string().optional(), content: z.string().optional(), receipt: z.looseObject({ reference: z.string(), pin: z.string() }).optional() }).optional(),
});
export type Activity = z.infer<typeof Activity>;
const ActivitySet = z.object({ activities: z.array(Activity), watermark: z.string().optional() });
const Started = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });

/** What came of one message: the bot's activities, and what a test asks of them most. */
export class Answer {
  constructor(readonly activities: readonly Activity[]) {}
  /** All that was said, bubbles with a line between. */
  get text(): string {
    return this.activities.flatMap(({ type, text }) => (type === 'message' && text !== undefined ? [text] : [])).join('\n');
  }
  /** The ids of the phrases said, in order, each run of bubbles once. */
  get phrases(): string[] {
    const ids = this.activities.flatMap(({ type, channelData }) => (type === 'message' ? [channelData?.content ?? '?'] : []));
    return ids.filter((id, place) => id !== ids[place - 1]);
  }
  get topic(): string | undefined {
    return this.activities.findLast(({ type }) => type === 'message')?.channelData?.topic;
  }
  get choices(): string[] {
    return this.activities.findLast(({ suggestedActions }) => suggestedActions !== undefined)?.suggestedActions?.actions.map(({ title }) => title) ?? [];
  }
  get receipt(): { reference: string; pin: string } | undefined {
    return this.activities.find(({ channelData }) => channelData?.receipt)?.channelData?.receipt;
  }
}

/** A citizen at the chat, over Direct Line: HTTP to speak, the WebSocket stream to listen. */
export class Citizen {
  private readonly heard: Activity[] = [];
  private readonly waiting = new Set<() => void>();
  private taken = 0;
  private socket: WebSocket | null = null;

  private constructor(
    readonly url: string,
    readonly conversationId: string,
    readonly token: string,
  ) {}

  /** Opens the chat and waits for the welcome, or what is said in its place. */
  static async arrive(url: string, locale = 'da-DK', welcome = 'welcome'): Promise<Citizen> {
    const generated = await fetch(`${url}/v3/directline/tokens/generate`, { method: 'POST' });
    const { token } = z.object({ token: z.string() }).parse(await generated.json());
    const opened = await fetch(`${url}/v3/directline/conversations`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ locale }) });
    const started = Started.parse(await opened.json());
    const citizen = new Citizen(url, started.conversationId, started.token);
    citizen.listen(started.streamUrl);
    await citizen.until((activity) => activity.channelData?.content === welcome);
    return citizen;
  }

  /** The same citizen after the server has started anew: same conversation, same token, a new stream. */
  static async resume(url: string, { conversationId }: Citizen, token: string): Promise<Citizen> {
    const again = await fetch(`${url}/v3/directline/conversations/${conversationId}`, { headers: { authorization: `Bearer ${token}` } });
    const started = Started.parse(await again.json());
    const citizen = new Citizen(url, conversationId, started.token);
    citizen.listen(started.streamUrl);
    await new Promise((open) => citizen.socket?.once('open', open));
    return citizen;
  }

  /** A token that holds for another half hour, by the clock of the test. */
  async refresh(token = this.token): Promise<string> {
    const response = await fetch(`${this.url}/v3/directline/tokens/refresh`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    return z.object({ token: z.string() }).parse(await response.json()).token;
  }

  /** Says something and waits for all that the bot answers. */
  async say(text: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.post({ type: 'message', text, locale: 'da-DK', from: { id: 'me' }, channelData: { clientActivityID: randomUUID() }, ...more });
  }

  /** Sends an event of the chat window. */
  async event(name: string, value: unknown): Promise<Answer> {
    return this.post({ type: 'event', name, value, from: { id: 'me' } });
  }

  /** Posts an activity as it is; the status and body of the answer, for bad input. */
  async raw(body: string, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.url}/v3/directline/conversations/${this.conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: response.status, body: await response.json() };
  }

  /** Everything in the conversation since its beginning, as a polling client sees it. */
  async history(): Promise<{ status: number; activities: Activity[] }> {
    const response = await fetch(`${this.url}/v3/directline/conversations/${this.conversationId}/activities?watermark=`, { headers: { authorization: `Bearer ${this.token}` } });
    return { status: response.status, activities: response.ok ? ActivitySet.parse(await response.json()).activities : [] };
  }

  leave(): void {
    this.socket?.close();
  }

  /** Sends files, with or without words, and waits for all that the bot answers. */
  async send(files: readonly { name: string; bytes: Uint8Array }[], text = ''): Promise<Answer> {
    const form = new FormData();
    const activity = { type: 'message', text, locale: 'da-DK', from: { id: 'me' }, channelData: { clientActivityID: randomUUID() } };
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }), 'blob');
    for (const { name, bytes } of files) form.append('file', new Blob([Uint8Array.from(bytes)]), name);
    const response = await fetch(`${this.url}/v3/directline/conversations/${this.conversationId}/upload?userId=me`, { method: 'POST', headers: { authorization: `Bearer ${this.token}` }, body: form });
    return this.answerTo(response.status, await response.json());
  }

  /** What the bot said it was busy with, from the beginning: `typing` with words, which is kept nowhere. */
  busyWith(): string[] {
    return this.heard.flatMap(({ type, text }) => (type === 'typing' && text !== undefined ? [text] : []));
  }

  private async post(activity: object): Promise<Answer> {
    const { status, body } = await this.raw(JSON.stringify(activity));
    return this.answerTo(status, body);
  }

  private async answerTo(status: number, body: unknown): Promise<Answer> {
    const id = z.object({ id: z.string() }).safeParse(body).data?.id;
    if (status !== 200 || id === undefined) throw new Error(`The message was not taken: ${status} ${JSON.stringify(body)}`);
    await this.until((heard) => heard.replyToId === id && heard.type !== 'typing');
    const answers = this.heard.slice(this.taken).filter(({ replyToId, type }) => replyToId === id && type !== 'typing');
    this.taken = this.heard.length;
    return new Answer(answers);
  }

  private listen(streamUrl: string): void {
    this.socket = new WebSocket(streamUrl);
    this.socket.on('message', (data) => {
      const frame = String(data);
      if (frame === '') return;
      this.heard.push(...ActivitySet.parse(JSON.parse(frame)).activities);
      for (const wake of this.waiting) wake();
    });
  }

  private until(holds: (activity: Activity) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.heard.slice(this.taken).some(holds)) return;
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
  }
}
