import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openEmbeddedStore } from '../../../src/storage/nedb/open-embedded-store';
import { secretBox } from '../../../src/storage/secret-box';
import type { Row } from '../row';
import { KEY } from '../small-store';

const AT = 1_764_000_000_000;

export const versions: Row = {
  id: 'C21',
  what: 'data of an older version, and of a newer one: read, and what is unknown stays',
  run: async ({ folder }) => {
    const dataDir = join(folder, 'data');
    const box = secretBox(KEY);
    const write = (file: string, docs: readonly object[]): void => writeFileSync(join(dataDir, file), docs.map((doc) => `${box.seal(JSON.stringify(doc))}\n`).join(''), { mode: 0o600 });
    // As the first version left it: no journal, a mark for what waits; with fields and a line that a later one may add.
    for (const name of ['conversations', 'unanswered', 'uploads']) mkdirSync(join(dataDir, name), { recursive: true });
    write('conversations/old.db', [
      { _id: 'head', kind: 'head', userId: 'dl_old', startedAt: AT, mood: 'calm' },
      { _id: '0000001', kind: 'message', seq: 1, at: AT, clientId: 'a', body: JSON.stringify({ type: 'message', text: 'gammel', later: { field: true } }), weight: 7 },
      { _id: 'note-1', kind: 'note', text: 'of a kind nobody knows yet' },
      { _id: 'turn-0000001', kind: 'turn', answers: 1, firstSeq: 2, at: AT, bodies: [JSON.stringify({ type: 'message', text: 'svar' })], state: '{"topic":"hours","later":1}' },
      { _id: '0000003', kind: 'message', seq: 3, at: AT, clientId: null, body: JSON.stringify({ type: 'message', text: 'venter' }) },
    ]);
    writeFileSync(join(dataDir, 'unanswered', 'old'), '');
    const open = () => openEmbeddedStore({ dataDir, key: KEY });
    let store = await open();
    const waiting = (await store.conversations.unanswered()).map(({ seq }) => seq);
    await store.conversations.completeTurn('old', { answers: 3, replies: [], state: { ...(await store.conversations.state('old')), n: 2 } }, { at: AT, stamp: (activity) => activity });
    await store.close();
    store = await open();
    const [first] = await store.conversations.activitiesAfter('old', 0);
    const state = await store.conversations.state('old');
    const answered = (await store.conversations.unanswered()).length === 0;
    const unknownConversation = await keepsUnknown(join(dataDir, 'conversations/old.db'), ['"mood":"calm"', '"weight":7', 'note-1']);
    await store.close();
    const files = readdirSync(dataDir);
    const pass = waiting.join() === '3' && answered && unknownConversation && z.looseObject({ later: z.object({ field: z.literal(true) }) }).safeParse(first?.activity).success && state.later === 1 && state.n === 2 && files.includes('journal');
    return { pass, figures: { waiting: waiting.join(), answered, unknownKept: unknownConversation } };
  },
};

async function keepsUnknown(file: string, words: readonly string[]): Promise<boolean> {
  const box = secretBox(KEY);
  const plain = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => box.open(line)).join('\n');
  return words.every((word) => plain.includes(word));
}
