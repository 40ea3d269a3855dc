import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { readReference } from '../src/domain/cases/reference';
import { FormDialog } from './form-dialog';
import type { Awaited } from './interruptions';
import { talkOf, type Talk } from './talk';

const Asking = z.object({ reference: z.string().nullable(), /** She has shown its PIN. */ shown: z.boolean().default(false) });

/** How a case is going (contract § 5): told to whoever knows its reference and its PIN, and nothing but the status. */
export class StatusDialog extends Dialog {
  static readonly ID = 'status';

  constructor() {
    super(StatusDialog.ID);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    this.keep(dc, readReference(talk.heard.text));
    await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    talk.topic = 'case.status';
    const { reference, shown } = Asking.parse(dc.activeDialog?.state);
    if (shown && reference !== null) return this.carryOn(dc, talk, reference);
    if (talk.heard.action === 'cancel') {
      await talk.say('cancelled');
      return dc.endDialog();
    }
    if (reference === null) return this.takeReference(dc, talk);
    const pin = /(?<!\d)\d[\d\s]{4,12}\d(?!\d)/.exec(talk.heard.text)?.[0]?.replace(/\s/g, '');
    if (pin?.length !== 6) {
      await talk.say('case.status.ask-pin', {}, { choices: ['cancel'] });
      return Dialog.EndOfTurn;
    }
    const told = await this.tell(talk, reference, pin);
    if (!told) return dc.endDialog();
    if (dc.activeDialog) dc.activeDialog.state = { reference, shown: true };
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: DialogContext['context'], instance: DialogContext['activeDialog']): Promise<void> {
    const talk = talkOf(context);
    talk.topic = 'case.status';
    const { reference, shown } = Asking.parse(instance?.state);
    if (shown) return talk.say('case.status.carry-on');
    await talk.say(reference === null ? 'case.status' : 'case.status.ask-pin', {}, { choices: ['cancel'] });
  }

  private async takeReference(dc: DialogContext, talk: Talk): Promise<DialogTurnResult> {
    const reference = readReference(talk.heard.text);
    if (reference === null) {
      await talk.say('case.status.again-reference', {}, { choices: ['human', 'cancel'] });
      return Dialog.EndOfTurn;
    }
    this.keep(dc, reference);
    await talk.say('case.status.ask-pin', {}, { choices: ['cancel'] });
    return Dialog.EndOfTurn;
  }

  /** Tells the status and what the adviser has written; false when reference and PIN do not fit. */
  private async tell(talk: Talk, reference: string, pin: string): Promise<boolean> {
    const answer = await talk.services.caseStatus.ask(reference, pin, talk.context.activity.conversation.id);
    if (answer.kind === 'wrong') await talk.say('case.status.wrong', {}, { choices: ['case.status', 'human'] });
    else if (answer.kind === 'locked') await talk.say('case.status.locked', { minutes: String(answer.minutes) }, { choices: ['human'] });
    if (answer.kind !== 'status') return false;
    await talk.say(`case.status.${answer.status}`, { reference, date: talk.day(answer.createdAt) }, { choices: [] });
    for (const { at, text } of answer.written) await talk.say('case.status.written', { day: talk.day(at), text }, { choices: [] });
    await talk.say('case.status.carry-on', {}, { choices: [...(answer.isComplaint ? ['case.answered'] : []), 'case.reply', 'adviser.process', 'human'] });
    return true;
  }

  /** What she wants with a case whose PIN she has shown; anything else leaves it. */
  private async carryOn(dc: DialogContext, talk: Talk, reference: string): Promise<DialogTurnResult> {
    const form = talk.heard.action === 'case.answered' ? 'second' : talk.heard.action === 'case.reply' ? 'reply' : null;
    if (form !== null) return dc.replaceDialog(FormDialog.ID, { form, known: { reference } });
    await talk.say('case.status.carry-on');
    return Dialog.EndOfTurn;
  }

  private keep(dc: DialogContext, reference: string | null): void {
    if (dc.activeDialog) dc.activeDialog.state = { reference, shown: false };
  }

  /** A reference or a PIN; once that is shown, only what can be done with the case. Everything else may be a question. */
  awaits(talk: Talk, state: unknown): Awaited {
    const { shown } = Asking.parse(state);
    return { kind: 'fixed', understood: !shown && /\d{2}/.test(talk.heard.text), choices: ['cancel', 'case.answered', 'case.reply'] };
  }
}
