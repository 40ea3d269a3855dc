import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import type { CaseRepository, PinAttempts } from '../../domain/cases/case-repository';
import { CaseRecord } from '../../domain/cases/desk-file';
import { NO_ATTEMPTS } from '../../domain/cases/pin-attempts';
import type { JsonObject } from '../../domain/json';
import { DurableFile, type Kept } from './durable-file';
import type { ReportDamage } from './sealed-lines';
import type { SecretBox } from '../secret-box';

/** A case as a line: what is searched for beside the whole, which NeDB need not understand. */
interface CaseDoc extends Kept {
  readonly idempotencyKey: string;
  readonly added: number;
  readonly whole: string;
}

interface AttemptsDoc extends Kept {
  readonly attempts: PinAttempts;
}

/** A line as it was kept, with what a newer version of us has added. */
const Newer = z.looseObject({ handoff: z.looseObject({}) });

/** Cases in one file, tries of PINs in another. */
export class NedbCaseRepository implements CaseRepository {
  private writing: Promise<unknown> = Promise.resolve();
  private added = 0;
  private readonly listeners = new Set<(reference: string) => void>();

  private constructor(
    private readonly cases: DurableFile<CaseDoc>,
    private readonly attempts: DurableFile<AttemptsDoc>,
  ) {}

  static async open(files: { readonly cases: string; readonly attempts: string }, box: SecretBox, report?: ReportDamage): Promise<NedbCaseRepository> {
    const told = report === undefined ? {} : { report };
    const cases = await DurableFile.open<CaseDoc>(files.cases, box, { unique: ['idempotencyKey'], ...told });
    const repository = new NedbCaseRepository(cases, await DurableFile.open<AttemptsDoc>(files.attempts, box, told));
    repository.added = Math.max(0, ...(await cases.all()).map(({ added }) => added));
    return repository;
  }

  get healthy(): boolean {
    return this.cases.healthy && this.attempts.healthy;
  }

  /** Reads anew what failed, once there is room on the disk again. */
  async recover(): Promise<void> {
    await this.cases.recover();
    await this.attempts.recover();
  }

  async add(record: CaseRecord): Promise<CaseRecord> {
    const kept = await this.alone(() => this.addOne(record));
    this.tell(kept.handoff.reference);
    return kept;
  }

  async find(reference: string): Promise<CaseRecord | null> {
    return recordOf(await this.cases.find('_id', reference));
  }

  async findByIdempotencyKey(key: string): Promise<CaseRecord | null> {
    return recordOf(await this.cases.find('idempotencyKey', key));
  }

  async list(): Promise<readonly CaseRecord[]> {
    return (await this.inOrder()).reverse();
  }

  async unnoticed(): Promise<readonly CaseRecord[]> {
    return (await this.inOrder()).filter(({ noticedAt }) => noticedAt === null);
  }

  async markNoticed(reference: string, at: number): Promise<void> {
    await this.changeOne(reference, (record) => ({ ...record, noticedAt: at }));
  }

  async change(reference: string, by: (record: CaseRecord) => CaseRecord): Promise<CaseRecord> {
    const kept = await this.changeOne(reference, by);
    this.tell(reference);
    return kept;
  }

  private changeOne(reference: string, by: (record: CaseRecord) => CaseRecord): Promise<CaseRecord> {
    return this.alone(async () => {
      const doc = await this.cases.find('_id', reference);
      const record = recordOf(doc);
      if (!doc || !record) throw new AdviserError('case-unknown', `There is no case ${reference}.`, 'Check the reference.');
      const changed = by(record);
      // Over what was kept: what a newer version of us has added stays.
      const kept = Newer.parse(JSON.parse(doc.whole));
      await this.cases.put({ ...doc, whole: JSON.stringify({ ...kept, ...changed, handoff: { ...kept.handoff, ...changed.handoff } }) });
      return changed;
    });
  }

  async remove(references: readonly string[]): Promise<void> {
    await this.alone(async () => {
      await this.cases.erase(references);
      await this.attempts.erase(references);
    });
    references.forEach((reference) => this.tell(reference));
  }

  async pinAttempts(reference: string): Promise<PinAttempts> {
    return (await this.attempts.find('_id', reference))?.attempts ?? NO_ATTEMPTS;
  }

  async savePinAttempts(reference: string, attempts: PinAttempts): Promise<void> {
    await this.attempts.put({ _id: reference, attempts });
  }

  /** Nothing goes unheard here: there is no other process. */
  watch(changed: (reference: string) => void): () => void {
    this.listeners.add(changed);
    return () => void this.listeners.delete(changed);
  }

  /** Cases in the order in which they came, and tries of PINs, as they are kept: for another store. */
  async everything(): Promise<{ readonly cases: readonly JsonObject[]; readonly attempts: readonly { readonly reference: string; readonly attempts: PinAttempts }[] }> {
    const cases = (await this.cases.all()).sort((a, b) => a.added - b.added).map(({ whole }) => JSON.parse(whole) as JsonObject);
    return { cases, attempts: (await this.attempts.all()).map(({ _id, attempts }) => ({ reference: _id, attempts })) };
  }

  async close(): Promise<void> {
    await this.writing;
    await this.cases.close();
    await this.attempts.close();
  }

  private tell(reference: string): void {
    for (const changed of this.listeners) changed(reference);
  }

  /** One after another: between reading and writing nothing else may come. */
  private alone<Result>(write: () => Promise<Result>): Promise<Result> {
    const result = this.writing.then(write);
    this.writing = result.catch(() => undefined);
    return result;
  }

  private async addOne(record: CaseRecord): Promise<CaseRecord> {
    const before = await this.findByIdempotencyKey(record.idempotencyKey);
    if (before) return before;
    const reference = record.handoff.reference;
    if (await this.find(reference)) throw new AdviserError('case-exists', `There is a case ${reference} already.`, 'Draw another reference.');
    await this.cases.add({ _id: reference, idempotencyKey: record.idempotencyKey, added: ++this.added, whole: JSON.stringify(record) });
    return record;
  }

  private async inOrder(): Promise<CaseRecord[]> {
    const docs = await this.cases.all();
    return docs.sort((a, b) => a.added - b.added).flatMap((doc) => recordOf(doc) ?? []);
  }
}

const recordOf = (doc: CaseDoc | null): CaseRecord | null => (doc === null ? null : CaseRecord.parse(JSON.parse(doc.whole)));
