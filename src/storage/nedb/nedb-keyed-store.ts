import type { z } from 'zod';
import type { KeyedStore } from '../../domain/accounts/keyed-store';
import { AdviserError } from '../../domain/adviser-error';
import { DurableFile, type Kept } from './durable-file';
import type { SecretBox } from '../secret-box';

/** A thing as a line; what it holds is text, for NeDB has opinions on keys with dots and dollars. */
interface Doc extends Kept {
  readonly whole: string;
}

/** Things of one kind in a file of their own. */
export class NedbKeyedStore<Value> implements KeyedStore<Value> {
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly file: DurableFile<Doc>,
    private readonly schema: z.ZodType<Value>,
  ) {}

  static async open<Value>(path: string, schema: z.ZodType<Value>, box: SecretBox): Promise<NedbKeyedStore<Value>> {
    return new NedbKeyedStore(await DurableFile.open<Doc>(path, box), schema);
  }

  get healthy(): boolean {
    return this.file.healthy;
  }

  /** Reads anew what failed, once there is room on the disk again. */
  recover(): Promise<void> {
    return this.file.recover();
  }

  add(id: string, value: Value): Promise<void> {
    return this.alone(async () => {
      if (await this.file.find('_id', id)) throw new AdviserError('id-taken', 'There is one of that id already.', 'Choose another.');
      await this.file.add({ _id: id, whole: JSON.stringify(value) });
    });
  }

  async find(id: string): Promise<Value | null> {
    return this.valueOf(await this.file.find('_id', id));
  }

  async all(): Promise<readonly Value[]> {
    const docs = await this.file.all();
    return docs.sort((a, b) => (a._id < b._id ? -1 : 1)).flatMap((doc) => this.valueOf(doc) ?? []);
  }

  /** All as they are kept, for another store. */
  async everything(): Promise<readonly { readonly id: string; readonly value: unknown }[]> {
    return (await this.file.all()).map(({ _id, whole }) => ({ id: _id, value: JSON.parse(whole) as unknown }));
  }

  change(id: string, by: (value: Value) => Value): Promise<Value | null> {
    return this.alone(async () => {
      const before = await this.find(id);
      if (before === null) return null;
      const changed = by(before);
      await this.file.put({ _id: id, whole: JSON.stringify(changed) });
      return changed;
    });
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.alone(() => this.file.erase(ids));
  }

  async close(): Promise<void> {
    await this.writing;
    await this.file.close();
  }

  private valueOf(doc: Doc | null): Value | null {
    return doc === null ? null : this.schema.parse(JSON.parse(doc.whole));
  }

  /** One after another: between reading and writing nothing else may come. */
  private alone<Result>(write: () => Promise<Result>): Promise<Result> {
    const result = this.writing.then(write);
    this.writing = result.catch(() => undefined);
    return result;
  }
}
