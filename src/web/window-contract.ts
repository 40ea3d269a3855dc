import type { Texts, WindowLanguage } from './texts';

/** The name of the chat window's element; chat.js defines it, the launcher makes one. */
export const CHAT_TAG = 'vejviser-chat';

/** Sent by the window when it closes; `detail.keepFocus`: the citizen is elsewhere in the page and is to stay there. */
export const CLOSED_EVENT = 'vejviser-closed';

/** What the launcher hands the window. */
export interface ChatOptions {
  /** The server's address with a slash at its end. */
  readonly base: string;
  readonly language: WindowLanguage;
  readonly texts: Texts;
}

/** The chat window, as the launcher knows it. */
export interface ChatElement extends HTMLElement {
  /** Begins; what this tab's session remembers is taken up again, and shown if it stood open. Resolves to whether it is shown. */
  begin(options: ChatOptions): Promise<boolean>;
  /** Shows the window and moves the focus into it: only ever by the citizen's own act. */
  show(): void;
  hide(): void;
}
