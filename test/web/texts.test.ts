import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const ROOT = join(__dirname, '../..');
const filesBelow = (folder: string, ending: RegExp) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name)).map((name) => join(ROOT, folder, name));

/** The ids of texts that sources name in these ways. */
function named(folder: string, files: RegExp, ways: readonly RegExp[]): string[] {
  return filesBelow(folder, files).flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return ways.flatMap((way) => [...source.matchAll(way)].flatMap(([, id]) => (id === undefined ? [] : [id])));
  });
}

// Said by a name that is worked out: statuses, endings, faults, entries of the menu, who spoke.
const WORKED_OUT = `connecting online lost ended deleted delete-failed idle too-long not-sent file-wrong-kind file-too-large file-empty
  said-you said-bot new language-switch print copy delete delete-and-close copied copy-failed`.split(/\s+/);
const WAYS = [/\bsay\('([a-z-]+)'/g, /\bfault: '([a-z-]+)'/g, /return '((?:file|too)-[a-z-]+)'/g];
const windowIds = new Set([...WORKED_OUT, ...named('src/web', /\.tsx?$/, WAYS)]);
const pageIds = new Set(named('src/server', /^page-.*\.ts$/, [/(?<!content\.)\bsay\('([a-z-]+)'/g, /`page\.([a-z-]+)`/g]));

const Phrases = z.record(z.string(), z.looseObject({ text: z.string().min(1) }));
const phrases = (language: string): Readonly<Record<string, { text: string }>> =>
  Object.assign({}, ...filesBelow('content', new RegExp(`(^|/)${language}/[^/]+\\.yaml$`)).map((file) => Phrases.parse(parse(readFileSync(file, 'utf8')))));

test.each(['da', 'en'])('every text that the window and the page name stands in the content, in %s', (language) => {
  expect(windowIds.size).toBeGreaterThan(45);
  expect(pageIds.size).toBeGreaterThan(15);
  const known = phrases(language);
  const missing = [...[...windowIds].map((id) => `window.${id}`), ...[...pageIds].map((id) => `page.${id}`), 'notice'].filter((id) => !(id in known));
  expect(missing).toEqual([]);
});

test.each(['da', 'en'])('what is said with a value has a place for it, in %s', (language) => {
  const known = phrases(language);
  const places = { 'said-bot': 'time', 'said-you': 'time', 'message-title-new': 'n', download: 'name', 'file-message': 'names' };
  for (const [id, value] of Object.entries(places)) expect(known[`window.${id}`]?.text).toContain(`{${value}}`);
});
