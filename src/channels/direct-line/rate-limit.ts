import { DirectLineError } from './protocol-error';

/** How often something may be done: so many a minute, and as many at once. */
export interface Rate {
  readonly perMinute: number;
}

const KEYS_AT_MOST = 50_000;

/**
 * A bucket for each key that fills evenly. Time comes from a clock that only goes forward, so that a jump of the wall
 * clock locks nobody out.
 */
export function rateLimit({ perMinute }: Rate, clock: () => number = () => performance.now()): (key: string) => void {
  const buckets = new Map<string, { left: number; at: number }>();
  return (key) => {
    const at = clock();
    const before = buckets.get(key) ?? { left: perMinute, at };
    const left = Math.min(perMinute, before.left + (Math.max(0, at - before.at) * perMinute) / 60_000);
    buckets.delete(key);
    buckets.set(key, { left: left < 1 ? left : left - 1, at });
    if (buckets.size > KEYS_AT_MOST) for (const oldest of buckets.keys()) { buckets.delete(oldest); break; }
    if (left < 1) throw new DirectLineError(429, 'RateLimitExceeded', 'Too many requests. Wait a little and try again.', { 'retry-after': String(Math.ceil(((1 - left) * 60) / perMinute)) });
  };
}
