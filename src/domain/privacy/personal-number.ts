/**
 * Where a CPR number (personnummer) may stand: ten digits in the shape day, month, year, four more, with separators as
 * people write them. Zero-width characters and line breaks may stand between; digits may be full-width or Arabic-Indic.
 */
const GAP = String.raw`[\s\u00a0\u200b-\u200d\u2060\ufeff.\/\-‐‑‒–—−_]{0,4}`;
const DIGIT = String.raw`\p{Nd}`;
/** Whether there may be a digit at all, of whatever script: below these signs none but ours stands. It spares most texts the search. */
const ANY_DIGIT = /[0-9\u0660-\uffff]/;
const TEN_DIGITS = new RegExp(`(?<!${DIGIT})${DIGIT}{2}${GAP}${DIGIT}{2}${GAP}${DIGIT}{2}${GAP}${DIGIT}{4}(?!${DIGIT})`, 'gu');

/** A label before the digits that says they are something else: what follows is left alone. */
const OTHER_NUMBER = /(?:sags?(?:nr|nummer|-?id)?|journal(?:nr|nummer)?|j\.?\s?nr|dok(?:ument)?\.?(?:nr|nummer|id)?|ean|cvr|se|p-?(?:nr|nummer)|faktura(?:nr|nummer)?|ordre(?:nr|nummer)?|konto(?:nr|nummer)?|reg\.?\s?(?:nr)?|kunde(?:nr|nummer)?|matr(?:ikel)?\.?(?:nr)?|betalings-?id|fik|case(?: number| no| id)?|account(?: number| no)?|invoice(?: number| no)?|order(?: number| no)?|reference(?: number)?|ref)[\s.:#№-]{0,6}(?:nr|nummer|no|id)?[\s.:#-]{0,4}$/iu;
const PERSONAL_NUMBER = /(?:cpr|person(?:nummer|nr)|civil registration|social security)[^\p{Nd}\n]{0,20}$/iu;

/** A phone number that begins with a country code is none, whether the code or what follows it has the shape: "+4401…", "+44 7911 123456". */
const COUNTRY_CODE = /(?:\+|(?<!\p{Nd})00)[\s]?(?:\(?(?!45)\p{Nd}{1,3}\)?[\s.-]{1,2}(?:\(?0\)?[\s.-]?)?)?$/u;
/** The one shape in which no phone number is written: it is hidden though a country's code may stand before it. */
const AS_ON_THE_CARD = /^\p{Nd}{6}\s?[-–]\s?\p{Nd}{4}$/u;
const LABEL_REACH = 40;

/** A place in a text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The CPR numbers in a text. The check digit is not asked for: numbers given since October 2007 need not fit it.
 * Replacement numbers (erstatningspersonnummer), whose day is raised by 60, count as well.
 */
export function personalNumbers(text: string): Span[] {
  const found: Span[] = [];
  if (!ANY_DIGIT.test(text)) return found;
  for (const match of text.matchAll(TEN_DIGITS)) {
    const before = text.slice(Math.max(0, match.index - LABEL_REACH), match.index);
    const labelled = PERSONAL_NUMBER.test(before);
    if (!labelled && (OTHER_NUMBER.test(before) || (COUNTRY_CODE.test(before) && !AS_ON_THE_CARD.test(match[0])) || !isBirthday(digitsOf(match[0])))) continue;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The digits as ASCII, whatever script they were written in. */
function digitsOf(text: string): string {
  return [...text].flatMap((sign) => (/\p{Nd}/u.test(sign) ? [String(valueOf(sign))] : [])).join('');
}

/** Decimal digits of every script stand in runs of ten that begin at a multiple of ten within their block. */
function valueOf(digit: string): number {
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return value;
}

function isBirthday(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  return ((day >= 1 && day <= 31) || (day >= 61 && day <= 91)) && month >= 1 && month <= 12;
}
