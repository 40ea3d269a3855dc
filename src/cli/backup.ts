import { existsSync } from 'node:fs';
import { AdviserError } from '../domain/adviser-error';
import { readSettings } from '../settings';
import { copyData } from '../storage/nedb/copy-data';

/**
 * `npm run -s backup -- FOLDER`: copies the data folder, while the server runs if it does, to a folder that is not there
 * yet. Each conversation in it is as it was at one moment of the copying. The key is not in it, and has to be kept apart.
 */
async function main([to]: readonly string[]): Promise<void> {
  const { dataDir, store } = readSettings(process.env);
  // A folder of that name may lie there still, from before the move: copied, it would look like a backup and be none.
  if (store.kind === 'postgres') throw new AdviserError('bad-request', 'The store is in PostgreSQL (STORE), of which this makes no copy.', 'pg_dump --format=custom --file=vejviser.dump "$STORE", and the key apart from it; how to put it back: src/deploy/README.md.');
  if (to === undefined) throw new AdviserError('bad-request', 'Say where to.', 'npm run -s backup -- /srv/backup/2026-11-25');
  if (existsSync(to)) throw new AdviserError('bad-request', `There is something at ${to} already.`, 'Name a folder that is not there yet.');
  if (!existsSync(dataDir)) throw new AdviserError('not-found', `There are no data in ${dataDir}.`, 'Set DATA_DIR as the server has it.');
  console.log(JSON.stringify({ files: await copyData(dataDir, to), to }));
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 2;
});
