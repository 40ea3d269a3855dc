import type { z } from 'zod';
import type { Json } from '../json';

/** What has been answered so far, by field: plain JSON, so that it can be kept. `null`: skipped on purpose. */
export type Answers = Readonly<Record<string, Json>>;

/**
 * How an answer is read from what is typed. `text`: anything she writes is the answer; `place`: a name of a few words, no sentence;
 * `past-day`: one exact day; `past-time`: a day, or when it was in her own words.
 */
export type QuestionKind = 'text' | 'place' | 'name' | 'phone' | 'email' | 'choice' | 'yes-no' | 'past-day' | 'past-time' | 'time-limit';

/** One question of a form. Its words are content: `ask.<form>.<field>`, `again.<field>`, `label.<field>`. */
export interface Question {
  readonly kind: QuestionKind;
  /** What an answer must be like to be kept. */
  readonly answer: z.ZodType<Json>;
  /** The values of a choice, perhaps by what is known; their words are `choice.<field>.<value>`. */
  readonly choices?: readonly string[] | ((known: Answers) => readonly string[]);
  /** May be left unanswered. */
  readonly optional?: true;
  /** Never asked and never shown: known from elsewhere, or worked out from other answers. */
  readonly hidden?: true;
  /** Whether it applies, given what is known; always when left out. */
  readonly when?: (known: Answers) => boolean;
}

/** A form: a table of questions whose order is the order of asking. */
export interface Form {
  readonly name: string;
  /** Raised when questions change their meaning; saved answers that still fit are kept. */
  readonly version: number;
  readonly questions: Readonly<Record<string, Question>>;
}

/** Defines a form; its fields stand in the order of asking. */
export const defineForm = (name: string, version: number, questions: Form['questions']): Form => ({ name, version, questions });

/** Whether a question is to be asked at all, given what is known. */
export function applies(form: Form, field: string, answers: Answers): boolean {
  const question = form.questions[field];
  return question !== undefined && (question.when === undefined || question.when(answers));
}

/** The values that can be chosen, given what is known. */
export function choicesOf(form: Form, field: string, answers: Answers): readonly string[] {
  const choices = form.questions[field]?.choices ?? [];
  return typeof choices === 'function' ? choices(answers) : choices;
}

/** Whether a question applies and is put to her. */
export const isAsked = (form: Form, field: string, answers: Answers): boolean => form.questions[field]?.hidden !== true && applies(form, field, answers);

/** The first question that applies and is not answered; null when all are. */
export function nextQuestion(form: Form, answers: Answers): string | null {
  return Object.keys(form.questions).find((field) => isAsked(form, field, answers) && !(field in answers)) ?? null;
}

/** The question before `from` (before the review when null) that applies; null at the first. */
export function previousQuestion(form: Form, answers: Answers, from: string | null): string | null {
  const asked = Object.keys(form.questions).filter((field) => isAsked(form, field, answers));
  const place = from === null ? asked.length : asked.indexOf(from);
  return asked[place - 1] ?? null;
}

export const isComplete = (form: Form, answers: Answers): boolean => nextQuestion(form, answers) === null;

/**
 * Changes one answer; keeps every other that still applies, drops those that no longer do.
 *
 * @throws ZodError when the value is not an answer to the question
 */
export function change(form: Form, answers: Answers, field: string, value: Json): Answers {
  const question = form.questions[field];
  if (!question) throw new RangeError(`The form ${form.name} has no field ${field}.`);
  const kept = value === null && question.optional ? null : question.answer.parse(value);
  return prune(form, { ...answers, [field]: kept });
}

/** Drops the answers to questions that do not apply; again, until none is left that hung on a dropped one. */
export function prune(form: Form, answers: Answers): Answers {
  const kept = Object.fromEntries(Object.entries(answers).filter(([field]) => applies(form, field, answers)));
  return Object.keys(kept).length === Object.keys(answers).length ? kept : prune(form, kept);
}

/** What she wrote to questions that still applied before and do no longer, by the question. */
export function textsDropped(form: Form, before: Answers, after: Answers): Record<string, string> {
  const dropped = Object.entries(before).flatMap(([field, value]) => {
    const question = form.questions[field];
    return question?.kind === 'text' && question.hidden !== true && typeof value === 'string' && !(field in after) ? [[field, value] as const] : [];
  });
  return Object.fromEntries(dropped);
}

/** Answers saved under another version: those that this version still asks for and that still fit. */
export function restore(form: Form, saved: Answers): Answers {
  const fitting = Object.entries(saved).filter(([field, value]) => {
    const question = form.questions[field];
    return question !== undefined && ((value === null && question.optional === true) || question.answer.safeParse(value).success);
  });
  return prune(form, Object.fromEntries(fitting));
}
