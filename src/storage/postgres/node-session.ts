import { Client, type Notification } from 'pg';
import { isGone, storeFailed } from './postgres-fault';
import type { Row } from './database';

const AGAIN_MS = [50, 100, 250, 500, 1_000] as const;
/** A connection that says nothing for so long is tried, so that a network that went silent is noticed. */
const BEAT_MS = 1_000;
const DEAF_MS = 2_000;

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

  constructor(private readonly options: NodeSessionOptions) {
    this.beat = setInterval(() => void this.rows('select 1').catch(() => undefined), BEAT_MS);
    this.beat.unref();
  }

  get connected(): boolean {
    return this.client !== null;
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
    try {
      return (await client.query<Row>({ name: sql, text: sql, values: [...values] })).rows;
    } catch (fault) {
      if (isGone(fault)) this.lost(client);
      throw fault;
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

  private current(): Promise<Client> {
    if (this.client) return Promise.resolve(this.client);
    this.opening ??= this.connect().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.options.url, connectionTimeoutMillis: DEAF_MS, query_timeout: DEAF_MS, keepAlive: true, application_name: 'vejviser-node' });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', (notice) => this.options.onNotice(notice));
    try {
      await client.connect();
      for (const channel of this.options.channels) await client.query(`listen ${channel}`);
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
