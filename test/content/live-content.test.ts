import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Content } from '../../src/content/content';
import { LiveContent } from '../../src/content/live-content';
import { loadContent } from '../../src/content/load-content';
import { takeParsedFrom } from '../../src/content/yaml-file';
import type { AdviserError } from '../../src/domain/adviser-error';
import { removeTemporaryContent, temporaryContent, type TemporaryContent } from './temporary-content';

const OWN = 'nordby/da/adviser.yaml';
/** A change is live within this, in milliseconds. */
const WITHIN = 2_000;

let live: LiveContent | null = null;
let changes: Happening<Content>;
let faults: Happening<AdviserError>;

afterEach(() => {
  live?.close();
  removeTemporaryContent();
});

/** What a callback was told, and the next thing it will be. */
class Happening<Told> {
  readonly all: Told[] = [];
  private waiting: ((told: Told) => void) | null = null;
  readonly tell = (told: Told): void => {
    this.all.push(told);
    this.waiting?.(told);
  };
  next(): Promise<Told> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`Nothing within ${WITHIN} ms.`)), WITHIN);
      this.waiting = (told) => {
        clearTimeout(late);
        resolve(told);
      };
    });
  }
}

function watched(content: TemporaryContent): LiveContent {
  changes = new Happening();
  faults = new Happening();
  live = new LiveContent({ ...content, onChange: changes.tell, onFault: faults.tell });
  live.watch();
  return live;
}

const said = (content: Content) => content.say('human', 'da', { reach: '' }).bubbles[0];

test('a change is live within two seconds', async () => {
  const copy = temporaryContent();
  const content = watched(copy);
  const before = content.current().version;
  const changed = changes.next();
  copy.edit(OWN, (text) => text.replace('Ring til os', 'Ring bare'));
  expect((await changed).version).not.toBe(before);
  expect(said(content.current())).toContain('Ring bare');
});

test('a broken file never goes live: what was said is kept, the fault is told once, and mending it is enough', async () => {
  const copy = temporaryContent();
  const content = watched(copy);
  const before = content.current();
  const told = faults.next();
  copy.edit(OWN, (text) => text.replace('actions:', 'buttons:'));
  expect(await told).toMatchObject({ code: 'content-invalid', message: expect.stringContaining(`${copy.folder}/${OWN}:6: "human" has the unknown key "buttons". Permitted:`) });
  expect(content.current()).toBe(before);

  // While it is broken, a good change elsewhere does not go live either: the files hold together or not at all.
  const again = faults.next();
  copy.edit('nordby/departments.yaml', (text) => text.replace('bådplads', 'båd'));
  await again;
  expect(content.current()).toBe(before);

  const mended = changes.next();
  copy.edit(OWN, (text) => text.replace('buttons:', 'actions:').replace('Ring til os', 'Ring nu'));
  await mended;
  expect(said(content.current())).toContain('Ring nu');
  expect(content.current().departments[0]?.dealsWith).toEqual(['båd']);
  expect(faults.all).toHaveLength(2);
});

test('taking a fault back is told, so that the log does not end with it', async () => {
  const copy = temporaryContent();
  const content = watched(copy);
  const { version } = content.current();
  const told = faults.next();
  copy.edit(OWN, (text) => `${text}x`);
  await told;
  const mended = changes.next();
  copy.edit(OWN, (text) => text.slice(0, -1));
  expect((await mended).version).toBe(version);
});

test('a file that is written in steps is read once, when it is whole', async () => {
  const copy = temporaryContent();
  watched(copy);
  const changed = changes.next();
  copy.write(OWN, '');
  copy.write(OWN, 'human:\n');
  copy.write(OWN, 'human: { text: "{adviser.phone} {reach}", values: [reach], facts: [N1], source: x, checked: 2026-11-01 }\n');
  expect(said(await changed)).toBe('11 22 33 44 ');
  expect(faults.all).toEqual([]);
});

test('a new file, a removed one and a folder put in the place of another are seen', async () => {
  const copy = temporaryContent();
  const content = watched(copy);
  const added = changes.next();
  for (const language of ['da', 'en']) copy.write(`nordby/${language}/more.yaml`, 'more:\n  text: Mere\n');
  await added;
  expect(content.current().has('more')).toBe(true);

  const removed = changes.next();
  for (const language of ['da', 'en']) copy.remove(`nordby/${language}/more.yaml`);
  await removed;
  expect(content.current().has('more')).toBe(false);

  // As a deployment does: our watchers now watch a folder that is gone.
  const replaced = changes.next();
  const other = join(copy.folder, 'incoming');
  cpSync(join(copy.folder, 'nordby'), other, { recursive: true });
  copy.edit('incoming/da/adviser.yaml', (text) => text.replace('Ring til os', 'Ring snart'));
  renameSync(join(copy.folder, 'nordby'), join(copy.folder, 'outgoing'));
  renameSync(other, join(copy.folder, 'nordby'));
  await replaced;
  expect(said(content.current())).toContain('Ring snart');
});

test('a folder that goes away is a fault, and the talk goes on', async () => {
  const copy = temporaryContent();
  const content = watched(copy);
  const told = faults.next();
  rmSync(join(copy.folder, 'nordby'), { recursive: true });
  expect(await told).toMatchObject({ code: 'content-invalid', remedy: expect.stringContaining('Set MUNICIPALITY') });
  expect(said(content.current())).toContain('Ring til os');
});

test('content with a fault does not start', () => {
  const copy = temporaryContent();
  copy.edit(OWN, (text) => text.replace('actions:', 'buttons:'));
  expect(() => new LiveContent(copy)).toThrow(expect.objectContaining({ code: 'content-invalid' }));
});

test('what was parsed beforehand is said for those bytes and no others, and is checked like any file', () => {
  const copy = temporaryContent();
  const parsed = join(copy.folder, 'parsed-content.json');
  const parsedAs = (value: unknown) => {
    const hash = createHash('sha256').update(readFileSync(join(copy.folder, OWN))).digest('hex');
    writeFileSync(parsed, JSON.stringify({ [hash]: value }));
    takeParsedFrom(parsed);
  };
  const beforehand = parse(readFileSync(join(copy.folder, OWN), 'utf8').replace('Ring til os', 'Ring beforehand')) as object;
  try {
    parsedAs(beforehand);
    expect(said(loadContent(copy))).toContain('Ring beforehand');
    copy.edit(OWN, (text) => text.replace('Ring til os', 'Ring bare'));
    expect(said(loadContent(copy))).toContain('Ring bare');
    parsedAs({ ...beforehand, human: { text: 7 } });
    expect(() => loadContent(copy)).toThrow(/adviser\.yaml:\d+: /);
  } finally {
    takeParsedFrom(join(copy.folder, 'none.json'));
  }
});
