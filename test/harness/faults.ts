import { argumentsOf, seedOf } from './arguments';
import { inTemporaryFolder } from './place';
import type { Row } from './row';
import { ROWS } from './rows';

/**
 * `npm run faults [-- --row C5] [--seed n] [--light yes]`: one JSON line a row. Exit 1 when a promise was broken; 3 when
 * the one row that was asked for needs what this machine lacks.
 */
async function main(): Promise<void> {
  const said = argumentsOf(['row', 'seed', 'light']);
  const seed = seedOf(said('seed'));
  const asked = said('row');
  const rows = ROWS.filter(({ id }) => asked === undefined || id === asked);
  if (rows.length === 0) throw new Error(`There is no row ${asked ?? ''}: there are ${ROWS.map(({ id }) => id).join(', ')}.`);
  for (const row of rows) {
    const lack = row.lacks?.() ?? null;
    if (lack !== null) {
      print({ row: row.id, what: row.what, skipped: `needs ${lack}` });
      if (asked !== undefined) process.exitCode = 3;
      continue;
    }
    await runOne(row, seed, said('light') !== undefined);
  }
}

async function runOne(row: Row, seed: number, light: boolean): Promise<void> {
  const began = performance.now();
  const { pass, figures } = await inTemporaryFolder((folder) => row.run({ seed, folder, light }));
  print({ row: row.id, what: row.what, seed, pass, seconds: Math.round((performance.now() - began) / 1000), ...figures });
  if (!pass) process.exitCode = 1;
}

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
  process.exit(1);
});
