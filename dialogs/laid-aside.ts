import { FREE_TEXT_AT_MOST, FreeText } from '../src/domain/forms/answers';
import type { Answers } from '../src/domain/forms/form';
import { takesUp } from '../src/domain/forms/said-aside';
import type { CaseForm } from './case-forms';
import type { FormName } from './form-name';
import type { Progress } from './form-progress';
import { answeredFields } from './form-words';
import type { Talk } from './talk';

/** Keeps what she has told in her own words when she stops, as long as the conversation is kept; false when there is nothing worth keeping. */
export function layAside({ memory }: Talk, { form, ownWords }: CaseForm, progress: Progress): boolean {
  if (ownWords !== true || answeredFields(form, progress.answers).length === 0) return false;
  memory.laidAside = { ...progress, phase: 'asking' };
  return true;
}

/** What she stopped before, where she asks to go on with it; null when she begins anew. */
export function takeUp({ memory: { laidAside }, heard: { text, action } }: Talk, form: FormName | null): Progress | null {
  if (laidAside === null) return null;
  const asks = action === 'form.take-up' || action === 'resume' || (action === null && takesUp(text));
  return asks && (form === null || laidAside.form === form) ? laidAside : null;
}

/** Whether a message goes on with what she stopped, no form being under way. */
export const takesUpAgain = ({ memory: { laidAside }, heard: { text, action } }: Talk): boolean => laidAside !== null && action === null && takesUp(text);

/** The call she would rather have: what she has told goes along as what it is about, and what she wrote is laid aside. */
export function beginAsCall(talk: Talk, progress: Progress): { readonly form: FormName; readonly known: Answers } {
  talk.memory.laidAside = { ...progress, phase: 'asking' };
  const about = FreeText.safeParse(toldIn(progress.answers).slice(0, FREE_TEXT_AT_MOST)).data;
  return { form: 'callback', known: about === undefined ? {} : { about } };
}

/** What she has told of her matter in her own words. */
function toldIn({ whatHappened, disagree, story, about, area }: Answers): string {
  // Of a complaint `about` is a code; of a question it is her words.
  const own = typeof about === 'string' && about.includes(' ') ? about : null;
  return [whatHappened, disagree, story, own, area].find((told) => typeof told === 'string')?.toString() ?? '';
}
