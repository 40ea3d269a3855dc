import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import type { CaseRepository, PinAttempts } from '../../domain/cases/case-repository';
import { CaseRecord } from '../../domain/cases/desk-file';
import { NO_ATTEMPTS } from '../../domain/cases/pin-attempts';
import type { Database, Row, Transaction } from './database';
import { isTaken, TakenMeanwhile } from './postgres-fault';
import type { SealedRows } from './sealed-rows';

/** Where nodes tell each other of a case: its reference, and nothing else. */
export const CASE_CHANNEL = 'vejviser_case';

const CaseRow = z.object({ reference: z.string(), body: z.unknown() });
const BodyRow = z.object({ body: z.unknown() });
const Attempts: z.ZodType<PinAttempts> = z.object({ failed: z.int(), lockedUntil: z.number().nullable(), locks: z.int() });

/** A case as it was kept, with what a newer version of us has added. */
const Newer = z.looseObject({ handoff: z.looseObject({}) });

/** Cases in a table; in the clear are their references, their order and whether the adviser was told. */
export class PostgresCaseRepository implements CaseRepository {
  private readonly listeners = new Set<{ readonly changed: (reference: string) => void; readonly missed: () => void }>();

  constructor(
    private readonly database: Database,
    private readonly sealed: SealedRows,
  ) {}

  async add(record: CaseRecord): Promise<CaseRecord> {
    const { reference } = record.handoff;
    const key = this.keyOf(record.idempotencyKey);
    const kept = await this.database.write(async (transaction) => {
      const [before] = await transaction.rows('select reference, body from handoff_case where idempotency_key = $1', [key]);
      if (before) return this.recordOf(before);
      const [taken] = await transaction.rows('select reference from handoff_case where reference = $1', [reference]);
      if (taken) throw new AdviserError('case-exists', `There is a case ${reference} already.`, 'Draw another reference.');
      await transaction.rows('insert into handoff_case (reference, idempotency_key, noticed, body) values ($1, $2, $3, $4)', [reference, key, record.noticedAt !== null, this.seal(reference, record)]).catch((fault: unknown) => {
        throw isTaken(fault) ? new TakenMeanwhile() : fault;
      });
      await this.notify(transaction, [reference]);
      return record;
    });
    this.tell(kept.handoff.reference);
    return kept;
  }

  async find(reference: string): Promise<CaseRecord | null> {
    return this.one(await this.database.read('select reference, body from handoff_case where reference = $1', [asText(reference)]));
  }

  async findByIdempotencyKey(key: string): Promise<CaseRecord | null> {
    return this.one(await this.database.read('select reference, body from handoff_case where idempotency_key = $1', [this.keyOf(key)]));
  }

  async list(): Promise<readonly CaseRecord[]> {
    return (await this.database.read('select reference, body from handoff_case order by added desc')).map((row) => this.recordOf(row));
  }

  async unnoticed(): Promise<readonly CaseRecord[]> {
    return (await this.database.read('select reference, body from handoff_case where not noticed order by added')).map((row) => this.recordOf(row));
  }

  async markNoticed(reference: string, at: number): Promise<void> {
    await this.database.write((transaction) => this.changeOne(transaction, reference, (record) => ({ ...record, noticedAt: at })));
  }

  async change(reference: string, by: (record: CaseRecord) => CaseRecord): Promise<CaseRecord> {
    const kept = await this.database.write(async (transaction) => {
      const changed = await this.changeOne(transaction, reference, by);
      await this.notify(transaction, [reference]);
      return changed;
    });
    this.tell(reference);
    return kept;
  }

  async remove(references: readonly string[]): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.rows('delete from handoff_case where reference = any ($1::text[])', [references]);
      await transaction.rows('delete from pin_attempts where reference = any ($1::text[])', [references]);
      await this.notify(transaction, references);
    });
    references.forEach((reference) => this.tell(reference));
  }

  async pinAttempts(reference: string): Promise<PinAttempts> {
    const [row] = await this.database.read('select body from pin_attempts where reference = $1', [asText(reference)]);
    return row ? Attempts.parse(this.sealed.open(`pin ${reference}`, BodyRow.parse(row).body)) : NO_ATTEMPTS;
  }

  async savePinAttempts(reference: string, attempts: PinAttempts): Promise<void> {
    const body = this.sealed.seal(`pin ${reference}`, attempts);
    await this.database.write((transaction) => transaction.rows('insert into pin_attempts (reference, body) values ($1, $2) on conflict (reference) do update set body = excluded.body', [asText(reference), body]));
  }

  watch(changed: (reference: string) => void, missed: () => void = () => undefined): () => void {
    const listener = { changed, missed };
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Another node has changed a case. */
  tell(reference: string): void {
    for (const { changed } of this.listeners) changed(reference);
  }

  /** Notices were lost: whoever listens looks for itself. */
  tellOfGap(): void {
    for (const { missed } of this.listeners) missed();
  }

  async close(): Promise<void> {
    this.listeners.clear();
  }

  private async changeOne(transaction: Transaction, reference: string, by: (record: CaseRecord) => CaseRecord): Promise<CaseRecord> {
    const [row] = await transaction.rows('select reference, body from handoff_case where reference = $1 for update', [asText(reference)]);
    if (!row) throw new AdviserError('case-unknown', `There is no case ${reference}.`, 'Check the reference.');
    const opened = this.sealed.open(`case ${reference}`, CaseRow.parse(row).body);
    const changed = by(CaseRecord.parse(opened));
    // Over what was kept: what a newer version of us has added stays.
    const kept = Newer.parse(opened);
    const whole = { ...kept, ...changed, handoff: { ...kept.handoff, ...changed.handoff } };
    await transaction.rows('update handoff_case set noticed = $2, body = $3 where reference = $1', [reference, changed.noticedAt !== null, this.seal(reference, whole)]);
    return changed;
  }

  private async notify(transaction: Transaction, references: readonly string[]): Promise<void> {
    await transaction.rows(`select pg_notify('${CASE_CHANNEL}', reference) from unnest($1::text[]) as reference`, [references]);
  }

  private one([row]: readonly Row[]): CaseRecord | null {
    return row ? this.recordOf(row) : null;
  }

  private recordOf(row: Row): CaseRecord {
    const { reference, body } = CaseRow.parse(row);
    return CaseRecord.parse(this.sealed.open(`case ${reference}`, body));
  }

  private seal(reference: string, record: object): Uint8Array {
    return this.sealed.seal(`case ${reference}`, record);
  }

  private keyOf(idempotencyKey: string): Uint8Array {
    return this.sealed.hash('case key', idempotencyKey);
  }
}

/** What people type for a reference may hold what PostgreSQL's text does not. */
const asText = (reference: string): string => reference.replaceAll('\0', '');
