import { DirectLineDoor, type Credentials } from './direct-line-door';
import { createTransport, type Call, type Transport } from './direct-line-http';
import { sendWithRetries, uploadForm, type SendResult } from './direct-line-sender';
import { DirectLineStream, type SocketFactory } from './direct-line-stream';
import { PACE, type Pace } from './pace';
import { Backoff, orAfter, Pauses } from './pauses';

export type LinkStatus = 'connecting' | 'online' | 'lost' | 'ended';

export interface LinkEvents {
  status(status: LinkStatus): void;
  /** Activities not seen before, in order. `history`: they were said before this window took the conversation up. */
  activities(activities: readonly unknown[], history: boolean): void;
  /** To be remembered, so that the conversation can be taken up again. */
  credentials(credentials: Credentials): void;
}

export interface ClientOptions {
  /** The server's address with a slash at its end. */
  readonly base: string;
  readonly locale: string;
  readonly events: LinkEvents;
  /** Takes up this conversation instead of beginning one. */
  readonly resume?: Credentials | null;
  readonly pace?: Partial<Pace>;
  readonly transport?: Transport;
  readonly openSocket?: SocketFactory;
}

export type Activity = Readonly<Record<string, unknown>>;

/** A socket that fails this often in a row is taken to be forbidden on the way (a proxy): from then on we poll. */
const BLOCKED_AFTER = 2;

/**
 * One conversation over Direct Line 3.0: begins or resumes it, follows it over a socket or by polling, takes it up
 * again where it was lost, renews its token, and sends. Each activity is handed on once, by its id.
 */
export class DirectLineClient {
  private readonly pace: Pace;
  private readonly transport: Transport;
  private readonly door: DirectLineDoor;
  private readonly pauses = new Pauses();
  private readonly backoff: Backoff;
  private stream: DirectLineStream | null = null;
  private status: LinkStatus | null = null;
  private blocked = 0;
  private lastPost = 0;
  private begun: () => void = () => {};
  private readonly hasBegun = new Promise<void>((resolve) => (this.begun = resolve));

  constructor(private readonly options: ClientOptions) {
    const { events } = options;
    this.pace = { ...PACE, ...options.pace };
    this.transport = options.transport ?? createTransport(options.base);
    this.backoff = new Backoff(this.pace.firstRetry, this.pace.longestRetry, this.pauses);
    this.door = new DirectLineDoor({
      transport: this.transport,
      timeoutMs: this.pace.request,
      locale: options.locale,
      resume: options.resume ?? null,
      onCredentials: (credentials) => this.isOver() || events.credentials(credentials),
      onFresh: (activities, history) => this.isOver() || events.activities(activities, history),
      onOver: () => this.tell('ended'),
    });
  }

  /** The citizen's id in this conversation; null until it is known. */
  get userId(): string | null {
    return this.door.userId;
  }

  /** Runs until the conversation ends or `close` is called; never rejects. */
  async run(): Promise<void> {
    this.tell('connecting');
    let streamUrl = await this.persist(() => this.door.enter());
    this.begun();
    const renewal = setInterval(() => void this.door.renew(), this.pace.refresh);
    while (streamUrl !== null) {
      await (this.blocked < BLOCKED_AFTER ? this.follow(streamUrl) : this.poll());
      if (!this.isOver()) this.tell('lost');
      streamUrl = await this.persist(() => this.door.reconnect());
    }
    clearInterval(renewal);
  }

  /** Sends one activity. `last`: the page may be about to close, so the request is to outlive it. */
  async post(activity: Activity, last = false): Promise<SendResult> {
    const sent = await this.send('activities', () => ({ method: 'POST', json: this.from(activity), keepalive: last }), this.pace.request);
    const id = sent.kind === 'sent' ? sent.id : null;
    if (id !== null && activity['type'] === 'message') this.doubt(() => this.door.intake.has(id));
    return sent;
  }

  /** Sends a message with files. */
  upload(activity: Activity, files: readonly File[]): Promise<SendResult> {
    const path = `upload?userId=${encodeURIComponent(this.userId ?? '')}`;
    return this.send(path, () => ({ method: 'POST', form: uploadForm(this.from(activity), files) }), this.pace.upload);
  }

  /** The page is looked at again: whatever waits need wait no longer. */
  wake(): void {
    this.pauses.wake();
  }

  /** The network came back, perhaps as another one: the old line is dead even if it does not know. */
  networkIsBack(): void {
    this.stream?.giveUp();
    this.backoff.worked();
    this.pauses.wake();
  }

  /** Hangs up for good. */
  close(): void {
    this.tell('ended');
  }

  private isOver(): boolean {
    return this.status === 'ended';
  }

  private tell(status: LinkStatus): void {
    if (status === this.status || this.isOver()) return;
    this.status = status;
    this.options.events.status(status);
    if (status !== 'ended') return;
    this.stream?.giveUp();
    this.begun();
    this.pauses.wake();
  }

  /** Repeats what needs the network until it gives an address to follow; null when the conversation is over instead. */
  private async persist(task: () => Promise<string | null>): Promise<string | null> {
    while (!this.isOver()) {
      await this.backoff.beforeNext();
      const url = this.isOver() ? null : await task().catch(() => null);
      if (url !== null) return url;
      this.backoff.failed();
      this.tell('lost');
    }
    return null;
  }

  /** Listens at the socket until it breaks. */
  private follow(url: string): Promise<void> {
    return new Promise((lost) => {
      const opened = () => {
        this.isThere();
        this.doubt(() => this.door.intake.hasAny()); // at least the welcome must come
      };
      const frame = (body: Readonly<Record<string, unknown>>) => {
        this.blocked = 0;
        this.door.take(body);
      };
      const closed = (wasOpen: boolean) => {
        if (!wasOpen) this.blocked += 1;
        this.backoff.failed();
        this.stream = null;
        lost();
      };
      try {
        this.stream = new DirectLineStream(url, { opened, frame, closed }, this.pace.silence, this.options.openSocket);
      } catch {
        closed(false); // the browser forbids the address: ws: in an https: page, or the page's own policy
      }
    });
  }

  /** Asks by turns until the server does not answer. */
  private async poll(): Promise<void> {
    while (!this.isOver()) {
      if ((await this.door.list().catch(() => null)) === null) return this.backoff.failed();
      this.isThere();
      await this.pauses.wait(Date.now() - this.lastPost < this.pace.silence ? this.pace.pollSoon : this.pace.pollIdle);
    }
  }

  private isThere(): void {
    this.backoff.worked();
    this.tell('online');
  }

  private from(activity: Activity): Activity {
    return { ...activity, from: { id: this.userId ?? 'dl_citizen', role: 'user' } };
  }

  private async send(path: string, call: () => Call, timeoutMs: number): Promise<SendResult> {
    await orAfter(this.hasBegun, this.pace.request);
    if (this.isOver()) return { kind: 'ended' };
    const id = this.door.conversationId;
    if (id === null) return { kind: 'failed' };
    const pause = (tries: number) => new Promise<void>((resolve) => setTimeout(resolve, tries * 2 * this.pace.firstRetry));
    const sent = await sendWithRetries(this.transport, `conversations/${id}/${path}`, () => this.door.signed(call()), { timeoutMs, pause });
    this.lastPost = Date.now();
    this.pauses.wake();
    return sent;
  }

  /** Where what must come does not come in time, asks for it: if it is there, the socket only seems to stand, and we poll. */
  private doubt(isSatisfied: () => boolean): void {
    const { stream } = this;
    setTimeout(async () => {
      if (this.stream !== stream || stream === null || isSatisfied()) return;
      if (!(await this.door.list().catch(() => null))) return;
      this.blocked = BLOCKED_AFTER;
      stream.giveUp();
    }, this.pace.echo);
  }
}
