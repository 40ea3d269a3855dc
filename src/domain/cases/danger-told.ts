import type { HandoffCase } from './handoff-case';
import { OWN_WORDS } from './told-answers';

/** Whether a text speaks of danger to life or limb, for sure, in whatever language. */
export type SeeDanger = (text: string) => boolean;

/** What the bot says in danger, and nowhere else. */
const CARD = /^crisis(?:\.(?!suspected)|$)/;

/** Danger by what the chat itself said to her: `sure` showed the card with 112, `suspected` one quiet line. */
export function dangerShown({ transcript }: Pick<HandoffCase, 'transcript'>): 'sure' | 'suspected' | null {
  const phrases = transcript.flatMap(({ phrase }) => phrase ?? []);
  return phrases.some((phrase) => CARD.test(phrase)) ? 'sure' : phrases.includes('crisis.suspected') ? 'suspected' : null;
}

/** Danger by what the citizen, or who wrote it down for her, says in the case: text by text, so that none drowns in the others. */
export const dangerTold = (handoff: HandoffCase, see: SeeDanger): boolean => textsOf(handoff).some(see);

/** All that the citizen wrote for the adviser to read. */
export function textsOf({ complaint, message, wish, messages, told }: Pick<HandoffCase, 'complaint' | 'message' | 'wish' | 'messages' | 'told'>): string[] {
  const hers = messages.flatMap(({ from, text }) => (from === 'citizen' ? text : []));
  const answers = told.flatMap(({ field, text }) => (OWN_WORDS.has(field) ? text : []));
  return [...new Set([complaint?.whatHappened, complaint?.wish, complaint?.matter, message, wish, ...answers, ...hers].flatMap((text) => text ?? []))];
}
