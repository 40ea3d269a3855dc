import { ActivityTypes, BotAdapter, DeliveryModes, TurnContext, type Activity, type ConversationReference, type ResourceResponse } from 'botbuilder';
import { BOT } from './activity-log';
import { logged, type DirectLineOptions, type LentTurn } from './direct-line-options';
import type { ConversationHead, JsonObject } from './port';

/** What a turn came to, before it is written. */
export interface TurnOutcome {
  readonly replies: readonly JsonObject[];
  readonly state: JsonObject;
  readonly erase: boolean;
}

/** Where the replies of a turn are gathered. */
const OUTBOX = Symbol('direct-line.outbox');

/**
 * Runs the bot for one activity and gathers what it says: nothing is sent before the whole turn can be written. Only
 * `typing` goes out at once, since it is never kept.
 */
export class DirectLineAdapter extends BotAdapter {
  constructor(
    private readonly options: Pick<DirectLineOptions, 'store' | 'bot' | 'onTurnError' | 'log'>,
    private readonly sendNow: (conversationId: string, activity: JsonObject) => void,
  ) {
    super();
  }

  /** A bot that throws has changed nothing: its half of a memory is dropped, and the citizen is told. */
  async runTurn(conversationId: string, incoming: JsonObject, request: string | null): Promise<TurnOutcome> {
    const before = await this.options.store.state(conversationId);
    try {
      return await this.attempt({ conversationId, request, before }, incoming, (context, turn) => this.runMiddleware(context, (running) => this.options.bot(running, turn)));
    } catch (fault) {
      this.options.log.error('turn-failed', { conversation: conversationId, fault: fault instanceof Error ? fault.name : 'unknown', ...logged(request) });
      const told = await this.attempt({ conversationId, request, before }, incoming, (context, turn) => this.options.onTurnError(context, turn, fault));
      return { ...told, state: before, erase: false };
    }
  }

  async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const outbox = context.turnState.get<JsonObject[]>(OUTBOX);
    for (const activity of activities) {
      const plain = asJson(activity);
      if (activity.type === ActivityTypes.Typing) this.sendNow(context.activity.conversation.id, plain);
      else outbox.push(plain);
    }
    return activities.map(() => ({ id: '' }));
  }

  /** Nothing that was said is taken back in this channel. */
  async updateActivity(_context: TurnContext, _activity: Partial<Activity>): Promise<void> {
    throw new Error('Direct Line keeps what was said.');
  }

  async deleteActivity(_context: TurnContext, _reference: Partial<ConversationReference>): Promise<void> {
    throw new Error('Direct Line keeps what was said.');
  }

  /** A turn begins with what a citizen sends; nobody else can begin one here. */
  async continueConversation(): Promise<void> {
    throw new Error('Direct Line runs turns for activities only.');
  }

  private async attempt({ conversationId, request, before }: { conversationId: string; request: string | null; before: JsonObject }, incoming: JsonObject, run: (context: TurnContext, turn: LentTurn) => Promise<void>): Promise<TurnOutcome> {
    // Whatever the client says of them: nobody is called back in this channel, and replies always go out by the stream.
    const here = { recipient: { ...BOT }, serviceUrl: '', deliveryMode: DeliveryModes.Normal };
    const context = new TurnContext(this, { ...incoming, ...here } as Partial<Activity> as Activity);
    const turn: LentTurn = { state: structuredClone(before), request, eraseAfterTurn: false, activities: () => this.options.store.activitiesAfter(conversationId, 0) };
    const outbox: JsonObject[] = [];
    context.turnState.set(OUTBOX, outbox);
    await run(context, turn);
    return { replies: outbox, state: turn.state, erase: turn.eraseAfterTurn };
  }
}

/** The turn that begins a conversation: the citizen has come. */
export function arrival(head: ConversationHead, at: number, locale: string | undefined): JsonObject {
  return {
    type: ActivityTypes.ConversationUpdate,
    id: `${head.id}|arrival`,
    timestamp: new Date(at).toISOString(),
    channelId: 'directline',
    conversation: { id: head.id },
    from: { id: head.userId, role: 'user' },
    membersAdded: [{ id: head.userId }],
    ...(locale === undefined ? {} : { locale }),
  };
}

/** A copy without what JSON cannot hold. What was written as JSON is JSON: a check of it would be the dearest step of the channel. */
const asJson = (activity: Partial<Activity>): JsonObject => JSON.parse(JSON.stringify(activity)) as JsonObject;

