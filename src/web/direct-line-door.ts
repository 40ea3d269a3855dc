import { isOver, textIn, type Answer, type Call, type Transport } from './direct-line-http';
import { Intake } from './intake';
import { userOfToken } from './token';

/** What it takes to take a conversation up again. */
export interface Credentials {
  readonly token: string;
  readonly conversationId: string;
}

export interface DoorOptions {
  readonly transport: Transport;
  readonly timeoutMs: number;
  readonly locale: string;
  readonly resume: Credentials | null;
  readonly onCredentials: (credentials: Credentials) => void;
  /** Activities not seen before, in order. */
  readonly onFresh: (activities: readonly unknown[], history: boolean) => void;
  /** The server says that the conversation is no more, or no longer ours. */
  readonly onOver: () => void;
}

/**
 * The way into one conversation, over plain requests: begins it, takes it up, lists what was said, renews the token.
 * Whatever gives an address gives null where it did not work; it rejects where no answer came.
 */
export class DirectLineDoor {
  readonly intake = new Intake();
  private token: string | null;
  private id: string | null;

  constructor(private readonly options: DoorOptions) {
    this.token = options.resume?.token ?? null;
    this.id = options.resume?.conversationId ?? null;
  }

  /** The citizen's id in this conversation; null until it is known. */
  get userId(): string | null {
    return userOfToken(this.token);
  }

  get conversationId(): string | null {
    return this.id;
  }

  /** A call in this conversation's name. */
  signed(call: Omit<Call, 'token'>): Call {
    return { ...call, token: this.token };
  }

  /** Begins or takes up; gives the stream's address. */
  enter(): Promise<string | null> {
    return this.options.resume ? this.takeUp() : this.begin();
  }

  /** The stream's address, from where we have got to. */
  async reconnect(): Promise<string | null> {
    const answer = await this.ask(`conversations/${this.id}${this.intake.streamQuery()}`, { method: 'GET' });
    if (isOver(answer)) this.options.onOver();
    return answer.status === 200 ? this.accept(answer) : null;
  }

  /** Asks for what is new and hands it on; gives how much that was, null where the server did not answer well. */
  async list(history = false): Promise<number | null> {
    const answer = await this.ask(`conversations/${this.id}/activities${this.intake.listQuery()}`, { method: 'GET' });
    if (isOver(answer)) this.options.onOver();
    return answer.status === 200 ? this.take(answer.body, history) : null;
  }

  /** Hands on what is new in a set of activities; gives how much that was. */
  take(body: Answer['body'], history = false): number {
    const fresh = this.intake.take(body);
    if (fresh.length > 0) this.options.onFresh(fresh, history);
    return fresh.length;
  }

  /** Makes the token last longer. A fault is no matter: the next renewal comes while the old token still holds. */
  async renew(): Promise<void> {
    const answer = await this.ask('tokens/refresh', { method: 'POST' }).catch(() => null);
    if (answer?.status === 200) this.remember(answer.body);
  }

  private async begin(): Promise<string | null> {
    this.token ??= textIn((await this.ask('tokens/generate', { method: 'POST', json: {} })).body, 'token');
    if (this.token === null) return null;
    const answer = await this.ask('conversations', { method: 'POST', json: { locale: this.options.locale } });
    if (isOver(answer)) this.token = null; // it grew old while the network was away
    this.id = textIn(answer.body, 'conversationId');
    return this.id === null ? null : this.accept(answer);
  }

  /** Fetches what was said before, page by page, then follows from there. */
  private async takeUp(): Promise<string | null> {
    for (;;) {
      const fresh = await this.list(true);
      if (fresh === null) return null;
      if (fresh === 0) return this.reconnect();
    }
  }

  private ask(path: string, call: Call): Promise<Answer> {
    return this.options.transport(path, this.signed(call), this.options.timeoutMs);
  }

  private accept({ body }: Answer): string | null {
    this.remember(body);
    return textIn(body, 'streamUrl');
  }

  private remember(body: Answer['body']): void {
    this.token = textIn(body, 'token') ?? this.token;
    if (this.token !== null && this.id !== null) this.options.onCredentials({ token: this.token, conversationId: this.id });
  }
}
