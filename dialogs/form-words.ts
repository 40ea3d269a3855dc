import { DateTime } from 'luxon';
import { ZONE } from '../src/domain/calendar';
import type { ToldAnswer } from '../src/domain/cases/told-answers';
import { sayDay } from '../src/domain/dates/say-day';
import { choicesOf, isAsked, type Answers, type Form } from '../src/domain/forms/form';
import { showPhoneNumber } from '../src/domain/forms/phone-number';
import { WHOLE_LETTER } from '../src/domain/forms/which-matter';
import { labelNamed } from '../src/domain/forms/read-choice';
import { Language, Tongue } from '../src/domain/language';
import type { Json } from '../src/domain/json';
import type { ReadAnswer } from './form-answer';
import type { Talk } from './talk';

/** Asks one question of a form, with the answers that can be pressed and the ways out. */
export async function askQuestion(talk: Talk, form: Form, field: string, known: Answers = {}, offers: readonly string[] = []): Promise<void> {
  await talk.say(`ask.${form.name}.${field}`, {}, { choices: choicesAt(talk, form, field, known, offers) });
}

/** Asks again after an answer that was not understood; an unusual number is read back. */
export async function askAgain(talk: Talk, form: Form, field: string, answer: ReadAnswer, known: Answers = {}, offers: readonly string[] = []): Promise<void> {
  const own = `again.${form.name}.${field}`;
  if (answer.kind === 'unusual') await talk.say('form.phone-check', { number: answer.asWritten });
  else if (answer.kind === 'several') await talk.say('form.which', {}, { choices: [...choiceLabels(talk, field, answer.choices).map((label) => `=${label}`), 'back', 'stop', 'human'] });
  else await talk.say(talk.content.has(own) ? own : `again.${field}`, {}, { choices: [...choicesAt(talk, form, field, known, offers), 'human'] });
}

/** Asks which answer is to be changed. */
export async function askChange(talk: Talk, form: Form, answers: Answers): Promise<void> {
  const labels = answeredFields(form, answers).map((field) => `=${labelOf(talk, form, field)}`);
  await talk.say('form.change-ask', {}, { choices: [...labels, 'back'] });
}

/** Shows all that was answered, to be sent or changed. */
export async function sayReview(talk: Talk, form: Form, answers: Answers): Promise<void> {
  const lines = reviewLines(talk, form, answers, talk.tongue ?? talk.language).map(({ label, text }) => `${label}: ${text}`);
  if (talk.memory.letter?.explained) await talk.say(answers.keepLetter === true ? 'letter.goes-along.whole' : 'letter.goes-along', {}, { choices: [] });
  await talk.say('form.review', { answers: lines.join('\n') });
}

/** All that was answered, each under its label, as the review says it. */
export function reviewLines(talk: Talk, form: Form, answers: Answers, language: Language | Tongue): ToldAnswer[] {
  return answeredFields(form, answers).map((field) => ({ field, label: labelOf(talk, form, field, language), text: shown(talk, form, field, answers[field] ?? null, language) }));
}

/** The answered question that she names ("telefonnummeret er forkert"); null when she names none. */
export function fieldNamed(talk: Talk, form: Form, answers: Answers, words: string = talk.heard.text): string | null {
  const fields = answeredFields(form, answers);
  const named = (said: Language | Tongue): number | null => labelNamed(words, fields.map((field) => labelOf(talk, form, field, said)));
  const place = (talk.tongue === null ? null : named(talk.tongue)) ?? named(talk.language);
  return place === null ? null : (fields[place] ?? null);
}

/** The answered questions with what each is called. */
export const answersNamed = (talk: Talk, form: Form, answers: Answers): { field: string; label: string }[] => answeredFields(form, answers).map((field) => ({ field, label: labelOf(talk, form, field) }));

/** What the values of a choice are called. */
export const choiceLabels = (talk: Talk, field: string, choices: readonly string[], language: Language | Tongue = talk.tongue ?? talk.language): string[] => choices.map((choice) => choiceLabel(talk, field, choice, language));

/** A row of appeals.yaml is called by what it is about, a matter of a letter by the letter's words; every other value has its phrase. */
function choiceLabel({ content, language: spoken, tongue: own }: Talk, field: string, choice: string, said: Language | Tongue = own ?? spoken): string {
  const language = Language.safeParse(said).data ?? spoken;
  const tongue = Tongue.safeParse(said).data ?? null;
  if (field === 'matter' && choice !== WHOLE_LETTER) return choice;
  const area = field === 'which' ? content.appealRules.find(({ id }) => id === choice)?.about[language] : undefined;
  return area === undefined ? content.say(`choice.${field}.${choice}`, language, {}, tongue).bubbles.join(' ') : `${area.charAt(0).toLocaleUpperCase('da')}${area.slice(1)}`;
}

function choicesAt(talk: Talk, form: Form, field: string, known: Answers = {}, offers: readonly string[] = []): string[] {
  const question = form.questions[field];
  const answers = question?.kind === 'yes-no' ? ['yes', 'no'] : question?.kind === 'past-day' || question?.kind === 'past-time' ? ['letter.today', 'letter.yesterday'].map((phrase) => `=${talk.words(phrase)}`) : choiceLabels(talk, field, choicesOf(form, field, known)).map((label) => `=${label}`);
  const isFirst = Object.keys(form.questions)[0] === field;
  return [...answers, ...offers, ...(question?.optional ? ['skip'] : []), ...(isFirst ? [] : ['back']), 'stop'];
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function shown(talk: Talk, form: Form, field: string, value: Json, language: Language | Tongue): string {
  if (value === null) return wordsIn(talk, 'answer.skipped', language);
  if (typeof value === 'boolean') return wordsIn(talk, value ? 'answer.yes' : 'answer.no', language);
  const { kind } = form.questions[field] ?? {};
  if (kind === 'phone') return showPhoneNumber(String(value));
  if (kind === 'past-day' || (kind === 'past-time' && ISO_DAY.test(String(value)))) return language === talk.tongue ? talk.day(String(value)) : sayDay(DateTime.fromISO(String(value), { zone: ZONE }), Language.safeParse(language).data ?? talk.language, talk.services.now());
  return kind === 'choice' ? choiceLabel(talk, field, String(value), language) : String(value);
}

/** The questions that were put to her and answered, in their order. */
export const answeredFields = (form: Form, answers: Answers): string[] => Object.keys(form.questions).filter((field) => field in answers && isAsked(form, field, answers));
/** What an answer is called in the review: by the form's own name for it, where it has one. */
const labelOf = (talk: Talk, { name }: Form, field: string, said: Language | Tongue = talk.tongue ?? talk.language): string => wordsIn(talk, talk.content.has(`label.${name}.${field}`) ? `label.${name}.${field}` : `label.${field}`, said);
const wordsIn = ({ content, language }: Talk, phrase: string, said: Language | Tongue): string => content.say(phrase, Language.safeParse(said).data ?? language, {}, Tongue.safeParse(said).data ?? null).bubbles.join('\n\n');
