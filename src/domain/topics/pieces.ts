import { sentencesOf } from './normalize';

/** A piece holds about this many characters: enough to say something, short enough for one sentence to count. */
const PIECE_LENGTH = 1_000;
/** Pieces looked at from each end of a very long text, which bounds the time it takes. */
const FROM_EACH_END = 6;

/** A text in pieces that end where a sentence ends if possible; of a very long text, the pieces at its ends. */
export function piecesOf(text: string): string[] {
  if (text.length <= PIECE_LENGTH) return [text];
  const pieces: string[] = [''];
  for (const part of sentencesOf(text).flatMap(inParts)) {
    const last = pieces.at(-1) ?? '';
    if (last.length + part.length > PIECE_LENGTH) pieces.push(part);
    else pieces[pieces.length - 1] = `${last} ${part}`;
  }
  return pieces.length <= 2 * FROM_EACH_END ? pieces : [...pieces.slice(0, FROM_EACH_END), ...pieces.slice(-FROM_EACH_END)];
}

function inParts(sentence: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < sentence.length; start += PIECE_LENGTH) parts.push(sentence.slice(start, start + PIECE_LENGTH));
  return parts;
}
