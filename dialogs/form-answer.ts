import { ZONE } from '../src/domain/calendar';
import { readPastDay } from '../src/domain/dates/read-past-day';
import { writtenDay } from '../src/domain/dates/read-day';
import { timeLimitIn } from '../src/domain/letters/time-limit';
import { readChoice } from '../src/domain/forms/read-choice';
import { readName } from '../src/domain/forms/read-name';
import { readYesNo } from '../src/domain/forms/read-yes-no';
import { readEmail } from '../src/domain/forms/read-email';
import { readPhoneNumber } from '../src/domain/forms/phone-number';
import { choicesOf, type Answers, type Form } from '../src/domain/forms/form';
import { foldWords } from '../src/domain/topics/said-words';
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
  | { readonly kind: 'unclear' };

/** That she does not know is no answer to be written into a letter. */
const NOT_KNOWN = /^(?:det )?(?:ved (?:jeg )?(?:det )?ikke|aner det ikke|ingen anelse|i (?:don t|do not) know|don t know|not sure|no idea)$/u;

const UNCLEAR: ReadAnswer = { kind: 'unclear' };

/** Reads what she wrote as the answer to one question of the form, by the question's kind; the schema has the last word. */
export function readAnswer(talk: Talk, form: Form, field: string, known: Answers = {}): ReadAnswer {
  const question = form.questions[field];
  if (!question) return UNCLEAR;
  if (question.optional && NOT_KNOWN.test(foldWords(talk.heard.text))) return { kind: 'understood', value: null };
  const read = readAs(talk, field, question.kind, choicesOf(form, field, known));
  if (read.kind !== 'understood') return read;
  const parsed = question.answer.safeParse(read.value);
  return parsed.success ? { kind: 'understood', value: parsed.data } : UNCLEAR;
}

function readAs(talk: Talk, field: string, kind: string, choices: readonly string[]): ReadAnswer {
  const { text } = talk.heard;
  switch (kind) {
    case 'yes-no':
      return understood(readYesNo(text));
    case 'choice': {
      const place = choicePlace(talk, field, choices);
      return understood(place === null ? null : choices[place]);
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
      const found = readPastDay(text, now);
      // A day that lies ahead is a slip: counted from it, the last day would be too late.
      return understood(found !== null && found.date <= (now.toISODate() ?? '') ? found.date : null);
    }
    case 'time-limit':
      return understood(timeLimitIn(text) === null && writtenDay(text) === null ? null : text);
    case 'name':
      return understood(readName(text));
    default:
      // Only a hidden CPR number: nothing is left that could be an answer.
      return understood(holdsMask(text) && !/\p{L}{2}/u.test(text) ? null : text);
  }
}

/** The place of the choice that is meant; she may know its label in the other language. */
function choicePlace(talk: Talk, field: string, choices: readonly string[]): number | null {
  const languages = [talk.language, ...LANGUAGES.filter((each) => each !== talk.language)];
  return languages.map((language) => readChoice(talk.heard.text, choiceLabels(talk, field, choices, language))).find((place) => place !== null) ?? null;
}

const understood = (value: Json | undefined): ReadAnswer => (value === null || value === undefined ? UNCLEAR : { kind: 'understood', value });
