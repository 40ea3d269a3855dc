import type { Token } from './letter-tokens';

/** A sentence: tokens from `from` up to `to` of its block. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** Abbreviations of letters that end no sentence. `Intl.Segmenter` splits at most of them, which tears citations apart. */
const SHORT = new Set(
  ('stk nr jf bl a kl kr mv m v pr ca f eks fx hhv inkl ekskl tlf d dvs evt mht vedr pkt litra sml ang afd dr osv fl o kap art sagsnr jnr j ref cf if e i g p st tv th vej bek lbk ' +
    'cirk max min mio mdr md aug sept okt nov dec jan feb mar apr jun jul hr fr frk no no para sec ff s pgf kbh matr vedl resp iht ift pga skt ss cpr').split(' '),
);

/** "… 7.500 kr. Resten må du …": these end a sentence where the next word opens one. */
const ENDS_TOO = new Set(['kr', 'mv', 'v', 'osv', 'm', 'min', 'mdr', 'pkt', 'l', 'lign']);
const OPENS = new Set(
  ('Vi Du De I Det Der Den Dette Denne Jeg For Derfor Dermed Resten Beløbet Pengene Hvis Når Kommunen Hjælpen Støtten Ydelsen Udgiften Din Dit Dine Jeres Deres Dem Her Som Efter Fra Til Klagen Er Har Kan Vil Ved Men Og Så Hun Han We You The This It').split(' '),
);

/** "12. Oktober": old hands write months with a capital. */
const MONTH = /^(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/iu;

/** Splits tokens into sentences. */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  tokens.forEach((token, at) => {
    if (!endsSentence(tokens, token, at)) return;
    let to = at + 1;
    // A closing quotation mark or bracket belongs to the sentence it closes.
    if (/^["”»«)]$/u.test(tokens[to]?.text ?? '') && tokens[to]?.spaced === false) to++;
    if (to > from) sentences.push({ from, to });
    from = to;
  });
  if (from < tokens.length) sentences.push({ from, to: tokens.length });
  return sentences;
}

function endsSentence(tokens: readonly Token[], token: Token, at: number): boolean {
  if (token.kind !== 'sign' || !/^[.!?]$/.test(token.text)) return false;
  const next = tokens[at + 1];
  if (!next) return true;
  if (!next.spaced && !/^["”»)]$/u.test(next.text)) return false;
  if (token.text !== '.') return !/^\p{Ll}/u.test(next.text);
  const before = tokens[at - 1];
  // "jf. § 3", "den 1. juni": what follows goes on in small letters, with a number or a section sign.
  if (/^[\p{Ll}§$&(,]/u.test(next.text)) return false;
  if (!before) return false;
  if (before.kind === 'number' && MONTH.test(next.text)) return false;
  if (before.kind === 'number') return !/^\p{Ll}/u.test(next.text) && !(next.kind === 'number' && before.text.length <= 2);
  return !SHORT.has(before.text.toLowerCase()) || (ENDS_TOO.has(before.text.toLowerCase()) && OPENS.has(next.text));
}
