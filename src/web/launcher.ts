import { adoptStyles } from './adopt-styles';
import { windowLanguage } from './language';
import { LAUNCHER_STYLE } from './launcher-style';
import { loadSession, tabStorage } from './session';
import { fetchTexts, sayer, type Texts, type WindowLanguage } from './texts';
import { CHAT_TAG, CLOSED_EVENT, type ChatElement } from './window-contract';

const TAG = 'vejviser-launcher';
/** A page's own way to open the chat: anything with this attribute. */
const OPENERS = '[data-vejviser-open]';
const RETRY_MS = [1000, 5000, 20_000];

/** Where this script came from, and what its tag asks for. */
interface Origin {
  readonly base: string;
  readonly language: WindowLanguage;
  readonly nonce: string | null;
}

/** The button at the end of the page that fetches the chat when it is pressed, and opens and closes it. */
class Launcher extends HTMLElement {
  private readonly button = document.createElement('button');
  private readonly fault = document.createElement('p');
  private chat: ChatElement | null = null;
  private loading: Promise<ChatElement> | null = null;
  private opener: HTMLElement = this.button;

  begin(origin: Origin, texts: Texts): void {
    const root = this.attachShadow({ mode: 'open' });
    adoptStyles(root, LAUNCHER_STYLE, origin.nonce);
    const say = sayer(texts);
    const place = document.createElement('section');
    place.setAttribute('aria-label', say('launcher'));
    place.lang = origin.language;
    this.button.type = 'button';
    this.button.textContent = say('launcher');
    this.fault.setAttribute('role', 'alert');
    place.append(this.button, this.fault);
    root.append(place);
    const load = () => (this.loading ??= this.load(origin, texts));
    const toggle = (opener: HTMLElement) => {
      this.opener = opener;
      this.fault.textContent = '';
      if (this.isOpen() && opener === this.button) return this.chat?.hide();
      load()
        .then((chat) => chat.show())
        .then(() => this.tell(true))
        .catch(() => {
          this.loading = null;
          this.fault.textContent = say('load-failed');
        });
    };
    this.button.addEventListener('click', () => toggle(this.button));
    document.addEventListener('click', ({ target }) => {
      const opener = target instanceof Element ? target.closest<HTMLElement>(OPENERS) : null;
      if (opener) toggle(opener);
    });
    this.tell(false);
    // A conversation under way in this tab is taken up at once, also to keep it from a copy of the tab.
    if (loadSession(tabStorage(), Date.now())) void load().catch(() => (this.loading = null));
  }

  private async load(origin: Origin, texts: Texts): Promise<ChatElement> {
    await loadScript(`${origin.base}chat/chat.js`, origin.nonce);
    const chat = document.createElement(CHAT_TAG);
    if (!isChat(chat)) throw new Error('chat.js did not bring the chat.');
    chat.id = 'chat';
    chat.addEventListener(CLOSED_EVENT, (event) => {
      this.tell(false);
      if (!(event instanceof CustomEvent && keepsFocus(event.detail))) this.opener.focus();
    });
    this.shadowRoot?.append(chat);
    this.chat = chat;
    this.button.setAttribute('aria-controls', 'chat');
    this.tell(await chat.begin({ base: origin.base, language: origin.language, texts }));
    return chat;
  }

  private isOpen(): boolean {
    return this.button.getAttribute('aria-expanded') === 'true';
  }

  private tell(open: boolean): void {
    this.button.setAttribute('aria-expanded', String(open));
    this.toggleAttribute('data-open', open);
  }
}

function keepsFocus(detail: unknown): boolean {
  return typeof detail === 'object' && detail !== null && 'keepFocus' in detail && detail.keepFocus === true;
}

function isChat(element: HTMLElement): element is ChatElement {
  return 'begin' in element;
}

function loadScript(src: string, nonce: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    if (nonce) script.nonce = nonce;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${src} could not be fetched.`));
    };
    document.head.append(script);
  });
}

/** The script tag: told by the browser, or looked for where a tag manager has put the script in. */
function ownTag(): HTMLScriptElement | null {
  const { currentScript } = document;
  return currentScript instanceof HTMLScriptElement ? currentScript : document.querySelector<HTMLScriptElement>('script[src*="/chat/launcher.js"]');
}

async function launch(tag: HTMLScriptElement): Promise<void> {
  const session = loadSession(tabStorage(), Date.now());
  const origin: Origin = {
    base: new URL('../', tag.src).href,
    language: session?.language ?? windowLanguage(tag.dataset['lang'], document.documentElement.lang),
    nonce: tag.nonce || null,
  };
  const texts = await persist(() => fetchTexts(origin.base, origin.language));
  const launcher = new Launcher();
  document.body.append(launcher);
  launcher.begin(origin, texts);
}

/** Without its words the button cannot be shown; a page that loads while the server restarts gets it a little later. */
async function persist<Result>(task: () => Promise<Result>): Promise<Result> {
  for (const wait of RETRY_MS) {
    try {
      return await task();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return task();
}

const tag = ownTag();
if (tag && !customElements.get(TAG)) {
  customElements.define(TAG, Launcher);
  const start = () => void launch(tag).catch(() => {}); // the host's page has its phone number; it must not break
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}
