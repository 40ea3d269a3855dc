import type { Receipt } from './activity';
import { directionOf } from './language';
import { NumbersForward } from './numbers-forward';
import type { Say } from './texts';

interface Props {
  readonly receipt: Receipt;
  readonly language: string | null;
  readonly say: Say;
  readonly onCopy: (text: string) => void;
  readonly onPrint: (card: HTMLElement) => void;
}

/** What the citizen takes home from a hand-off: its number, its PIN, what happens next; to be copied or printed. */
export function ReceiptCard({ receipt, language, say, onCopy, onPrint }: Props) {
  return (
    <div class="receipt">
      {receipt.lines.map((line, index) => (
        <p key={index} lang={language ?? undefined} dir={directionOf(language)}>
          <NumbersForward text={line} />
        </p>
      ))}
      <div class="row">
        <button type="button" class="plain" onClick={() => onCopy(receipt.lines.join('\n'))}>
          {say('copy-receipt')}
        </button>
        <button
          type="button"
          class="plain"
          onClick={({ currentTarget }) => {
            const card = currentTarget.closest<HTMLElement>('.receipt');
            if (card) onPrint(card);
          }}
        >
          {say('print-receipt')}
        </button>
      </div>
    </div>
  );
}
