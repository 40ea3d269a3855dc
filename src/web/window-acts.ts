import type { SuggestedAction } from './activity';
import type { WindowLanguage } from './texts';

/** All that the citizen can do in the window beyond opening a menu: who draws it need not know how it is done. */
export interface WindowActs {
  /** False: it was not taken, so the draft stays. */
  say(text: string): boolean;
  choose(choice: SuggestedAction): void;
  sendFiles(files: readonly File[]): void;
  retry(key: string): void;
  restart(): void;
  erase(): void;
  eraseAndClose(): void;
  speak(language: WindowLanguage): void;
  /** Shows again what was hidden while she was away. */
  back(): void;
  close(): void;
}
