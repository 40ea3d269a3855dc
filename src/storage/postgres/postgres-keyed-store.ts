import { z } from 'zod';
import type { KeyedStore } from '../../domain/accounts/keyed-store';
import { AdviserError } from '../../domain/adviser-error';
import type { Database, Row } from './database';
import type { SealedRows } from './sealed-rows';

const KeptRow = z.object({ id: z.string(), body: z.unknown() });

/** Things of one kind among all that are kept under an id. */
export class PostgresKeyedStore<Value> implements KeyedStore<Value> {
  constructor(
    private readonly database: Database,
    private readonly sealed: SealedRows,
    private readonly kind: string,
    private readonly schema: z.ZodType<Value>,
  ) {}

  async add(id: string, value: Value): Promise<void> {
    const body = this.sealed.seal(this.placeOf(id), value);
    await this.database.write(async (transaction) => {
      const made = await transaction.rows('insert into kept (kind, id, body) values ($1, $2, $3) on conflict (kind, id) do nothing returning id', [this.kind, id, body]);
      if (made.length === 0) throw new AdviserError('id-taken', 'There is one of that id already.', 'Choose another.');
    });
  }

  async find(id: string): Promise<Value | null> {
    const [row] = await this.database.read('select id, body from kept where kind = $1 and id = $2', [this.kind, id]);
    return row ? this.valueOf(row) : null;
  }

  async all(): Promise<readonly Value[]> {
    return (await this.database.read('select id, body from kept where kind = $1 order by id', [this.kind])).map((row) => this.valueOf(row));
  }

  change(id: string, by: (value: Value) => Value): Promise<Value | null> {
    return this.database.write(async (transaction) => {
      const [row] = await transaction.rows('select id, body from kept where kind = $1 and id = $2 for update', [this.kind, id]);
      if (!row) return null;
      const changed = by(this.valueOf(row));
      await transaction.rows('update kept set body = $3 where kind = $1 and id = $2', [this.kind, id, this.sealed.seal(this.placeOf(id), changed)]);
      return changed;
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.database.write((transaction) => transaction.rows('delete from kept where kind = $1 and id = any ($2::text[])', [this.kind, ids]));
  }

  private valueOf(row: Row): Value {
    const { id, body } = KeptRow.parse(row);
    return this.schema.parse(this.sealed.open(this.placeOf(id), body));
  }

  private placeOf(id: string): string {
    return `${this.kind} ${id}`;
  }
}
