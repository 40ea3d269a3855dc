import { ActivityTypes, DeliveryModes, TurnContext, type Activity, type ConversationReference, type InvokeResponse } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { ConversationStore, StoredActivity } from '../domain/conversations/conversation-store';
import type { JsonObject } from '../domain/json';
import type { ChannelAdapter } from './channel-adapter';
import { asActivity, asJson, CHANNEL_PREFIX, cleaned, type ChannelActivity, stampIncoming, stampReply, storeIdOf, userIdOf } from './channel-activity';
import type { DirectLineLog, LentTurn } from './direct-line';
import { logged } from './direct-line/direct-line-options';
import { faultCode } from './direct-line/port';
import { TurnQueue } from './direct-line/turn-queue';

export interface ChannelTurnOptions {
  readonly appId: string;
  readonly store: ConversationStore;
  readonly bot: (context: TurnContext, turn: LentTurn) => Promise<void>;
  /** Says to the user that a turn failed. */
  readonly onTurnError: (context: TurnContext, turn: LentTurn, fault: unknown) => Promise<void>;
  /** Takes out of an activity what must not be kept. */
  readonly clean: (activity: JsonObject) => JsonObject;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: DirectLineLog;
}

/** Turns of channels that are not ours: kept in the same store, one at a time in a conversation; replies go out once they are kept. */
export class ChannelTurns {
  private readonly queue = new TurnQueue();
  /** From which reply on an answer is kept and could not be sent: a channel that sends its message again gets the rest. */
  private readonly unsent = new Map<string, number>();
  /** Messages that waited when it was last looked. */
  private waited: ReadonlySet<string> = new Set();

  constructor(
    private readonly options: ChannelTurnOptions,
    private readonly adapter: ChannelAdapter,
  ) {}

  /** Keeps an activity and answers it; what a channel sends a second time is answered once. `request`: under which id it is logged. */
  async take(sender: AuthenticateRequestResult, activity: ChannelActivity, request: string): Promise<InvokeResponse | undefined> {
    const { store, now } = this.options;
    const id = storeIdOf(activity);
    const plain = cleaned(activity, this.options.clean);
    let answer: InvokeResponse | undefined;
    await this.alone(id, async () => {
      if (!(await store.find(id))) await store.create({ id, userId: userIdOf(activity), startedAt: now() });
      if (activity.type === ActivityTypes.ConversationUpdate) {
        answer = await this.turn(sender, id, plain, null, request);
        return;
      }
      const at = now();
      const kept = await store.receive(id, plain, { at, ...(activity.id === undefined ? {} : { clientId: activity.id }), stamp: stampIncoming(at) });
      answer = kept.fresh ? await this.turn(sender, id, plain, kept.seq, request) : await this.again(sender, id, plain, kept);
    });
    return answer;
  }

  /** Answers what was kept and not answered before the last stop; gives its number. `left`: only what waited at the last look as well, which no node has come to since. */
  async resume(which: 'all' | 'left' = 'all'): Promise<number> {
    const unanswered = await this.options.store.unanswered();
    const waited = this.waited;
    this.waited = new Set(unanswered.map(({ conversationId, seq }) => `${conversationId}|${seq}`));
    const waiting = unanswered.filter(({ conversationId, seq }) => conversationId.startsWith(CHANNEL_PREFIX) && !this.queue.has(conversationId) && (which === 'all' || waited.has(`${conversationId}|${seq}`)));
    for (const { conversationId, seq, activity } of waiting) {
      // Whoever waited for the replies in the answer to its request is gone; they go to its address.
      const later = { ...activity, deliveryMode: DeliveryModes.Normal };
      this.alone(conversationId, async () => {
        // Another node may have answered it since.
        const waits = (await this.options.store.waiting(conversationId)).some((each) => each.seq === seq);
        if (waits) await this.turn(this.adapter.asBot(this.options.appId), conversationId, later, seq, null);
      })
        .catch((fault: unknown) => this.options.log.error('channel-turn-failed', { conversation: conversationId, code: faultCode(fault) ?? 'unknown' }));
    }
    return waiting.length;
  }

  /** Resolves when every turn that was begun is done. */
  close(): Promise<void> {
    return this.queue.idle();
  }

  /** Of one conversation one turn at a time, over all nodes. */
  private alone(id: string, turn: () => Promise<void>): Promise<void> {
    return this.queue.run(id, () => this.options.store.alone(id, turn));
  }

  private async turn(sender: AuthenticateRequestResult, id: string, incoming: JsonObject, answers: number | null, request: string | null): Promise<InvokeResponse | undefined> {
    const { store, log, now } = this.options;
    const began = performance.now();
    const before = await store.state(id);
    return this.adapter.run(sender, asActivity(incoming), async (context) => {
      const { outbox, open } = holdBack(context);
      const lend = (): LentTurn => ({ state: structuredClone(before), request, eraseAfterTurn: false, activities: () => store.activitiesAfter(id, 0) });
      let turn = lend();
      try {
        await this.options.bot(context, turn);
      } catch (fault) {
        log.error('turn-failed', { conversation: id, fault: fault instanceof Error ? fault.name : 'unknown', ...logged(request) });
        outbox.length = 0;
        turn = lend();
        await this.options.onTurnError(context, turn, fault);
        turn.state = before;
        turn.eraseAfterTurn = false;
      }
      const at = now();
      await store.completeTurn(id, { answers, replies: asJson(outbox), state: turn.state }, { at, stamp: stampReply(at) });
      open();
      await this.send(context, id, answers, outbox);
      if (turn.eraseAfterTurn) await store.erase(id);
      log.info('turn', { conversation: id, ms: Math.round(performance.now() - began), replies: outbox.length, ...logged(request) });
    });
  }

  /** The replies of a message that came before, for a channel that did not get them. */
  private async again(sender: AuthenticateRequestResult, id: string, incoming: JsonObject, { seq }: StoredActivity): Promise<InvokeResponse | undefined> {
    const place = this.unsent.get(`${id}|${seq}`);
    const wanted = incoming.deliveryMode === DeliveryModes.ExpectReplies || place !== undefined;
    const after = wanted && incoming.id !== undefined ? await this.options.store.activitiesAfter(id, seq) : [];
    const replies = after.filter(({ activity }) => activity.replyToId === incoming.id).map(({ activity }) => asActivity(activity));
    return this.adapter.run(sender, asActivity(incoming), (context) => this.send(context, id, seq, replies, place));
  }

  private async send(context: TurnContext, id: string, seq: number | null, replies: readonly Partial<Activity>[], from = 0): Promise<void> {
    const key = `${id}|${seq}`;
    // Whoever takes over finds her by it (hand-off protocol: relatesTo).
    const relatesTo = TurnContext.getConversationReference(context.activity) as ConversationReference;
    for (const [place, reply] of replies.entries()) {
      if (place < from) continue;
      try {
        await context.sendActivity(reply.name === 'handoff.initiate' ? { ...reply, relatesTo } : { ...reply });
      } catch (fault) {
        // Some channels know no events: then the case is at the adviser's all the same, and the words go on.
        if (reply.type !== ActivityTypes.Event) {
          this.unsent.set(key, place);
          throw fault;
        }
        this.options.log.warn('channel-event-refused', { conversation: id });
      }
    }
    this.unsent.delete(key);
  }
}

/** Gathers what the bot sends until it is kept; `open` lets through what is sent from then on. */
function holdBack(context: TurnContext): { readonly outbox: Partial<Activity>[]; readonly open: () => void } {
  const outbox: Partial<Activity>[] = [];
  let held = true;
  context.onSendActivities(async (_context, activities, next) => {
    if (!held || activities.every(({ type }) => type === ActivityTypes.Typing)) return next();
    outbox.push(...activities);
    return activities.map(() => ({ id: '' }));
  });
  return { outbox, open: () => (held = false) };
}
