import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../src/content/load-content';
import { readContent } from '../../src/content/read-content';
import { LANGUAGES } from '../../src/domain/language';
import { TOPICS } from '../../src/domain/topics/topic';
import { removeTemporaryContent, temporaryContent } from './temporary-content';

const FOLDER = join(__dirname, '../../content');

afterEach(removeTemporaryContent);

test('the content that we ship is as it should be', () => {
  const content = loadContent({ folder: FOLDER, municipality: 'ishoj' });
  expect(content.fact('adviser.phone', 'da')).toBe('20 21 89 88');
  expect(content.departments.length).toBeGreaterThan(10);
});

test('every fact S1 to S39 of the municipality\'s page is to be stated', () => {
  const { toBeStated } = readContent({ folder: FOLDER, municipality: 'ishoj' });
  expect(Object.keys(toBeStated?.value ?? {})).toEqual(Array.from({ length: 39 }, (_, index) => `S${index + 1}`));
});

test.each(LANGUAGES)('every topic has a choice by which it can be offered, in %s', (language) => {
  const content = loadContent({ folder: FOLDER, municipality: 'ishoj' });
  expect(TOPICS.filter((topic) => !['unknown', 'small-talk', 'outside', 'crisis'].includes(topic) && content.label(topic, language) === '')).toEqual([]);
});

test('what is said in the whole country names no municipality', () => {
  for (const language of LANGUAGES) {
    const folder = join(FOLDER, 'denmark', language);
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/Ishøj|Kulturium|20 ?21 ?89 ?88/i);
  }
});

test('another municipality speaks with the country\'s phrases and its own facts', () => {
  const copy = temporaryContent();
  // As the README says: copy the first municipality, then write one's own facts.
  cpSync(join(FOLDER, 'denmark'), join(copy.folder, 'denmark'), { recursive: true, filter: (path) => !path.endsWith('topics') });
  for (const language of LANGUAGES) {
    copy.remove(`denmark/${language}/common.yaml`);
    cpSync(join(FOLDER, 'ishoj', language), join(copy.folder, 'nordby', language), { recursive: true });
  }
  copy.remove('nordby/facts.yaml');
  const { errors } = readContent({ folder: copy.folder, municipality: 'nordby' });
  expect(errors.filter(({ what }) => !/which nobody (fills|knows yet)/.test(what))).toEqual([]);
});
