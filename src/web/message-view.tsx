import { clockTime, directionOf } from './language';
import { LinkedText } from './linked-text';
import type { Message } from './message';
import { NumbersForward } from './numbers-forward';
import { ReceiptCard } from './receipt-card';
import type { Say, WindowLanguage } from './texts';

interface Props {
  readonly message: Message;
  /** The same one spoke just before: who and when is then only said to those who listen. */
  readonly goesOn: boolean;
  readonly language: WindowLanguage;
  readonly say: Say;
  readonly onRetry: (key: string) => void;
  readonly onCopy: (text: string) => void;
  readonly onPrint: (card: HTMLElement) => void;
}

/** Who said it and when, as it is read aloud before the words. */
export function saidWhen({ fromCitizen, at }: Message, say: Say, language: WindowLanguage): string {
  return say(fromCitizen ? 'said-you' : 'said-bot', { time: clockTime(at, language) });
}

/** One message: a group that says who spoke and when, then the words, the files and what became of it. */
export function MessageView({ message, goesOn, language, say, onRetry, onCopy, onPrint }: Props) {
  const { key, fromCitizen, text, files, delivery, receipt, copyable } = message;
  const heading = saidWhen(message, say, language);
  return (
    <div class={fromCitizen ? 'message mine' : 'message'} role="group" aria-labelledby={`who-${key}`} tabIndex={-1} data-key={key}>
      <span class={goesOn ? 'unseen' : 'who'} id={`who-${key}`}>
        {heading}
      </span>
      <div class="bubble" lang={message.language ?? undefined} dir={fromCitizen ? 'auto' : directionOf(message.language)}>
        {text.split(/\n{2,}/).map((paragraph, index) => paragraph !== '' && <p key={index}>{fromCitizen ? <NumbersForward text={paragraph} /> : <LinkedText text={paragraph} say={say} />}</p>)}
        {fromCitizen && files.length > 0 && <p>{say('file-message', { names: files.map(({ name }) => name).join(', ') })}</p>}
        {!fromCitizen &&
          files.map(({ name, url }) => (
            <p key={name}>
              {url === null ? name : (
                <a class="file" href={url} download={name} target="_blank" rel="noopener noreferrer">
                  {say('download', { name })}
                </a>
              )}
            </p>
          ))}
      </div>
      {copyable && (
        <div class="row">
          <button type="button" class="plain" onClick={() => onCopy(text)}>
            {say('copy-text')}
          </button>
        </div>
      )}
      {receipt && <ReceiptCard receipt={receipt} language={message.language} say={say} onCopy={onCopy} onPrint={onPrint} />}
      {delivery === 'sending' && <span class="delivery">{say('sending')}</span>}
      {delivery === 'not-sent' && (
        <span class="delivery fault">
          {say('not-sent')}{' '}
          <button type="button" class="plain" onClick={() => onRetry(key)}>
            {say('try-again')}
          </button>
        </span>
      )}
    </div>
  );
}
