import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { AdviserError } from '../domain/adviser-error';
import { WordingModel } from '../domain/letters/wording';
import { COUNTRY } from './content-files';

/** The model that was trained on labelled letters, below the content folder. */
export const WORDING_FILE = join(COUNTRY, 'letters', 'wording.json.gz');

/**
 * Reads it; null when there is none.
 *
 * @throws AdviserError `model-invalid` when it is not one
 */
export function loadWordingModel(contentFolder: string): WordingModel | null {
  const path = join(contentFolder, WORDING_FILE);
  if (!existsSync(path)) return null;
  try {
    return WordingModel.parse(JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')));
  } catch (cause) {
    throw new AdviserError('model-invalid', `The model of letters ${path} cannot be read.`, 'Run "npm run train:letters" and commit the model it writes.', { cause });
  }
}
