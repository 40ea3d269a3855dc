import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import type { CompletedTurn, ConversationHead, ConversationStore, StoredActivity, UnansweredActivity, Upload } from '../../domain/conversations/conversation-store';
import type { JsonObject } from '../../domain/json';
import type { Database, Row, Transaction } from './database';
import type { NodeLocks } from './node-locks';
import { isTaken, TakenMeanwhile } from './postgres-fault';
import type { SealedRows } from './sealed-rows';
import { bytesOfUpload, uploadOf } from './upload-bytes';

/** Where nodes tell each other that a conversation was written to: its id, and nothing else. */
export const CONVERSATION_CHANNEL = 'vejviser_conversation';

/** What the other store takes for an id; anything else is nobody's. */
const SAFE_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** So many conversations are erased in one transaction: a sweep holds nobody up. */
const ERASE_AT_ONCE = 500;
/** A look for what went unheard reaches back by this more than the time since the last one. */
const OVERLAP_SECONDS = 10;

const bigint = z.string().transform(Number);
const HeadRow = z.object({ head: z.unknown(), started_at: bigint, last_at: bigint, last_seq: z.int(), greeted: z.boolean() });
const BodyRow = z.object({ seq: z.int(), body: z.unknown() });
const WaitingRow = BodyRow.extend({ conversation_id: z.string() });
const LockedRow = z.object({ last_seq: z.int(), known_seq: z.int().nullable(), known_body: z.unknown() });
const TurnRow = z.object({ last_seq: z.int(), turns: z.int(), first_seq: z.int().nullable(), replies: z.int().nullable() });
const CountRow = z.object({ count: z.int() });
const IdRow = z.object({ id: z.string() });
const StateRow = z.object({ state: z.unknown() });
const UploadRow = z.object({ body: z.unknown() });
const Head = z.object({ userId: z.string() });

type Stamp = (activity: JsonObject, seq: number) => JsonObject;

interface Parts {
  readonly database: Database;
  readonly sealed: SealedRows;
  readonly locks: NodeLocks;
}

/**
 * Conversations in tables: an activity's number is the watermark, a turn is one transaction. Only one node at a time runs
 * turns of a conversation (`alone`); should it lose its lock midway, its turn is refused where another was written since.
 */
export class PostgresConversationStore implements ConversationStore {
  private readonly listeners = new Set<{ readonly changed: (conversationId: string) => void; readonly missed: () => void }>();
  /** How many turns each conversation had when a turn began here, under its lock. */
  private readonly held = new Map<string, number>();

  constructor(private readonly parts: Parts) {}

  async create({ id, userId, startedAt }: { id: string; userId: string; startedAt: number }): Promise<ConversationHead> {
    if (!SAFE_ID.test(id)) throw unknown();
    const head = this.parts.sealed.seal(`conversation ${id}`, { userId });
    await this.parts.database.write(async (transaction) => {
      const made = await transaction.rows('insert into conversation (id, head, started_at, last_at) values ($1, $2, $3, $3) on conflict (id) do nothing returning id', [id, head, startedAt]);
      if (made.length === 0) throw new AdviserError('conversation-exists', 'There is a conversation with that id.', 'Draw another id.');
    });
    return { id, userId, startedAt, lastAt: startedAt, lastSeq: 0, greeted: false };
  }

  async find(conversationId: string): Promise<ConversationHead | null> {
    if (!SAFE_ID.test(conversationId)) return null;
    const [row] = await this.parts.database.read('select head, started_at, last_at, last_seq, greeted from conversation where id = $1', [conversationId]);
    if (!row) return null;
    const { head, started_at: startedAt, last_at: lastAt, last_seq: lastSeq, greeted } = HeadRow.parse(row);
    const { userId } = Head.parse(this.parts.sealed.open(`conversation ${conversationId}`, head));
    return { id: conversationId, userId, startedAt, lastAt, lastSeq, greeted };
  }

  async receive(conversationId: string, activity: JsonObject, { at, clientId, stamp }: { at: number; clientId?: string; stamp: Stamp }): Promise<StoredActivity & { fresh: boolean }> {
    const { database, sealed } = this.parts;
    if (!SAFE_ID.test(conversationId)) throw unknown();
    const clientKey = clientId === undefined ? null : sealed.hash('client id', clientId);
    const received = await database.write(async (transaction) => {
      const [row] = await transaction.rows('select c.last_seq, a.seq as known_seq, a.body as known_body from conversation c left join activity a on a.conversation_id = c.id and a.client_key = $2 where c.id = $1 for update of c', [conversationId, clientKey]);
      if (!row) throw unknown();
      const { last_seq: lastSeq, known_seq: knownSeq, known_body: knownBody } = LockedRow.parse(row);
      if (knownSeq !== null) return { ...this.activityOf(conversationId, knownSeq, knownBody), fresh: false };
      const seq = lastSeq + 1;
      const stamped = stamp(activity, seq);
      await transaction
        .rows(
          `with kept as (insert into activity (conversation_id, seq, body, client_key) values ($1, $2, $3, $4)),
                waiting as (insert into turn (conversation_id, answers) values ($1, $2)),
                head as (update conversation set last_seq = $2, last_at = greatest(last_at, $5) where id = $1)
           select pg_notify('${CONVERSATION_CHANNEL}', $1)`,
          [conversationId, seq, sealed.seal(placeOf(conversationId, seq), stamped), clientKey, at],
        )
        .catch(lookAgain);
      return { seq, activity: stamped, fresh: true };
    });
    if (received.fresh) this.tell(conversationId);
    return received;
  }

  async completeTurn(conversationId: string, turn: CompletedTurn, options: { at: number; stamp: Stamp }): Promise<readonly StoredActivity[]> {
    if (!SAFE_ID.test(conversationId)) throw unknown();
    const { written, kept } = await this.parts.database.write((transaction) => this.writeTurn(transaction, conversationId, turn, options));
    if (written && this.held.has(conversationId)) this.held.set(conversationId, (this.held.get(conversationId) ?? 0) + 1);
    if (written) this.tell(conversationId);
    return kept;
  }

  async state(conversationId: string): Promise<JsonObject> {
    const [row] = SAFE_ID.test(conversationId) ? await this.parts.database.read('select state from conversation where id = $1', [conversationId]) : [];
    if (!row) throw unknown();
    const { state } = StateRow.parse(row);
    return state === null ? {} : asObject(this.parts.sealed.open(`state ${conversationId}`, state));
  }

  async activitiesAfter(conversationId: string, watermark: number, limit?: number): Promise<readonly StoredActivity[]> {
    if (!SAFE_ID.test(conversationId)) throw unknown();
    const rows = await this.parts.database.read('select seq, body from activity where conversation_id = $1 and seq > $2 order by seq limit $3', [conversationId, watermark, limit ?? null]);
    if (rows.length === 0) await this.known(conversationId);
    return rows.map((row) => this.read(conversationId, row));
  }

  async unanswered(): Promise<readonly UnansweredActivity[]> {
    const rows = await this.parts.database.read('select t.conversation_id, t.answers as seq, a.body from turn t join activity a on a.conversation_id = t.conversation_id and a.seq = t.answers where t.first_seq is null order by t.conversation_id, t.answers');
    return rows.flatMap((row) => {
      const { conversation_id: conversationId, ...rest } = WaitingRow.parse(row);
      try {
        return [{ conversationId, ...this.read(conversationId, rest) }];
      } catch {
        // A damaged conversation tells so to whoever opens it; it keeps no other waiting.
        return [];
      }
    });
  }

  async waiting(conversationId: string): Promise<readonly StoredActivity[]> {
    if (!SAFE_ID.test(conversationId)) return [];
    const rows = await this.parts.database.read('select t.answers as seq, a.body from turn t join activity a on a.conversation_id = t.conversation_id and a.seq = t.answers where t.conversation_id = $1 and t.first_seq is null order by t.answers', [conversationId]);
    return rows.map((row) => this.read(conversationId, row));
  }

  alone<Result>(conversationId: string, work: () => Promise<Result>): Promise<Result> {
    return this.parts.locks.alone(`turn ${conversationId}`, async () => {
      const [row] = SAFE_ID.test(conversationId) ? await this.parts.database.read('select turns as count from conversation where id = $1', [conversationId]) : [];
      if (row) this.held.set(conversationId, CountRow.parse(row).count);
      try {
        return await work();
      } finally {
        this.held.delete(conversationId);
      }
    });
  }

  async saveUpload(conversationId: string, upload: Upload): Promise<void> {
    if (!SAFE_ID.test(conversationId)) throw unknown();
    const body = this.parts.sealed.sealBytes(`upload ${conversationId} ${upload.id}`, bytesOfUpload(upload));
    await this.parts.database.write(async (transaction) => {
      const [row] = await transaction.rows('select id from conversation where id = $1 for key share', [conversationId]);
      if (!row) throw unknown();
      await transaction.rows('insert into upload (conversation_id, id, received_at, body) values ($1, $2, $3, $4) on conflict (conversation_id, id) do update set received_at = excluded.received_at, body = excluded.body', [conversationId, upload.id, upload.receivedAt, body]);
    });
  }

  async findUpload(conversationId: string, uploadId: string): Promise<Upload | null> {
    if (!SAFE_ID.test(conversationId) || !SAFE_ID.test(uploadId)) return null;
    const [row] = await this.parts.database.read('select body from upload where conversation_id = $1 and id = $2', [conversationId, uploadId]);
    if (!row) return null;
    return uploadOf(this.parts.sealed.openBytes(`upload ${conversationId} ${uploadId}`, UploadRow.parse(row).body));
  }

  async erase(conversationId: string): Promise<void> {
    if (!SAFE_ID.test(conversationId)) throw unknown();
    await this.parts.database.write(async (transaction) => {
      const gone = await transaction.rows('delete from conversation where id = $1 returning id', [conversationId]);
      if (gone.length > 0) await this.noteErased(transaction, [conversationId]);
    });
    this.tell(conversationId);
  }

  async eraseOlderThan({ chatsBefore, filesBefore }: { chatsBefore: number; filesBefore: number }): Promise<{ conversations: number; uploads: number }> {
    const { database } = this.parts;
    let conversations = 0;
    for (let more = true; more; ) {
      const ids = await database.write(async (transaction) => {
        const rows = await transaction.rows('delete from conversation where id in (select id from conversation where started_at < $1 and last_at < $1 limit $2 for update skip locked) returning id', [chatsBefore, ERASE_AT_ONCE]);
        const erased = rows.map((row) => IdRow.parse(row).id);
        await this.noteErased(transaction, erased);
        return erased;
      });
      ids.forEach((id) => this.tell(id));
      conversations += ids.length;
      more = ids.length === ERASE_AT_ONCE;
    }
    const uploads = await database.write(async (transaction) => {
      await transaction.rows("delete from erased_conversation where erased_at < now() - interval '1 hour'");
      await transaction.rows("delete from written where at < now() - interval '1 hour'");
      const [row] = await transaction.rows('with gone as (delete from upload where received_at < $1 returning 1) select count(*)::integer as count from gone', [filesBefore]);
      return CountRow.parse(row).count;
    });
    return { conversations, uploads };
  }

  watch(changed: (conversationId: string) => void, missed: () => void = () => undefined): () => void {
    const listener = { changed, missed };
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Another node has written to a conversation. */
  tell(conversationId: string): void {
    for (const { changed } of this.listeners) changed(conversationId);
  }

  /** Notices were lost: whoever listens looks for itself. */
  tellOfGap(): void {
    for (const { missed } of this.listeners) missed();
  }

  /** Tells of what was written or erased within the last seconds, heard of or not: a notice that was lost costs no more than the time between two looks. */
  async tellOfRecent(seconds: number): Promise<void> {
    if (this.listeners.size === 0) return;
    const since = seconds + OVERLAP_SECONDS;
    const rows = await this.parts.database.read(
      `select distinct conversation_id as id from activity where written_at > now() - make_interval(secs => $1)
       union select id from erased_conversation where erased_at > now() - make_interval(secs => $1)`,
      [since],
    );
    for (const row of rows) this.tell(IdRow.parse(row).id);
  }

  /** The database's connections belong to the whole store, which closes them. */
  async close(): Promise<void> {
    await this.parts.locks.idle();
    this.listeners.clear();
  }

  private async writeTurn(transaction: Transaction, conversationId: string, { answers, replies, state }: CompletedTurn, { at, stamp }: { at: number; stamp: Stamp }): Promise<{ written: boolean; kept: StoredActivity[] }> {
    const { sealed } = this.parts;
    const [row] = await transaction.rows('select c.last_seq, c.turns, t.first_seq, t.replies from conversation c left join turn t on t.conversation_id = c.id and t.answers = $2 where c.id = $1 for update of c', [conversationId, answers]);
    if (!row) throw unknown();
    const { last_seq: lastSeq, turns, first_seq: before, replies: count } = TurnRow.parse(row);
    if (before !== null) {
      const rows = await transaction.rows('select seq, body from activity where conversation_id = $1 and seq >= $2 and seq < $2 + $3 order by seq', [conversationId, before, count]);
      return { written: false, kept: rows.map((each) => this.read(conversationId, each)) };
    }
    const began = this.held.get(conversationId);
    if (began !== undefined && began !== turns) throw new AdviserError('turn-overtaken', 'Another node has written a turn of this conversation since.', 'Run the turn again on what is there now.');
    const kept = replies.map((reply, nth) => ({ seq: lastSeq + 1 + nth, activity: stamp(reply, lastSeq + 1 + nth) }));
    const [done] = await transaction.rows(
      `with kept as (insert into activity (conversation_id, seq, body) select $1::text, seq, body from unnest($2::integer[], $3::bytea[]) as reply (seq, body)),
            answered as (insert into turn (conversation_id, answers, first_seq, replies) select $1::text, $4::integer, $5::integer, $6::integer where $4::integer is not null
                         on conflict (conversation_id, answers) do update set first_seq = excluded.first_seq, replies = excluded.replies where turn.first_seq is null returning 1),
            head as (update conversation set last_seq = last_seq + $6::integer, last_at = greatest(last_at, $7), turns = turns + 1, greeted = greeted or $4::integer is null, state = $8 where id = $1),
            told as (select pg_notify('${CONVERSATION_CHANNEL}', $1))
       select (select count(*) from answered)::integer as count, (select count(*) from told) as told`,
      [conversationId, kept.map(({ seq }) => seq), kept.map(({ seq, activity }) => sealed.seal(placeOf(conversationId, seq), activity)), answers, lastSeq + 1, kept.length, at, sealed.seal(`state ${conversationId}`, state)],
    );
    if (answers !== null && CountRow.parse(done).count !== 1) throw new TakenMeanwhile();
    return { written: true, kept };
  }

  private async noteErased(transaction: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await transaction.rows(`with noted as (insert into erased_conversation (id) select unnest($1::text[]) returning id) select pg_notify('${CONVERSATION_CHANNEL}', id) from noted`, [ids]);
  }

  private async known(conversationId: string): Promise<void> {
    const [row] = SAFE_ID.test(conversationId) ? await this.parts.database.read('select id from conversation where id = $1', [conversationId]) : [];
    if (!row) throw unknown();
  }

  private read(conversationId: string, row: Row): StoredActivity {
    const { seq, body } = BodyRow.parse(row);
    return this.activityOf(conversationId, seq, body);
  }

  private activityOf(conversationId: string, seq: number, body: unknown): StoredActivity {
    return { seq, activity: asObject(this.parts.sealed.open(placeOf(conversationId, seq), body)) };
  }
}

const placeOf = (conversationId: string, seq: number): string => `activity ${conversationId} ${seq}`;

/** Of text that we wrote ourselves, and that has been sealed since: it needs no second check. */
const asObject = (value: unknown): JsonObject => value as JsonObject;

/** Of two that receive under one client id at once, the second looks again and finds the first. */
function lookAgain(fault: unknown): never {
  throw isTaken(fault) ? new TakenMeanwhile() : fault;
}

const unknown = (): AdviserError => new AdviserError('conversation-unknown', 'There is no such conversation.', 'Begin a new one.');
