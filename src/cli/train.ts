import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { loadTopicModel, MODEL_FILE, TOPICS_FOLDER } from '../content/load-topic-model';
import { loadTopicPhrases } from '../content/topic-phrases';
import { AdviserError } from '../domain/adviser-error';
import { writeModel } from '../domain/topics/model-file';
import type { UnseenFigures } from '../domain/topics/topic-model';
import { serveTraining, trainInParallel } from './training/train-in-parallel';

const CONTENT = process.env.CONTENT_DIR ?? 'content';

/** The figures of the model that stands there; null when there is none, or none of this form. */
function figuresBefore(): UnseenFigures | null {
  try {
    return loadTopicModel(CONTENT).unseen;
  } catch {
    return null;
  }
}

async function train(): Promise<void> {
  const begun = performance.now();
  const { phrases, hash } = loadTopicPhrases(CONTENT);
  const before = figuresBefore();
  const model = await trainInParallel(phrases, hash, __filename);
  const bytes = gzipSync(writeModel(model), { level: 9 });
  const path = join(CONTENT, TOPICS_FOLDER, MODEL_FILE);
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
  const { thresholds, danger, temperature, linear } = model;
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  console.log(JSON.stringify({ phrases: phrases.length, features: linear.dictionary.hashes.length, bytes: bytes.length, seconds, temperature, thresholds, danger }));
  console.log(JSON.stringify({ unseen: model.unseen, before }));
}

if (isMainThread) {
  train().catch((fault: unknown) => {
    if (!(fault instanceof AdviserError)) throw fault;
    console.error(fault.message);
    process.exitCode = 2;
  });
} else serveTraining(loadTopicPhrases(CONTENT).phrases);
