import { Agent } from 'node:http';
import { z } from 'zod';
import { Line } from '../../bench/line';
import { quantile } from '../../bench/load';
import { beginDirectLine, saidAt, type Talk } from '../../bench/talk';
import { send } from '../http';
import { startNodes, type Nodes } from '../nodes';
import type { Row } from '../row';
import { until } from '../scene';

/** Honest people's turns a second, over all of them. */
const HONEST = 20;
/** So many times as many messages come from those who flood, and as many wishes for a token. */
const TIMES = 10;
const HONEST_TALKS = 60;
const FLOODED_TALKS = 2;
/** Whoever floods waits for every answer: what is looked for is whether it is true, not whether it comes at once. */
const PATIENCE_MS = 60_000;
const RECOVERED_WITHIN_MS = 2_000;

export const overload: Row = {
  id: 'overload',
  what: 'ten times the load, from a few who flood',
  run: async ({ folder, light }) => {
    const nodes = await startNodes({ folder, count: 2, durable: true });
    const lines = Array.from({ length: 8 }, (_, nth) => lineTo(nodes, nth));
    const honest = await Promise.all(Array.from({ length: HONEST_TALKS }, (_, nth) => beginDirectLine(lines[nth % lines.length]!, nth)));
    const flood = await Flood.begin(nodes);
    try {
      const seconds = light ? 3 : 15;
      const calm = await talk(honest, seconds);
      const flooding = flood.pour(seconds);
      const under = await talk(honest, seconds);
      const ended = performance.now();
      const after = await talk(honest, light ? 3 : 6);
      await flooding;
      const p99Calm = p99(calm);
      const slow = [...under, ...after].filter(({ at, ms }) => ms > 2 * p99Calm && at + ms > ended);
      const recoveryMs = Math.round(Math.max(0, ...slow.map(({ at, ms }) => at + ms - ended)));
      const truth = await flood.judge();
      const figures = { honestTurnsPerSecond: HONEST, floodMessagesPerSecond: HONEST * TIMES, p50MsCalm: round(p50(calm)), p50MsUnder: round(p50(under)), p99MsCalm: round(p99Calm), p99MsUnder: round(p99(under)), recoveryMs, ...truth };
      const truthful = truth.refused > 0 && truth.refusedAndKept === 0 && truth.refusedWithoutWhen === 0 && truth.takenAndMissing === 0 && truth.takenTwice === 0 && truth.unanswered === 0 && truth.unknown === 0;
      return { pass: truthful && p99(under) <= 2 * p99Calm && recoveryMs <= RECOVERED_WITHIN_MS, figures };
    } finally {
      for (const each of honest) each.close();
      for (const line of lines) line.close();
      flood.end();
      await nodes.stop();
    }
  },
};

interface Turn {
  /** When it was planned, by the clock that only goes forward. */
  readonly at: number;
  /** From then until its reply was there. */
  readonly ms: number;
}

/** Straight to a node: what lies between would be measured with it. */
function lineTo({ running }: Nodes, nth: number): Line {
  const { hostname, port } = new URL(running[nth % running.length]?.url ?? '');
  return new Line(hostname, Number(port));
}

/** Turns begin when they are planned, however slow the ones before were. */
async function talk(talks: readonly Talk[], seconds: number): Promise<Turn[]> {
  const began = performance.now();
  const turns: Promise<Turn>[] = [];
  for (let nth = 0; nth < HONEST * seconds; nth++) {
    const at = began + (nth * 1_000) / HONEST;
    await new Promise((wake) => setTimeout(wake, Math.max(0, at - performance.now())));
    const each = talks[nth % talks.length];
    if (each) turns.push(each.turn(nth).then(() => ({ at, ms: performance.now() - at })));
  }
  return Promise.all(turns);
}

const sorted = (turns: readonly Turn[]): number[] => turns.map(({ ms }) => ms).sort((a, b) => a - b);
const p50 = (turns: readonly Turn[]): number => quantile(sorted(turns), 0.5);
const p99 = (turns: readonly Turn[]): number => quantile(sorted(turns), 0.99);
const round = (value: number): number => Math.round(value * 10) / 10;

const Begun = z.object({ conversationId: z.string(), token: z.string() });
const Kept = z.object({ activities: z.array(z.looseObject({ id: z.string(), replyToId: z.string().optional(), channelData: z.looseObject({ clientActivityID: z.string().optional() }).optional() })) });

/** Those who flood: a few conversations, far beyond what one may say, and whatever they are told is written down. */
class Flood {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });
  private readonly told: { readonly key: string; readonly talk: number; readonly status: number | null; readonly when: boolean }[] = [];

  private constructor(
    private readonly urls: readonly string[],
    private readonly talks: readonly z.infer<typeof Begun>[],
  ) {}

  static async begin({ running }: Nodes): Promise<Flood> {
    const urls = running.map(({ url }) => url);
    const talks = await Promise.all(
      Array.from({ length: FLOODED_TALKS }, async (_, nth) => {
        const base = `${urls[nth % urls.length]}/v3/directline`;
        const address = { 'x-forwarded-for': `192.0.2.${nth}` };
        const { token } = z.object({ token: z.string() }).parse(JSON.parse((await send(`${base}/tokens/generate`, { method: 'POST', headers: address })).body));
        return Begun.parse(JSON.parse((await send(`${base}/conversations`, { method: 'POST', headers: { ...address, authorization: `Bearer ${token}` } })).body));
      }),
    );
    return new Flood(urls, talks);
  }

  /** Resolves when every request has its answer. */
  async pour(seconds: number): Promise<void> {
    const rate = HONEST * TIMES;
    const began = performance.now();
    const asked: Promise<void>[] = [];
    for (let nth = 0; nth < rate * seconds; nth++) {
      await new Promise((wake) => setTimeout(wake, Math.max(0, began + (nth * 1_000) / rate - performance.now())));
      asked.push(this.say(nth), this.askForToken(nth));
    }
    await Promise.all(asked);
  }

  /** What they were told, beside what is there. */
  async judge() {
    let [refusedAndKept, takenAndMissing, takenTwice, unanswered] = [0, 0, 0, 0];
    for (const [nth, each] of this.talks.entries()) {
      let kept = await this.read(each);
      const left = (): number => kept.filter(({ id, channelData }) => channelData?.clientActivityID !== undefined && !kept.some(({ replyToId }) => replyToId === id)).length;
      await until(async () => left() === 0 || ((kept = await this.read(each)), left() === 0), 30_000);
      unanswered += left();
      for (const { key, status } of this.told.filter(({ talk: of }) => of === nth)) {
        const times = kept.filter(({ channelData }) => channelData?.clientActivityID === key).length;
        if (status === 200 && times === 0) takenAndMissing += 1;
        if (status !== null && status !== 200 && times > 0) refusedAndKept += 1;
        if (times > 1) takenTwice += 1;
      }
    }
    const refusals = this.told.filter(({ status }) => status !== null && status !== 200);
    return { taken: this.told.filter(({ status }) => status === 200).length, refused: refusals.length, refusedWithoutWhen: refusals.filter(({ when }) => !when).length, unknown: this.told.filter(({ status }) => status === null).length, refusedAndKept, takenAndMissing, takenTwice, unanswered };
  }

  end(): void {
    this.agent.destroy();
  }

  private async say(nth: number): Promise<void> {
    const talk = nth % this.talks.length;
    const { conversationId = '', token = '' } = this.talks[talk] ?? {};
    const key = `f${nth}`;
    const body = JSON.stringify({ type: 'message', text: saidAt(nth), locale: 'da-DK', from: { id: 'me' }, channelData: { clientActivityID: key } });
    const answered = await send(`${this.urls[nth % this.urls.length]}/v3/directline/conversations/${conversationId}/activities`, { method: 'POST', agent: this.agent, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body, timeoutMs: PATIENCE_MS }).catch(() => null);
    this.told.push({ key, talk, status: answered?.status ?? null, when: answered?.headers['retry-after'] !== undefined });
  }

  private async askForToken(nth: number): Promise<void> {
    await send(`${this.urls[nth % this.urls.length]}/v3/directline/tokens/generate`, { method: 'POST', agent: this.agent, headers: { 'x-forwarded-for': `192.0.2.${nth % FLOODED_TALKS}` } }).catch(() => undefined);
  }

  private async read({ conversationId, token }: z.infer<typeof Begun>): Promise<z.infer<typeof Kept>['activities']> {
    return Kept.parse(JSON.parse((await send(`${this.urls[0]}/v3/directline/conversations/${conversationId}/activities?watermark=`, { headers: { authorization: `Bearer ${token}` } })).body)).activities;
  }
}
