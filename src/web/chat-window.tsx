import { useEffect, useRef, useState } from 'preact/hooks';
import { Announcer, type Announcement } from './announcer';
import { copyText } from './clipboard';
import { Composer } from './composer';
import type { ConversationState } from './conversation';
import type { Presence } from './idle-watch';
import { otherLanguage } from './language';
import { asPlainText } from './message';
import { MessageLog } from './message-log';
import { saidWhen } from './message-view';
import { printConversation } from './printing';
import { QuestionPanel } from './question-panel';
import { StatusLine } from './status-line';
import type { Say, WindowLanguage } from './texts';
import type { WindowActs } from './window-acts';
import { WindowHeader } from './window-header';
import type { MenuAct } from './window-menu';

export interface ChatWindowProps {
  readonly visible: boolean;
  readonly state: ConversationState;
  readonly presence: Presence;
  readonly spoken: readonly Announcement[];
  readonly language: WindowLanguage;
  readonly say: Say;
  readonly acts: WindowActs;
}

const NOTICE_MS = 4000;

/** The whole window: what was said, what can be said, and what can be done with it. */
export function ChatWindow({ visible, state, presence, spoken, language, say, acts }: ChatWindowProps) {
  const frame = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const menuButton = useRef<HTMLButtonElement>(null);
  const [draft, setDraft] = useState('');
  const [menuOpen, setMenuOpen] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [notice, setNotice] = useNotice();
  const { messages, ending } = state;

  useEffect(() => {
    if (ending !== null) setDraft(''); // nothing half-written is left to the next one either
    setDeleting(false);
  }, [ending]);

  const copy = (text: string) => void copyText(text).then((copied) => setNotice(say(copied ? 'copied' : 'copy-failed')));
  const print = (card: HTMLElement | null) => frame.current && printConversation(frame.current, card);
  const closeMenu = () => {
    setMenuOpen(false);
    menuButton.current?.focus();
  };
  const act = (chosen: MenuAct) => {
    closeMenu();
    if (chosen === 'new') acts.restart();
    else if (chosen === 'language') acts.speak(otherLanguage(language));
    else if (chosen === 'print') print(null);
    else if (chosen === 'copy') copy(asPlainText(messages, (message) => saidWhen(message, say, language)));
    else if (chosen === 'delete') setDeleting(true);
    else acts.eraseAndClose();
    if (chosen === 'new') field.current?.focus();
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    if (menuOpen) closeMenu();
    else if (deleting) setDeleting(false);
    else acts.close();
  };

  const away = presence === 'away' && ending === null;
  return (
    <section class="window" ref={frame} hidden={!visible} lang={language} aria-labelledby="title" onKeyDown={escape}>
      <WindowHeader menuOpen={menuOpen} menuButton={menuButton} language={language} say={say} onMenu={() => setMenuOpen(!menuOpen)} onAct={act} onClose={acts.close} />
      <StatusLine status={state.status} say={say} />
      {!away && (
        <MessageLog
          messages={messages}
          typing={state.typing}
          language={language}
          say={say}
          onChoose={acts.choose}
          onRetry={acts.retry}
          onCopy={copy}
          onPrint={print}
        />
      )}
      <p class="notice" role="status">
        {notice}
      </p>
      <p class="unseen" role="status" data-part="progress">
        {state.typing}
      </p>
      <p class="fault" role="alert">
        {state.fault !== null && say(state.fault)}
      </p>
      {away ? (
        <QuestionPanel text={say('idle-warning')} answers={[{ text: say('idle-continue'), weighty: true, onPress: acts.back }]} />
      ) : ending !== null ? (
        <QuestionPanel
          text={say(ending)}
          takesFocus={visible && ending !== 'idle' && ending !== 'ended'}
          answers={[
            ...(ending === 'delete-failed' ? [{ text: say('try-again'), weighty: true, onPress: acts.erase }] : []),
            { text: say('new'), weighty: ending !== 'delete-failed', onPress: acts.restart },
          ]}
        />
      ) : deleting ? (
        <QuestionPanel
          text={say('delete-confirm')}
          takesFocus
          answers={[
            { text: say('delete-yes'), weighty: true, onPress: acts.erase },
            { text: say('delete-no'), onPress: () => setDeleting(false) },
          ]}
        />
      ) : (
        <Composer field={field} draft={draft} say={say} onDraft={setDraft} onSay={acts.say} onFiles={acts.sendFiles} />
      )}
      <Announcer spoken={spoken} />
    </section>
  );
}

/** A few words that go away by themselves. */
function useNotice(): readonly [string, (words: string) => void] {
  const [notice, setNotice] = useState('');
  useEffect(() => {
    if (notice === '') return;
    const timer = setTimeout(() => setNotice(''), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return [notice, setNotice];
}
