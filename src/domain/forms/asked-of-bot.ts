import { foldWords } from '../topics/said-words';

/** A choice that a sentence asks for, beside the commands of a word or two: what can be done with a draft, and the language. */
export type AskedChoice = 'draft.show' | 'draft.word' | 'draft.pdf' | 'draft.edit' | 'send' | 'skip' | 'back' | 'language.en' | 'language.da';

const THING = '(?:(?:mit|min|the|my|hele) )?(?:det|den|udkast|udkastet|klage|klagen|brevet|draft|complaint|it|that)';
const MAY_I = '(?:(?:kan|må|vil) (?:jeg|du|i|vi) |(?:can|could|may) (?:i|you|we) |jeg vil (?:gerne )?|i (?:want|would like) (?:to )?|lad mig |let me )?';
const PLEASE = '(?: (?:tak|nu|igen|lige|please|again|now|en gang til|i chatten))*';
const WORD_FILE = '(?:word|docx|word fil|word dokument|et word dokument|en word fil|word file|a word file)';
const PDF_FILE = '(?:pdf|en pdf|pdf fil|en pdf fil|a pdf|pdf file|a pdf file)';
const FETCH = `(?:(?:få|hente|hent|have|gemme|gem|downloade|download|sende|send|give|get|save|have) )?(?:mig |me )?(?:${THING} )?(?:som|i|as|in)?`;

/** Whole messages only, so that no story of hers is taken for a command; a word of politeness may stand around it. */
const ASKED: readonly (readonly [AskedChoice, RegExp])[] = [
  ['draft.word', whole(`${MAY_I}${FETCH} ?${WORD_FILE}`)],
  ['draft.pdf', whole(`${MAY_I}${FETCH} ?${PDF_FILE}`)],
  ['draft.show', whole(`${MAY_I}(?:(?:lige|godt|gerne) )?(?:vis|vise|se|læse|show|see|read)(?: mig| me)? (?:lige )?${THING}`)],
  ['draft.edit', whole(`${MAY_I}(?:(?:lige|godt|gerne) )?(?:rette|ret|ændre|ændr|redigere|rediger|edit|change)(?: i| noget i| lidt i)? ${THING}`)],
  ['send', whole(`${MAY_I}(?:(?:lige|godt|gerne) )?(?:sende|send|giv|give)(?: ${THING})? (?:videre )?(?:til|to) (?:borgerrådgiver|borgerrådgiveren|rådgiveren|the (?:citizens )?advis[eo]r)`)],
  ['skip', whole('(?:jeg vil |jeg vil gerne |i want to |kan (?:jeg|vi) )?(?:springe|spring|hoppe|hop|skip)(?: over)?(?: det| den| dette| spørgsmålet| det her| it| this| this one| this question)?(?: over)?')],
  ['back', whole('(?:(?:jeg vil |kan (?:jeg|vi) |i want to |can (?:i|we) )?(?:gerne )?(?:gå|komme|go) )?(?:et |ét |en |one )?(?:(?:skridt|gang|step) )?(?:tilbage|back)(?: (?:et|ét|one) (?:skridt|step))?')],
  ['language.en', whole('(?:kan (?:vi|du|jeg) |can (?:we|you|i) |could (?:we|you) )?(?:(?:tale|skrive|snakke|speak|talk|write|use|have it|switch|change)(?: to| in| på)? )?(?:in |på |to )?(?:engelsk|english)')],
  ['language.da', whole('(?:kan (?:vi|du|jeg) |can (?:we|you) )?(?:(?:tale|skrive|snakke|speak|talk|write)(?: to| in| på)? )?(?:in |på |to )?(?:dansk|danish)')],
];

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:(?:ja|ok|okay|så|please|nej|hej) )?${pattern}${PLEASE}$`, 'u');
}

/**
 * The choice that a whole message asks for in words of its own; null when none.
 *
 * @example askedChoice('kan jeg få det som word?') // 'draft.word'
 */
export function askedChoice(text: string): AskedChoice | null {
  const said = foldWords(text);
  return ASKED.find(([, wording]) => wording.test(said))?.[0] ?? null;
}

/** More words than these are told, not asked. */
const QUESTION_WORDS_AT_MOST = 14;
const QUESTION_WORD = /^(?:og |men |så |hej |undskyld |and |but |so |sorry )?(?:hvad|hvor|hvornår|hvordan|hvorfor|hvem|hvilken|hvilket|hvilke|til hvem|what|where|when|how|why|who|which|whom)(?!\p{L})/u;
/** "Hvad de skriver, er forkert" tells. */
const TELLS = /^(?:hvad|hvor|hvordan|hvorfor|hvem|what|how|why) (?:jeg|de|han|hun|vi|der|man|min|mit|mine|lægen|they|he|she|we|i) /u;
const VERB_FIRST = /^(?:og |men |så |hej |undskyld |and |but |so |sorry )?(?:(?:kan|må|skal|bør|vil|får|har|er|bliver|behøver) (?:jeg|du|i|man|vi|det|den|der|de|hun|han|kommunen)|(?:can|may|must|shall|should|do|does|will|could|is|are|have) (?:i|you|we|it|one|there|they|he|she))(?!\p{L})/u;

/** "Hvis jeg klager, skal jeg så betale". */
const ASKS_IF = /^(?:hvis|if) .+ (?:(?:kan|må|skal|får|mister|bliver|vil) (?:jeg|vi|det|de|i)|(?:can|must|do|will|should) (?:i|we|it|they))(?!\p{L})/u;

/** Whether a short message asks something, so that it may be meant for the bot and not for the complaint. */
export function asksBot(text: string): boolean {
  const said = foldWords(text);
  if (said.split(' ').length > QUESTION_WORDS_AT_MOST || /[.!?…]\s+\S/u.test(text.trim())) return false;
  if (/\?\s*$/u.test(text)) return true;
  return VERB_FIRST.test(said) || ASKS_IF.test(said) || (QUESTION_WORD.test(said) && !TELLS.test(said));
}

const CORRECTS = /^\s*(?:(?:nej|no)[,.!]?\s+)?(?:vent(?:\s+lidt)?|hov|ups|uha|jeg tog fejl|jeg mente|jeg mener|wait|oops|i meant|i mean|sorry[,.!]?\s+i meant|my mistake)(?!\p{L})[\s,.:!–-]*/iu;

/**
 * What follows where she takes back an answer of before; null when she does not.
 *
 * @example takenBack('nej vent, det er en afgørelse') // 'det er en afgørelse'
 */
export function takenBack(text: string): string | null {
  const found = CORRECTS.exec(text);
  return found === null ? null : text.slice(found[0].length).trim();
}

const ADDS = /^\s*(?:ret|tilføj|skriv(?: gerne)?|sæt ind|add|write)\s*:?\s*(?:(?:skriv|også|gerne|lige|at|det|der|also|that)\s+)*(?<words>\p{L}[\s\S]*\S)\s*$/iu;

/** The words that she asks to be added to the draft: "skriv også, at hun lo"; null when she asks for none. */
export function wordsToAdd(text: string): string | null {
  if (!/(?<!\p{L})(?:skriv|tilføj|add|write)(?!\p{L})/iu.test(text)) return null;
  const words = ADDS.exec(text.replaceAll(/,\s*(?=at\s)/giu, ' '))?.groups?.words ?? null;
  return words !== null && words.split(/\s+/).length >= 2 ? words : null;
}
