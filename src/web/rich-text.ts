/** A piece of a message: plain words, or words that lead somewhere. */
export interface TextPiece {
  readonly text: string;
  /** `https:` or `tel:`; null for plain words. */
  readonly href: string | null;
}

const LINK = /https:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/.source;
// Danish numbers as content writes them, in pairs or threes, and the short numbers someone in need must be able to press.
const PHONE = /(?:\+45 ?)?\b(?:\d{2} \d{2} \d{2} \d{2}|\d{2} \d{3} \d{3}|116 \d{3}|112|1813|1888)\b/.source;

/**
 * Finds phone numbers and https addresses in a message, so that each can be a link made of nodes, never of HTML.
 *
 * @example splitText('Ring 20 21 89 88.') // 'Ring ', '20 21 89 88' with tel:+4520218988, '.'
 */
export function splitText(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const finder = new RegExp(`${LINK}|${PHONE}`, 'g');
  let end = 0;
  for (let match = finder.exec(text); match; match = finder.exec(text)) {
    const [found] = match;
    if (isSection(text.slice(0, match.index), text.slice(finder.lastIndex))) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), href: null });
    pieces.push({ text: found, href: found.startsWith('https:') ? found : phoneHref(found) });
    end = finder.lastIndex;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), href: null });
  return pieces;
}

/** "§ 112" is a paragraph of a law and "112 kr." an amount: nobody is to ring there. */
function isSection(before: string, after: string): boolean {
  return /§\s*$/.test(before) || /^\s*(kr\b|%|,\d)/.test(after);
}

function phoneHref(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^45(?=\d{8}$)/, '');
  return digits.length === 8 ? `tel:+45${digits}` : `tel:${digits}`;
}
