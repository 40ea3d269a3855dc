import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AdviserError } from '../domain/adviser-error';
import { readSettings } from '../settings';
import { checkAuditFile } from '../storage/nedb/read-audit-file';
import { checkAuditTable } from '../storage/postgres/check-audit-table';
import { deriveKey, keyFileOf, loadSecretKey } from '../storage/secret-key';

/**
 * `npm run -s audit-check`: whether the audit log is whole, as JSON; exit 1 when a byte of it was changed. It looks where
 * the server keeps it (STORE, DATA_DIR), and may run beside it.
 */
async function main(): Promise<void> {
  const { dataDir, store, secretKey, secretKeyFile } = readSettings(process.env);
  const path = join(dataDir, 'audit.db');
  if (store.kind === 'embedded' && !existsSync(path)) throw new AdviserError('not-found', `There is no audit log at ${path}.`, "Set DATA_DIR to the server's.");
  // A check makes no key: one that is new opens nothing.
  if (secretKey === null && secretKeyFile === null && !existsSync(keyFileOf(dataDir))) throw new AdviserError('key-invalid', 'There is no key to open the audit log with.', "Set SECRET_KEY_FILE to the server's.");
  const key = deriveKey(loadSecretKey({ dataDir, secretKey, secretKeyFile }).key, 'storage');
  const found = store.kind === 'embedded' ? checkAuditFile(path, key) : await checkAuditTable(store.url, key);
  console.log(JSON.stringify(found));
  if (found.kind !== 'whole') process.exitCode = 1;
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 2;
});
