import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { check, type Verdict } from './check';
import { Client } from './client';
import { POINTS } from './points';
import { pick, seededRandom } from './random';
import { spoken } from './scene';
import { kill, NotStarted, startServer, stop, type ServerProcess } from './server-process';
import { historiesOf, pointsSeen, survey } from './survey';

export interface CrashOptions {
  /** Kills at named points only, or at random times only; both, if not given. */
  readonly only?: 'points' | 'times';
  /** A point that is not passed by then, and after some talk, kills all the same; 900 ms, if not given. */
  readonly withinMs?: number;
  /** Done to the data after each kill, while nobody has them open. */
  readonly afterKill?: (random: () => number) => void;
  /** What the server gets beside its point. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Clients wait so long between messages. */
  readonly pauseMs?: number;
  readonly folder: string;
  readonly dataDir: string;
  readonly kills: number;
  readonly seed: number;
  readonly clients: number;
  /** Ends after so many minutes, and judges the kills that were made by then. */
  readonly minutes?: number;
  /** This point at every kill, instead of drawn ones. */
  readonly point?: string;
}

export interface CrashResult extends Verdict {
  readonly seed: number;
  readonly kills: number;
  /** Kills that came at a named point; the others came at a random time. */
  readonly atPoints: number;
  /** Named points passed at least once. */
  readonly pointsPassed: number;
  /** Starts that failed: the exit code and what was said. */
  readonly notStarted: readonly string[];
  readonly startMsMedian: number;
  readonly startMsMax: number;
}

/** So many messages between a start and the kill at a point that was not passed, if they come in time. */
const TALK = 20;
const TALK_WITHIN_MS = 3_000;

/** Kills the server so many times under load, and judges what is left. */
export async function crash({ folder, dataDir, kills, seed, clients: count, point, only, pauseMs, minutes = Infinity, afterKill = () => undefined, environment: more = {}, withinMs: patienceMs = 900 }: CrashOptions): Promise<CrashResult> {
  const random = seededRandom(seed);
  const seen = join(folder, 'points');
  const environment = { FAULT_SEEN: seen, ...more };
  const starts: number[] = [];
  const notStarted: string[] = [];
  let atPoints = 0;
  let server: ServerProcess = await startServer({ dataDir, environment });
  const { url } = server;
  const port = Number(new URL(url).port);
  const clients = Array.from({ length: count }, (_, nth) => new Client({ name: `k${nth}`, url: () => url, historyPath: join(folder, `client-${nth}`), random: seededRandom(seed * 1000 + nth), ...(pauseMs === undefined ? {} : { pauseMs }) }));
  const running = clients.map((client) => client.run());
  try {
    const end = performance.now() + minutes * 60_000;
    let made = 0;
    for (; made < kills && performance.now() < end; made++) {
      const drawn = only !== 'times' && (only === 'points' || random() < 0.75) ? `${pick(random, POINTS)}:${random() < 0.5 ? 1 : 1 + Math.floor(random() * 12)}` : null;
      const faultPoint = point ?? drawn;
      const withinMs = faultPoint === null ? 30 + random() * 500 : patienceMs;
      await kill(server);
      afterKill(random);
      try {
        server = await startServer({ dataDir, port, environment: { ...environment, ...(faultPoint === null ? {} : { FAULT_POINT: faultPoint }) } });
        starts.push(server.startMs);
      } catch (fault) {
        if (!(fault instanceof NotStarted)) throw fault;
        if (fault.end === 'SIGKILL') atPoints += 1;
        else notStarted.push(fault.message);
        continue;
      }
      // A machine with much else to do needs longer until anything comes past a point.
      const talked = faultPoint === null ? Promise.resolve(true) : spoken(clients, TALK, TALK_WITHIN_MS);
      if (await Promise.race([server.ended.then(() => true), Promise.all([pause(withinMs), talked]).then(() => false)])) atPoints += 1;
    }
    await kill(server);
    afterKill(random);
    server = await startServer({ dataDir, port, environment });
    starts.push(server.startMs);
    for (const client of clients) client.stop();
    await Promise.all(running);
    const verdict = check(historiesOf(clients), await survey(url, dataDir, clients));
    starts.sort((a, b) => a - b);
    return {
      seed,
      kills: made,
      ...verdict,
      atPoints,
      pointsPassed: existsSync(seen) ? pointsSeen(seen).length : 0,
      notStarted,
      startMsMedian: Math.round(starts[Math.floor(starts.length / 2)] ?? 0),
      startMsMax: Math.round(starts.at(-1) ?? 0),
    };
  } finally {
    for (const client of clients) client.stop();
    await Promise.allSettled(running);
    await stop(server);
  }
}

/** Whether every promise was kept. */
export function passed({ lost, twice, resurrected, outOfOrder, unanswered, answeredTwice, heardWrong, notErased, casesWrong, notStarted }: CrashResult): boolean {
  return [lost, twice, resurrected, outOfOrder, unanswered, answeredTwice, heardWrong, notErased, casesWrong, notStarted.length].every((broken) => broken === 0);
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
