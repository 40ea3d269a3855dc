import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { AdviserError } from '../domain/adviser-error';
import { readModel } from '../domain/topics/model-file';
import type { TopicModel } from '../domain/topics/topic-model';

/** Where the phrases and the model stand below the content folder: what citizens write about is the same in the whole country. */
export const TOPICS_FOLDER = join('denmark', 'topics');
/** The trained model, within that folder. */
export const MODEL_FILE = 'model.json.gz';

/**
 * Reads the trained model below the content folder.
 *
 * @throws AdviserError `model-invalid` when it is missing or not a model
 */
export function loadTopicModel(contentFolder: string): TopicModel {
  const path = join(contentFolder, TOPICS_FOLDER, MODEL_FILE);
  let json: string;
  try {
    json = gunzipSync(readFileSync(path)).toString('utf8');
  } catch (cause) {
    throw new AdviserError('model-invalid', `The topic model ${path} cannot be read.`, 'Run "npm run train" and commit the model it writes.', { cause });
  }
  return readModel(json);
}
