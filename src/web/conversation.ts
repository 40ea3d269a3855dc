import { readActivity, type Incoming } from './activity';
import type { DirectLineClient, LinkEvents, LinkStatus } from './direct-line-client';
import type { Credentials } from './direct-line-door';
import type { SendResult } from './direct-line-sender';
import { fileFault } from './file-check';
import { localeOf } from './language';
import { messageOf, withMessage, type Delivery, type Message } from './message';
import type { WindowLanguage } from './texts';

/** Why nothing more can be said here, as the id of the text that tells it. */
export type Ending = 'ended' | 'deleted' | 'delete-failed' | 'idle';

/** All that the window shows of a conversation. A new object whenever anything changes. */
export interface ConversationState {
  readonly messages: readonly Message[];
  readonly status: LinkStatus;
  /** What the bot is busy with, in its words; empty when it does not say, null when it is not busy. */
  readonly typing: string | null;
  readonly ending: Ending | null;
  /** The id of a sentence about what the citizen just tried; null when there is nothing to say. */
  readonly fault: string | null;
}

export interface ConversationOptions {
  readonly base: string;
  readonly connect: (events: LinkEvents, resume: Credentials | null, locale: string) => DirectLineClient;
  readonly onChange: (state: ConversationState) => void;
  /** What the bot has just said, to be read aloud; never what was said before the window took the conversation up. */
  readonly onSaid: (message: Message) => void;
  /** To be remembered in this tab; null: to be forgotten. */
  readonly onCredentials: (credentials: Credentials | null) => void;
  readonly now?: () => number;
  readonly drawId?: () => string;
}

/** What a conversation looks like before anything has been said. */
export const EMPTY_STATE: ConversationState = { messages: [], status: 'connecting', typing: null, ending: null, fault: null };

const TYPING_MS = 6000;
const ERASED_WITHIN_MS = 5000;
/** The server takes 64 kB a message; this leaves room for what stands around the words. */
const MOST_TEXT_BYTES = 60_000;

/** One talk with the bot, from the window's side: what stands in it, and what the citizen can do to it. */
export class Conversation {
  private state = EMPTY_STATE;
  private client: DirectLineClient | null = null;
  private resumed = false;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private erasureTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly sending = new Map<string, (client: DirectLineClient) => Promise<SendResult>>();
  private readonly now: () => number;

  constructor(
    private readonly options: ConversationOptions,
    private language: WindowLanguage,
  ) {
    this.now = options.now ?? Date.now;
  }

  /** Begins, or takes up what `resume` names; if that is no more, begins anew. */
  start(resume: Credentials | null): void {
    this.leave();
    this.resumed = resume !== null;
    this.change(EMPTY_STATE);
    let client: DirectLineClient | null = null;
    const mine = () => client !== null && this.client === client;
    client = this.options.connect(
      {
        status: (status) => mine() && this.hear(status),
        activities: (activities, history) => mine() && this.takeAll(activities, history),
        credentials: (credentials) => mine() && this.options.onCredentials(credentials),
      },
      resume,
      localeOf(this.language),
    );
    this.client = client;
    void client.run();
  }

  /** Begins a new conversation; the one before is no longer remembered in this tab. */
  restart(): void {
    this.options.onCredentials(null);
    this.start(null);
  }

  /** Says something; false when it cannot be sent as it is, so the draft is to be kept. */
  say(text: string): boolean {
    if (text.trim() === '') return false;
    if (new Blob([text]).size > MOST_TEXT_BYTES) {
      this.change({ fault: 'too-long' });
      return false;
    }
    this.deliver(this.own({ text }), (client, activity) => client.post(activity));
    return true;
  }

  /** Sends files; those that cannot be sent are told of in `fault`. */
  sendFiles(files: readonly File[]): void {
    const fault = fileFault(files);
    if (fault !== null) this.change({ fault });
    else if (files.length > 0) this.deliver(this.own({ files: files.map(({ name }) => ({ name, url: null })) }), (client, activity) => client.upload(activity, files));
  }

  /** Sends a message that did not get through once more: the very same one, so it cannot arrive twice. */
  retry(key: string): void {
    const send = this.sending.get(key);
    if (!send || !this.client) return;
    this.mark(key, 'sending');
    void send(this.client).then((result) => this.sent(key, result));
  }

  /** From now on the bot is to speak this language. */
  speak(language: WindowLanguage): void {
    this.language = language;
    void this.client?.post({ type: 'event', name: 'language', value: language, locale: localeOf(language) });
  }

  /** Erases the conversation, here at once and at the server; resolves when both are done or the server cannot be reached. */
  async erase(): Promise<void> {
    const { client } = this;
    this.change({ messages: [], ending: null, fault: null });
    this.options.onCredentials(null);
    this.sending.clear();
    const result = await client?.post({ type: 'event', name: 'conversation.erase', locale: localeOf(this.language) }, true);
    if (client !== this.client || this.state.ending !== null) return;
    if (result?.kind === 'failed') return this.change({ ending: 'delete-failed' });
    // The bot says good-bye and ends the conversation itself; this is for when its words get lost on the way.
    this.erasureTimer = setTimeout(() => this.finish('deleted', this.state.messages), ERASED_WITHIN_MS);
  }

  /** The citizen has been away too long: nothing is left for the next one at this computer. */
  abandon(): void {
    this.finish('idle', []);
  }

  /** Clears what the last attempt left behind. */
  forgetFault(): void {
    if (this.state.fault !== null) this.change({ fault: null });
  }

  /** The page is looked at again. */
  wake(): void {
    this.client?.wake();
  }

  networkIsBack(): void {
    this.client?.networkIsBack();
  }

  /** Hangs up; what was said stays at the server. */
  leave(): void {
    const { client } = this;
    this.client = null;
    clearTimeout(this.typingTimer);
    clearTimeout(this.erasureTimer);
    this.sending.clear();
    client?.close();
  }

  private change(change: Partial<ConversationState>): void {
    this.state = { ...this.state, ...change };
    this.options.onChange(this.state);
  }

  private finish(ending: Ending, messages: readonly Message[]): void {
    this.leave();
    this.options.onCredentials(null);
    this.change({ ...EMPTY_STATE, status: 'ended', ending, messages: messages.map((message) => ({ ...message, actions: [] })) });
  }

  private hear(status: LinkStatus): void {
    if (status !== 'ended') return this.change({ status });
    // What was to be taken up is no more (expired, erased): the citizen is best served with a new one.
    if (this.resumed && this.state.messages.length === 0) return this.restart();
    this.finish('ended', this.state.messages);
  }

  private takeAll(activities: readonly unknown[], history: boolean): void {
    for (const activity of activities) this.take(readActivity(activity, this.client?.userId ?? null, this.options.base), history);
  }

  private take(incoming: Incoming, history: boolean): void {
    if (this.state.ending !== null || this.client === null) return;
    if (incoming.type === 'endOfConversation') return this.finish('deleted', this.lastWords());
    if (incoming.type === 'typing' && !incoming.fromCitizen) return this.showTyping(incoming.text);
    if (incoming.type !== 'message') return;
    const message = messageOf(incoming, this.now());
    this.sending.delete(message.key);
    this.change({ messages: withMessage(this.state.messages, message), ...(message.fromCitizen ? {} : { typing: null }) });
    if (!message.fromCitizen && !history) this.options.onSaid(message);
  }

  /** What the bot said last of all: where a case stays, it tells so there, and that must remain readable. */
  private lastWords(): readonly Message[] {
    const { messages } = this.state;
    return messages.slice(messages.map(({ fromCitizen }) => fromCitizen).lastIndexOf(true) + 1);
  }

  private showTyping(text: string): void {
    clearTimeout(this.typingTimer);
    this.change({ typing: text });
    this.typingTimer = setTimeout(() => this.change({ typing: null }), TYPING_MS);
  }

  private own(said: Partial<Pick<Message, 'text' | 'files'>>): Message {
    const key = (this.options.drawId ?? drawId)();
    return { key, fromCitizen: true, text: '', language: null, at: this.now(), delivery: 'sending', actions: [], files: [], receipt: null, copyable: false, ...said };
  }

  private deliver(message: Message, send: (client: DirectLineClient, activity: Readonly<Record<string, unknown>>) => Promise<SendResult>): void {
    const activity = { type: 'message', text: message.text, locale: localeOf(this.language), channelData: { clientActivityID: message.key } };
    this.change({ messages: withMessage(this.state.messages, message), fault: null });
    this.sending.set(message.key, (client) => send(client, activity));
    this.retry(message.key);
  }

  private sent(key: string, result: SendResult): void {
    if (!this.sending.has(key)) return; // it has come back from the server already, or all has been cleared
    this.mark(key, result.kind === 'sent' ? 'sent' : 'not-sent');
    if (result.kind === 'sent') this.sending.delete(key);
    else if (result.kind === 'ended') this.finish('ended', this.state.messages);
    else this.change({ fault: this.faultOf(key, result.kind) });
  }

  private faultOf(key: string, kind: SendResult['kind']): string {
    const hasFiles = this.state.messages.some((message) => message.key === key && message.files.length > 0);
    if (kind === 'too-large') return hasFiles ? 'file-too-large' : 'too-long';
    return kind === 'wrong-kind' ? 'file-wrong-kind' : 'not-sent';
  }

  private mark(key: string, delivery: Delivery): void {
    this.change({ messages: this.state.messages.map((message) => (message.key === key ? { ...message, delivery } : message)) });
  }
}

/** 128 random bits; without `randomUUID`, which phones before 2022 and plain http pages lack. */
function drawId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
