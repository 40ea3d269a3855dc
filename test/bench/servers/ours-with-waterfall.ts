import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Storage, StoreItems } from 'botbuilder';
import { createDirectLine } from '../../../src/channels/direct-line';
import type { Json, JsonObject } from '../../../src/domain/json';
import { maskActivity } from '../../../src/domain/privacy/personal-data';
import { createLog } from '../../../src/server/log';
import { createServer } from '../../../src/server/server';
import { openEmbeddedStore } from '../../../src/storage/nedb/open-embedded-store';
import { deriveKey } from '../../../src/storage/secret-key';
import { waterfallBot } from '../waterfall';

/** The peer's bot in our channel, on our store: its state is the turn's memory. */
async function main(): Promise<void> {
  const key = deriveKey(new Uint8Array(32), 'bench');
  const store = await openEmbeddedStore({ dataDir: join(process.env.DATA_DIR ?? '.data'), key });
  const log = createLog('silent');
  const server = createServer({ log });
  let url = '';
  const directLine = createDirectLine({
    store: store.conversations,
    bot: async (context, turn) => {
      const { id } = context.activity.conversation;
      underWay.set(id, turn);
      try {
        await bot(context);
      } finally {
        underWay.delete(id);
      }
    },
    onTurnError: async (context) => void (await context.sendActivity('sorry')),
    clean: maskActivity,
    tokenKey: key,
    publicUrl: () => url,
    allowedOrigins: [],
    trustProxy: true,
    now: Date.now,
    log,
  });
  directLine.mount(server);
  server.listen(0, '127.0.0.1', () => {
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.stdout.write(`${url}\n`);
  });
  process.on('SIGTERM', () => void directLine.close().then(() => store.close()).then(() => process.exit(0)));
}

/** Memories of the turns under way, by conversation: a storage is told a key, not a turn. */
const underWay = new Map<string, { state: JsonObject }>();

const memories: Storage = {
  read: async (keys) => Object.fromEntries(keys.flatMap((key) => (stateOf(key)[key] === undefined ? [] : [[key, stateOf(key)[key]]]))),
  write: async (changes: StoreItems) => {
    for (const [key, value] of Object.entries(changes)) stateOf(key)[key] = JSON.parse(JSON.stringify(value)) as Json;
  },
  delete: async () => undefined,
};

/** Keys are `<channel>/conversations/<id>/`. */
const stateOf = (key: string): JsonObject => underWay.get(key.split('/')[2] ?? '')?.state ?? {};

const bot = waterfallBot(memories);

void main();
