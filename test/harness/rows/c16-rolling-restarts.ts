import { hasNginx, nginxFront } from '../nginx';
import { startNodes } from '../nodes';
import type { Row, RowResult, RowRun } from '../row';
import { beginScene, isWhole, spoken } from '../scene';
import { NotStarted, stop } from '../server-process';
import { historiesOf } from '../survey';

const EXIT_MS = 10_000;
/** As a browser has it: what is looked for are broken and refused sends, not how busy the machine is. */
const PATIENCE_MS = 30_000;

export const rollingRestarts: Row = { id: 'C16', what: 'two nodes are restarted in turn, as for a new version', run: (run) => restartInTurn(run, {}) };

export const behindNginx: Row = {
  id: 'nginx',
  what: "the same behind nginx, with the guide's own rules",
  lacks: () => (hasNginx() ? null : 'nginx'),
  run: (run) => restartInTurn(run, { front: (targets) => nginxFront(run.folder, targets) }),
};

async function restartInTurn({ seed, folder, light }: RowRun, how: Pick<Parameters<typeof startNodes>[0], 'front'>): Promise<RowResult> {
  const nodes = await startNodes({ folder, count: 2, ...how });
  const scene = beginScene({ folder, dataDir: nodes.dataDir, seed, count: light ? 6 : 20, url: () => nodes.url, pauseMs: 10, patienceMs: PATIENCE_MS });
  let failedStarts = 0;
  const stopMs: number[] = [];
  const ends: (number | string)[] = [];
  try {
    const restarts = light ? 4 : 20;
    for (let nth = 0; nth < restarts; nth++) {
      await spoken(scene.clients, light ? 15 : 60);
      const node = nodes.running[nth % 2];
      if (!node) break;
      const began = performance.now();
      ends.push(await stop(node));
      stopMs.push(Math.round(performance.now() - began));
      await nodes.restart(nth % 2).catch((fault: unknown) => {
        if (!(fault instanceof NotStarted)) throw fault;
        failedStarts += 1;
      });
    }
    await spoken(scene.clients, 20);
    const verdict = await scene.judge();
    const clean = ends.every((end) => end === 0) && Math.max(...stopMs) <= EXIT_MS;
    return { pass: isWhole(verdict) && verdict.failed === 0 && verdict.unknown === 0 && failedStarts === 0 && clean, figures: { ...verdict, restarts, failedStarts, stopMsMax: Math.max(...stopMs), unknownWhy: [...new Set(historiesOf(scene.clients).flat().flatMap((each) => (each.event === 'unknown' ? [each.why ?? '?'] : [])))], requestsA: nodes.passed[0] ?? 0, requestsB: nodes.passed[1] ?? 0 } };
  } finally {
    await scene.stop();
    await nodes.stop();
  }
}
