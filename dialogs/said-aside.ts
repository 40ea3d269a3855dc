import { asksBot } from '../src/domain/forms/asked-of-bot';
import { asksOfQuestion, wantsNoName } from '../src/domain/forms/asks-of-question';
import { corrects } from '../src/domain/forms/correction';
import { readCommand } from '../src/domain/topics/command';
import { comesBack, takesUp, wantsCall } from '../src/domain/forms/said-aside';
import type { CaseForm } from './case-forms';
import { readAnswer } from './form-answer';
import { correctionIn, type Correction } from './form-correction';
import type { Progress } from './form-progress';
import type { Talk } from './talk';

/** What she says at a question instead of an answer to it. */
export type Aside =
  /** She is here again: the question is asked again. */
  | { readonly kind: 'here-again' }
  /** She goes on with what she stopped writing before. */
  | { readonly kind: 'take-up' }
  /** She would rather be called. */
  | { readonly kind: 'call' }
  /** She asks about the question itself; the phrase that answers. */
  | { readonly kind: 'explain'; readonly phrase: string }
  /** She asks something of the matter. */
  | { readonly kind: 'asked'; readonly tell: () => Promise<void> }
  /** She puts an earlier answer right. */
  | { readonly kind: 'correct'; readonly correction: Correction };

/** Forms that end in a call of their own accord. */
const ENDS_IN_A_CALL: readonly string[] = ['callback', 'meeting', 'dialogue'];
/** Questions on how she is to be reached: there, a wish for a call is the answer. */
const OF_REACHING: readonly string[] = ['phone', 'preferred', 'mayLeaveMessage'];

/** Reads what is no answer but belongs to the form all the same; null when it is none of that. */
export function asideIn(talk: Talk, { form, asked }: CaseForm, { asking, answers, phase, form: name }: Progress): Aside | null {
  const { text, action } = talk.heard;
  if (action === 'resume' && phase === 'asking') return { kind: 'here-again' };
  if (action !== null || phase !== 'asking' || asking === null) return null;
  if (takesUp(text) && talk.memory.laidAside !== null && talk.memory.laidAside.form === name) return { kind: 'take-up' };
  if (comesBack(text) || takesUp(text)) return { kind: 'here-again' };
  if (!ENDS_IN_A_CALL.includes(name) && !OF_REACHING.includes(asking) && wantsCall(text)) return { kind: 'call' };
  const tell = asked?.(talk, answers) ?? null;
  if (tell !== null) return { kind: 'asked', tell };
  const phrase = explained(talk, name, asking);
  if (phrase !== null) return { kind: 'explain', phrase };
  if (form.questions[asking]?.kind === 'text' || !corrects(text) || readAnswer(talk, form, asking, answers).kind === 'understood') return null;
  const { [asking]: _asked, ...others } = answers;
  const correction = correctionIn(talk, form, others);
  return correction === null ? null : { kind: 'correct', correction };
}

/** The phrase that says what an answer to the question leads to, where she asks for it. */
function explained({ heard: { text }, content }: Talk, name: string, asking: string): string | null {
  if (readCommand(text) !== null) return null;
  const nameless = `explain.${name}.name`;
  if (wantsNoName(text) && content.has(nameless) && (asking === 'name' || asksBot(text))) return nameless;
  const own = `explain.${asking}`;
  return content.has(own) && asksOfQuestion(text, content.say(`ask.${name}.${asking}`, 'da').bubbles.join(' ') + content.say(`ask.${name}.${asking}`, 'en').bubbles.join(' ')) ? own : null;
}
