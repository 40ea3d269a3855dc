import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WORDING_FILE } from '../content/load-wording-model';
import { trainWording } from '../domain/letters/train-wording';
import { labelledLetters } from './letters/labelled-letters';

/** `npm run train:letters -- FOLDER …`: learns what wordings tell the kind of a letter, from folders of labelled letters. */
const folders = process.argv.slice(2);
const letters = folders.flatMap((folder) => labelledLetters(folder));
if (letters.length === 0) {
  console.error('no-letters: No labelled letters were found. Name folders that hold NAME.txt beside NAME.json.');
  process.exitCode = 2;
} else {
  const model = trainWording(letters.map(({ text, gold }) => ({ text, kind: gold.kind })));
  const bytes = gzipSync(JSON.stringify(model), { level: 9 });
  const path = join(process.env.CONTENT_DIR ?? 'content', WORDING_FILE);
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
  console.log(JSON.stringify({ letters: letters.length, wordings: model.wordings.split('|').length, bytes: bytes.length }));
}
