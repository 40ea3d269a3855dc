import type { Extractor, Finding } from '../finding';

/** Money as written: "1.660 kr.", "kr. 10.008,00", "DKK 250", in English letters "DKK 3,120.50". */
const AMOUNT = /DKK\s?\d{1,3}(?:,\d{3})+(?:\.\d{2})?(?![\d,])|(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d{2})?\s?DKK(?!\p{L})|(?:(?:kr\.?|DKK)\s?)(\d{1,3}(?:[. ]\d{3}){0,4}(?:,\d{2})?|\d{1,9}(?:,\d{2})?)|(?<![\d.,])(\d{1,3}(?:\.\d{3}){1,4}(?:,\d{2})?|\d{1,9}(?:,\d{2})?)\s?(?:kr\.?|kroner|DKK)(?![\p{L}])|(?<![\d.,])(\d{1,3}(?:\.\d{3}){0,4},\d{2})(?![\d.,]|\s?%)/gu;
const CLOCK = /(?<!\p{L})(?:(?:kl\.?|klokken)\s?(?=\d)|at\s(?=\d{1,2}[.:]\d{2}))(\d{1,2}(?:[.:]\d{2})?)(?!\d|\s?(?:kr|procent|pct))/giu;

export const amounts: Extractor = ({ raw }) => {
  const found: Finding[] = [];
  for (const match of raw.matchAll(AMOUNT)) {
    const value = match[0].trim();
    found.push({ of: 'amount', value, start: match.index, end: match.index + match[0].length, sentence: -1, certainty: 1 });
  }
  return found;
};

/** Times of day: "kl. 10.15". */
export const clocks: Extractor = ({ raw }) => {
  const found: Finding[] = [];
  for (const match of raw.matchAll(CLOCK)) {
    const [hours = '', minutes = '00'] = (match[1] ?? '').split(/[.:]/);
    if (Number(hours) > 23 || Number(minutes) > 59) continue;
    found.push({ of: 'clock', value: `${hours.padStart(2, '0')}:${minutes}`, start: match.index, end: match.index + match[0].length, sentence: -1, certainty: 1 });
  }
  return found;
};
