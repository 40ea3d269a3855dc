import type { SuggestedAction } from './activity';
import type { Say } from './texts';

interface Props {
  readonly choices: readonly SuggestedAction[];
  readonly say: Say;
  readonly onChoose: (choice: SuggestedAction) => void;
}

/** The answers that the bot suggests. They are a short cut: the same can always be typed. */
export function Choices({ choices, say, onChoose }: Props) {
  if (choices.length === 0) return null;
  return (
    <div class="choices" role="group" aria-label={say('choices-label')}>
      {choices.map((choice) => (
        <button type="button" class="choice" key={choice.value} onClick={() => onChoose(choice)}>
          {choice.title}
        </button>
      ))}
    </div>
  );
}
