import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { ZONE } from '../src/domain/calendar';
import { findInDirectory } from '../src/domain/directory/find-in-directory';
import { change, nextQuestion, previousQuestion, restore, type Answers } from '../src/domain/forms/form';
import { toldLetterForm } from '../src/domain/forms/told-letter-form';
import { NO_AREA } from '../src/domain/forms/which-area';
import type { Json } from '../src/domain/json';
import type { AppealRule } from '../src/domain/letters/appeal-rule';
import { areasInWords } from '../src/domain/letters/appeal-area';
import { toldReading } from '../src/domain/letters/told-reading';
import { foldWords } from '../src/domain/topics/said-words';
import { readCommand } from '../src/domain/topics/command';
import { readAnswer } from './form-answer';
import { askAgain, askQuestion } from './form-words';
import type { Awaited } from './interruptions';
import { explain } from './letter-answers';
import { readDayAnswer } from './letter-day';
import { rememberTold } from './letter-memory';
import { talkOf, type Talk } from './talk';

const OWN_CHOICES = ['back', 'stop', 'skip', 'cancel', 'yes', 'no'] as const;
const Asking = z.object({ version: z.int(), answers: z.record(z.string(), z.json()), asking: z.string().nullable() });
type Asking = z.infer<typeof Asking>;

/** "I have no letter": a few questions, and the same explanation, marked as resting on what she told. */
export class ToldLetterDialog extends Dialog {
  static readonly ID = 'told-letter';

  constructor() {
    super(ToldLetterDialog.ID);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    await talk.say('letter.told.start', {}, { choices: [] });
    return this.ask(dc, talk, { version: toldLetterForm.version, answers: {}, asking: nextQuestion(toldLetterForm, {}) });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    talk.topic = 'letter.understand';
    const asking = this.saved(dc.activeDialog);
    const said = talk.heard.action ?? readCommand(talk.heard.text);
    if (said === 'stop' || said === 'cancel') {
      await talk.say('cancelled');
      return dc.endDialog();
    }
    if (said === 'back') return this.ask(dc, talk, { ...asking, asking: previousQuestion(toldLetterForm, asking.answers, asking.asking) ?? asking.asking });
    const field = asking.asking;
    if (field === null) return this.finish(dc, talk, asking);
    const left = toldLetterForm.questions[field]?.optional === true && (said === 'skip' || said === 'no' || /(?<!\p{L})(?:nej|ikke|no|not)(?!\p{L})/iu.test(talk.heard.text));
    const answer = readAnswer(talk, toldLetterForm, field, asking.answers);
    if (answer.kind === 'understood') return this.accept(dc, talk, asking, field, answer.value);
    if (left) return this.accept(dc, talk, asking, field, null);
    await askAgain(talk, toldLetterForm, field, answer, asking.answers);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: DialogContext['context'], instance: DialogInstance): Promise<void> {
    const talk = talkOf(context);
    talk.topic = 'letter.understand';
    const { asking, answers } = this.saved(instance);
    if (asking !== null) await askQuestion(talk, toldLetterForm, asking, answers);
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (dc.activeDialog) await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  awaits(talk: Talk, state: unknown): Awaited {
    const { asking, answers } = this.saved({ id: this.id, state });
    const free = asking === 'area';
    // A day that can't be taken is an answer all the same.
    const understood = asking === 'day' ? readDayAnswer(talk, null).kind !== 'unclear' : asking !== null && readAnswer(talk, toldLetterForm, asking, answers).kind === 'understood';
    return { kind: free ? 'text' : 'fixed', understood: !free && understood, choices: OWN_CHOICES, holds: true };
  }

  private async accept(dc: DialogContext, talk: Talk, asking: Asking, field: string, value: Json): Promise<DialogTurnResult> {
    const found = field === 'area' ? areasInWords(String(value), talk.content.appealRules) : null;
    // What may mean several areas is asked about, never guessed at.
    const areas = found === null ? {} : { areas: found.kind === 'unsure' || found.kind === 'several' ? found.rules.map(({ id }) => id) : [] };
    const answers = change(toldLetterForm, { ...asking.answers, ...areas }, field, value);
    if (field === 'day' && typeof value === 'string') await talk.say('letter.received.noted', { day: talk.day(value) }, { choices: [] });
    const next = { ...asking, answers, asking: nextQuestion(toldLetterForm, answers) };
    return next.asking === null ? this.finish(dc, talk, next) : this.ask(dc, talk, next);
  }

  private async ask(dc: DialogContext, talk: Talk, asking: Asking): Promise<DialogTurnResult> {
    talk.topic = 'letter.understand';
    if (dc.activeDialog) dc.activeDialog.state = asking;
    if (asking.asking !== null) await askQuestion(talk, toldLetterForm, asking.asking, asking.answers);
    return Dialog.EndOfTurn;
  }

  private async finish(dc: DialogContext, talk: Talk, { answers }: Asking): Promise<DialogTurnResult> {
    const { content, services, memory } = talk;
    const area = String(answers.area ?? '');
    const [other] = findInDirectory(area, content.authorities);
    const named = other && ` ${foldWords(area)} `.includes(` ${foldWords(other.record.name)}`) ? (other.record.name.split(' – ')[0] ?? other.record.name) : null;
    const home = content.fact('municipality.name', 'da');
    const authority = named ?? (/kommun/iu.test(area) ? home : null);
    const day = typeof answers.day === 'string' ? answers.day : null;
    memory.letter = rememberTold(toldReading(answers, authority, services.now().setZone(ZONE).toISODate() ?? ''), rowOf(answers, content.appealRules), day);
    await explain(talk, memory.letter, answers.letterWish === 'adviser' ? ['letter.adviser', 'callback', 'human'] : null);
    return dc.endDialog();
  }

  private saved(instance: DialogInstance | undefined): Asking {
    const saved = Asking.parse(instance?.state);
    if (saved.version === toldLetterForm.version) return saved;
    const answers = restore(toldLetterForm, saved.answers);
    return { version: toldLetterForm.version, answers, asking: nextQuestion(toldLetterForm, answers) };
  }
}

/** The row that she chose, else the one her words name; null when it is none of those offered. */
function rowOf({ area, which }: Answers, rules: readonly AppealRule[]): string | null {
  if (typeof which === 'string') return which === NO_AREA ? null : which;
  const found = areasInWords(String(area ?? ''), rules);
  return found.kind === 'named' ? (found.rules[0]?.id ?? null) : null;
}
