import { DatabaseError, Pool, type PoolClient, type QueryConfig } from 'pg';
import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import { Places } from './places';
import { isGone, isInTheWay, storeFailed } from './postgres-fault';

/** A row as it comes: each reader says by a schema what it expects. */
export type Row = Readonly<Record<string, unknown>>;
type Value = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[] | readonly Uint8Array[];

/** What may be done within a transaction. */
export interface Transaction {
  /** One statement with values; it is prepared once for each connection. */
  rows(sql: string, values?: readonly Value[]): Promise<readonly Row[]>;
  /** Several statements without values. */
  script(sql: string): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgres://user:password@host/database`. */
  readonly url: string;
  /** Connections at most, beside the one that listens. */
  readonly connections?: number;
}

/** A restart of the database takes less; who waits longer is told that it failed. */
const PATIENCE_MS = 3_000;
const PAUSE_MS = 40;
const CONNECT_MS = 2_000;
/** Who has not had a connection by then, because all have work, is told so. */
const BUSY_MS = 5_000;
/** No statement of ours takes so long: what does is stuck, and is given up; by the server first, by us where the network is. */
const STATEMENT_MS = 5_000;
const ANSWER_MS = 6_000;
/** The change of a table full of rows may take its time. */
const SCRIPT_MS = 3_600_000;

const Begun = z.object({ xid: z.string(), id: z.string().nullable() });
type Begun = z.infer<typeof Begun>;
const Found = z.object({ status: z.string().nullable(), written: z.boolean() });

const BEGIN_MARKED = 'begin; insert into written default values returning id::text, pg_current_xact_id()::text as xid';
/** Before there are tables, nothing can be marked: whoever makes them makes them again. */
const BEGIN = 'begin; select null as id, pg_current_xact_id()::text as xid';
const LOOK_UP = 'select pg_xact_status($1::text::xid8) as status, exists (select 1 from written where id = $2::uuid) as written';

/**
 * PostgreSQL, with what a network may do to it: what only reads is asked again when the connection breaks; a transaction
 * whose commit got no answer is looked up by the row that marks it, and not guessed at.
 */
export class Database {
  private readonly pool: Pool;
  private readonly places: Places;
  private readonly names = new Map<string, string>();
  private readonly own = new Set<number>();
  /** Since when nothing could be had; null while all is well. Then nobody waits in vain. */
  private goneSince: number | null = null;
  private took = { count: 0, ms: 0 };

  constructor({ url, connections = 16 }: DatabaseOptions) {
    this.places = new Places(connections);
    this.pool = new Pool({ connectionString: url, max: connections, connectionTimeoutMillis: CONNECT_MS, statement_timeout: STATEMENT_MS, query_timeout: ANSWER_MS, idle_in_transaction_session_timeout: STATEMENT_MS, keepAlive: true, application_name: 'vejviser' });
    // Without a listener an idle connection that breaks would end the process (quality row C13).
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => {
      const pid = pidOf(client);
      if (pid !== null) this.own.add(pid);
      client.on('error', () => undefined);
      client.once('end', () => void (pid !== null && this.own.delete(pid)));
    });
  }

  /** Whether a connection of this very node did it, by its backend's number. */
  isOwn(pid: number): boolean {
    return this.own.has(pid);
  }

  /** Statements' times since the last look. */
  takeTimes(): { readonly count: number; readonly ms: number } {
    const { took } = this;
    this.took = { count: 0, ms: 0 };
    return took;
  }

  /** One statement that changes nothing, or that may be run twice without harm. */
  read(sql: string, values: readonly Value[] = []): Promise<readonly Row[]> {
    return this.patiently(async () => this.withClient((client) => this.rowsOf(client, sql, values)));
  }

  /** Runs a transaction; again from its start when another one stood in its way. Resolves when it is on the disk. */
  write<Result>(work: (transaction: Transaction) => Promise<Result>, { marked = true }: { readonly marked?: boolean } = {}): Promise<Result> {
    return this.patiently(() => this.attempt(work, marked));
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  /** Tries again while the connection is gone, for as long as that makes sense. */
  private async patiently<Result>(attempt: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    for (;;) {
      try {
        const result = await attempt();
        this.goneSince = null;
        this.took = { count: this.took.count + 1, ms: this.took.ms + performance.now() - began };
        return result;
      } catch (fault) {
        const now = performance.now();
        const gone = isGone(fault);
        if (gone) this.goneSince ??= now;
        if (!gone && !isInTheWay(fault)) throw fault instanceof AdviserError || !isPostgres(fault) ? fault : storeFailed(fault);
        if (now - began > PATIENCE_MS || (gone && now - (this.goneSince ?? now) > PATIENCE_MS)) throw storeFailed(fault);
      }
      await new Promise((wake) => setTimeout(wake, PAUSE_MS));
    }
  }

  private async attempt<Result>(work: (transaction: Transaction) => Promise<Result>, marked: boolean): Promise<Result> {
    let committing: Begun | null = null;
    let result: Result;
    try {
      return await this.withClient(async (client) => {
        let begun: readonly { readonly rows: readonly Row[] }[];
        try {
          // Where nothing may be written, the mark is refused after the transaction has begun: it is rolled back like any other.
          begun = (await client.query(marked ? BEGIN_MARKED : BEGIN)) as unknown as typeof begun;
          result = await work({
            rows: (sql, values = []) => this.rowsOf(client, sql, values),
            script: async (sql) => {
              const change: QueryConfig & { query_timeout: number } = { text: `set local statement_timeout = 0; ${sql}`, query_timeout: SCRIPT_MS };
              await client.query(change);
            },
          });
        } catch (fault) {
          await client.query('rollback').catch(() => undefined);
          throw fault;
        }
        committing = Begun.parse(begun[1]?.rows[0]);
        await client.query('commit');
        return result;
      });
    } catch (fault) {
      if (committing === null || !isGone(fault)) throw fault;
      if (await this.wasCommitted(committing)) return result!;
      // It was rolled back: the same again from the start.
      throw fault;
    }
  }

  /** What became of a transaction whose commit got no answer. */
  private async wasCommitted({ xid, id }: Begun): Promise<boolean> {
    if (id === null) return false;
    const end = performance.now() + PATIENCE_MS;
    for (let seenCommitted = false; ; ) {
      try {
        const [row] = await this.withClient((client) => this.rowsOf(client, LOOK_UP, [xid, id]));
        const { status, written } = Found.parse(row);
        if (written) return true;
        // Its connection is gone, and its commit may yet be under way.
        if (status !== 'in progress' && (status !== 'committed' || seenCommitted)) return false;
        // Committed while it was looked up: the next look sees its row. Another's number: the next look does not either.
        seenCommitted = status === 'committed';
      } catch (fault) {
        if (!isGone(fault)) throw storeFailed(fault);
      }
      if (performance.now() > end) throw new AdviserError('store-unsure', 'The database went away while it wrote, and nobody knows whether it did.', 'Ask again under the same id once it is back.');
      await new Promise((wake) => setTimeout(wake, PAUSE_MS));
    }
  }

  private async withClient<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    if (!(await this.places.take(BUSY_MS))) throw new AdviserError('store-failed', 'The database has too much to do.', 'Look at its load; more nodes do not help it.');
    let client: PoolClient;
    try {
      client = await this.pool.connect();
    } catch (fault) {
      this.places.giveBack();
      throw fault;
    }
    let broken = false;
    try {
      return await work(client);
    } catch (fault) {
      broken = isGone(fault);
      throw fault;
    } finally {
      client.release(broken);
      this.places.giveBack();
    }
  }

  private async rowsOf(client: PoolClient, text: string, values: readonly Value[]): Promise<readonly Row[]> {
    const { rows } = await client.query<Row>({ name: this.nameOf(text), text, values: [...values] });
    return rows;
  }

  private nameOf(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = `s${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}

const isPostgres = (fault: unknown): boolean => fault instanceof DatabaseError || isGone(fault);

const pidOf = (client: object): number | null => ('processID' in client && typeof client.processID === 'number' ? client.processID : null);
