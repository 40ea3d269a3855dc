import { findingsOf, type Extractor, type Finding } from '../finding';
import { columnsOf } from '../letter-text';
import { isOneEdit } from '../lexicon';
import { valueUnder } from '../label-rows';
import type { SeenLetter } from '../seen-letter';
import { dates } from './dates';

/** A date whose cell says that it is of something else. */
const OF_ELSE = /født|fødsel|cpr|modtaget|periode|frist|forfald|senest|inden|møde|samtale|besøg|klag|ansøgning af|afgørelse af|gælder|til og med|svar|hvornår|tidspunkt|kl\.|betal|born|received|deadline|due/iu;
const LABEL = /^(?:dat[oc0aeu]|.ato|d.to|da.o|dato|(?:brev|afgørelses|bevillings|udstedelses|udskrifts|afsendelses|forsendelses|udsendelses|sags|tilladelses|beslutnings|faktura|opkrævnings|rykker)dato|udsendt|udstedt|udskrevet|afsendt|sendt|udfærdiget|udfyldt|dannet|oprettet|dateret|skrevet|date|sent|issued|dags dato|d\.)\b/iu;
/** A text message tells at its head who sent it, and when. */
const MESSAGE = /^(?:sms|besked|mail|e-mail)\b|\b(?:sms|besked|mail|e-mail)$/iu;
const DAY_NAME = /\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/giu;

/** The letter's own date: labelled, or alone in its cell of the letterhead, or with the place; in the signature where the head has none. */
export const letterDate: Extractor = (letter) => {
  const found: Finding[] = [];
  const all = findingsOf(dates(letter), 'date');
  for (const date of all) {
    if (date.iso === null || date.sentence < 0) continue;
    const sentence = letter.sentences[date.sentence];
    const cell = sentence ? cellAround(letter, sentence.block, date) : null;
    if (!sentence || !cell) continue;
    // A date in a row of a table is of what the row tells.
    if (sentence.zone === 'body' && sentence.depth > 0 && !cell.alone) continue;
    const certainty = certaintyOf(cell.before, cell.after, sentence.zone, sentence.depth);
    if (certainty > 0) found.push({ of: 'letter-date', iso: date.iso, start: date.start, end: date.end, sentence: date.sentence, certainty });
  }
  const labelled = [...found, ...underLabels(letter, all)];
  return labelled.length > 0 ? labelled : [...inText(letter, all), ...inTail(letter, all)];
};

/** What a letter without a date of its own says of when it was made: "dannet automatisk den 9. marts 2026", "Hilsen Ydelse, 2/12-2026". */
const MADE = /(?<!\p{L})(?:dannet|genereret|afsendt|udsendt|sendt|udskrevet|udstedt|skrevet|dateret|afsendelse|udskriften)(?:\s+(?:automatisk|skriftligt|digitalt|efter ønske|pr\.? post|(?:på vegne af|af)(?: \p{Lu}[\p{L}.-]+){1,4}|fra|min|arbejdsmail|mobil|i dag|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)){0,5}\s*:?,?\s*(?:den\s+|d\.\s*)?$/iu;
const SIGNED = /(?<!\p{L})(?:hilsen|hilsner|hilsner fra|mvh|kh|hilsen fra)\.?,?\s(?:[\p{L}.-]+\s?,?\s){1,6}(?:den\s+|d\.\s*)?$/iu;

function inText({ raw, sentences }: SeenLetter, all: readonly Finding<'date'>[]): Finding[] {
  return all.flatMap((date): Finding[] => {
    const sentence = sentences[date.sentence];
    if (date.iso === null || !sentence) return [];
    const before = raw.slice(Math.max(sentence.start, date.start - 90), date.start);
    const is = MADE.test(before) || SIGNED.test(before);
    return is ? [{ of: 'letter-date', iso: date.iso, start: date.start, end: date.end, sentence: date.sentence, certainty: 0.5 }] : [];
  });
}

/** So many lines are the end of a letter. */
const TAIL = 5;
const LONGEST_OF_TAIL = 60;

/** Without a date in its head a letter may have it at its end: "Birkelunden, 14. august 2026", "Sagsnr. 26-18800, 31. august 2026". */
function inTail({ raw, blocks }: SeenLetter, all: readonly Finding<'date'>[]): Finding[] {
  const lines = blocks.flatMap((block) => block.lines).filter(({ text }) => text.trim() !== '').slice(-TAIL);
  return all.flatMap((date): Finding[] => {
    const line = lines.find(({ start, text }) => date.start >= start && date.end <= start + text.length);
    if (!line || date.iso === null || line.text.length > LONGEST_OF_TAIL) return [];
    const before = raw.slice(line.start, date.start);
    const isAlone = /^\W*$/u.test(raw.slice(date.end, line.start + line.text.length)) && /^(?:[^.!?]|\b\p{L}{1,6}\.)*(?:[,·|–-]\s*|\b(?:den|d\.)\s+)$|^\s*$/u.test(before);
    return isAlone && !OF_ELSE.test(before) ? [{ of: 'letter-date', iso: date.iso, start: date.start, end: date.end, sentence: date.sentence, certainty: 0.5 }] : [];
  });
}

const GUIDANCE_ABOVE = 4;

/** A date under its label, where labels stand in one row and their values in the next. */
function underLabels(letter: SeenLetter, all: readonly Finding<'date'>[]): Finding[] {
  const byStart = new Map(all.map((date) => [date.start, date]));
  return letter.sentences.flatMap(({ block, cues, tokens, zone, depth }): Finding[] => {
    // Guidance may stand above the case data.
    if (zone === 'signature' || depth > GUIDANCE_ABOVE) return [];
    return cues.flatMap(({ meaning, from }): Finding[] => {
      const label = meaning.of === 'label' && meaning.label === 'date' ? tokens[from] : undefined;
      const under = label ? valueUnder(letter, block, label.start) : null;
      const date = under ? byStart.get(under.start) : undefined;
      return date?.iso ? [{ of: 'letter-date', iso: date.iso, start: date.start, end: date.end, sentence: date.sentence, certainty: 0.95 }] : [];
    });
  });
}

const LABELS = ['dato', 'udsendt', 'afsendt', 'dateret', 'brevdato', 'udskrevet', 'udstedt'];
/** "Dat:", "Udsndt": a label with one letter misread, alone before the date. */
const isLabelMisread = (ahead: string): boolean => /^\p{L}{3,10}\s?:?$/u.test(ahead) && LABELS.some((label) => isOneEdit(label, ahead.toLowerCase().replace(/[\s:]/gu, '')));

function certaintyOf(before: string, after: string, zone: string, depth: number): number {
  const ahead = before.trim();
  const behind = after.replace(DAY_NAME, '').replace(/\b(?:kl\.?)?\s*\d{1,2}[.:]\d{2}\b/u, '').trim();
  const rest = (isLabelMisread(ahead) ? '' : ahead).replace(LABEL, '').replace(DAY_NAME, '').replace(/\b(?:den|d|the)\b/giu, '').replace(/[\s.,:;·|*-]+/gu, ' ').trim();
  const labelled = (LABEL.test(ahead) || isLabelMisread(ahead)) && ahead.length < 40;
  const trailing = behind.replace(/[.,:;·|-]/gu, '').trim();
  if (labelled && !OF_ELSE.test(rest)) return zone === 'body' && depth > 3 ? 0.7 : 1;
  if (OF_ELSE.test(ahead)) return 0;
  if (trailing !== '' && !/sagsn|sags-?id|j\.?\s?nr|journal|side|ref/iu.test(trailing)) return 0;
  const inText = zone === 'body' && depth > 0;
  if (rest === '') return inText ? 0.55 : zone === 'body' ? 0.8 : 0.9;
  // "Greve, den 22. september 2026": a place, perhaps the authority's name.
  if (/^[\p{Lu}][\p{L}-]+(?: [\p{L}-]+){0,2}$/u.test(rest) && (/,\s*(?:den|d\.)?\s*$/iu.test(before) || /\b(?:den|d\.)\s*$/iu.test(before)) && !inText) return 0.85;
  if ((zone === 'head' || zone === 'title') && /,\s*(?:den\s)?$/iu.test(before) && rest.length < 45 && !/\d/.test(rest)) return 0.5;
  if ((zone === 'head' || zone === 'title') && rest.length < 60 && MESSAGE.test(rest)) return 0.7;
  // "Tastesvar 28-12-2026": what the paper is, and of when; "Fra Greve Kommune, Ydelsesservice, 03.11.26 kl. 10.02:".
  if ((zone === 'head' || zone === 'title') && (/^\p{Lu}\p{Ll}+$/u.test(rest) || /^fra \p{Lu}.{3,60}$/iu.test(rest))) return 0.5;
  if (zone === 'head' && rest.length < 45 && /(?:sagsn|sags-?id|j\.?\s?nr|journal)/iu.test(rest)) return 0.6;
  return 0;
}

/** What stands before and after a date in its cell: columns parted by wide gaps, cells by "·" or "|". */
function cellAround(letter: SeenLetter, block: number, { start, end }: { readonly start: number; readonly end: number }): { before: string; after: string; alone: boolean } | null {
  for (const line of letter.blocks[block]?.lines ?? []) {
    for (const cell of columnsOf(line)) {
      const at = start - cell.start;
      if (at < 0 || at >= cell.text.length) continue;
      const from = Math.max(0, ...['·', '|', ' / '].map((mark) => cell.text.lastIndexOf(mark, at)).map((place) => (place < 0 ? 0 : place + 1)));
      const after = cell.text.slice(at + end - start).split(/[·|]/u)[0] ?? '';
      // A label alone in the column before belongs to it: "Dato      03-09-2026".
      const label = line.text.slice(0, cell.start - line.start).trim();
      const before = cell.text.slice(from, at).replace(/^\s*\/\s/u, '');
      const last = label.split(/\s{3,}/u).at(-1) ?? '';
      if (before.trim() === '' && !/\d/u.test(last) && OF_ELSE.test(last)) return { before: last, after, alone: false };
      return { before: before.trim() === '' && LABEL.test(last) ? 'dato ' : before, after, alone: columnsOf(line).length === 1 };
    }
  }
  return null;
}
