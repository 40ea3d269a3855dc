import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { ACCEPTED_FILES } from './file-check';
import type { Say } from './texts';

interface Props {
  readonly field: RefObject<HTMLTextAreaElement>;
  readonly draft: string;
  readonly say: Say;
  readonly onDraft: (draft: string) => void;
  /** False: it was not taken, so the draft stays. */
  readonly onSay: (text: string) => boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

const MOST_HEIGHT_PX = 144;

/** Where the citizen writes. Enter sends, Shift+Enter makes a new line; what is written stays through every loss of connection. */
export function Composer({ field, draft, say, onDraft, onSay, onFiles }: Props) {
  const files = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => grow(field.current), [draft]);
  const send = () => {
    if (onSay(draft)) onDraft('');
    field.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label for="field">{say('label')}</label>
      <textarea
        id="field"
        dir="auto"
        ref={field}
        rows={1}
        value={draft}
        placeholder={say('placeholder')}
        aria-describedby="help-keys"
        autocomplete="off"
        enterkeyhint="send"
        onInput={({ currentTarget }) => onDraft(currentTarget.value)}
        onKeyDown={(event) => {
          // While a word is being composed (Chinese, Arabic keyboards …) Enter belongs to the keyboard.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="send">
        {say('send')}
      </button>
      <button type="button" class="plain attach" aria-describedby="attach-hint" onClick={() => files.current?.click()}>
        {say('attach')}
      </button>
      <p id="help-keys" class="help">
        {say('help-keys')}
      </p>
      <p id="attach-hint" class="unseen">
        {say('attach-hint')}
      </p>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={ACCEPTED_FILES}
        onChange={({ currentTarget }) => {
          onFiles(Array.from(currentTarget.files ?? []));
          currentTarget.value = ''; // so that the same file can be chosen again
        }}
      />
    </form>
  );
}

function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${Math.min(MOST_HEIGHT_PX, field.scrollHeight + 4)}px`;
}
