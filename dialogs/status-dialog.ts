import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { StatusAnswer } from '../src/domain/cases/case-status-desk';
import { readPin } from '../src/domain/cases/pin';
import { readReference } from '../src/domain/cases/reference';
import { FormDialog } from './form-dialog';
import type { Awaited } from './interruptions';
import { asksForNews, isForCase, LOST_PIN, WRITES } from './case-words';
import { talkOf, type Talk } from './talk';

const Asking = z.object({
  reference: z.string().nullable(),
  /** She has shown its PIN. */
  shown: z.boolean().default(false),
  /** What she wants written in the case once its PIN is shown; empty: she is asked for the words. */
  add: z.string().nullable().default(null),
});
type Asking = z.infer<typeof Asking>;

/** What leads to the status of a case. */
export interface StatusOptions {
  /** Her words that are to stand in the case; empty where she is to be asked for them. */
  readonly add?: string;
}

const ONLY_DIGITS = /^[\d\s]+$/u;
/** For so long a case that was shown here is not asked for again: somebody else may come to the same screen later. */
const SHOWN_MINUTES = 30;

/** How a case is going (contract § 5): told to whoever knows its reference and its PIN, and nothing but the status. */
export class StatusDialog extends Dialog {
  static readonly ID = 'status';

  constructor() {
    super(StatusDialog.ID);
  }

  override async beginDialog(dc: DialogContext, options: StatusOptions = {}): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    const said = readReference(talk.heard.text);
    const known = shownLately(talk);
    const add = options.add ?? null;
    if (known !== null && (said === null || said === known)) {
      if (await this.take(dc, talk, known, await talk.services.caseStatus.again(known, talk.context.activity.conversation.id), add)) return Dialog.EndOfTurn;
    }
    // Of the case that was just sent from here only the PIN is asked for.
    this.keep(dc, { reference: said ?? talk.memory.handed?.reference ?? null, shown: false, add });
    const pin = readPin(talk.heard.text);
    if (said !== null && pin !== null) return this.tryPin(dc, talk, said, pin, add);
    await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    talk.topic = 'case.status';
    const state = Asking.parse(dc.activeDialog?.state);
    if (state.shown && state.reference !== null) return this.carryOn(dc, talk, state.reference);
    if (talk.heard.action === 'cancel') {
      await talk.say('cancelled');
      return dc.endDialog();
    }
    if (LOST_PIN.test(talk.heard.text)) {
      await talk.say('case.status.lost-pin', {}, { choices: ['human', 'cancel'] });
      return Dialog.EndOfTurn;
    }
    // Another number than before: she begins anew.
    const reference = readReference(talk.heard.text) ?? state.reference;
    if (reference === null) {
      await talk.say('case.status.again-reference', {}, { choices: ['human', 'cancel'] });
      return Dialog.EndOfTurn;
    }
    this.keep(dc, { ...state, reference });
    const pin = readPin(talk.heard.text);
    if (pin !== null) return this.tryPin(dc, talk, reference, pin, state.add);
    await talk.say('case.status.ask-pin', {}, { choices: ['cancel'] });
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: DialogContext['context'], instance: DialogContext['activeDialog']): Promise<void> {
    const talk = talkOf(context);
    talk.topic = 'case.status';
    const { reference, shown, add } = Asking.parse(instance?.state);
    if (shown) return talk.say('case.status.carry-on');
    if (reference !== null && add !== null) await talk.say('case.status.to-write-pin', { reference }, { choices: ['cancel'] });
    else await talk.say(reference !== null ? 'case.status.ask-pin' : add === null ? 'case.status' : 'case.status.to-write', {}, { choices: ['cancel'] });
  }

  private async tryPin(dc: DialogContext, talk: Talk, reference: string, pin: string, add: string | null): Promise<DialogTurnResult> {
    const answer = await talk.services.caseStatus.ask(reference, pin, talk.context.activity.conversation.id);
    if (await this.take(dc, talk, reference, answer, add)) return Dialog.EndOfTurn;
    if (answer.kind === 'locked') {
      await talk.say('case.status.locked', { minutes: String(answer.minutes) }, { choices: ['human'] });
      return dc.endDialog();
    }
    // The question stands: she may have slipped, in either of the two.
    await talk.say('case.status.wrong', {}, { choices: ['human', 'cancel'] });
    return Dialog.EndOfTurn;
  }

  /** Goes on with a case that is hers to see; false when it was not shown. */
  private async take(dc: DialogContext, talk: Talk, reference: string, answer: StatusAnswer, add: string | null): Promise<boolean> {
    if (answer.kind !== 'status') return false;
    talk.topic = 'case.status';
    talk.memory.shown = { reference, at: talk.services.now().toISO() };
    if (add !== null) {
      await dc.replaceDialog(FormDialog.ID, replyWith(reference, add));
      return true;
    }
    this.keep(dc, { reference, shown: true, add: null });
    await this.tell(talk, answer);
    return true;
  }

  /** Tells the status and what the adviser has written. */
  private async tell(talk: Talk, { reference, createdAt, phrase, written, mayGoOn }: Extract<StatusAnswer, { kind: 'status' }>): Promise<void> {
    await talk.say(phrase, { reference, date: talk.day(createdAt) }, { choices: [] });
    for (const { at, text } of written) await talk.say('case.status.written', { day: talk.day(at), text }, { choices: [] });
    await talk.say('case.status.carry-on', {}, { choices: [...(mayGoOn ? ['case.answered'] : []), 'case.reply', 'adviser.process', 'human'] });
  }

  /** What she wants with a case whose PIN she has shown: to write in it, to hear of it again, to go on with it. */
  private async carryOn(dc: DialogContext, talk: Talk, reference: string): Promise<DialogTurnResult> {
    const { text, action } = talk.heard;
    const named = readReference(text) ?? reference;
    const pin = readPin(text);
    if (named !== reference || (pin !== null && ONLY_DIGITS.test(text))) {
      if (named !== reference) this.keep(dc, { reference: named, shown: false, add: null });
      if (pin !== null) return this.tryPin(dc, talk, named, pin, null);
      await talk.say('case.status.ask-pin', {}, { choices: ['cancel'] });
      return Dialog.EndOfTurn;
    }
    if (action === 'case.answered') return dc.replaceDialog(FormDialog.ID, { form: 'second', known: { reference } });
    if (action === 'case.reply' || (action === null && WRITES.test(text.trim()))) return dc.replaceDialog(FormDialog.ID, replyWith(reference, ''));
    if (LOST_PIN.test(text)) await talk.say('case.status.lost-pin', {}, { choices: ['case.reply', 'human'] });
    else if (action === null && asksForNews(talk)) await this.take(dc, talk, reference, await talk.services.caseStatus.again(reference, talk.context.activity.conversation.id), null);
    else if (action === null && isForCase(talk)) return dc.replaceDialog(FormDialog.ID, replyWith(reference, text));
    else await talk.say('case.status.carry-on');
    return Dialog.EndOfTurn;
  }

  private keep(dc: DialogContext, state: Asking): void {
    if (dc.activeDialog) dc.activeDialog.state = state;
  }

  /** A reference or a PIN; once that is shown, what is to be done with the case. Everything else may be a question. */
  awaits(talk: Talk, state: unknown): Awaited {
    const { shown } = Asking.parse(state);
    const { text, action } = talk.heard;
    const meant = shown ? readReference(text) !== null || ONLY_DIGITS.test(text) || WRITES.test(text.trim()) || asksForNews(talk) || isForCase(talk) : /\d{2}/.test(text);
    return { kind: 'fixed', understood: action === null && (meant || LOST_PIN.test(text)), choices: ['cancel', 'case.answered', 'case.reply'] };
  }
}

/** A word to the adviser: shown for her to send where it is written already. */
const replyWith = (reference: string, text: string): object => ({ form: 'reply', known: { reference, ...(text === '' ? {} : { text }) } });

/** The case that was shown here a short while ago; null when none was. */
function shownLately({ memory: { shown }, services }: Talk): string | null {
  if (shown === null) return null;
  return services.now().diff(DateTime.fromISO(shown.at), 'minutes').minutes < SHOWN_MINUTES ? shown.reference : null;
}
