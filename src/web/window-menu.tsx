import { otherLanguage } from './language';
import type { Say, WindowLanguage } from './texts';

/** What can be done with the whole conversation. */
export type MenuAct = 'new' | 'language' | 'print' | 'copy' | 'delete' | 'delete-and-close';

const ACTS: readonly (readonly [act: MenuAct, text: string])[] = [
  ['new', 'new'],
  ['language', 'language-switch'],
  ['print', 'print'],
  ['copy', 'copy'],
  ['delete', 'delete'],
  ['delete-and-close', 'delete-and-close'],
];

interface Props {
  readonly language: WindowLanguage;
  readonly say: Say;
  readonly onAct: (act: MenuAct) => void;
}

/** The menu, open: plain buttons one under the other, so that Tab alone is enough. */
export function WindowMenu({ language, say, onAct }: Props) {
  return (
    <ul class="menu" id="menu" aria-label={say('menu')}>
      {ACTS.map(([act, text]) => (
        <li key={act}>
          <button type="button" lang={act === 'language' ? otherLanguage(language) : undefined} onClick={() => onAct(act)}>
            {say(text)}
          </button>
        </li>
      ))}
    </ul>
  );
}
