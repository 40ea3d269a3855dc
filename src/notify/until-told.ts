import type { ExclusiveWork } from '../domain/exclusive-work';

interface UntilToldOptions<Piece> {
  /** Of several nodes one at a time tells; by this name. */
  readonly work: ExclusiveWork;
  readonly name: string;
  /** What waits to be told, in its order. */
  readonly waiting: () => Promise<readonly Piece[]>;
  /** Tells one piece and takes it out of what waits. Rejects when nobody took it. */
  readonly tell: (piece: Piece) => Promise<void>;
  /** By the number of failures in a row. */
  readonly onFailed: (failures: number) => void;
  /** Milliseconds to the next try after a failure, by the number of failures in a row. */
  readonly retryAfter?: ((failures: number) => number) | undefined;
}

/** A running teller: `wake` when there is something to tell, `stop` at the end. */
export interface Teller {
  wake(): void;
  /** Resolves once what is under way has ended. */
  stop(): Promise<void>;
}

const MINUTE = 60_000;
/** A minute after the first failure, two after the second, and at last every half hour. */
const later = (failures: number): number => Math.min(failures, 30) * MINUTE;

/** Tells what waits in a store until all of it has been taken: what has not stands there, and outlives a restart. */
export function untilTold<Piece>({ work, name, waiting, tell, onFailed, retryAfter = later }: UntilToldOptions<Piece>): Teller {
  let failures = 0;
  let stopped = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;

  const tellAll = async (): Promise<void> => {
    for (const piece of await waiting()) {
      if (stopped) return;
      await tell(piece);
      failures = 0;
    }
  };

  const run = async (): Promise<void> => {
    do {
      again = false;
      try {
        await work.alone(name, tellAll);
      } catch {
        failures += 1;
        onFailed(failures);
        timer = setTimeout(wake, retryAfter(failures));
        timer.unref();
        return;
      }
    } while (again && !stopped);
  };

  function wake(): void {
    if (stopped) return;
    clearTimeout(timer);
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
  }

  return {
    wake,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
