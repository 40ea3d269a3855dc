import { z } from 'zod';

/** The languages in which everything is said; Danish is the one that holds. */
export const LANGUAGES = ['da', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/**
 * Languages in which only the opening card, danger and in some the guidance is said. Who writes one of them is answered in it as
 * far as there are words, else in the conversation's own language.
 */
export const TONGUES = ['tr', 'ur', 'ar', 'pl', 'uk', 'so', 'ro', 'fa', 'de'] as const;
export const Tongue = z.enum(TONGUES);
export type Tongue = z.infer<typeof Tongue>;
