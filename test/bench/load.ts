import { Line } from './line';
import type { Contender, Started } from './contenders';
import type { Talk } from './talk';

/** Below the number of messages that a conversation may send at once (120), so that no limit is measured. */
const TURNS_A_TALK = 90;
const LINES = 50;

/** Conversations that are begun before anything is measured, and used in turn. */
export class Crowd {
  private readonly idle: { talk: Talk; turns: number }[] = [];
  private begun = 0;
  private constructor(private readonly lines: readonly Line[]) {}

  static async gather({ begin }: Contender, { places }: Started, talks: number): Promise<Crowd> {
    const lines = Array.from({ length: LINES }, (_, nth) => {
      const { host = '', port = 0 } = places[nth % places.length] ?? {};
      return new Line(host, port);
    });
    const crowd = new Crowd(lines);
    await Promise.all(
      lines.map(async (line, place) => {
        for (let nth = place; nth < talks; nth += LINES) crowd.idle.push({ talk: await begin(line, nth), turns: 0 });
      }),
    );
    crowd.all = [...crowd.idle];
    return crowd;
  }

  private all: { talk: Talk; turns: number }[] = [];

  /** Everyone talks at once, one turn after another, for so long; turns a second. */
  async saturate(seconds: number): Promise<{ turnsPerSecond: number; turns: number }> {
    const began = performance.now();
    const end = began + seconds * 1000;
    let turns = 0;
    await Promise.all(
      Array.from({ length: LINES }, async () => {
        while (performance.now() < end) {
          const each = this.take();
          if (!each) return;
          await each.talk.turn(this.begun++);
          turns += 1;
          this.giveBack(each);
        }
      }),
    );
    return { turnsPerSecond: turns / ((performance.now() - began) / 1000), turns };
  }

  /** Turns begin when they are planned, however slow the ones before were; latencies count from the planned time, in ms, sorted. */
  async atRate(rate: number, seconds: number): Promise<number[]> {
    const latencies: number[] = [];
    const late: number[] = [];
    const began = performance.now();
    const total = Math.floor(rate * seconds);
    return new Promise((resolve, reject) => {
      const start = (planned: number): void => {
        const each = this.take();
        // All are in the middle of a turn, so far behind is the server: it begins when one is free.
        if (!each) return void late.push(planned);
        each.talk.turn(this.begun++).then(() => {
          latencies.push(performance.now() - planned);
          this.giveBack(each);
          const next = late.shift();
          if (next !== undefined) start(next);
          if (latencies.length === total) resolve(latencies.sort((one, other) => one - other));
        }, reject);
      };
      let nth = 0;
      const tick = (): void => {
        const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * rate) + 1);
        for (; nth < due; nth++) start(began + (nth / rate) * 1000);
        if (nth < total) setTimeout(tick, 1);
      };
      tick();
    });
  }

  /** Everyone says so many things, one after another. */
  async everyone(turnsEach: number): Promise<void> {
    const rest = [...this.all];
    await Promise.all(
      Array.from({ length: LINES }, async () => {
        for (let each = rest.pop(); each; each = rest.pop()) for (let nth = 0; nth < turnsEach; nth++) await each.talk.turn(nth);
      }),
    );
  }

  leave(): void {
    for (const { talk } of this.all) talk.close();
    for (const line of this.lines) line.close();
  }

  private take(): { talk: Talk; turns: number } | undefined {
    return this.idle.shift();
  }

  private giveBack(each: { talk: Talk; turns: number }): void {
    each.turns += 1;
    if (each.turns < TURNS_A_TALK) this.idle.push(each);
  }
}

export const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
