import { z } from 'zod';
import { activityId, stampReply } from './activity-log';
import { arrival, DirectLineAdapter, type TurnOutcome } from './adapter';
import { logged, type DirectLineOptions } from './direct-line-options';
import { faultCode, type CompletedTurn, type ConversationHead, type JsonObject, type StoredActivity } from './port';
import type { Streams } from './streams';
import { TurnQueue } from './turn-queue';

/** Waits between tries to write a turn that the store refused. */
const RETRY_MS = [100, 500, 2000, 5000] as const;
/** And from then on. */
const LONG_RETRY_MS = 10_000;

/** Faults of a store that may be well again: the same turn a second time adds nothing. */
const NOT_NOW: ReadonlySet<string> = new Set(['store-failed', 'store-unsure']);
/** What of a turn's faults says nothing of the message. */
const OF_THE_STORE: ReadonlySet<string> = new Set([...NOT_NOW, 'store-corrupt', 'turn-overtaken', 'conversation-unknown']);

/** An activity that this channel stamped. */
const Ours = z.looseObject({ channelId: z.literal('directline'), conversation: z.looseObject({ id: z.string() }) });

/** Runs turns: the bot's replies, its memory and the mark *answered* become one write. */
export class Turns {
  private readonly queue = new TurnQueue();
  private readonly adapter: DirectLineAdapter;
  private stopping = false;
  /** Messages that waited when it was last looked. */
  private waited: ReadonlySet<string> = new Set();
  /** Messages over which the bot has failed in this process. */
  private readonly givenUp = new Set<string>();
  private readonly wakers = new Set<() => void>();

  constructor(
    private readonly options: DirectLineOptions,
    private readonly streams: Streams,
  ) {
    this.adapter = new DirectLineAdapter(options, (conversationId, activity) => streams.sendNow(conversationId, activity));
  }

  /** The turn of a conversation that was just begun. */
  welcome(head: ConversationHead, locale: string | undefined, request: string): void {
    this.runAlone(head.id, async () => {
      const now = await this.options.store.find(head.id);
      if (now && !now.greeted) await this.turn(head.id, arrival(now, this.options.now(), locale), null, null, request);
    });
  }

  /**
   * The turn that answers a message which was kept; before it those that wait still, in their order: they may have come to
   * another node, which has not come to them or is gone. `request`: the one that the message came with, if it came just now.
   */
  answer(conversationId: string, { seq }: Pick<StoredActivity, 'seq'>, request: string | null): void {
    this.runAlone(conversationId, async () => {
      for (const each of await this.options.store.waiting(conversationId)) if (each.seq <= seq) await this.answerOne(conversationId, each, each.seq === seq ? request : null);
    });
  }

  private async answerOne(conversationId: string, { seq, activity }: StoredActivity, request: string | null): Promise<void> {
    const id = activityId(conversationId, seq);
    if (this.givenUp.has(id)) return;
    try {
      await this.turn(conversationId, activity, seq, id, request);
    } catch (fault) {
      const code = faultCode(fault) ?? 'unknown';
      if (OF_THE_STORE.has(code)) throw fault;
      // The bot itself fails over it, its apology too: it keeps the next one from no answer, and has its turn at the next start.
      this.givenUp.add(id);
      this.options.log.error('turn-given-up', { conversation: conversationId, code, ...logged(request) });
    }
  }

  /** Tells the citizen that her message could not be kept; resolves at once. */
  refused(conversationId: string, incoming: JsonObject, fault: unknown): void {
    this.run(conversationId, () => this.apologize(conversationId, incoming, fault));
  }

  /**
   * Runs each message that was kept and that nobody answers: its node was stopped, or has lost the store; gives their number.
   * `left`: only those that waited at the last look as well. What has just come is another node's, which is at it: two that
   * queue up for the same turns would cost each other most when there is most to do.
   */
  async resume(which: 'all' | 'left' = 'all'): Promise<number> {
    const unanswered = await this.options.store.unanswered();
    const waited = this.waited;
    this.waited = new Set(unanswered.map(({ conversationId, seq }) => activityId(conversationId, seq)));
    const isDue = (id: string): boolean => (which === 'all' || waited.has(id)) && !this.givenUp.has(id);
    // A store may serve other channels too; those keep their own ids of conversations in their activities.
    const waiting = unanswered.filter(({ conversationId, seq, activity }) => !this.queue.has(conversationId) && isDue(activityId(conversationId, seq)) && Ours.safeParse(activity).data?.conversation.id === conversationId);
    for (const each of waiting) this.answer(each.conversationId, each, null);
    return waiting.length;
  }

  /** Conversations with turns that run or wait here. */
  get underWay(): number {
    return this.queue.size;
  }

  /** Resolves when every turn that was begun is done. What cannot be written stays unanswered for the next start. */
  async close(): Promise<void> {
    this.stopping = true;
    for (const wake of this.wakers) wake();
    await this.queue.idle();
  }

  /** Runs a turn while no other node runs one of that conversation. */
  private runAlone(conversationId: string, turn: () => Promise<void>): void {
    this.run(conversationId, () => this.options.store.alone(conversationId, turn));
  }

  private run(conversationId: string, turn: () => Promise<void>): void {
    this.queue.run(conversationId, turn).catch((fault: unknown) => {
      const code = faultCode(fault) ?? 'unknown';
      // A conversation erased in the meantime wants no answer any more.
      if (code !== 'conversation-unknown') this.options.log.error('turn-not-written', { conversation: conversationId, code });
    });
  }

  private async turn(conversationId: string, incoming: JsonObject, answers: number | null, replyToId: string | null, request: string | null): Promise<void> {
    const began = performance.now();
    const outcome = await this.adapter.runTurn(conversationId, incoming, request);
    if (outcome.erase) return this.erase(conversationId, outcome, replyToId);
    await this.write(conversationId, { answers, replies: outcome.replies, state: outcome.state }, replyToId, () => this.apologize(conversationId, incoming, null));
    this.options.log.info('turn', { conversation: conversationId, ms: Math.round(performance.now() - began), replies: outcome.replies.length, ...logged(request) });
  }

  /**
   * Writes a turn; tries again until the store takes it, since nobody else would answer the message before the next
   * start. When that takes long, the citizen is told once.
   */
  private async write(conversationId: string, turn: CompletedTurn, replyToId: string | null, tellOfDelay: () => Promise<void>): Promise<void> {
    for (let refused = 0; ; ) {
      try {
        const at = this.options.now();
        await this.options.store.completeTurn(conversationId, turn, { at, stamp: stampReply(conversationId, replyToId, at) });
        return;
      } catch (fault) {
        if (!NOT_NOW.has(faultCode(fault) ?? '')) throw fault;
      }
      refused += 1;
      this.options.log.warn('turn-refused', { conversation: conversationId });
      if (this.stopping) return;
      if (refused === RETRY_MS.length + 1) await tellOfDelay();
      await this.pause(RETRY_MS[refused - 1] ?? LONG_RETRY_MS);
    }
  }

  /** Tells whoever listens what cannot be kept: that the disk takes nothing. */
  private async apologize(conversationId: string, incoming: JsonObject, fault: unknown): Promise<void> {
    const { replies } = await new DirectLineAdapter({ ...this.options, bot: (context, turn) => this.options.onTurnError(context, turn, fault) }, () => undefined).runTurn(conversationId, incoming, null);
    for (const reply of replies) this.streams.sendNow(conversationId, reply);
  }

  /**
   * The last words are said and not kept, and the message stays unanswered until all is gone: were it answered first, a
   * crash in between would leave what the citizen was told is erased.
   */
  private async erase(conversationId: string, { replies }: TurnOutcome, replyToId: string | null): Promise<void> {
    await this.streams.delivered(conversationId);
    const last = (await this.options.store.find(conversationId))?.lastSeq ?? 0;
    const stamp = stampReply(conversationId, replyToId, this.options.now());
    for (const [nth, reply] of replies.entries()) this.streams.sendNow(conversationId, stamp(reply, last + nth + 1));
    await this.options.store.erase(conversationId);
    this.options.log.info('conversation-erased', { conversation: conversationId, replies: replies.length });
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.wakers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.wakers.add(wake);
      if (this.stopping) wake();
    });
  }
}
