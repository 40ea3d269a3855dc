import { join } from 'node:path';
import { check, type Verdict } from './check';
import { Client } from './client';
import { seededRandom } from './random';
import { historiesOf, survey } from './survey';

/** Clients that talk while something happens to the server. */
export interface Scene {
  readonly clients: readonly Client[];
  /** Stops them, and judges what they were promised by what the server at `url` has. */
  judge(): Promise<Verdict>;
  stop(): Promise<void>;
}

interface SceneOptions {
  readonly folder: string;
  readonly dataDir: string;
  readonly seed: number;
  readonly count: number;
  /** Where clients speak to: the server, or something in between. */
  readonly url: () => string;
  /** Where the judge asks; where clients speak to, if not given. */
  readonly direct?: () => string;
  readonly plain?: boolean;
  readonly pauseMs?: number;
  readonly patienceMs?: number;
}

export function beginScene({ folder, dataDir, seed, count, url, direct = url, ...more }: SceneOptions): Scene {
  const clients = Array.from({ length: count }, (_, nth) => new Client({ name: `k${nth}`, url, historyPath: join(folder, `client-${nth}`), random: seededRandom(seed * 1000 + nth), ...more }));
  const running = clients.map((client) => client.run());
  const stop = async (): Promise<void> => {
    for (const client of clients) client.stop();
    await Promise.allSettled(running);
  };
  return {
    clients,
    stop,
    judge: async () => {
      await stop();
      return check(historiesOf(clients), await survey(direct(), dataDir, clients));
    },
  };
}

/** Whether no promise was broken. */
export const isWhole = ({ acknowledged: _acknowledged, failed: _failed, unknown: _unknown, ...broken }: Verdict): boolean => Object.values(broken).every((times) => times === 0);

/** Resolves when it holds; false when it does not within the time. Asks, never sleeps for a hope. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  for (;;) {
    if (await holds()) return true;
    if (performance.now() > end) return false;
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

/** Resolves when so many messages more have been sent. */
export function spoken(clients: readonly Client[], more: number, withinMs = 30_000): Promise<boolean> {
  const count = (): number => clients.reduce((sum, { messages }) => sum + messages, 0);
  const before = count();
  return until(() => count() >= before + more, withinMs);
}
