import { ZONE } from '../src/domain/calendar';
import { tellsWhen, timelineOf } from '../src/domain/complaints/timeline';
import { ComplaintAnswers } from '../src/domain/complaints/complaint-answers';
import { complaintForm } from '../src/domain/forms/complaint-form';
import type { Answers } from '../src/domain/forms/form';
import type { DraftEdits, DraftLine } from '../src/domain/complaints/draft-line';
import type { Json } from '../src/domain/json';
import { draftLines } from './complaint-draft';
import { readAnswer } from './form-answer';
import type { Talk } from './talk';

/** Where her own words stand in the answers, by what the draft calls them: of a decision the same line is why she disagrees. */
const STAND_IN: Readonly<Record<string, readonly string[]>> = { whatHappened: ['whatHappened', 'disagree', 'stillWrong'] };
/** Lines that are her words and nothing else. */
const OWN_WORDS: readonly string[] = ['draft.own', 'draft.own-foreign'];

/**
 * Her changes of the draft, put into the answers that the lines are made of, so that draft, review and case say the same; what is no
 * answer of hers, the fixed words, stays a change of the draft alone.
 */
export function editsIntoAnswers(talk: Talk, answers: Answers, kept: Answers): Answers {
  const before = ComplaintAnswers.parse(answers).edits;
  const { edits } = ComplaintAnswers.parse({ ...answers, ...kept });
  const lines = draftLines(talk, answers);
  const left: Record<string, string | null> = {};
  let settled: Answers = { ...answers, ...kept };
  for (const [key, text] of Object.entries(edits satisfies DraftEdits)) {
    const line = text === before[key] ? undefined : lines.find((each) => each.key === key);
    const put = line === undefined ? null : answerWith(talk, settled, line, text);
    if (put === null) left[key] = text;
    else settled = { ...settled, ...put };
  }
  return { ...settled, edits: left };
}

/** The day stands in a line of its own: it stays, also where the words that told it are written anew. */
function dayKept({ services }: Talk, { whatHappened, when }: Answers, anew: string): Answers {
  if (when !== undefined || typeof whatHappened !== 'string' || tellsWhen(anew)) return {};
  return { when: timelineOf(whatHappened, null, services.now().setZone(ZONE))[0]?.date ?? null };
}

/** The answer that a changed line makes; null where the line is more than an answer, or the answer could not be so. */
function answerWith(talk: Talk, answers: Answers, { phrase, values }: DraftLine, text: string | null): Answers | null {
  const { words, day } = values;
  if (phrase === 'draft.event-day' && day !== undefined && typeof answers.when === 'string' && text !== null) {
    const when = readAnswer(talk, complaintForm, 'when', answers, text.replace(/[:\s]+$/u, ''));
    return when.kind === 'understood' ? { when: when.value } : null;
  }
  if (!OWN_WORDS.includes(phrase) || words === undefined || words.from.kind !== 'answer') return null;
  const { field: called } = words.from;
  const field = (STAND_IN[called] ?? [called]).find((each) => String(answers[each] ?? '').includes(words.text));
  const question = field === undefined ? undefined : complaintForm.questions[field];
  if (field === undefined || question === undefined) return null;
  const whole = String(answers[field]).replace(words.text, () => text ?? '').trim();
  const value: Json | undefined = whole === '' && question.optional ? null : question.answer.safeParse(whole).data;
  return value === undefined ? null : { [field]: value, ...(field === 'whatHappened' ? dayKept(talk, answers, String(value)) : {}) };
}
