import { ZONE } from '../src/domain/calendar';
import { readReceiptDay } from '../src/domain/dates/day-of-receipt';
import { whenTold } from '../src/domain/dates/says-time';
import { writtenDay } from '../src/domain/dates/read-day';
import { timeLimitIn } from '../src/domain/letters/time-limit';
import { choicesMeant, meansAll } from '../src/domain/forms/read-choice';
import { saysNotKnown } from '../src/domain/forms/not-known';
import { readPlace } from '../src/domain/forms/read-place';
import { WHOLE_LETTER } from '../src/domain/forms/which-matter';
import { readName } from '../src/domain/forms/read-name';
import { readEmail } from '../src/domain/forms/read-email';
import { readPhoneNumber } from '../src/domain/forms/phone-number';
import { complaintForm } from '../src/domain/forms/complaint-form';
import { choicesOf, type Answers, type Form } from '../src/domain/forms/form';
import { foldWords } from '../src/domain/topics/said-words';
import { withoutNaming, wordSaid } from '../src/domain/topics/tongue-words';
import { LANGUAGES } from '../src/domain/language';
import { holdsMask } from '../src/domain/privacy/personal-data';
import type { Json } from '../src/domain/json';
import { choiceLabels } from './form-words';
import type { Talk } from './talk';

/** What a typed answer to one question came to. */
export type ReadAnswer =
  | { readonly kind: 'understood'; readonly value: Json }
  /** A phone number that may be right: read back before it is taken. */
  | { readonly kind: 'unusual'; readonly asWritten: string }
  /** Several of the choices may be meant: she is asked which. */
  | { readonly kind: 'several'; readonly choices: readonly string[] }
  | { readonly kind: 'unclear' };

const BARE: ReadonlySet<string> = new Set(['ja', 'nej', 'jo', 'næ', 'ok', 'okay', 'yes', 'no', 'yep', 'nope']);

/** A yes or no and nothing more, in Danish, English or her tongue. */
function isBare({ content, memory: { tongue } }: Talk, text: string): boolean {
  const words = tongue === null ? null : content.wordsOf(tongue);
  return BARE.has(foldWords(text)) || (words !== null && ['yes', 'no'].includes(wordSaid(text, words) ?? ''));
}

/** The name without "my name is" of her tongue. */
function nameIn({ content, memory: { tongue } }: Talk, text: string): string {
  const words = tongue === null ? null : content.wordsOf(tongue);
  return words === null ? text : withoutNaming(text, words);
}

const UNCLEAR: ReadAnswer = { kind: 'unclear' };

/** Reads what she wrote (or `said` of it) as the answer to one question of the form, by the question's kind; the schema has the last word. */
export function readAnswer(talk: Talk, form: Form, field: string, known: Answers = {}, said: string = talk.heard.text): ReadAnswer {
  const question = form.questions[field];
  if (!question) return UNCLEAR;
  // To another form "ved ikke" may be the answer: when it suits, which department.
  if (saysNotKnown(said, question.kind === 'place') && (question.optional || form.name === complaintForm.name)) return question.optional ? { kind: 'understood', value: null } : UNCLEAR;
  const read = readAs(talk, said, field, question.kind, choicesOf(form, field, known));
  if (read.kind !== 'understood') return read;
  const parsed = question.answer.safeParse(read.value);
  return parsed.success ? { kind: 'understood', value: parsed.data } : UNCLEAR;
}

function readAs(talk: Talk, text: string, field: string, kind: string, choices: readonly string[]): ReadAnswer {
  switch (kind) {
    case 'yes-no':
      return understood(talk.yesOrNo(text));
    case 'choice': {
      const meant = choicesSaid(talk, text, field, choices);
      return meant.length > 1 ? { kind: 'several', choices: meant } : understood(meant[0]);
    }
    case 'phone': {
      const number = readPhoneNumber(text);
      if (number.kind === 'unusual') return { kind: 'unusual', asWritten: number.asWritten };
      return understood(number.kind === 'valid' ? number.e164 : null);
    }
    case 'email':
      return understood(readEmail(text));
    case 'past-day': {
      const now = talk.services.now().setZone(ZONE);
      const found = readReceiptDay(text, now);
      // A day that lies ahead is a slip: counted from it, the last day would be too late.
      return understood(found !== null && found.date <= (now.toISODate() ?? '') ? found.date : null);
    }
    case 'past-time': {
      const when = whenTold(text, talk.services.now().setZone(ZONE));
      return understood(when === null ? null : 'day' in when ? when.day : when.asWritten);
    }
    case 'place':
      return understood(readPlace(text));
    case 'time-limit':
      return understood(timeLimitIn(text) === null && writtenDay(text) === null ? null : text);
    case 'name':
      return understood(isBare(talk, text) ? null : readName(nameIn(talk, text)));
    default:
      // Only a hidden CPR number, or a yes or no to what asks for words: nothing that could stand in a letter.
      return understood((holdsMask(text) && !/\p{L}{2}/u.test(text)) || isBare(talk, text) ? null : text);
  }
}

/** The choices that may be meant; she may know their labels in another language. */
function choicesSaid(talk: Talk, text: string, field: string, choices: readonly string[]): string[] {
  if (choices.includes(WHOLE_LETTER) && meansAll(text)) return [WHOLE_LETTER];
  const { tongue } = talk.memory;
  const languages = [...(tongue === null ? [] : [tongue]), talk.language, ...LANGUAGES.filter((each) => each !== talk.language)];
  const places = languages.map((language) => choicesMeant(text, choiceLabels(talk, field, choices, language))).find((meant) => meant.length > 0) ?? [];
  return places.flatMap((place) => choices[place] ?? []);
}

const understood = (value: Json | undefined): ReadAnswer => (value === null || value === undefined ? UNCLEAR : { kind: 'understood', value });
