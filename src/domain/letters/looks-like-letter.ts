import { objectOf, type JsonObject } from '../json';
import { foldWords } from '../topics/said-words';

/** Below this, a message is told as words of her own, unless an authority stands over it or under it. */
const LETTER_FROM = 120;
/** "Afslag på nødkald. Du kan ikke få et nødkald. Venlig hilsen Visitationen": below this, nothing is told from it. */
const SHORTEST = 60;
/** A text message or a line of Digital Post; in anything shorter than this, more has to speak for a letter. */
const LONG_FROM = 400;

/** What letters of authorities have and people's own words seldom do; each counts once. */
const CUES: readonly (readonly string[])[] = [
  ['sagsnr', 'sagsnummer', 'sags id', 'journalnr', 'journalnummer', 'j nr', 'case number', 'case no', 'our ref', 'deres ref', 'vores ref'],
  ['med venlig hilsen', 'venlig hilsen', 'hilsen', 'hilsner', 'mvh', 'vh', 'yours sincerely', 'kind regards', 'best regards'],
  ['klagevejledning', 'klagefrist', 'du kan klage', 'hvis du vil klage', 'you can appeal', 'you may appeal', 'kan påklages'],
  ['afgørelse', 'afslag på', 'bevilling', 'partshøring', 'indkaldelse', 'opkrævning', 'rykker', 'orientering om', 'din ret', 'decision', 'besluttet', 'bevilget', 'får du', 'du får', 'siger nej', 'siger ja'],
  ['begrundelse', 'vi har lagt vægt på', 'vi har vurderet', 'vi vurderer', 'reasons'],
  ['kære', 'hej', 'til rette vedkommende', 'dear'],
  ['dato', 'date', 'senest', 'inden'],
  ['kommune', 'center for', 'jobcenter', 'jobcentret', 'team', 'sms fra', 'borgerservice', 'visitationen', 'udbetaling danmark', 'municipality'],
  ['forvaltningsloven', 'forvaltningslovens', 'serviceloven', 'servicelovens', 'aktivloven', 'aktivlovens', 'retssikkerhedsloven', 'lov om'],
  ['sagsbehandler', 'socialrådgiver', 'fagkonsulent', 'afdelingsleder', 'case worker'],
  ['vi kan ikke', 'vi kan desværre ikke', 'vi skriver', 'din ansøgning', 'ansøgningen', 'your application', 'du har søgt', 'du søgte', 'du skal', 'vi minder', 'you must'],
];
const PARAGRAPH = /§\s?\d/u;
const PHONE = /(?<!\d)\d{2} ?\d{2} ?\d{2} ?\d{2}(?!\d)/u;
/** "12. november 2026", "12-11-2026", "3/2-27". */
const DAY = /(?<!\d)\d{1,2}\. ?\p{Ll}{3,9}\.? \d{4}(?!\d)|(?<!\d)\d{1,2}[-./]\d{1,2}[-./ ]{1,2}(?:\d{4}|\d{2})(?!\d)/u;

/** Who writes of herself says "jeg"; an authority says "du". */
/** "i" alone is a Danish preposition. */
const HERSELF = / (?:jeg|mig|min|mit|mine|my|me|i am|i have|i got|i do|i called|i was)(?= )/gu;
const TO_HER = / (?:du|dig|din|dit|dine|you|your)(?= )/gu;

/** "at I havde håbet": to two of them; in English the same letter is herself. */
const TO_THEM = /(?<=[\p{Ll},] )I(?= \p{Ll})/gu;

/** Whether a message is a letter that was pasted: surely, perhaps (then she is asked), or not. */
export type LooksLike = 'letter' | 'perhaps' | 'no';

/**
 * Tells a pasted letter from words of her own, by what letters of authorities have and by whom it speaks to. The shorter it is, the more
 * has to speak for it.
 *
 * @example looksLikeLetter('Hvornår har I åbent?') // 'no'
 */
export function looksLikeLetter(text: string): LooksLike {
  if (text.length < SHORTEST) return 'no';
  const folded = ` ${foldWords(text)} `;
  const cues = CUES.filter((words) => words.some((word) => folded.includes(` ${word} `))).length + [PARAGRAPH, PHONE, DAY].filter((cue) => cue.test(text)).length;
  const speaker = voice(text, folded);
  if (text.length < LETTER_FROM) return speaker === 'herself' || !isOfAuthority(text) || text.includes('?') || cues < 3 ? 'no' : speaker === 'to-her' && isHeaded(text) ? 'letter' : 'perhaps';
  // "Jeg har i dag besluttet, at Aya bliver i 5.a": one who decides speaks of himself, too.
  const official = text.length >= LONG_FROM && isBetweenNames(text);
  if (speaker === 'herself') return official && cues >= 2 ? 'letter' : cues >= 3 && text.length >= LONG_FROM ? 'perhaps' : 'no';
  const speaks = cues + (speaker === 'to-her' ? 2 : 0) + (official ? 2 : 0);
  if (text.length < LONG_FROM) return speaks >= 5 ? 'letter' : speaks >= 4 ? 'perhaps' : 'no';
  return speaks >= 4 ? 'letter' : cues >= 2 ? 'perhaps' : 'no';
}

const UNIT = String.raw`(?:\p{L}+ kommune|jobcent(?:er|ret)|udbetaling danmark|borgerservice|skattestyrelsen|opkrævningen|center for|\p{L}*(?:centret|centeret|visitationen|forvaltningen|afdelingen|teamet|kontoret))`;
/** A line of its own that names an authority or one of its units: a letterhead. */
const HEADED = new RegExp(String.raw`^\s*${UNIT}[^.?!\n]{0,40}\n`, 'iu');
/** "Venlig hilsen Visitationen": signed by a unit, as no citizen signs. */
const SIGNED = new RegExp(String.raw`(?:hilsen|hilsner|mvh|vh)[\s,.]+(?:\p{Lu}[\p{L}.]+[\s,]+){0,3}?${UNIT}[\s\p{L},.]{0,40}$`, 'iu');

const isHeaded = (text: string): boolean => HEADED.test(text) && text.trim().split('\n').length >= 4;
const isOfAuthority = (text: string): boolean => isHeaded(text) || SIGNED.test(text);

const UNIT_NAMED = /(?<!\p{L})(?:kommune|jobcent(?:er|ret)|udbetaling danmark|borgerservice|nævnet|municipality|\p{L}*(?:skolen?|cent(?:ret|eret)|visitation(?:en)?|forvaltning(?:en)?|afdeling(?:en)?|team(?:et)?|enhed(?:en)?|kontor(?:et)?|service|rådgivning(?:en)?|korpset|børnehuset?|plejehjem(?:met)?))(?!\p{L})/iu;
const ROLE = /(?<!\p{L})\p{L}*(?:leder|chef|sagsbehandler|rådgiver|psykolog|visitator|konsulent|jurist|terapeut|sygeplejerske|koordinator|medarbejder|ingeniør|officer|caseworker)(?!\p{L})/iu;
const TO_SOMEBODY = /^(?:til|kære|hej|att|dear|to)(?!\p{L})/iu;
/** Longer lines are running text. */
const LINE_OF_NAMES = 80;

/** Whether an authority's name stands over a text and its name, or what somebody there is, under it. */
function isBetweenNames(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => /\p{L}/u.test(line));
  const isName = (line: string): boolean => line.length <= LINE_OF_NAMES && !/[.?!]$/u.test(line) && !TO_SOMEBODY.test(line);
  const over = lines.slice(0, 4).some((line) => isName(line) && UNIT_NAMED.test(line));
  const under = lines.slice(-6).some((line) => isName(line) && (UNIT_NAMED.test(line) || ROLE.test(line)));
  return over && under;
}

/** Whose voice it is: that of one who speaks of herself, that of one who only speaks to her, or neither for sure. */
function voice(text: string, folded: string): 'herself' | 'to-her' | 'unclear' {
  const [herself = 0, one = 0] = [HERSELF, TO_HER].map((words) => folded.match(words)?.length ?? 0);
  const toHer = one + (/ (?:the|and|my) /u.test(folded) ? 0 : (text.match(TO_THEM)?.length ?? 0));
  if (herself > toHer) return 'herself';
  return herself === 0 && toHer > 0 ? 'to-her' : 'unclear';
}

/** The phrase under which her own letter is shown to her again. */
export const LETTER_SHOWN = 'letter.show';

/** Whether a message holds the text of a letter: one that she pasted, or her own shown to her again. Explanations hold none. */
export function carriesLetter({ type, text, channelData }: JsonObject): boolean {
  if (type !== 'message' || typeof text !== 'string') return false;
  const said = objectOf(channelData)?.content;
  return typeof said === 'string' ? said === LETTER_SHOWN : looksLikeLetter(text) !== 'no';
}
