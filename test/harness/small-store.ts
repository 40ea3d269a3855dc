import { createHash } from 'node:crypto';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AdviserError } from '../../src/domain/adviser-error';
import type { JsonObject } from '../../src/domain/json';
import { openEmbeddedStore } from '../../src/storage/nedb/open-embedded-store';

export const KEY = createHash('sha256').update('a key of the harness').digest();
const stamp = (activity: JsonObject, seq: number): JsonObject => ({ ...activity, id: `c|${seq}` });
const CONVERSATIONS = ['in-its-file', 'in-the-journal'] as const;

/** What a small store was seen to hold. */
export interface Looked {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly attempts: readonly number[];
  /** What it said when it would not open, or a conversation would not. */
  readonly refused: string | null;
  /** How often it told of damage by itself. */
  readonly reports: number;
}

/** What a small store was given. */
export interface Kept {
  /** How many records `looked` lacks at the ends of its conversations and files; null when it holds anything that was never there. */
  missingIn(looked: Looked): number | null;
}

/** Makes a store with two conversations, one of them in the journal alone, and some tries of PINs; as a crash leaves it. */
export async function build(folder: string, records: number): Promise<Kept> {
  const live = `${folder}-live`;
  let store = await openEmbeddedStore({ dataDir: live, key: KEY });
  for (const id of CONVERSATIONS) {
    await store.conversations.create({ id, userId: 'dl_u', startedAt: 1_764_000_000_000 });
    for (let nth = 0; nth < records; nth++) await store.conversations.receive(id, { type: 'message', text: `${id} ${nth} ${'afgørelse '.repeat(nth % 40)}` }, { at: 1_764_000_000_000 + nth, stamp });
    if (id === 'in-its-file') {
      await store.close();
      store = await openEmbeddedStore({ dataDir: live, key: KEY });
    }
  }
  for (let nth = 0; nth < records; nth++) await store.cases.savePinAttempts(referenceOf(nth), { failed: nth + 1, lockedUntil: null, locks: 0 });
  cpSync(live, folder, { recursive: true });
  await store.close();
  rmSync(live, { recursive: true });
  rmSync(join(folder, 'lock.json'));
  return {
    missingIn: ({ texts, attempts }) => {
      let missing = 0;
      for (const id of CONVERSATIONS) {
        const found = texts.get(id) ?? [];
        if (found.some((text, nth) => !text.startsWith(`${id} ${nth} `))) return null;
        missing += records - found.length;
      }
      if (attempts.some((failed, nth) => failed !== nth + 1 && failed !== 0)) return null;
      return missing + records - attempts.filter((failed) => failed > 0).length;
    },
  };
}

const referenceOf = (nth: number): string => `BR-2026-${String.fromCharCode(65 + Math.floor(nth / 7))}AAAA${2 + (nth % 7)}`.replace('I', 'Z').replace('L', 'X').replace('O', 'Y');

/** The files whose lines are records, below the store's folder. */
export function filesOf(folder: string): string[] {
  const journals = readdirSync(join(folder, 'journal')).filter((name) => name.endsWith('.log')).map((name) => join('journal', name));
  return [join('conversations', 'in-its-file.db'), ...journals, 'pin-attempts.db'];
}

/** Opens a store and reads all of it. */
export async function look(folder: string, records = 40): Promise<Looked> {
  let reports = 0;
  const texts = new Map<string, readonly string[]>();
  try {
    const store = await openEmbeddedStore({ dataDir: folder, key: KEY, report: () => (reports += 1) });
    try {
      for (const id of CONVERSATIONS) {
        if ((await store.conversations.find(id)) === null) continue;
        texts.set(id, (await store.conversations.activitiesAfter(id, 0)).map(({ activity }) => String(activity.text)));
      }
      const attempts: number[] = [];
      for (let nth = 0; nth < records; nth++) attempts.push((await store.cases.pinAttempts(referenceOf(nth))).failed);
      return { texts, attempts, refused: null, reports };
    } finally {
      await store.close();
    }
  } catch (fault) {
    if (!(fault instanceof AdviserError)) throw fault;
    return { texts, attempts: [], refused: fault.message, reports };
  }
}
