import { z } from 'zod';
import { foldWords } from '../topics/said-words';

/** A kind of reason that municipalities give, by the words that show it (content/denmark/reasons.yaml); said as `letter.reason.<id>`. */
export const ReasonCue = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  /** Beginnings of words or wordings, as letters have them. */
  says: z.array(z.string().min(3)).min(1),
});
export type ReasonCue = z.infer<typeof ReasonCue>;
export const ReasonCues = z.array(ReasonCue);

/** The kinds of reasons that a text gives, in the file's order. */
export function reasonsIn(text: string, cues: readonly ReasonCue[]): string[] {
  const said = ` ${foldWords(text)}`;
  return cues.filter(({ says }) => says.some((wording) => said.includes(` ${foldWords(wording)}`))).map(({ id }) => id);
}
