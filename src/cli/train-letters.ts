import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadContent } from '../content/load-content';
import { WORDING_FILE } from '../content/load-wording-model';
import { trainWording } from '../domain/letters/train-wording';
import { readSettings } from '../settings';
import { digestOf, knownLetters, lessonsIn } from './letters/known-letters';

/** `npm run train:letters -- FOLDER SET …`: learns how letters of each kind and outcome are worded, from the sets of labelled letters in a folder and from what we wrote there ourselves. */
const [folder = '', ...sets] = process.argv.slice(2);
if (sets.length === 0) {
  console.error('no-letters: No labelled letters were found. Name a folder, and sets of it that hold NAME.txt beside NAME.json.');
  process.exitCode = 2;
} else {
  const lessons = lessonsIn(folder, sets);
  const path = join(process.env.CONTENT_DIR ?? 'content', WORDING_FILE);
  // The words are needed, not what was learnt before, which may be of another form.
  rmSync(path, { force: true });
  const { contentDir, municipality } = readSettings(process.env);
  const { letterWords } = loadContent({ folder: contentDir, municipality });
  const model = trainWording(knownLetters(lessons.letters, letterWords), lessons.sentences);
  const bytes = gzipSync(JSON.stringify({ ...model, learntFrom: digestOf(lessons) }), { level: 9 });
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
  const wordings = Object.fromEntries(Object.entries(model).map(([name, each]) => [name, each.wordings.split('|').length]));
  console.log(JSON.stringify({ letters: lessons.letters.length, sentences: lessons.sentences.length, wordings, bytes: bytes.length }));
}
