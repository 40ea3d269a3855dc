import { z } from 'zod';
import type { HandoffCase } from '../cases/handoff-case';
import { maskQuestion } from '../privacy/mask-question';

/** A conversation as a test plays it again: what was said, and the phrases that answered. */
export const Story = z.strictObject({
  /** What it shows, in a sentence; whoever keeps the story writes it. */
  shows: z.string(),
  /** Copenhagen time, "2026-11-24T10:00": what the bot says hangs on the day. */
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  turns: z.array(z.strictObject({ said: z.string().min(1), answered: z.array(z.string()).min(1) })).min(1),
});
export type Story = z.infer<typeof Story>;

/** Stand-ins of the same kind, so that the bot takes them as it took hers. */
const STAND_IN = { name: 'Navn Navnesen', phone: '20 20 20 20', email: 'navn@example.dk', text: 'Det er en lang historie.' } as const;

/** What is said because of her very words: a stand-in does not bring it about. */
const OF_WORDS_ALONE = 'crisis';

const digitsOf = (text: string): string => text.replace(/\D/g, '').slice(-8);

/**
 * The conversation of a case as a story, with the citizen left out: her name, her numbers and her own account stand replaced, the
 * rest is masked as far as a rule can see it. A person reads it before it is kept. Null where the case has no lines that name what was answered.
 */
export function storyOf({ createdAt, transcript, contact, onBehalfOf, complaint, message, wish }: HandoffCase, isKnownWord: (word: string) => boolean): Story | null {
  const told = new Set([message, wish, complaint?.whatHappened, complaint?.when, complaint?.wish, contact.when].flatMap((text) => (text ? text.trim() : [])));
  const names = new Set([contact.name, onBehalfOf?.name].flatMap((name) => (name ? name.trim() : [])));
  const replaced = (text: string): string => {
    const said = text.trim();
    if (names.has(said)) return STAND_IN.name;
    if (contact.phone !== null && digitsOf(said) === digitsOf(contact.phone) && digitsOf(said) !== '') return STAND_IN.phone;
    if (contact.email !== null && said === contact.email) return STAND_IN.email;
    return told.has(said) ? STAND_IN.text : maskQuestion(said, isKnownWord);
  };
  const turns: { said: string; answered: string[]; ofHerWords: boolean }[] = [];
  for (const { from, text, phrase } of transcript) {
    const turn = turns.at(-1);
    if (from === 'citizen') turns.push({ said: replaced(text), answered: [], ofHerWords: replaced(text) === text.trim() });
    else if (turn && phrase !== undefined && turn.answered.at(-1) !== phrase && (turn.ofHerWords || !phrase.startsWith(OF_WORDS_ALONE))) turn.answered.push(phrase);
  }
  const whole = turns.filter(({ answered }) => answered.length > 0);
  return whole.length === 0 ? null : { shows: '', at: createdAt.slice(0, 16), turns: whole.map(({ said, answered }) => ({ said, answered })) };
}
