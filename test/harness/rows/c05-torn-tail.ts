import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../random';
import type { Row, RowRun } from '../row';
import { build, filesOf, look, type Kept } from '../small-store';

const TAIL = 64 * 1024;
const FLIPPED = 4 * 1024;

export const tornTail: Row = {
  id: 'C5',
  what: 'corrupt tail: cut at every byte, flipped bits, NULs, fewer than ten records',
  run: async (run) => {
    const kept = await build(join(run.folder, 'whole'), 40);
    const few = await build(join(run.folder, 'few'), 3);
    const cuts = await damage(run, 'whole', kept, run.light ? 60 : 1_500, (bytes, random) => bytes.subarray(0, bytes.length - 1 - Math.floor(random() * Math.min(TAIL, bytes.length))), 'prefix');
    const fewCuts = await damage(run, 'few', few, run.light ? 30 : 400, (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)), 'prefix');
    const nuls = await damage(run, 'whole', kept, run.light ? 10 : 100, (bytes, random) => Buffer.concat([bytes, Buffer.alloc(Math.ceil(random() * 8192))]), 'all');
    const flips = await damage(run, 'whole', kept, run.light ? 60 : 1_500, flipOne, 'one');
    const all = { cuts, fewCuts, nuls, flips };
    return {
      pass: Object.values(all).every(({ wrong }) => wrong === 0),
      figures: Object.fromEntries(Object.entries(all).flatMap(([name, { tried, wrong, refused, reported }]) => [[name, tried], [`${name}Wrong`, wrong], [`${name}Refused`, refused], [`${name}Reported`, reported]])),
    };
  },
};

function flipOne(bytes: Buffer, random: () => number): Buffer {
  const changed = Buffer.from(bytes);
  const place = bytes.length - 1 - Math.floor(random() * Math.min(FLIPPED, bytes.length));
  changed[place] = (changed[place] ?? 0) ^ (1 << Math.floor(random() * 8));
  return changed;
}

/**
 * Damages one file after another and opens the store. What comes back must be a beginning of each conversation
 * (`prefix`), all of it (`all`), or lack at most the one record that was hit (`one`); a file that is hit elsewhere than
 * in its last line may be refused with the backup named.
 */
async function damage({ seed, folder }: RowRun, name: string, kept: Kept, times: number, change: (bytes: Buffer, random: () => number) => Buffer, allowed: 'prefix' | 'all' | 'one') {
  const random = seededRandom(seed);
  const from = join(folder, name);
  const to = join(folder, 'damaged');
  const tally = { tried: 0, wrong: 0, refused: 0, reported: 0 };
  const files = filesOf(from);
  for (let nth = 0; nth < times; nth++) {
    const file = files[nth % files.length] ?? '';
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
    writeFileSync(join(to, file), change(readFileSync(join(from, file)), random));
    const found = await look(to);
    tally.tried += 1;
    if (found.reports > 0) tally.reported += 1;
    if (found.refused !== null) {
      tally.refused += 1;
      // Refusing is right for damage in the middle only, and has to name the backup.
      if (allowed === 'all' || !/backup/.test(found.refused) || (allowed === 'prefix')) tally.wrong += 1;
      continue;
    }
    const missing = kept.missingIn(found);
    if (missing === null || (allowed === 'all' && missing > 0) || (allowed === 'one' && missing > 1) || (missing > 0 && found.reports === 0 && allowed === 'one')) tally.wrong += 1;
  }
  return tally;
}
