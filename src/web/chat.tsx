import { render } from 'preact';
import { adoptStyles } from './adopt-styles';
import { Announcements } from './announcer';
import { ChatWindow } from './chat-window';
import { EMPTY_STATE } from './conversation';
import { fitViewport } from './fit-viewport';
import type { Presence } from './idle-watch';
import type { Message } from './message';
import { saidWhen } from './message-view';
import { tabStorage } from './session';
import { CHAT_STYLE } from './chat-style';
import { fetchTexts, sayer, type Say, type WindowLanguage } from './texts';
import { TitleCount } from './title-count';
import type { WindowActs } from './window-acts';
import { CHAT_TAG, CLOSED_EVENT, type ChatElement, type ChatOptions } from './window-contract';
import { WindowLife } from './window-life';

/** Where the window covers the whole screen; the style sheet says the same. */
const COVERS_ALL = '(max-width: 639px), (max-height: 599px)';
const NONCE = document.currentScript instanceof HTMLScriptElement ? document.currentScript.nonce : null;

/** The chat window's element: the conversation drawn in a shadow root, where the host page's styles do not reach. */
class Chat extends HTMLElement implements ChatElement {
  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly announcements = new Announcements(() => this.draw());
  private readonly titleCount = new TitleCount();
  private options: ChatOptions = { base: '', language: 'da', texts: {} };
  private life: WindowLife | null = null;
  private state = EMPTY_STATE;
  private presence: Presence = 'here';
  private visible = false;
  private say: Say = sayer({});

  async begin(options: ChatOptions): Promise<boolean> {
    this.use(options);
    adoptStyles(this.root, CHAT_STYLE, NONCE);
    const { base, language } = options;
    this.life = new WindowLife({
      base,
      language,
      storage: tabStorage(),
      onChange: (state, presence) => {
        this.state = state;
        this.presence = presence;
        if (state.messages.length === 0 || presence === 'away') this.announcements.clear();
        this.draw();
      },
      onSaid: (message) => this.said(message),
    });
    this.listen(this.life);
    this.visible = await this.life.begin();
    this.draw();
    return this.visible;
  }

  show(): void {
    this.visible = true;
    this.life?.show();
    this.draw();
    // A phone would push its keyboard over the first answer: there the heading gets the focus, elsewhere the field.
    const first = matchMedia('(pointer: fine)').matches ? '#field' : '#title';
    (this.root.querySelector<HTMLElement>(first) ?? this.root.querySelector<HTMLElement>('#title'))?.focus();
  }

  hide(keepFocus = false): void {
    this.visible = false;
    this.life?.hide();
    this.draw();
    this.dispatchEvent(new CustomEvent(CLOSED_EVENT, { detail: { keepFocus } }));
  }

  private use(options: ChatOptions): void {
    this.options = options;
    this.say = sayer(options.texts);
  }

  private draw(): void {
    const { visible, state, presence, say, acts } = this;
    const { language } = this.options;
    render(<ChatWindow visible={visible} state={state} presence={presence} spoken={this.announcements.spoken} language={language} say={say} acts={acts} />, this.root);
  }

  private said(message: Message): void {
    const { key, text, receipt, actions, language } = message;
    this.titleCount.arrived((count) => this.say('message-title-new', { n: String(count) }));
    const choices = actions.length > 0 ? [`${this.say('choices-label')}: ${actions.map(({ title }) => title).join(', ')}`] : [];
    const words = [`${saidWhen(message, this.say, this.options.language)}: ${text}`, ...(receipt?.lines ?? []), ...choices];
    this.announcements.add({ key, text: words.join('\n'), language });
  }

  private readonly acts: WindowActs = {
    say: (text) => this.life?.conversation.say(text) ?? false,
    choose: ({ value }) => {
      this.life?.conversation.say(value);
      // The button is gone; reading goes on from what it said.
      const mine = this.root.querySelectorAll<HTMLElement>('.mine');
      mine[mine.length - 1]?.focus();
    },
    sendFiles: (files) => this.life?.conversation.sendFiles(files),
    retry: (key) => {
      this.life?.conversation.retry(key);
      this.root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
    },
    restart: () => {
      this.life?.restart();
      this.root.querySelector<HTMLElement>('#title')?.focus();
    },
    erase: () => void this.life?.conversation.erase(),
    eraseAndClose: () => {
      this.life?.eraseAndClose();
      this.hide();
    },
    speak: (language) => void this.speak(language),
    back: () => {
      this.life?.back();
      this.root.querySelector<HTMLElement>('#title')?.focus();
    },
    close: () => this.hide(),
  };

  private async speak(language: WindowLanguage): Promise<void> {
    const texts = await fetchTexts(this.options.base, language).catch(() => null);
    if (texts === null) return;
    this.use({ ...this.options, language, texts });
    this.life?.speak(language);
    this.draw();
  }

  private listen(life: WindowLife): void {
    fitViewport(this);
    for (const act of ['keydown', 'pointerdown'] as const) this.root.addEventListener(act, () => life.act());
    window.addEventListener('online', () => life.conversation.networkIsBack());
    window.addEventListener('pageshow', ({ persisted }) => persisted && life.restored());
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) return;
      this.titleCount.seen();
      life.seen();
    });
    // Where the window covers the page, whoever has tabbed out of it must be able to see where she is.
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.visible && !event.composedPath().includes(this) && matchMedia(COVERS_ALL).matches) this.hide(true);
    });
  }
}

if (!customElements.get(CHAT_TAG)) customElements.define(CHAT_TAG, Chat);
