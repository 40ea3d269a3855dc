import { Conversation, EMPTY_STATE, type ConversationState } from './conversation';
import { DirectLineClient, type ClientOptions } from './direct-line-client';
import type { Credentials } from './direct-line-door';
import { IdleWatch, type Presence } from './idle-watch';
import type { Message } from './message';
import { clearSession, loadSession, saveSession } from './session';
import { TabGuard } from './tab-guard';
import type { WindowLanguage } from './texts';

export interface LifeOptions {
  readonly base: string;
  readonly storage: Storage | null;
  readonly language: WindowLanguage;
  readonly onChange: (state: ConversationState, presence: Presence) => void;
  readonly onSaid: (message: Message) => void;
  readonly now?: () => number;
  readonly guard?: TabGuard;
  /** How the line is laid, apart from what belongs to this conversation. */
  readonly line?: Pick<ClientOptions, 'pace' | 'transport' | 'openSocket'>;
}

/** The conversation of this tab through reloads, idle hours and duplicated tabs: what is remembered, for how long, and when it is wiped. */
export class WindowLife {
  readonly conversation: Conversation;
  private readonly now: () => number;
  private readonly guard: TabGuard;
  private watch: IdleWatch | null = null;
  private credentials: Credentials | null = null;
  private state = EMPTY_STATE;
  private open = false;
  private lastSaved = 0;
  private erasedOnClosing = false;

  constructor(
    private readonly options: LifeOptions,
    private language = options.language,
  ) {
    this.now = options.now ?? Date.now;
    this.guard = options.guard ?? new TabGuard();
    this.conversation = new Conversation(
      {
        base: options.base,
        connect: (events, resume, locale) => new DirectLineClient({ ...options.line, base: options.base, locale, events, resume }),
        onChange: (state) => this.changed(state),
        onSaid: options.onSaid,
        onCredentials: (credentials) => this.remember(credentials),
        now: this.now,
      },
      this.language,
    );
  }

  /** Takes up what this tab remembers; resolves to whether the window stood open then. */
  async begin(): Promise<boolean> {
    const { storage } = this.options;
    const session = loadSession(storage, this.now());
    if (!session) return false;
    if (!(await this.guard.isOwn(session.conversationId))) {
      clearSession(storage);
      return false;
    }
    this.open = session.open;
    this.start(session);
    return session.open;
  }

  /** The window is opened: where there is nothing to go on with, a conversation begins. */
  show(): void {
    this.open = true;
    const isNew = this.watch === null || (this.erasedOnClosing && this.state.ending !== 'delete-failed');
    this.erasedOnClosing = false;
    if (isNew) this.start(null);
    else this.save();
  }

  hide(): void {
    this.open = false;
    this.save();
  }

  /** Begins anew; the conversation before is forgotten in this tab. */
  restart(): void {
    this.remember(null);
    this.start(null);
  }

  /** Closes at once and erases in the background: the next one at this computer sees nothing, however slow the line. */
  eraseAndClose(): void {
    this.erasedOnClosing = true;
    this.open = false;
    void this.conversation.erase();
  }

  speak(language: WindowLanguage): void {
    this.language = language;
    this.conversation.speak(language);
    this.save();
  }

  /** The citizen did something in the window. */
  act(): void {
    this.watch?.act();
    if (this.now() - this.lastSaved > 10_000) this.save();
  }

  /** The citizen asks to see what was hidden while she was away. */
  back(): void {
    this.watch?.back();
    this.save();
  }

  /** The page is looked at again. */
  seen(): void {
    this.watch?.look();
    this.conversation.wake();
  }

  /** The page comes out of the browser's cache: what was forgotten meanwhile must not come back with it. */
  restored(): void {
    const session = loadSession(this.options.storage, this.now());
    if (this.credentials !== null && session?.conversationId !== this.credentials.conversationId) this.conversation.abandon();
    this.seen();
  }

  private start(resume: Credentials | null): void {
    this.watch?.stop();
    this.watch = new IdleWatch((presence) => this.moved(presence), this.now);
    this.conversation.start(resume);
  }

  private moved(presence: Presence): void {
    if (presence === 'gone') this.conversation.abandon();
    else this.options.onChange(this.state, presence);
  }

  private changed(said: ConversationState): void {
    const state = this.erasedOnClosing ? { ...said, messages: [] } : said; // not even a last word for the next one here
    this.state = state;
    if (state.ending !== null) this.watch?.stop();
    this.options.onChange(state, state.ending === null ? (this.watch?.presence() ?? 'here') : 'here');
  }

  private remember(credentials: Credentials | null): void {
    this.credentials = credentials;
    this.guard.hold(credentials?.conversationId ?? null);
    if (credentials === null) clearSession(this.options.storage);
    else this.save();
  }

  private save(): void {
    if (this.credentials === null) return;
    this.lastSaved = this.now();
    saveSession(this.options.storage, { ...this.credentials, language: this.language, at: this.watch?.lastAct() ?? this.now(), open: this.open });
  }
}
