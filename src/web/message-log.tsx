import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SuggestedAction } from './activity';
import { Choices } from './choices';
import { openChoices, type Message } from './message';
import { MessageView } from './message-view';
import type { Say, WindowLanguage } from './texts';

interface Props {
  readonly messages: readonly Message[];
  readonly typing: string | null;
  readonly language: WindowLanguage;
  readonly say: Say;
  readonly onChoose: (choice: SuggestedAction) => void;
  readonly onRetry: (key: string) => void;
  readonly onCopy: (text: string) => void;
  readonly onPrint: (card: HTMLElement) => void;
}

/** Nearer to the end than this, the reader is taken to follow along. */
const FOLLOWS_PX = 120;
/** As much as this hidden below is worth a button that leads there. */
const MORE_BELOW_PX = 48;

/** All that was said. Not a live region itself: the announcer reads each message out once. */
export function MessageLog({ messages, typing, language, say, onChoose, onRetry, onCopy, onPrint }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const [moreBelow, setMoreBelow] = useState(false);
  const follows = useRef(true);
  const last = messages[messages.length - 1];
  useLayoutEffect(() => {
    const { current } = log;
    if (!current || !last) return;
    if (follows.current || last.fromCitizen) showLatest(current);
    setMoreBelow(leftBelow(current) > MORE_BELOW_PX);
  }, [messages.length, last?.delivery, typing !== null]);
  return (
    <div class="log-frame">
      <div
        class="log"
        ref={log}
        role="log"
        aria-live="off"
        aria-label={say('log-label')}
        tabIndex={0}
        onScroll={({ currentTarget }) => {
          follows.current = leftBelow(currentTarget) < FOLLOWS_PX;
          setMoreBelow(leftBelow(currentTarget) > MORE_BELOW_PX);
        }}
      >
        {messages.map((message, index) => (
          <MessageView
            key={message.key}
            message={message}
            goesOn={message.fromCitizen === messages[index - 1]?.fromCitizen}
            language={language}
            say={say}
            onRetry={onRetry}
            onCopy={onCopy}
            onPrint={onPrint}
          />
        ))}
        {typing !== null && <p class="typing">{typing || say('typing')}</p>}
        <Choices choices={openChoices(messages)} language={messages.at(-1)?.language ?? null} say={say} onChoose={onChoose} />
      </div>
      {moreBelow && (
        <button
          type="button"
          class="latest"
          aria-label={say('latest')}
          onClick={() => {
            log.current?.focus();
            log.current?.scrollTo(0, log.current.scrollHeight);
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 2v11M3 8l5 5 5-5" />
          </svg>
        </button>
      )}
    </div>
  );
}

function leftBelow({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
  return scrollHeight - scrollTop - clientHeight;
}

/** Shows the end and, where there is room, what it answers; but never hides the beginning of an answer: it is read from the top. */
function showLatest(log: HTMLElement): void {
  const messages = Array.from(log.querySelectorAll<HTMLElement>('.message'));
  const mine = messages.map(({ classList }) => classList.contains('mine')).lastIndexOf(true);
  const answer = messages[mine + 1] ?? messages[mine];
  log.scrollTop = Math.min(log.scrollHeight - log.clientHeight, (answer?.offsetTop ?? 0) - 8);
}
