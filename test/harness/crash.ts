import { join } from 'node:path';
import { argumentsOf, numberOf, seedOf } from './arguments';
import { crash, passed } from './crash-run';
import { inTemporaryFolder } from './place';

/** `npm run crash -- --kills 20 [--seed n] [--clients 12] [--point name:n]`: one JSON line; exit 1 when a promise was broken. */
async function main(): Promise<void> {
  const said = argumentsOf(['kills', 'seed', 'clients', 'point']);
  const point = said('point');
  const result = await inTemporaryFolder((folder) =>
    crash({ folder, dataDir: join(folder, 'data'), kills: numberOf(said('kills'), 20), seed: seedOf(said('seed')), clients: numberOf(said('clients'), 12), ...(point === undefined ? {} : { point }) }),
  );
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = passed(result) ? 0 : 1;
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
  process.exit(1);
});
