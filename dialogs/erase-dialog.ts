import { ActivityTypes } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { turnMemory } from './bot-memory';
import type { Awaited } from './interruptions';
import { talkOf, type Talk } from './talk';

/** Erases the whole conversation once this turn's replies are out, and says what stays: cases already sent. */
export async function sayErased(talk: Talk): Promise<void> {
  talk.topic = 'privacy';
  turnMemory(talk.context).eraseAfterTurn = true;
  for (const reference of talk.memory.cases) await talk.say('erase.kept-case', { reference });
  await talk.say('erase.done', {}, { choices: [] });
  talk.send({ type: ActivityTypes.EndOfConversation, code: 'userCancelled' });
}

/** "Slet" typed in the chat: asked once more, since nothing can be had back. */
export class EraseDialog extends Dialog {
  static readonly ID = 'erase';

  constructor() {
    super(EraseDialog.ID);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    await this.repromptDialog(dc.context);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    talk.topic = 'privacy';
    const { action } = talk.heard;
    if (action === 'erase-yes' || action === 'yes') await sayErased(talk);
    else await talk.say('erase.cancelled');
    return dc.endDialog();
  }

  override async repromptDialog(context: DialogContext['context']): Promise<void> {
    const talk = talkOf(context);
    talk.topic = 'privacy';
    await talk.say('erase.ask', {}, { choices: ['erase-yes', 'cancel'] });
  }

  awaits(): Awaited {
    return { kind: 'fixed', understood: false, choices: ['erase-yes', 'yes', 'no', 'cancel'] };
  }
}
