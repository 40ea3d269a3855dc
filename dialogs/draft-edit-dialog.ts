import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { DialogInstance } from 'botbuilder-dialogs';
import { readCommand } from '../src/domain/topics/command';
import type { Awaited } from './interruptions';
import { talkOf, type Talk } from './talk';

const Editing = z.object({
  lines: z.array(z.object({ key: z.string(), text: z.string() })),
  edits: z.record(z.string(), z.string().nullable()),
  /** The line that is being written anew; null while she picks one. */
  key: z.string().nullable().default(null),
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
    const { lines, edits } = Editing.parse(options);
    this.keep(dc, { lines: lines.filter(({ key }) => !FIXED.test(key)).map(({ key, text }) => ({ key, text })), edits, key: null });
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
    const { lines, key } = Editing.parse(state);
    return { kind: key === null ? 'fixed' : 'text', understood: key === null && this.picked(talk, lines.length) !== null, choices: ['draft.strike', 'cancel', 'back', 'stop'] };
  }

  private async pick(dc: DialogContext, talk: Talk, editing: Editing): Promise<DialogTurnResult> {
    const place = this.picked(talk, editing.lines.length);
    return this.again(dc, { ...editing, key: place === null ? null : (editing.lines[place]?.key ?? null) });
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
  private async leave(dc: DialogContext, { edits }: Editing): Promise<DialogTurnResult> {
    return dc.endDialog({ edits });
  }

  private keep(dc: DialogContext, editing: Editing): void {
    if (dc.activeDialog) dc.activeDialog.state = editing;
  }
}
