import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Department } from '../src/domain/directory/department';
import { findInDirectory } from '../src/domain/directory/find-in-directory';
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
    if (talk.heard.action === null && (await sayDepartments(talk))) return dc.endDialog();
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

/** The names of departments that may be meant, for her to choose from. */
export const departmentsFor = (talk: Talk, said: string): readonly string[] =>
  findInDirectory(said, talk.content.departments).slice(0, 2).map(({ record }) => record.name);

/** Names the department or the two that fit; false when none does. */
export async function sayDepartments(talk: Talk): Promise<boolean> {
  const [first, second] = findInDirectory(talk.heard.text, talk.content.departments);
  if (!first) return false;
  talk.topic = 'find.department';
  if (second) await talk.say('find.department.two', { first: nameOf(talk, first.record), second: nameOf(talk, second.record) });
  else await sayOne(talk, first.record);
  return true;
}

/** A phone number is given only where the municipality has confirmed it; else the switchboard knows the way. */
async function sayOne(talk: Talk, department: Department): Promise<void> {
  const name = nameOf(talk, department);
  if (department.confirmed && department.phone !== null) await talk.say('find.department.one-confirmed', { name, phone: department.phone });
  else await talk.say('find.department.one-main', { name });
}

const nameOf = ({ language }: Talk, { name, nameEn }: Department): string => (language === 'en' && nameEn ? `${name} (${nameEn})` : name);
