import type { RefObject } from 'preact';
import type { Say, WindowLanguage } from './texts';
import { WindowMenu, type MenuAct } from './window-menu';

interface Props {
  readonly menuOpen: boolean;
  readonly menuButton: RefObject<HTMLButtonElement>;
  readonly language: WindowLanguage;
  readonly say: Say;
  readonly onMenu: () => void;
  readonly onAct: (act: MenuAct) => void;
  readonly onClose: () => void;
}

/** Names the window and holds the two buttons that are always there. */
export function WindowHeader({ menuOpen, menuButton, language, say, onMenu, onAct, onClose }: Props) {
  return (
    <header>
      <h2 id="title" tabIndex={-1}>
        {say('title')}
      </h2>
      <button type="button" ref={menuButton} aria-expanded={menuOpen} aria-controls={menuOpen ? 'menu' : undefined} onClick={onMenu}>
        {say('menu')}
      </button>
      <button type="button" onClick={onClose}>
        {say('close')}
      </button>
      {menuOpen && <WindowMenu language={language} say={say} onAct={onAct} />}
    </header>
  );
}
