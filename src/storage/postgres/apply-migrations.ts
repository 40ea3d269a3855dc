import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import type { Database } from './database';
import { MIGRATIONS, type Migration } from './migrations';

/** Any number, as long as nothing else in the database uses it: "vejv" in ASCII. */
const LOCK = 0x7665_6a76;

const Applied = z.object({ number: z.int() });

/** Applies what is missing, once, whichever of the nodes that start together comes first. Gives the numbers it applied. */
export async function applyMigrations(database: Database, migrations: readonly Migration[] = MIGRATIONS): Promise<number[]> {
  return database.write(async (transaction) => {
    await transaction.rows('select pg_advisory_xact_lock($1)', [LOCK]);
    await transaction.rows('create table if not exists schema_migration (number integer primary key, name text not null, applied_at timestamptz not null default clock_timestamp())');
    const applied = new Set((await transaction.rows('select number from schema_migration')).map((row) => Applied.parse(row).number));
    const newest = Math.max(0, ...applied);
    // Tables of a later version hold what this one would not keep whole.
    if (newest > (migrations.at(-1)?.number ?? 0)) throw new AdviserError('store-failed', `The tables are of a later version (${newest}).`, 'Start the version that made them, or a later one.');
    const missing = migrations.filter(({ number }) => !applied.has(number));
    for (const { number, name, sql } of missing) {
      await transaction.script(sql);
      await transaction.rows('insert into schema_migration (number, name) values ($1, $2)', [number, name]);
    }
    return missing.map(({ number }) => number);
  }, { marked: false });
}
