import { createHash } from 'node:crypto';
import { Client, type Notification, type QueryConfig } from 'pg';
import { isGone, storeFailed } from './postgres-fault';
import type { Row } from './database';

const AGAIN_MS = [50, 100, 250, 500, 1_000] as const;
/** A connection that was asked nothing is asked something so often, so that a network that went silent is noticed. */
const BEAT_MS = 1_000;
/** And is given up when it owes an answer and has given none for so long. */
const DEAF_MS = 2_000;
/** A beat so late tells of this process, which stood still, and not of the connection. */
const LATE_MS = 1_500;

export interface NodeSessionOptions {
  readonly url: string;
  readonly channels: readonly string[];
  readonly onNotice: (notice: Notification) => void;
  /** The connection was lost and is there again: what was notified meanwhile went unheard, and locks were let go. */
  readonly onBack: () => void;
  readonly onLost: () => void;
}

/**
 * The one connection of this node that stays: it listens, and its session holds the locks of the work under way here.
 * PostgreSQL lets go of them the moment the connection, or this process, ends.
 */
export class NodeSession {
  private client: Client | null = null;
  private opening: Promise<Client> | null = null;
  private closed = false;
  private failures = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly beat: NodeJS.Timeout;
  private lostOnce = false;
  /** Questions without an answer yet. */
  private owed = 0;
  private answeredAt = performance.now();
  private beatAt = performance.now();

  constructor(private readonly options: NodeSessionOptions) {
    this.beat = setInterval(() => this.look(), BEAT_MS);
    this.beat.unref();
  }

  /** Whether it has answered anything within the time. */
  hasAnsweredWithin(ms: number): boolean {
    return this.client !== null && performance.now() - this.answeredAt < ms;
  }

  /** Resolves when it listens; rejects with `store-failed` when there is no database. */
  async open(): Promise<void> {
    await this.current().catch((fault: unknown) => {
      throw storeFailed(fault);
    });
  }

  /** Runs a statement in the session; rejects as pg does. */
  async rows(sql: string, values: readonly (string | number)[] = []): Promise<readonly Row[]> {
    const client = await this.current();
    if (this.owed === 0) this.answeredAt = performance.now();
    this.owed += 1;
    try {
      return (await client.query<Row>({ name: nameOf(sql), text: sql, values: [...values] })).rows;
    } catch (fault) {
      if (isGone(fault)) this.lost(client);
      throw fault;
    } finally {
      this.owed -= 1;
      this.answeredAt = performance.now();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.beat);
    clearTimeout(this.timer);
    await this.opening?.catch(() => undefined);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private look(): void {
    const now = performance.now();
    const late = now - this.beatAt > LATE_MS;
    this.beatAt = now;
    const { client } = this;
    if (late || client === null) return;
    if (this.owed === 0) void this.rows('select 1').catch(() => undefined);
    else if (now - this.answeredAt > DEAF_MS) this.lost(client);
  }

  private current(): Promise<Client> {
    if (this.client) return Promise.resolve(this.client);
    this.opening ??= this.connect().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.options.url, connectionTimeoutMillis: DEAF_MS, keepAlive: true, application_name: 'vejviser-node' });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', (notice) => this.options.onNotice(notice));
    try {
      await client.connect();
      const listen: QueryConfig & { query_timeout: number } = { text: this.options.channels.map((channel) => `listen ${channel}`).join('; '), query_timeout: DEAF_MS };
      await client.query(listen);
    } catch (fault) {
      void client.end().catch(() => undefined);
      this.later();
      throw fault;
    }
    this.client = client;
    this.failures = 0;
    // Not before it listens: what is looked for anew must not be missed in between.
    if (this.lostOnce) this.options.onBack();
    return client;
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.lostOnce = true;
    void client.end().catch(() => undefined);
    if (this.closed) return;
    this.options.onLost();
    this.later();
  }

  /** Comes back by itself: nobody may ask for anything while others write. */
  private later(): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.current().catch(() => undefined), AGAIN_MS[Math.min(this.failures++, AGAIN_MS.length - 1)]);
    this.timer.unref();
  }
}

/** PostgreSQL cuts names of statements off at 63 letters. */
const nameOf = (sql: string): string => createHash('sha256').update(sql).digest('hex').slice(0, 16);
