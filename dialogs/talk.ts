import { ActivityTypes, type Activity, type Attachment, type TurnContext } from 'botbuilder';
import { DateTime } from 'luxon';
import { ZONE } from '../src/domain/calendar';
import { sayDay } from '../src/domain/dates/say-day';
import type { PaperFile } from '../src/domain/complaints/complaint-files';
import type { Content } from '../src/content/content';
import type { TonguePart } from '../src/content/tongues';
import { readYesNo } from '../src/domain/forms/read-yes-no';
import type { Language, Tongue } from '../src/domain/language';
import { yesOrNoSaid } from '../src/domain/topics/tongue-words';
import type { Recognition, Topic } from '../src/domain/topics/topic';
import { turnMemory, type BotMemory } from './bot-memory';
import type { BotServices } from './bot-services';
import { asChoice, replies, type Extras } from './reply';

/** What the citizen said in this turn, read once. */
export interface Heard {
  readonly text: string;
  readonly recognition: Recognition;
  /** The id of the choice whose label she pressed or typed; null when it was none. */
  readonly action: string | null;
  /** Whether it is, to the letter, a choice that stood under the last answer. */
  readonly offered: boolean;
}

type Values = Readonly<Record<string, string>>;

/** One turn of the conversation as the dialogs see it. */
export class Talk {
  /** The topic that the replies of this turn carry (contract § 3). */
  topic: Topic = 'unknown';
  /** The card of her language was said in this turn. */
  introduced = false;
  /** A question of the bot's was dropped at her word in this turn. */
  left = false;
  private readonly said: Partial<Activity>[] = [];
  private readonly asides: Partial<Activity>[] = [];
  private readonly asideLabels: string[] = [];
  /** What is said just now is Danish alone, whatever her tongue: the complaint and its like. */
  onlyDanish = false;
  /** The language without full content in which phrases are said where it has the words; null for none. */
  get tongue(): Tongue | null {
    return this.onlyDanish ? null : this.memory.tongue;
  }
  /** The language of the replies; follows the memory within the turn as well. */
  get language(): Language {
    return this.memory.language;
  }

  constructor(
    readonly context: TurnContext,
    readonly services: BotServices,
    readonly content: Content,
    readonly memory: BotMemory,
    readonly heard: Heard,
  ) {}

  /** Says a phrase of the content; `extras` replace or add to what the phrase brings. */
  async say(id: string, values: Values = {}, extras: Extras = {}): Promise<void> {
    const saying = this.content.say(id, this.language, values, this.tongue);
    const stale = saying.lastChecked;
    const note = stale === null ? [] : this.content.say('last-checked', this.language, { date: this.day(stale) }).bubbles;
    const choices = extras.choices ?? saying.actions.map(({ id: action }) => action);
    const labels = choices.map((action) => this.label(action));
    this.said.push(...replies({ ...saying, bubbles: [...saying.bubbles, ...note] }, labels, this.topic, extras));
  }

  /** Says words put together from several phrases; `id` names the first. */
  compose(id: string, bubbles: readonly string[], extras: Extras = {}): void {
    const labels = (extras.choices ?? []).map((action) => this.label(action));
    this.said.push(...replies({ id, language: this.language, bubbles, actions: [], topic: null, lastChecked: null }, labels, this.topic, extras));
  }

  /** Says a part in a language without full content; false, and nothing said, where it has no words for it. */
  sayInTongue(part: TonguePart, tongue: Tongue, values: Values = {}, choices: readonly string[] = []): boolean {
    const saying = this.content.sayInTongue(part, tongue, values);
    if (saying === null) return false;
    this.said.push(...replies(saying, choices.map((action) => this.label(action)), this.topic, {}));
    return true;
  }

  /** Says something beside the answer: it comes last, and its choices join those of the answer. */
  async aside(id: string, values: Values = {}, choices: readonly string[] = []): Promise<void> {
    const saying = this.content.say(id, this.language, values, this.tongue);
    this.asides.push(...replies(saying, [], this.topic, {}));
    this.asideLabels.push(...choices.map((action) => this.label(action)));
  }

  /** Codes, ids and durations only, never what she wrote; the request that the turn comes from is added. */
  log(level: 'info' | 'warn' | 'error', code: string, fields: Readonly<Record<string, string | number>> = {}): void {
    const { request } = turnMemory(this.context);
    this.services.log(level, code, request === null ? fields : { ...fields, request });
  }

  /** Adds an activity that is no message, an event say. */
  send(activity: Partial<Activity>): void {
    this.said.push(activity);
  }

  /** Keeps a file of ours for her to fetch. */
  async attach(file: PaperFile & { readonly name: string }): Promise<Attachment> {
    return this.services.keepFile(this.context.activity.conversation.id, file);
  }

  /** Nothing was said in this turn yet. */
  get isSilent(): boolean {
    return this.said.length === 0 && this.asides.length === 0;
  }

  /** The phrase that was said first in this turn; null while nothing was. */
  get firstPhrase(): string | null {
    const content: unknown = this.said.find(({ type }) => type === ActivityTypes.Message)?.channelData?.content;
    return typeof content === 'string' ? content : null;
  }

  /** Hands all that was said to the channel. Choices stand under the last message, where a window shows them. */
  async deliver(): Promise<void> {
    const all = [...this.said, ...this.asides];
    const messages = all.filter(({ type }) => type === ActivityTypes.Message);
    const offered = messages.findLast(({ suggestedActions }) => suggestedActions !== undefined)?.suggestedActions?.actions ?? [];
    const last = messages.at(-1);
    for (const message of messages) delete message.suggestedActions;
    const actions = [...this.asideLabels.map(asChoice), ...offered].filter(({ value }, place, list) => list.findIndex((other) => other.value === value) === place);
    if (last && actions.length > 0) last.suggestedActions = { to: [], actions };
    if (messages.length > 0) this.memory.offered = actions.map(({ value }) => String(value));
    if (all.length > 0) await this.context.sendActivities(all);
  }

  /** The words of a phrase, for use inside another. */
  words(id: string, values: Values = {}): string {
    return this.content.say(id, this.language, values, this.tongue).bubbles.join('\n\n');
  }

  /** What a choice is called; ids with a dot-free prefix "=" carry their label themselves (a department's name, say). */
  label(action: string): string {
    return action.startsWith('=') ? action.slice(1) : this.content.label(action, this.language, this.tongue);
  }

  /** Yes or no, in Danish, English or her tongue; null where the words leave doubt. */
  yesOrNo(text: string = this.heard.text): boolean | null {
    const { tongue } = this.memory;
    const words = tongue === null ? null : this.content.wordsOf(tongue);
    return readYesNo(text) ?? (words === null ? null : yesOrNoSaid(text, words));
  }

  /** A moment's day in words, Copenhagen time. */
  day(iso: string): string {
    return sayDay(DateTime.fromISO(iso, { zone: ZONE }), this.language, this.services.now());
  }
}

const TALK = Symbol('talk');

/** Puts the talk on the turn, so that dialogs (which only get the context) find it. */
export function beginTalk(talk: Talk): Talk {
  talk.context.turnState.set(TALK, talk);
  return talk;
}

/** The talk of this turn. */
export function talkOf(context: TurnContext): Talk {
  const talk = context.turnState.get<Talk | undefined>(TALK);
  if (!talk) throw new Error('No talk was begun on this turn.');
  return talk;
}
