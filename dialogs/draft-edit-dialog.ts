import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { DialogInstance } from 'botbuilder-dialogs';
import { labelNamed } from '../src/domain/forms/read-choice';
import { readCommand } from '../src/domain/topics/command';
import { SOME_ANSWER } from './form-progress';
import type { Awaited } from './interruptions';
import { talkOf, type Talk } from './talk';

const Editing = z.object({
  lines: z.array(z.object({ key: z.string(), text: z.string() })),
  edits: z.record(z.string(), z.string().nullable()),
  /** The line that is being written anew; null while she picks one. */
  key: z.string().nullable().default(null),
  /** The answers that the draft is made of, by what they are called: changed there, not in a line. */
  answers: z.array(z.object({ field: z.string(), label: z.string() })).default([]),
});
type Editing = z.infer<typeof Editing>;

/** Lines that stand as they are: what they say is an answer of hers, to be changed there, or an empty line to fill in. */
const FIXED = /^(title|to|from|address|matter|case-number|decided-by|received|letter-date|heading\..*|greeting|date|signature)$/;

/** Changes the draft line by line: picks one by its number, writes it anew or strikes it out. Stands on top of the form. */
export class DraftEditDialog extends Dialog {
  static readonly ID = 'draft-edit';

  constructor() {
    super(DraftEditDialog.ID);
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { lines, edits, answers } = Editing.parse(options);
    this.keep(dc, { answers, lines: lines.filter(({ key }) => !FIXED.test(key)).map(({ key, text }) => ({ key, text })), edits, key: null });
    await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    const editing = Editing.parse(dc.activeDialog?.state);
    const said = talk.heard.action ?? readCommand(talk.heard.text);
    if (said === 'cancel' || said === 'stop' || said === 'back') return editing.key === null || said === 'stop' ? this.leave(dc, editing) : this.again(dc, { ...editing, key: null });
    if (editing.key === null) return this.pick(dc, talk, editing);
    return this.leave(dc, { ...editing, edits: { ...editing.edits, [editing.key]: said === 'draft.strike' ? null : talk.heard.text } });
  }

  override async repromptDialog(context: DialogContext['context'], instance: DialogInstance | undefined): Promise<void> {
    const talk = talkOf(context);
    talk.topic = 'complaint.start';
    const { lines, key } = Editing.parse(instance?.state);
    const line = lines.find((each) => each.key === key);
    if (line) return talk.say('draft.edit.write', { line: line.text }, { choices: ['draft.strike', 'back'] });
    await talk.say('draft.edit.pick', { lines: lines.map(({ text }, place) => `${place + 1}. ${text}`).join('\n') }, { choices: [...lines.map((_, place) => `=${place + 1}`), 'cancel'] });
  }

  /** While a line is written anew, everything she writes is its words; while she picks, only a number is. */
  awaits(talk: Talk, state: unknown): Awaited {
    const { lines, key, answers } = Editing.parse(state);
    return { kind: key === null ? 'fixed' : 'text', understood: key === null && (this.picked(talk, lines.length) !== null || labelNamed(talk.heard.text, answers.map(({ label }) => label)) !== null), choices: ['draft.strike', 'cancel', 'back', 'stop', 'change'] };
  }

  private async pick(dc: DialogContext, talk: Talk, editing: Editing): Promise<DialogTurnResult> {
    const place = this.picked(talk, editing.lines.length);
    if (place !== null) return this.again(dc, { ...editing, key: editing.lines[place]?.key ?? null });
    // "Ret", "Navnet er forkert": it is an answer that she would change.
    const answer = talk.heard.action === 'change' ? SOME_ANSWER : (editing.answers[labelNamed(talk.heard.text, editing.answers.map(({ label }) => label)) ?? -1]?.field ?? null);
    if (answer !== null) return this.leave(dc, editing, answer);
    await talk.say('draft.edit.unclear', {}, { choices: [] });
    return this.again(dc, editing);
  }

  private picked({ heard }: Talk, count: number): number | null {
    const number = Number(/^\D{0,12}(\d{1,2})\D{0,3}$/.exec(heard.text)?.[1] ?? 0);
    return number >= 1 && number <= count ? number - 1 : null;
  }

  private async again(dc: DialogContext, editing: Editing): Promise<DialogTurnResult> {
    this.keep(dc, editing);
    await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  /** Hands her changes to the form beneath, which shows the draft again. */
  private async leave(dc: DialogContext, { edits }: Editing, change: string | null = null): Promise<DialogTurnResult> {
    return dc.endDialog({ answers: { edits }, change });
  }

  private keep(dc: DialogContext, editing: Editing): void {
    if (dc.activeDialog) dc.activeDialog.state = editing;
  }
}
