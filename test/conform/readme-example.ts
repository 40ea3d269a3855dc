import { createServer } from 'restify';
import { createDirectLine, type ConversationHead, type DirectLineStore, type JsonObject, type StoredActivity } from '../../src/channels/direct-line';

/** Keeps conversations as long as the process lives. A real one writes to a disk before its promises resolve. */
export function memoryStore(): DirectLineStore {
  interface Kept { head: ConversationHead; activities: StoredActivity[]; state: JsonObject; waiting: StoredActivity[]; answered: Set<number>; clientIds: Map<string, StoredActivity> }
  const all = new Map<string, Kept>();
  const listeners = new Set<(id: string) => void>();
  const wake = (id: string) => listeners.forEach((listener) => listener(id));
  const get = (id: string): Kept => {
    const kept = all.get(id);
    if (!kept) throw Object.assign(new Error('There is no such conversation.'), { code: 'conversation-unknown' });
    return kept;
  };
  const add = (kept: Kept, activity: JsonObject, stamp: (activity: JsonObject, seq: number) => JsonObject): StoredActivity => {
    const seq = kept.head.lastSeq + 1;
    const stored = { seq, activity: stamp(activity, seq) };
    kept.activities.push(stored);
    kept.head = { ...kept.head, lastSeq: seq };
    return stored;
  };
  return {
    create: async ({ id, userId }) => {
      const head = { id, userId, lastSeq: 0, greeted: false };
      all.set(id, { head, activities: [], state: {}, waiting: [], answered: new Set(), clientIds: new Map() });
      return head;
    },
    find: async (id) => all.get(id)?.head ?? null,
    receive: async (id, activity, { clientId, stamp }) => {
      const kept = get(id);
      const before = clientId === undefined ? undefined : kept.clientIds.get(clientId);
      if (before) return { ...before, fresh: false };
      const stored = add(kept, activity, stamp);
      kept.waiting.push(stored);
      if (clientId !== undefined) kept.clientIds.set(clientId, stored);
      wake(id);
      return { ...stored, fresh: true };
    },
    completeTurn: async (id, { answers, replies, state }, { stamp }) => {
      const kept = get(id);
      if (answers !== null && kept.answered.has(answers)) return [];
      if (answers !== null) kept.answered.add(answers);
      kept.waiting = kept.waiting.filter(({ seq }) => seq !== answers);
      kept.state = state;
      kept.head = { ...kept.head, greeted: true };
      const stored = replies.map((reply) => add(kept, reply, stamp));
      wake(id);
      return stored;
    },
    state: async (id) => get(id).state,
    activitiesAfter: async (id, watermark, limit) => get(id).activities.slice(watermark, limit === undefined ? undefined : watermark + limit),
    unanswered: async () => [],
    waiting: async (id) => all.get(id)?.waiting ?? [],
    // One process, whose turns come one after another: there is nobody to wait for.
    alone: (_id, work) => work(),
    saveUpload: async () => undefined,
    findUpload: async () => null,
    erase: async (id) => (all.delete(id), wake(id)),
    watch: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
  };
}

/** A bot that counts, on a port of its own. Point any Direct Line client's `domain` at `<url>/v3/directline`. */
export function startCountingBot(port: number, tokenKey: Uint8Array): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer();
  let url = '';
  const log = { info: () => undefined, warn: console.warn, error: console.error };
  const directLine = createDirectLine({
    store: memoryStore(),
    bot: async (context, turn) => {
      if (context.activity.type !== 'message') return;
      const count = Number(turn.state.count ?? 0) + 1;
      turn.state = { count };
      await context.sendActivity(`${count}: you said ${context.activity.text}`);
    },
    onTurnError: async (context) => void (await context.sendActivity('Something went wrong. Please try again.')),
    clean: (activity) => activity,
    tokenKey,
    publicUrl: (forwarded) => forwarded ?? url,
    allowedOrigins: ['https://www.example.com'],
    trustProxy: false,
    now: Date.now,
    log,
  });
  directLine.mount(server);
  return new Promise((started) =>
    server.listen(port, '127.0.0.1', () => {
      url = `http://127.0.0.1:${server.address().port}`;
      started({ url, stop: async () => (server.close(), directLine.close()) });
    }),
  );
}
