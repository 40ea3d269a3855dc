import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CrashResult } from './crash-run';
import { NODE_POINTS } from './points';
import { startNodes } from './nodes';
import { pick, seededRandom } from './random';
import { beginScene, spoken } from './scene';
import { kill, NotStarted } from './server-process';
import { pointsSeen } from './survey';

export interface NodeCrashOptions {
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
  readonly clients: number;
  readonly nodes: number;
  /** Share of kills that hit the database instead of a node; a tenth, if not given. */
  readonly ofDatabase?: number;
  readonly pauseMs?: number;
  /** A point that is not passed by then, and after some talk, kills all the same. */
  readonly withinMs?: number;
  /** Told how far it is; a long run says nothing else for minutes. */
  readonly onProgress?: (line: string) => void;
}

export interface NodeCrashResult extends CrashResult {
  readonly nodes: number;
  /** How often the database was ended at once and started again. */
  readonly databaseKills: number;
  /** How many requests each node was given. */
  readonly requests: readonly number[];
}

/** So many messages between a start and the next kill, if they come in time. */
const TALK = 20;
const TALK_WITHIN_MS = 3_000;

/** Kills nodes, and now and then their database, under load, and judges what is left. The other nodes go on. */
export async function crashNodes({ folder, kills, seed, clients: count, nodes: nodeCount, ofDatabase = 0.1, pauseMs = 20, withinMs = 600, onProgress = () => undefined }: NodeCrashOptions): Promise<NodeCrashResult> {
  const random = seededRandom(seed);
  const seen = join(folder, 'points');
  const nodes = await startNodes({ folder, count: nodeCount, environment: { FAULT_SEEN: seen } });
  const scene = beginScene({ folder, dataDir: nodes.dataDir, seed, count, url: () => nodes.url, pauseMs });
  const starts: number[] = [];
  const notStarted: string[] = [];
  let atPoints = 0;
  let databaseKills = 0;
  try {
    // A machine with much else to do needs longer until anything is under way that could be cut.
    const talkedFor = async (ms: number): Promise<void> => {
      const talked = spoken(scene.clients, TALK, TALK_WITHIN_MS);
      await pause(ms);
      await talked;
    };
    const began = performance.now();
    const progress = (what: string): void => onProgress(`${Math.round((performance.now() - began) / 1000)} s: ${what}, ${scene.clients.reduce((sum, { messages }) => sum + messages, 0)} messages`);
    for (let nth = 0; nth < kills; nth++) {
      progress(`kill ${nth + 1} of ${kills}`);
      if (random() < ofDatabase) {
        databaseKills += 1;
        await nodes.cluster.halt('immediate');
        await nodes.cluster.resume();
        await pause(200 + random() * 300);
        continue;
      }
      const victim = Math.floor(random() * nodeCount);
      const point = random() < 0.75 ? `${pick(random, NODE_POINTS)}:${1 + Math.floor(random() * 30)}` : null;
      const patience = point === null ? 30 + random() * 500 : withinMs;
      const running = nodes.running[victim];
      if (running) await kill(running);
      try {
        const server = await nodes.restart(victim, point === null ? {} : { FAULT_POINT: point });
        starts.push(server.startMs);
        if (await Promise.race([server.ended.then(() => true), talkedFor(patience).then(() => false)])) atPoints += 1;
      } catch (fault) {
        if (!(fault instanceof NotStarted)) throw fault;
        if (fault.end === 'SIGKILL') atPoints += 1;
        else notStarted.push(fault.message);
      }
    }
    for (const [nth, server] of nodes.running.entries()) {
      await kill(server);
      starts.push((await nodes.restart(nth)).startMs);
    }
    progress('judging');
    const verdict = await scene.judge();
    progress('judged');
    starts.sort((a, b) => a - b);
    return {
      seed,
      kills,
      nodes: nodeCount,
      ...verdict,
      databaseKills,
      atPoints,
      pointsPassed: existsSync(seen) ? pointsSeen(seen).length : 0,
      notStarted,
      startMsMedian: Math.round(starts[Math.floor(starts.length / 2)] ?? 0),
      startMsMax: Math.round(starts.at(-1) ?? 0),
      requests: [...nodes.passed],
    };
  } finally {
    await scene.stop();
    await nodes.stop();
  }
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
