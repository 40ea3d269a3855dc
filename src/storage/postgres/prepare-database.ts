import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import { secretBox } from '../secret-box';
import { deriveKey } from '../secret-key';
import { applyMigrations } from './apply-migrations';
import type { Database } from './database';
import { SealedRows } from './sealed-rows';

/** What is sealed in the database so that a node with another key is found before it reads anything as damage. */
const PROOF = 'vejviser';
const ProofRow = z.object({ sealed: z.unknown() });

/** Brings the tables up to date and proves the key; gives what opens the rows. */
export async function prepareDatabase(database: Database, key: Uint8Array): Promise<SealedRows> {
  const sealed = new SealedRows(secretBox(key), deriveKey(key, 'looked-for'));
  await applyMigrations(database);
  await database.write((transaction) => transaction.rows('insert into key_proof (sealed) values ($1) on conflict do nothing', [sealed.seal('proof', PROOF)]));
  await proveKey(database, sealed);
  return sealed;
}

/** @throws AdviserError `key-invalid` when the data were sealed with another key */
export async function proveKey(database: Database, sealed: SealedRows): Promise<void> {
  const [row] = await database.read('select sealed from key_proof');
  try {
    if (sealed.open('proof', ProofRow.parse(row).sealed) === PROOF) return;
  } catch {
    // Not opened by this key, or damaged: either way nothing else is touched.
  }
  throw new AdviserError('key-invalid', 'The data were sealed with another key.', 'Give every node the key that they were made with (SECRET_KEY or SECRET_KEY_FILE).');
}
