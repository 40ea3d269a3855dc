import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { signOperatorToken } from '../../src/server/operator-token';
import { Tokens } from '../../src/channels/direct-line/tokens';
import { deriveKey, loadSecretKey } from '../../src/storage/secret-key';
import { ASKS, type Found, type Stored } from './check';
import type { Client } from './client';
import { newAgent, send } from './http';
import { readHistory } from './history';

/** Taking stock is no promise to a citizen: after a long run, on a machine with more to do, it may take its time. */
const PATIENCE_MS = 60_000;

const Kept = z.looseObject({
  id: z.string(),
  type: z.string(),
  name: z.string().optional(),
  text: z.string().default(''),
  timestamp: z.string(),
  replyToId: z.string().nullable().default(null),
  from: z.looseObject({ role: z.string() }),
  channelData: z.looseObject({ clientActivityID: z.string().optional() }).optional(),
});
/** The event by which a citizen has all of it erased; it is gone with the conversation. */
const ERASE = 'conversation.erase';
/** When nothing was answered for so long, nothing will be; a loaded machine takes its time over the files. */
const ANSWERED_WITHIN_MS = 60_000;

/** Everything that the server has of what the clients began, once every message in it has been answered, or no more answers come. */
export async function survey(url: string, dataDir: string, clients: readonly Client[]): Promise<Found> {
  const { key } = loadSecretKey({ secretKey: null, secretKeyFile: null, dataDir });
  const tokens = new Tokens(deriveKey(key, 'direct-line-token'), Date.now);
  const conversations = new Map<string, readonly Stored[] | null>();
  const agent = newAgent();
  let deadline = performance.now() + ANSWERED_WITHIN_MS;
  for (const client of clients) {
    for (const id of client.conversations) {
      for (let left = Infinity; ; ) {
        const stored = await storedOf(url, id, tokens.issue(id, 'harness'), agent);
        conversations.set(id, stored);
        const waiting = unansweredIn(stored);
        const isLate = performance.now() > deadline;
        // As long as answers come, however slowly, the next may still come.
        if (waiting < left && !isLate) deadline = performance.now() + ANSWERED_WITHIN_MS;
        left = waiting;
        if (waiting === 0 || isLate) break;
        await new Promise((wake) => setTimeout(wake, 50));
      }
    }
  }
  const listed = await send(`${url}/api/cases`, { agent, timeoutMs: PATIENCE_MS, headers: { authorization: `Bearer ${signOperatorToken(key, Date.now())}` } });
  agent.destroy();
  const { cases } = z.object({ cases: z.array(z.looseObject({ reference: z.string() })) }).parse(JSON.parse(listed.body));
  return { conversations, cases: cases.map(({ reference }) => reference) };
}

async function storedOf(url: string, id: string, token: string, agent: ReturnType<typeof newAgent>): Promise<readonly Stored[] | null> {
  const began = performance.now();
  const ask = () => send(`${url}/v3/directline/conversations/${id}/activities?watermark=`, { agent, timeoutMs: PATIENCE_MS, headers: { authorization: `Bearer ${token}` } });
  let answer = await ask();
  // A store that was away a moment ago may still say so.
  while (answer.status === 503 && performance.now() - began < PATIENCE_MS) {
    await new Promise((wake) => setTimeout(wake, 200));
    answer = await ask();
  }
  const { status, body } = answer;
  if (status === 404) return null;
  if (status !== 200) throw new Error(`The conversation could not be read: ${status} ${body}`);
  const { activities } = z.object({ activities: z.array(Kept) }).parse(JSON.parse(body));
  return activities.map(({ id: activityId, type, name, text, timestamp, replyToId, from, channelData }) => ({ id: activityId, type: name === ERASE ? 'erase' : type, text, timestamp, replyToId, fromUser: from.role === 'user', key: from.role === 'user' ? (channelData?.clientActivityID ?? null) : null }));
}

function unansweredIn(stored: readonly Stored[] | null): number {
  const answered = new Set(stored?.map(({ replyToId }) => replyToId));
  return (stored ?? []).filter(({ id, type, fromUser }) => fromUser && ASKS.has(type) && !answered.has(id)).length;
}

export const historiesOf = (clients: readonly Client[]) => clients.map(({ history }) => readHistory(history.path));

/** The points that were passed at least once. */
export const pointsSeen = (file: string): string[] => [...new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))];
