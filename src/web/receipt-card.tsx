import type { Receipt } from './activity';
import type { Say } from './texts';

interface Props {
  readonly receipt: Receipt;
  readonly say: Say;
  readonly onCopy: (text: string) => void;
  readonly onPrint: (card: HTMLElement) => void;
}

/** What the citizen takes home from a hand-off: its number, its PIN, what happens next; to be copied or printed. */
export function ReceiptCard({ receipt, say, onCopy, onPrint }: Props) {
  return (
    <div class="receipt">
      {receipt.lines.map((line, index) => (
        <p key={index}>{line}</p>
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
