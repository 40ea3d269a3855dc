import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import { foldsOf } from '../../domain/topics/folds';
import type { LinearModel } from '../../domain/topics/linear-model';
import type { Judged } from '../../domain/topics/calibrate';
import type { Phrase } from '../../domain/topics/phrase';
import type { TopicModel } from '../../domain/topics/topic-model';
import { examplesOf, judgeFold, modelFrom, trainScores } from '../../domain/topics/train-model';

/** A piece of the training: the scores, or the fold of that number. */
type Piece = 'scores' | number;
type Result = { readonly piece: 'scores'; readonly linear: LinearModel } | { readonly piece: number; readonly judged: readonly Judged[] };

/**
 * Trains as `trainModel` does, and to the same bits, on all cores: no piece of it needs another.
 *
 * @param program that answers in a thread of its own with `serveTraining`
 */
export async function trainInParallel(phrases: readonly Phrase[], hash: string, program: string): Promise<TopicModel> {
  const folds = foldsOf(phrases).length;
  // The scores take longest.
  const waiting: Piece[] = ['scores', ...Array.from({ length: folds }, (_, fold) => fold)];
  let linear: LinearModel | null = null;
  const judged: (readonly Judged[])[] = [];
  const work = (): Promise<void> =>
    new Promise((done, fail) => {
      const worker = new Worker(program);
      const next = (): void => {
        const piece = waiting.shift();
        if (piece === undefined) void worker.terminate().then(() => done());
        else worker.postMessage(piece);
      };
      worker.on('message', (result: Result) => {
        if (result.piece === 'scores') linear = result.linear;
        else judged[result.piece] = result.judged;
        next();
      });
      worker.on('error', fail);
      next();
    });
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), waiting.length) }, work));
  if (linear === null) throw new Error('The scores were not trained.');
  return modelFrom(hash, linear, judged);
}

/** Answers in a thread of its own, piece by piece, until it is ended. */
export function serveTraining(phrases: readonly Phrase[]): void {
  const examples = examplesOf(phrases);
  const folds = foldsOf(examples);
  parentPort?.on('message', (piece: Piece) => parentPort?.postMessage(doPiece(piece)));

  function doPiece(piece: Piece): Result {
    if (piece === 'scores') return { piece, linear: trainScores(examples) };
    const fold = folds[piece];
    if (fold === undefined) throw new Error(`There is no fold ${piece}.`);
    return { piece, judged: judgeFold(fold) };
  }
}
