import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../settings';
import { checkAuditFile } from '../storage/nedb/read-audit-file';
import { deriveKey, loadSecretKey } from '../storage/secret-key';

/** `npm run -s audit-check`: whether the audit log is whole, as JSON; exit 1 when a byte of it was changed. It may run beside the server. */
function main(): void {
  const { dataDir, secretKey, secretKeyFile } = readSettings(process.env);
  const path = join(dataDir, 'audit.db');
  if (!existsSync(path)) {
    console.error(`There is no audit log at ${path}. Set DATA_DIR to the server's.`);
    process.exitCode = 2;
    return;
  }
  const found = checkAuditFile(path, deriveKey(loadSecretKey({ dataDir, secretKey, secretKeyFile }).key, 'storage'));
  console.log(JSON.stringify(found));
  if (found.kind !== 'whole') process.exitCode = 1;
}

try {
  main();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 2;
}
