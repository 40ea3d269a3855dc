import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { looksLikeLetter } from '../../../src/domain/letters/looks-like-letter';

const DEV = join(__dirname, '../../fixtures/letters/dev');

test('nearly every letter is known as one, and none is passed over', () => {
  const texts = readdirSync(DEV).filter((name) => name.endsWith('.txt')).map((name) => ({ name, text: readFileSync(join(DEV, name), 'utf8') })).filter(({ text }) => text.length >= 400);
  const looks = texts.map(({ text }) => looksLikeLetter(text));
  expect(looks.length).toBeGreaterThan(60);
  expect(looks.filter((each) => each === 'letter').length / looks.length).toBeGreaterThan(0.85);
  expect(texts.filter(({ text }) => looksLikeLetter(text) === 'no').map(({ name }) => name)).toEqual([]);
});

test.each([
  'Hvornår har I åbent?',
  'Jeg har fået en afgørelse fra kommunen, og jeg vil klage. Med venlig hilsen Amira',
  'Jeg har ringet til dem i tre uger. Hver gang siger de noget nyt. '.repeat(12),
])('her own words are none', (text) => expect(looksLikeLetter(text)).toBe('no'));
