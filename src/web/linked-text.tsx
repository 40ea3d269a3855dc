import { NumbersForward } from './numbers-forward';
import { splitText } from './rich-text';
import type { Say } from './texts';

/** A message's words, with phone numbers and addresses as links made of nodes; whatever else is in them stays words. */
export function LinkedText({ text, say }: { text: string; say: Say }) {
  return (
    <>
      {splitText(text).map(({ text: piece, href }) => {
        if (href === null) return <NumbersForward text={piece} />;
        if (href.startsWith('tel:')) return <a href={href} dir="ltr">{piece}</a>;
        return (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {piece}
            <span class="unseen"> {say('new-tab')}</span>
          </a>
        );
      })}
    </>
  );
}
