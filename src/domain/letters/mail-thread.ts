import type { SeenLetter } from './seen-letter';

/** Where mail programs begin the message that is answered. */
const BEGINS = /^(?:[-–—_ ]{2,}\s*)?(?:oprindelig meddelelse|oprindelig besked|oprindelig mail|videresendt meddelelse|original message|forwarded message)\b|^(?:den|on)\s.{6,60}\s(?:skrev|wrote)\b.{0,80}:?$/iu;

/**
 * The sentence that the message which is answered begins with; what stands from there on another wrote, most often the citizen herself.
 * The number of sentences when there is none.
 */
export function answeredFrom({ blocks, sentences }: SeenLetter): number {
  const block = blocks.findIndex(({ text }, at) => at > 2 && BEGINS.test(text));
  const first = block < 0 ? -1 : sentences.findIndex((sentence) => sentence.block >= block);
  return first < 0 ? sentences.length : first;
}
