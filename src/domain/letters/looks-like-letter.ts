import { z } from 'zod';
import type { JsonObject } from '../json';
import { foldWords } from '../topics/said-words';

/** Below this, what is pasted is told as words of her own. */
const LETTER_FROM = 400;

/** What letters of authorities have and people's own words seldom do; each counts once. */
const CUES: readonly (readonly string[])[] = [
  ['sagsnr', 'sagsnummer', 'sags id', 'journalnr', 'journalnummer', 'j nr', 'case number', 'case no', 'our ref', 'deres ref', 'vores ref'],
  ['med venlig hilsen', 'venlig hilsen', 'yours sincerely', 'kind regards', 'best regards'],
  ['klagevejledning', 'klagefrist', 'du kan klage', 'hvis du vil klage', 'you can appeal', 'you may appeal', 'kan påklages'],
  ['afgørelse', 'afslag på', 'bevilling', 'partshøring', 'indkaldelse', 'opkrævning', 'rykker', 'orientering om', 'decision'],
  ['begrundelse', 'vi har lagt vægt på', 'vi har vurderet', 'vi vurderer', 'reasons'],
  ['kære', 'hej', 'til rette vedkommende', 'dear'],
  ['dato', 'date'],
  ['kommune', 'center for', 'jobcenter', 'udbetaling danmark', 'municipality'],
  ['forvaltningsloven', 'forvaltningslovens', 'serviceloven', 'servicelovens', 'aktivloven', 'aktivlovens', 'retssikkerhedsloven', 'lov om'],
  ['sagsbehandler', 'socialrådgiver', 'fagkonsulent', 'afdelingsleder', 'case worker'],
  ['vi kan ikke', 'vi kan desværre ikke', 'vi skriver', 'din ansøgning', 'ansøgningen', 'your application'],
];
const SURE = 4;
const PERHAPS = 2;

/** Whether a message is a letter that was pasted: surely, perhaps (then she is asked), or not. */
export type LooksLike = 'letter' | 'perhaps' | 'no';

/**
 * Tells a pasted letter from words of her own, by its length and by what letters of authorities have.
 *
 * @example looksLikeLetter('Hvornår har I åbent?') // 'no'
 */
export function looksLikeLetter(text: string): LooksLike {
  if (text.length < LETTER_FROM) return 'no';
  const folded = ` ${foldWords(text)} `;
  const cues = CUES.filter((words) => words.some((word) => folded.includes(` ${word} `))).length + (/§\s?\d/.test(text) ? 1 : 0);
  if (cues >= SURE) return 'letter';
  return cues >= PERHAPS ? 'perhaps' : 'no';
}

const Message = z.looseObject({ type: z.literal('message'), text: z.string(), channelData: z.looseObject({ content: z.string().optional() }).optional() });

/** The phrase under which her own letter is shown to her again. */
export const LETTER_SHOWN = 'letter.show';

/** Whether a message holds the text of a letter: one that she pasted, or her own shown to her again. Explanations hold none. */
export function carriesLetter(activity: JsonObject): boolean {
  const message = Message.safeParse(activity).data;
  if (!message) return false;
  const said = message.channelData?.content;
  return said === undefined ? looksLikeLetter(message.text) !== 'no' : said === LETTER_SHOWN;
}
