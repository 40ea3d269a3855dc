import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../random';
import type { Row } from '../row';
import { build, filesOf, look } from '../small-store';

export const corruptMiddle: Row = {
  id: 'C6',
  what: 'corrupt middle, lost file: found by checksum, never silently wrong, names the backup',
  run: async ({ seed, folder, light }) => {
    const random = seededRandom(seed);
    const from = join(folder, 'whole');
    const to = join(folder, 'damaged');
    const kept = await build(from, 40);
    const tally = { flips: 0, refused: 0, reported: 0, silentlyWrong: 0, withoutRemedy: 0, deletions: 0 };
    const judge = async (): Promise<void> => {
      const found = await look(to);
      const missing = found.refused === null ? kept.missingIn(found) : 0;
      if (found.refused !== null) tally.refused += 1;
      if (found.refused !== null && !/backup/.test(found.refused)) tally.withoutRemedy += 1;
      if (found.reports > 0) tally.reported += 1;
      if (missing === null || (missing > 0 && found.reports === 0)) tally.silentlyWrong += 1;
    };
    const afresh = (): void => {
      rmSync(to, { recursive: true, force: true });
      cpSync(from, to, { recursive: true });
    };
    const files = filesOf(from);
    for (let nth = 0; nth < (light ? 90 : 1_500); nth++) {
      afresh();
      const file = files[nth % files.length] ?? '';
      const bytes = readFileSync(join(from, file));
      const place = Math.floor(random() * (bytes.length - 1));
      bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(join(to, file), bytes);
      tally.flips += 1;
      await judge();
    }
    // Files that may go without harm: what an earlier NeDB left behind, the disk probe, marks, a torn lock.
    for (const spare of ['pin-attempts.db~', 'conversations/in-its-file.db~', 'probe', 'lock.json']) {
      afresh();
      writeFileSync(join(to, spare), 'half of something');
      tally.deletions += 1;
      await judge();
    }
    // A conversation that lost its beginning, or its middle, is refused; it is never given with a hole.
    afresh();
    const journalled = filesOf(from).find((file) => file.startsWith('journal')) ?? '';
    const lines = readFileSync(join(from, journalled), 'latin1').split('\n');
    writeFileSync(join(to, journalled), [...lines.slice(0, 10), ...lines.slice(12)].join('\n'), 'latin1');
    const holed = await look(to);
    afresh();
    truncateSync(join(to, 'key-proof.txt'), 3);
    const noProof = await look(to);
    const holesRefused = holed.refused !== null && noProof.refused !== null;
    return { pass: tally.silentlyWrong === 0 && tally.withoutRemedy === 0 && holesRefused, figures: { ...tally, holesRefused } };
  },
};
