import type { SuggestedAction } from './activity';
import { directionOf } from './language';
import type { Say } from './texts';

interface Props {
  readonly choices: readonly SuggestedAction[];
  /** Of the message that they stand under. */
  readonly language: string | null;
  readonly say: Say;
  readonly onChoose: (choice: SuggestedAction) => void;
}

/** The answers that the bot suggests. They are a short cut: the same can always be typed. */
export function Choices({ choices, language, say, onChoose }: Props) {
  if (choices.length === 0) return null;
  return (
    <div class="choices" role="group" dir={language !== null && directionOf(language) === 'rtl' ? 'rtl' : undefined} aria-label={say('choices-label')}>
      {choices.map((choice) => (
        <button type="button" class="choice" dir="auto" key={choice.value} onClick={() => onChoose(choice)}>
          {choice.title}
        </button>
      ))}
    </div>
  );
}
