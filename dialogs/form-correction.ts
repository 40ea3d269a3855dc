import { corrects, permission, readCorrection } from '../src/domain/forms/correction';
import type { Answers, Form } from '../src/domain/forms/form';
import { foldWords } from '../src/domain/topics/said-words';
import type { Json } from '../src/domain/json';
import { readAnswer } from './form-answer';
import { answeredFields, fieldNamed } from './form-words';
import type { Talk } from './talk';

/** What she corrects of her answers: the answer, and what it is to be where she says so at once. */
export interface Correction {
  readonly field: string;
  readonly value?: Json;
}

/** A story of more words corrects nothing. */
const WORDS_AT_MOST = 16;
/** Answers that a number, an address or a day can only belong to. */
const BY_THEMSELVES: readonly string[] = ['phone', 'email'];
const BY_DAY: readonly string[] = ['past-day', 'past-time'];
/** Words for what is asked for, beside the label of the answer. */
const KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<!\p{L})(?:\p{L}*nummer\p{L}*|mobil\p{L}*|number|phone)(?!\p{L})/iu, ['phone']],
  [/(?<!\p{L})(?:e-?)?mail\p{L}*(?!\p{L})/iu, ['email']],
  [/(?<!\p{L})(?:dato\p{L}*|dagen|tidspunkt\p{L}*|date|day)(?!\p{L})/iu, BY_DAY],
  [/(?<!\p{L})(?:hedder|navn\p{L}*|name)(?!\p{L})/iu, ['name']],
];

/** What she corrects, told in words of her own; null where she corrects nothing that was asked. */
export function correctionIn(talk: Talk, form: Form, answers: Answers): Correction | null {
  const { text, action } = talk.heard;
  if (action !== null || text.split(/\s+/).length > WORDS_AT_MOST || text.includes('?')) return null;
  const { names, instead } = readCorrection(text);
  const fields = answeredFields(form, answers);
  const ofKind = (kinds: readonly string[]) => fields.filter((field) => kinds.includes(form.questions[field]?.kind ?? ''));
  const read = (field: string, said: string | null): Json | undefined => {
    const found = said === null ? null : readAnswer(talk, form, field, answers, said);
    return found?.kind === 'understood' && found.value !== answers[field] && found.value !== null ? found.value : undefined;
  };
  const byItself = ofKind(BY_THEMSELVES).find((field) => read(field, text) !== undefined);
  if (byItself !== undefined) return { field: byItself, value: read(byItself, text) ?? null };
  const named = fieldNamed(talk, form, answers, names) ?? ofKind(KINDS.find(([words]) => words.test(names))?.[1] ?? []).at(-1) ?? null;
  if (named !== null) return { field: named, ...valueOf(named) };
  if (instead === null && !corrects(text)) return null;
  const told = ofKind(BY_DAY).findLast((field) => read(field, text) !== undefined) ?? ofKind(['place']).find((field) => isAlike(instead, answers[field]));
  return told === undefined ? null : { field: told, ...valueOf(told) };

  function valueOf(field: string): { value?: Json } {
    const kind = form.questions[field]?.kind ?? '';
    if (kind === 'yes-no') {
      const may = permission(text) ?? read(field, instead);
      return typeof may === 'boolean' ? { value: may } : {};
    }
    const value = read(field, instead) ?? (BY_DAY.includes(kind) && corrects(text) ? read(field, names) : undefined);
    return value === undefined ? {} : { value };
  }
}

/** Whether a name is the other one said anew: they share a word that tells. */
function isAlike(instead: string | null, before: Json | undefined): boolean {
  if (instead === null || typeof before !== 'string') return false;
  const words = foldWords(before).split(' ').filter((word) => word.length > 3);
  return foldWords(instead).split(' ').some((word) => words.includes(word));
}
