import { builtinModules } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

/** Who may import what: of our own folders, and of packages. The longest folder that holds a file decides. */
const RULES: Readonly<Record<string, { ours: readonly string[]; packages: readonly string[]; node?: readonly string[] }>> = {
  'src/domain': { ours: ['src/domain'], packages: ['luxon', 'zod', 'libphonenumber-js', 'snowball-stemmers'] },
  'src/content': { ours: ['src/content', 'src/domain'], packages: ['zod', 'yaml', 'luxon'], node: ['fs', 'path', 'crypto', 'zlib'] },
  dialogs: { ours: ['dialogs', 'src/domain', 'src/content'], packages: ['botbuilder', 'botbuilder-dialogs', 'zod', 'luxon'], node: [] },
  'src/documents': { ours: ['src/documents', 'src/domain'], packages: ['ics', 'luxon', 'zod'] },
  'src/documents/read': { ours: ['src/documents/read', 'src/domain/letters/document-reader', 'src/domain/adviser-error'], packages: ['unpdf', 'mammoth', '@hyzyla/pdfium', 'sharp', 'tesseract.js', 'zod'] },
  'src/documents/write': { ours: ['src/documents/write', 'src/domain'], packages: ['ics', 'luxon', 'zod', 'docx', 'pdfkit', 'fontkit', 'bidi-js', '@expo-google-fonts/noto-sans', '@expo-google-fonts/noto-emoji', '@expo-google-fonts/vazirmatn', 'dejavu-fonts-ttf'], node: ['fs'] },
  'src/storage': { ours: ['src/storage', 'src/domain'], packages: ['nedb-promises', 'pg', 'botbuilder', 'zod'] },
  'src/channels': { ours: ['src/channels', 'src/domain'], packages: ['botbuilder', 'botbuilder-core', 'botframework-connector', 'restify', 'ws', 'zod'] },
  'src/channels/direct-line': {
    // A part that could be published by itself: what it needs of us stands in its own port.ts.
    ours: ['src/channels/direct-line'],
    packages: ['botbuilder', 'botbuilder-core', 'restify', 'ws', 'zod'],
  },
  'src/server': { ours: ['src/server', 'src/domain', 'src/content', 'src/documents/write'], packages: ['restify', 'zod', 'pino', 'preact', 'luxon'] },
  'src/desk': { ours: ['src/desk', 'src/domain', 'src/content'], packages: ['restify', 'zod', 'preact', 'preact-render-to-string', 'luxon', '@node-rs/argon2', 'openid-client'], node: ['crypto', 'http'] },
  'src/notify': { ours: ['src/notify', 'src/domain', 'src/content'], packages: ['nodemailer'] },
  'src/web': { ours: ['src/web'], packages: ['preact'], node: [] },
  'src/cli': { ours: ['src', 'dialogs'], packages: ['*'] },
  'src/main.ts': { ours: ['src', 'dialogs'], packages: ['*'] },
  'src/settings.ts': { ours: ['src/domain'], packages: ['zod'], node: [] },
};

/** Within the ground floor: cases may look at letters, never the other way round. */
const NEVER: readonly (readonly [from: string, to: string])[] = [['src/domain/letters', 'src/domain/cases'], ['src/domain/topics', 'src/domain/cases'], ['src/domain/cases', 'src/domain/desk'], ['src/domain/complaints', 'src/domain/cases']];

interface Import {
  readonly file: string;
  readonly from: string;
}

function sources(): string[] {
  return ['src', 'dialogs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g);
  return [...found].map((match) => ({ file, from: match[1] ?? match[2] ?? match[3] ?? '' }));
}

const ruleOf = (file: string) =>
  Object.entries(RULES)
    .filter(([folder]) => file === folder || file.startsWith(`${folder}/`))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];

const within = (path: string, folders: readonly string[]) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** What is wrong with an import; null when it is allowed. */
function fault({ file, from }: Import): string | null {
  const rule = ruleOf(file);
  if (!rule) return 'stands in a folder that the table does not know';
  if (from.startsWith('.')) {
    const target = relative(ROOT, resolve(ROOT, dirname(file), from));
    if (NEVER.some(([a, b]) => within(file, [a]) && within(target, [b]))) return `may never import ${target}`;
    return within(target, rule.ours) ? null : `may not import ${target}`;
  }
  const bare = from.replace(/^node:/, '');
  if (from.startsWith('node:') || builtinModules.includes(bare)) {
    return rule.node && !rule.node.includes(bare.split('/')[0] ?? bare) ? `may not import ${from}` : null;
  }
  const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? from);
  return rule.packages.includes('*') || rule.packages.includes(name) ? null : `may not import the package ${name}`;
}

const imports = sources().flatMap(importsOf);

test('every import goes down the house, never up or across the rim', () => {
  expect(imports.length).toBeGreaterThan(100);
  expect(imports.flatMap((each) => (fault(each) === null ? [] : [`${each.file} ${fault(each)}`]))).toEqual([]);
});

test('the ground floor reads no clock and no disk', () => {
  const guilty = sources()
    .filter((file) => file.startsWith('src/domain/') && file !== 'src/domain/calendar.ts')
    .filter((file) => /\bDate\.now\(\)|new Date\(\)|DateTime\.(now|local)\(\)|from 'node:fs|process\.env/.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(guilty).toEqual([]);
});

test.each([
  [{ file: 'src/domain/hours/a.ts', from: '../../content/content' }, 'may not import src/content/content'],
  [{ file: 'src/domain/hours/a.ts', from: 'botbuilder' }, 'may not import the package botbuilder'],
  [{ file: 'src/domain/letters/a.ts', from: '../cases/hand-off' }, 'may never import src/domain/cases/hand-off'],
  [{ file: 'src/channels/direct-line/a.ts', from: '../../domain/conversations/conversation-store' }, 'may not import src/domain/conversations/conversation-store'],
  [{ file: 'src/channels/direct-line/a.ts', from: '../lend-memory' }, 'may not import src/channels/lend-memory'],
  [{ file: 'dialogs/a.ts', from: 'node:fs' }, 'may not import node:fs'],
  [{ file: 'dialogs/a.ts', from: '../src/storage/nedb/a' }, 'may not import src/storage/nedb/a'],
  [{ file: 'src/web/a.ts', from: '../server/server' }, 'may not import src/server/server'],
])('the table finds %j', (planted, said) => expect(fault(planted)).toBe(said));

test('every file of the house is kebab-case and in no drawer', () => {
  expect(sources().filter((file) => !/^[a-z0-9-]+(\.[a-z]+)*$/.test(file.split('/').at(-1) ?? '') || /(^|\/)(utils?|helpers|common|shared|misc)(\/|\.)/.test(file))).toEqual([]);
});

test('only named exports', () => {
  expect(sources().filter((file) => /\n\s*export default\b/.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
