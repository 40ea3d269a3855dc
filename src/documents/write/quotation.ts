import { PAPER_LANGUAGE, type PaperBlock } from './paper';
import { printable } from './printable';

/** Danish words that lead to a quotation: `Med mine egne ord, skrevet på tyrkisk: "…"`. */
const LEAD_IN = /^([^"\n]{1,120}:)\s+(".*)$/s;

/** The languages that citizens are met in (contract § 8), and their neighbours: what a lead-in may name. */
const LANGUAGES = ['ar', 'bs', 'de', 'en', 'es', 'fa', 'fr', 'hr', 'ku', 'lt', 'pl', 'ps', 'ro', 'ru', 'so', 'sr', 'ta', 'ti', 'tr', 'uk', 'ur', 'vi'];
const names = new Intl.DisplayNames([PAPER_LANGUAGE], { type: 'language' });
const LANGUAGE_OF = new Map(LANGUAGES.map((tag) => [names.of(tag)?.toLocaleLowerCase(PAPER_LANGUAGE), tag]));

/** Her own words in another language: the Danish words that lead to them, then they themselves as a quotation. */
export function quotationBlocks(text: string): PaperBlock[] {
  const [, leadIn, quoted] = LEAD_IN.exec(printable(text).trim()) ?? [];
  if (leadIn === undefined || quoted === undefined) return [{ kind: 'quote', text, language: null }];
  return [{ kind: 'lead-in', text: leadIn }, { kind: 'quote', text: quoted, language: languageNamed(leadIn) }];
}

/** The language that the last word of a lead-in names: a screen reader then reads the quotation in that voice. */
function languageNamed(leadIn: string): string | null {
  const last = /([\p{L}-]+):$/u.exec(leadIn)?.[1] ?? '';
  return LANGUAGE_OF.get(last.toLocaleLowerCase(PAPER_LANGUAGE)) ?? null;
}
