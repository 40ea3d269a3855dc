import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AdviserError } from '../domain/adviser-error';
import { readSettings } from '../settings';
import { tally, type MovedRecord, type Tally } from '../storage/moved-record';
import { openEmbeddedStore } from '../storage/nedb/open-embedded-store';
import { openMoveTarget } from '../storage/postgres/open-move-target';
import { deriveKey, loadSecretKey } from '../storage/secret-key';

/**
 * `npm run -s migrate -- --from DIR --to postgres://…`: moves all that a data folder holds into a database, reads both back
 * and compares them kind by kind, counts and hashes. The server has to be stopped; the folder stays as it is. Begun again
 * after an abort it goes on where it was. Prints one JSON line; exit 1 when the two are not the same.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(2), options: { from: { type: 'string' }, to: { type: 'string' } }, strict: true });
  const { from, to } = values;
  if (from === undefined || to === undefined || !/^postgres(?:ql)?:\/\//.test(to)) throw new AdviserError('bad-request', 'Say from where and to where.', 'npm run -s migrate -- --from .data --to postgres://vejviser@db.example.dk/vejviser');
  if (!existsSync(join(from, 'key-proof.txt'))) throw new AdviserError('not-found', `There are no data in ${from}.`, 'Name the DATA_DIR of the server that is to move.');
  const { secretKey, secretKeyFile } = readSettings(process.env);
  const key = deriveKey(loadSecretKey({ secretKey, secretKeyFile, dataDir: from }).key, 'storage');
  const began = performance.now();
  const source = await openEmbeddedStore({ dataDir: from, key });
  try {
    const target = await openMoveTarget({ url: to, key });
    try {
      const clientKeyOf = (clientId: string): string => target.clientKeyOf(clientId);
      for await (const record of source.everything(clientKeyOf)) await target.take(record);
      const [before, after] = [await tally(source.everything(clientKeyOf)), await tally(target.everything())];
      const kinds = [...new Set([...before.keys(), ...after.keys()])].sort();
      const differ = kinds.filter((kind) => !isSame(before.get(kind), after.get(kind)));
      console.log(JSON.stringify({ same: differ.length === 0, differ, seconds: Math.round((performance.now() - began) / 100) / 10, ...counts(before, kinds) }));
      if (differ.length > 0) process.exitCode = 1;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

const isSame = (one: Tally | undefined, other: Tally | undefined): boolean => one?.count === other?.count && one?.hash === other?.hash;

const counts = (all: ReadonlyMap<MovedRecord['kind'], Tally>, kinds: readonly MovedRecord['kind'][]): Record<string, string> =>
  Object.fromEntries(kinds.map((kind) => [kind, `${all.get(kind)?.count ?? 0} ${all.get(kind)?.hash.slice(0, 16) ?? '-'}`]));

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 2;
});
