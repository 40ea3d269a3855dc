/**
 * A word as words of letters are compared: small letters, and what OCR and old keyboards confuse made one – æ, ae and a; ø, oe, o and 0;
 * å, aa and a; i, l, I, 1 and |; rn and m; q and g. Cue words are folded the same way, so nothing true is lost by it.
 *
 * @example foldWord('AFGOERELSE') === foldWord('afgø-relse')
 */
export function foldWord(word: string): string {
  const old = folded.get(word);
  if (old !== undefined) return old;
  const fold = foldAnew(word);
  if (folded.size > REMEMBERED) folded.clear();
  folded.set(word, fold);
  return fold;
}

/** Letters say the same words again and again. */
const folded = new Map<string, string>();
const REMEMBERED = 50_000;

function foldAnew(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[-\u00ad'’`´.]/g, '')
    .replace(/[æä]|ae/g, 'a')
    .replace(/[øö]|oe/g, 'o')
    .replace(/å|aa/g, 'a')
    .replace(/[éèê]/g, 'e')
    .replace(/0/g, 'o')
    .replace(/[il1|]/g, 'l')
    .replace(/rn/g, 'm')
    .replace(/q/g, 'g');
}
