import type { ClientEvent } from './history';

/** An activity as the server gives it after the run. */
export interface Stored {
  readonly id: string;
  readonly fromUser: boolean;
  readonly text: string;
  /** The client's own key, on what came from it. */
  readonly key: string | null;
  readonly replyToId: string | null;
  /** The replies of one turn have one. */
  readonly timestamp: string;
  /** `erase`: the wish that all of the conversation be erased. */
  readonly type: string;
}

/** What wants an answer: a message one of words, a wish to erase that nothing of it is left. */
export const ASKS: ReadonlySet<string> = new Set(['message', 'erase']);

/** What was found when all was over: conversations with what is in them (null: gone), and the cases. */
export interface Found {
  readonly conversations: ReadonlyMap<string, readonly Stored[] | null>;
  readonly cases: readonly string[];
}

/** How often each promise was broken; all zero is a pass, but for the counts of what was tried. */
export interface Verdict {
  readonly acknowledged: number;
  readonly failed: number;
  readonly unknown: number;
  /** Acknowledged and not there, or there with another text. */
  readonly lost: number;
  /** There more often than once, retries included. */
  readonly twice: number;
  /** The server said no, and it is there. */
  readonly resurrected: number;
  /** Acknowledged one after another and stored the other way round, or numbers with gaps. */
  readonly outOfOrder: number;
  /** Kept and never answered. */
  readonly unanswered: number;
  /** Answered by more turns than one. */
  readonly answeredTwice: number;
  /** Heard twice, out of order, or with a gap, by a client that gave its watermark. */
  readonly heardWrong: number;
  /** Said to be erased and still there. */
  readonly notErased: number;
  /** A receipt was shown and there is no such case, or two of a conversation's form. */
  readonly casesWrong: number;
}

type Outcome = { readonly key: string; readonly text: string; state: 'open' | 'acknowledged' | 'failed'; id: string | null };

/** Judges a run: a pure function of what the clients wrote down and what is found afterwards. */
export function check(histories: readonly (readonly ClientEvent[])[], found: Found): Verdict {
  const verdict = { acknowledged: 0, failed: 0, unknown: 0, lost: 0, twice: 0, resurrected: 0, outOfOrder: 0, unanswered: 0, answeredTwice: 0, heardWrong: 0, notErased: 0, casesWrong: 0 };
  const receipts = new Set<string>();
  for (const history of histories) {
    for (const conversation of new Set(history.map((each) => each.conversation))) {
      const events = history.filter((each) => each.conversation === conversation);
      for (const each of events) if (each.event === 'receipt') receipts.add(each.reference);
      const stored = found.conversations.get(conversation) ?? null;
      const erased = events.some(({ event }) => event === 'erased');
      if (erased && stored !== null) verdict.notErased += 1;
      if (erased || (stored === null && events.some(({ event }) => event === 'erasing'))) continue;
      judge(events, stored ?? [], verdict);
    }
  }
  const kept = new Set(found.cases);
  for (const reference of receipts) if (!kept.has(reference)) verdict.casesWrong += 1;
  verdict.casesWrong += found.cases.length - kept.size;
  return verdict;
}

function judge(events: readonly ClientEvent[], stored: readonly Stored[], verdict: { -readonly [Name in keyof Verdict]: number }): void {
  const outcomes = outcomesOf(events);
  const places = new Map<string, number[]>();
  stored.forEach(({ key }, place) => {
    if (key !== null) places.set(key, [...(places.get(key) ?? []), place]);
  });
  let last = -1;
  for (const { key, text, state, id } of outcomes) {
    const at = places.get(key) ?? [];
    verdict[state === 'open' ? 'unknown' : state] += 1;
    if (at.length > 1) verdict.twice += 1;
    if (state === 'failed' && at.length > 0) verdict.resurrected += 1;
    if (state !== 'acknowledged') continue;
    const there = stored[at[0] ?? -1];
    if (!there || there.text !== text || there.id !== id) {
      verdict.lost += 1;
      continue;
    }
    if ((at[0] ?? 0) < last) verdict.outOfOrder += 1;
    last = at[0] ?? last;
  }
  verdict.outOfOrder += stored.filter(({ id }, place) => Number(id.split('|')[1]) !== place + 1).length;
  answers(stored, verdict);
  verdict.heardWrong += heardWrong(events, stored);
}

function outcomesOf(events: readonly ClientEvent[]): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const each of events) {
    if (each.event === 'sent' && !outcomes.has(each.key)) outcomes.set(each.key, { key: each.key, text: each.text, state: 'open', id: null });
    const outcome = 'key' in each ? outcomes.get(each.key) : undefined;
    if (!outcome) continue;
    if (each.event === 'acknowledged') Object.assign(outcome, { state: 'acknowledged', id: each.id });
    // An earlier try of the same message may have come through though its answer was lost: then "failed" proves nothing.
    if (each.event === 'failed') outcome.state = events.some((other) => other.event === 'unknown' && other.key === each.key) ? 'open' : 'failed';
  }
  return [...outcomes.values()];
}

/** Every message that is there has the replies of exactly one turn, after it. */
function answers(stored: readonly Stored[], verdict: { unanswered: number; answeredTwice: number }): void {
  // Looked up, not looked for: a long run has conversations by the hundred, of hundreds of activities each.
  const repliesTo = new Map<string, { readonly timestamp: string; readonly at: number }[]>();
  for (const [at, { replyToId, timestamp }] of stored.entries()) {
    if (replyToId !== null) repliesTo.set(replyToId, [...(repliesTo.get(replyToId) ?? []), { timestamp, at }]);
  }
  for (const [place, message] of stored.entries()) {
    if (!message.fromUser || !ASKS.has(message.type)) continue;
    const replies = repliesTo.get(message.id) ?? [];
    const turns = new Set(replies.map(({ timestamp, at }, nth) => `${timestamp} ${at - nth}`));
    if (replies.length === 0 || (replies[0]?.at ?? 0) < place) verdict.unanswered += 1;
    if (turns.size > 1) verdict.answeredTwice += 1;
  }
}

/** A client asks from its watermark on: what it hears has no gap, nothing twice, and all of it is there. */
function heardWrong(events: readonly ClientEvent[], stored: readonly Stored[]): number {
  const heard = events.flatMap((each) => (each.event === 'heard' ? [each.id] : []));
  return heard.filter((id, place) => stored[place]?.id !== id).length;
}
