import { join } from 'node:path';
import { argumentsOf, numberOf, seedOf } from './arguments';
import { crashNodes } from './crash-nodes';
import { crash, passed, type CrashResult } from './crash-run';
import { inTemporaryFolder } from './place';

/**
 * `npm run crash -- --kills 20 [--seed n] [--clients 12] [--point name:n] [--minutes 30]`: one JSON line; exit 1 when a promise was
 * broken. With `--minutes` it ends by then, and says how many kills it came to.
 * With `--store postgres [--nodes 2]` nodes behind a balancer are killed, and now and then their database.
 */
async function main(): Promise<void> {
  const said = argumentsOf(['kills', 'seed', 'clients', 'point', 'minutes', 'store', 'nodes']);
  const [point, minutes] = [said('point'), said('minutes')];
  const [kills, seed, clients, nodes] = [numberOf(said('kills'), 20), seedOf(said('seed')), numberOf(said('clients'), 12), numberOf(said('nodes'), 2)];
  const store = said('store') ?? 'embedded';
  if (store !== 'embedded' && store !== 'postgres') throw new Error(`There is no store "${store}": embedded, postgres.`);
  const result = await inTemporaryFolder<CrashResult>((folder) =>
    store === 'postgres' ? crashNodes({ folder, kills, seed, clients, nodes, onProgress: (line) => process.stderr.write(`${line}\n`) }) :
    crash({ folder, dataDir: join(folder, 'data'), kills, seed, clients, ...(point === undefined ? {} : { point }), ...(minutes === undefined ? {} : { minutes: numberOf(minutes, 0) }) }),
  );
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = passed(result) ? 0 : 1;
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
  process.exit(1);
});
