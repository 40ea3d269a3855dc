import { loadTopicModel } from '../../content/load-topic-model';
import { createRecognizer } from '../../domain/topics/recognize-topic';

/** What the committed model costs at run time. */
export interface Speed {
  readonly loadMs: number;
  readonly memoryMb: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const WARM_UP = 300;

/** Loads the committed model and reads the messages with it, taking the time. */
export function measureSpeed(contentFolder: string, messages: readonly string[]): Speed {
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const { recognize } = createRecognizer(loadTopicModel(contentFolder));
  recognize('hej');
  const loadMs = performance.now() - begun;
  const memoryMb = (process.memoryUsage().rss - before) / 2 ** 20;
  for (const message of messages.slice(0, WARM_UP)) recognize(message);
  const times = messages.map((message) => {
    const start = performance.now();
    recognize(message);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { loadMs, memoryMb, p50Ms: at(0.5), p99Ms: at(0.99) };
}
