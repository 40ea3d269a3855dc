import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import { AuditEntry } from '../../domain/audit/audit-entry';
import type { PinAttempts } from '../../domain/cases/case-repository';
import { JsonObject } from '../../domain/json';
import { hashOf, KEPT_KINDS, type MovedRecord, type WholeConversation } from '../moved-record';
import { Database, type Row, type Transaction } from './database';
import { prepareDatabase } from './prepare-database';
import { bytesOfUpload, uploadOf } from './upload-bytes';
import type { SealedRows } from './sealed-rows';

/** A database that takes what another store held. */
export interface MoveTarget {
  clientKeyOf(clientId: string): string;
  /**
   * Adds a record; nothing where the very same is there already, so that a move that was cut short can be begun again.
   * Rejects with `id-taken` where something else stands in its place: the database has been in use.
   */
  take(record: MovedRecord): Promise<void>;
  /** All that is there, read back. */
  everything(): AsyncGenerator<MovedRecord>;
  close(): Promise<void>;
}

const bigint = z.string().transform(Number);
const HeadRow = z.object({ id: z.string(), head: z.unknown(), started_at: bigint, last_at: bigint, greeted: z.boolean(), state: z.unknown() });
const ActivityRow = z.object({ seq: z.int(), body: z.unknown(), client_key: z.instanceof(Buffer).nullable() });
const TurnRow = z.object({ answers: z.int(), first_seq: z.int().nullable(), replies: z.int().nullable() });
const IdRow = z.object({ id: z.string() });
const BodyRow = z.object({ body: z.unknown() });
const Head = z.object({ userId: z.string() });
const CaseIds = z.looseObject({ idempotencyKey: z.string(), noticedAt: z.number().nullable(), handoff: z.looseObject({ reference: z.string() }) });
const Attempts: z.ZodType<PinAttempts> = z.object({ failed: z.int(), lockedUntil: z.number().nullable(), locks: z.int() });

/** Opens a database for a move; its tables are made if need be. */
export async function openMoveTarget({ url, key }: { readonly url: string; readonly key: Uint8Array }): Promise<MoveTarget> {
  const database = new Database({ url, connections: 4 });
  try {
    return new PostgresMoveTarget(database, await prepareDatabase(database, key));
  } catch (fault) {
    await database.close();
    throw fault;
  }
}

class PostgresMoveTarget implements MoveTarget {
  constructor(
    private readonly database: Database,
    private readonly sealed: SealedRows,
  ) {}

  clientKeyOf(clientId: string): string {
    return Buffer.from(this.sealed.hash('client id', clientId)).toString('hex');
  }

  async take(record: MovedRecord): Promise<void> {
    const before = await this.find(record);
    if (before !== null && hashOf(before) === hashOf(record)) return;
    if (before !== null) throw new AdviserError('id-taken', `There is another ${record.kind} in the place of ${record.id}.`, 'Move into an empty database.');
    await this.database.write((transaction) => this.add(transaction, record));
  }

  async *everything(): AsyncGenerator<MovedRecord> {
    for (const id of await this.ids('select id from conversation order by id')) {
      const value = await this.conversation(id);
      if (value) yield { kind: 'conversation', id, value };
    }
    for (const id of await this.ids("select conversation_id || '/' || id as id from upload order by 1")) {
      const [conversationId = '', uploadId = ''] = id.split('/');
      const value = await this.upload(conversationId, uploadId);
      if (value) yield { kind: 'upload', id, conversationId, value };
    }
    for (const id of await this.ids('select reference as id from handoff_case order by added')) {
      const value = await this.body(`case ${id}`, 'select body from handoff_case where reference = $1', [id]);
      yield { kind: 'case', id, value: JsonObject.parse(value) };
    }
    for (const id of await this.ids('select reference as id from pin_attempts order by reference')) yield { kind: 'pin-attempts', id, value: Attempts.parse(await this.body(`pin ${id}`, 'select body from pin_attempts where reference = $1', [id])) };
    for (const kind of KEPT_KINDS) for (const id of await this.ids('select id from kept where kind = $1 order by id', [kind])) yield { kind, id, value: await this.body(`${kind} ${id}`, 'select body from kept where kind = $1 and id = $2', [kind, id]) };
    for (const id of await this.ids('select seq::text as id from audit order by seq')) yield { kind: 'audit', id, value: AuditEntry.parse(await this.body(`audit ${id}`, 'select body from audit where seq = $1::bigint', [id])) };
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private async find(record: MovedRecord): Promise<MovedRecord | null> {
    const { id } = record;
    switch (record.kind) {
      case 'conversation': {
        const value = await this.conversation(id);
        return value && { kind: 'conversation', id, value };
      }
      case 'upload': {
        const value = await this.upload(record.conversationId, record.value.id);
        return value && { ...record, value };
      }
      case 'case': {
        const value = await this.body(`case ${id}`, 'select body from handoff_case where reference = $1', [id]);
        return value === null ? null : { kind: 'case', id, value: JsonObject.parse(value) };
      }
      case 'pin-attempts': {
        const value = await this.body(`pin ${id}`, 'select body from pin_attempts where reference = $1', [id]);
        return value === null ? null : { kind: 'pin-attempts', id, value: Attempts.parse(value) };
      }
      case 'audit': {
        const value = await this.body(`audit ${id}`, 'select body from audit where seq = $1::bigint', [id]);
        return value === null ? null : { kind: 'audit', id, value: AuditEntry.parse(value) };
      }
      default: {
        const value = await this.body(`${record.kind} ${id}`, 'select body from kept where kind = $1 and id = $2', [record.kind, id]);
        return value === null ? null : { kind: record.kind, id, value };
      }
    }
  }

  private async add(transaction: Transaction, record: MovedRecord): Promise<void> {
    const { sealed } = this;
    const { id } = record;
    switch (record.kind) {
      case 'conversation':
        return this.addConversation(transaction, record.value);
      case 'upload': {
        const place = `upload ${record.conversationId} ${record.value.id}`;
        return void (await transaction.rows('insert into upload (conversation_id, id, received_at, body) values ($1, $2, $3, $4)', [record.conversationId, record.value.id, record.value.receivedAt, sealed.sealBytes(place, bytesOfUpload(record.value))]));
      }
      case 'case': {
        const { idempotencyKey, noticedAt, handoff } = CaseIds.parse(record.value);
        return void (await transaction.rows('insert into handoff_case (reference, idempotency_key, noticed, body) values ($1, $2, $3, $4)', [handoff.reference, sealed.hash('case key', idempotencyKey), noticedAt !== null, sealed.seal(`case ${handoff.reference}`, record.value)]));
      }
      case 'pin-attempts':
        return void (await transaction.rows('insert into pin_attempts (reference, body) values ($1, $2)', [id, sealed.seal(`pin ${id}`, record.value)]));
      case 'audit':
        return void (await transaction.rows('insert into audit (seq, body) values ($1, $2)', [record.value.seq, sealed.seal(`audit ${id}`, record.value)]));
      default:
        return void (await transaction.rows('insert into kept (kind, id, body) values ($1, $2, $3)', [record.kind, id, sealed.seal(`${record.kind} ${id}`, record.value)]));
    }
  }

  private async addConversation(transaction: Transaction, value: WholeConversation): Promise<void> {
    const { id, activities, answered, waiting } = value;
    await transaction.rows('insert into conversation (id, head, started_at, last_at, last_seq, turns, greeted, state) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      id,
      this.sealed.seal(`conversation ${id}`, { userId: value.userId }),
      value.startedAt,
      value.lastAt,
      activities.length,
      answered.length + (value.greeted ? 1 : 0),
      value.greeted,
      this.sealed.seal(`state ${id}`, value.state),
    ]);
    for (const { seq, activity, clientKey } of activities) {
      await transaction.rows('insert into activity (conversation_id, seq, body, client_key) values ($1, $2, $3, $4)', [id, seq, this.sealed.seal(`activity ${id} ${seq}`, activity), clientKey === null ? null : Buffer.from(clientKey, 'hex')]);
    }
    for (const { answers, firstSeq, replies } of answered) await transaction.rows('insert into turn (conversation_id, answers, first_seq, replies) values ($1, $2, $3, $4)', [id, answers, firstSeq, replies]);
    for (const answers of waiting) await transaction.rows('insert into turn (conversation_id, answers) values ($1, $2)', [id, answers]);
  }

  private async conversation(id: string): Promise<WholeConversation | null> {
    const [row] = await this.database.read('select id, head, started_at, last_at, greeted, state from conversation where id = $1', [id]);
    if (!row) return null;
    const { head, started_at: startedAt, last_at: lastAt, greeted, state } = HeadRow.parse(row);
    const activities = (await this.database.read('select seq, body, client_key from activity where conversation_id = $1 order by seq', [id])).map((each) => {
      const { seq, body, client_key: clientKey } = ActivityRow.parse(each);
      return { seq, activity: JsonObject.parse(this.sealed.open(`activity ${id} ${seq}`, body)), clientKey: clientKey?.toString('hex') ?? null };
    });
    const turns = (await this.database.read('select answers, first_seq, replies from turn where conversation_id = $1 order by answers', [id])).map((each) => TurnRow.parse(each));
    return {
      id,
      userId: Head.parse(this.sealed.open(`conversation ${id}`, head)).userId,
      startedAt,
      lastAt,
      greeted,
      state: state === null ? {} : JsonObject.parse(this.sealed.open(`state ${id}`, state)),
      activities,
      answered: turns.flatMap(({ answers, first_seq: firstSeq, replies }) => (firstSeq === null ? [] : [{ answers, firstSeq, replies: replies ?? 0 }])),
      waiting: turns.flatMap(({ answers, first_seq: firstSeq }) => (firstSeq === null ? [answers] : [])),
    };
  }

  private async upload(conversationId: string, id: string): Promise<ReturnType<typeof uploadOf> | null> {
    const [row] = await this.database.read('select body from upload where conversation_id = $1 and id = $2', [conversationId, id]);
    return row ? uploadOf(this.sealed.openBytes(`upload ${conversationId} ${id}`, BodyRow.parse(row).body)) : null;
  }

  private async body(place: string, sql: string, values: readonly string[]): Promise<unknown> {
    const [row] = await this.database.read(sql, values);
    return row ? this.sealed.open(place, BodyRow.parse(row).body) : null;
  }

  private async ids(sql: string, values: readonly string[] = []): Promise<string[]> {
    return (await this.database.read(sql, values)).map((row: Row) => IdRow.parse(row).id);
  }
}
