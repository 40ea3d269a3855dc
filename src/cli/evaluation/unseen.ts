import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Outcome } from '../../domain/topics/evaluation/outcome';
import { type Fold, foldsOf } from '../../domain/topics/folds';
import { readModel, writeModel } from '../../domain/topics/model-file';
import type { Phrase } from '../../domain/topics/phrase';
import { createRecognizer } from '../../domain/topics/recognize-topic';
import type { TopicModel } from '../../domain/topics/topic-model';
import { calibrate, type Example, examplesOf, judge, SCORED_TOPICS, trainScores } from '../../domain/topics/train-model';

const ROOT = join(__dirname, '../..');
const CACHE = join(ROOT, 'dist/evaluation');
/** What decides what training learns; a change there makes kept models worthless. */
const LEARNING = /^(features|normalize|concept|dictionary|linear-model|train-|seeded-random|topic\.ts|model-file)/;
/** Numbers that are replaced before a model is used. */
const UNCALIBRATED = { temperature: 1, thresholds: { sure: 1, likely: 0 }, danger: { slope: 1, calm: 0, offset: 0, sure: 1, suspected: 1 }, unseen: { accuracy: 0, macroF1: 0, dangerSeen: 0, falseAlarms: 0 } };

/** What was left out, and what was made of it. */
export interface Unseen {
  readonly writer: string;
  readonly outcomes: readonly Outcome[];
}

/**
 * Every phrase, read by a recogniser that never saw its writer: one is trained a fold on all the other writers, and its thresholds
 * come from the folds other than this one. Trained models are kept in dist/, since most runs change only what comes after.
 */
export function readUnseen(phrases: readonly Phrase[], tell: (line: string) => void): Unseen[] {
  const folds = foldsOf(examplesOf(phrases), 0).map((fold) => ({ ...fold, model: modelOf(fold, tell) }));
  const judged = folds.map((fold) => judge(fold.phrases, fold.model.linear));
  return folds.map((fold, at) => {
    const { recognize } = createRecognizer({ ...fold.model, ...calibrate(judged.flatMap((each, other) => (other === at ? [] : each))) });
    return { writer: fold.name, outcomes: fold.phrases.map((phrase) => ({ phrase, read: recognize(phrase.text) })) };
  });
}

function modelOf({ name, others }: Fold<Example>, tell: (line: string) => void): TopicModel {
  const hash = createHash('sha256').update(learningCode());
  for (const { text, topic } of others) hash.update(`${text}\t${topic}\n`);
  const key = hash.digest('hex');
  const path = join(CACHE, `${key}.json.gz`);
  if (existsSync(path)) return readModel(gunzipSync(readFileSync(path)).toString('utf8'));
  tell(`training without ${name} …`);
  const model: TopicModel = { phrases: key, topics: SCORED_TOPICS, linear: trainScores(others), ...UNCALIBRATED };
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(path, gzipSync(writeModel(model)));
  return model;
}

function learningCode(): string {
  const folder = join(ROOT, 'src/domain/topics');
  return readdirSync(folder).filter((name) => LEARNING.test(name)).sort().map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}
