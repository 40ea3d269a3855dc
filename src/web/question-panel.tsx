import { useEffect, useRef } from 'preact/hooks';

interface Answer {
  readonly text: string;
  readonly weighty?: boolean;
  readonly onPress: () => void;
}

interface Props {
  readonly text: string;
  readonly answers: readonly Answer[];
  /** Moves the focus here: for what the citizen brought about herself. Otherwise the text is read out where she is. */
  readonly takesFocus?: boolean;
}

/** A few words that stand in place of the text field, with the ways on as buttons. */
export function QuestionPanel({ text, answers, takesFocus = false }: Props) {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) words.current?.focus();
  }, [takesFocus, text]);
  return (
    <div class="question" role="group" aria-labelledby="question">
      <p id="question" ref={words} tabIndex={-1} role={takesFocus ? undefined : 'alert'}>
        {text}
      </p>
      <div class="row">
        {answers.map(({ text: answer, weighty, onPress }) => (
          <button type="button" key={answer} class={weighty ? 'send' : 'plain'} onClick={onPress}>
            {answer}
          </button>
        ))}
      </div>
    </div>
  );
}
