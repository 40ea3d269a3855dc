import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { sayDepartments } from './department-words';
import { tellHoursElsewhere } from './elsewhere-answer';
import type { Awaited } from './interruptions';
import { talkOf, type Talk } from './talk';

/** Which part of the municipality deals with a thing: answered at once where the message says the thing, else asked. */
export class DepartmentDialog extends Dialog {
  static readonly ID = 'department';

  constructor() {
    super(DepartmentDialog.ID);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    if (talk.heard.action === null && ((await tellHoursElsewhere(talk)) || (await sayDepartments(talk)))) return dc.endDialog();
    await this.repromptDialog(dc.context);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    talk.topic = 'find.department';
    if (talk.heard.action === 'cancel') await talk.say('cancelled');
    else if (!(await sayDepartments(talk))) await talk.say('find.department.none');
    return dc.endDialog();
  }

  override async repromptDialog(context: DialogContext['context']): Promise<void> {
    const talk = talkOf(context);
    talk.topic = 'find.department';
    await talk.say('find.department.ask', {}, { choices: ['cancel'] });
  }

  awaits(_talk: Talk): Awaited {
    return { kind: 'text', understood: false, choices: ['cancel'] };
  }
}
