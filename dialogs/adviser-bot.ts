import { ActivityHandler, type TurnContext } from 'botbuilder';
import { AdviserError } from '../src/domain/adviser-error';
import { askedChoice } from '../src/domain/forms/asked-of-bot';
import { Language } from '../src/domain/language';
import { foldWords } from '../src/domain/topics/said-words';
import type { Recognition } from '../src/domain/topics/topic';
import { recall, remember, turnMemory, type BotMemory } from './bot-memory';
import type { BotServices } from './bot-services';
import { sayErased } from './erase-dialog';
import { FormDialog } from './form-dialog';
import { FormProgress } from './form-progress';
import { offeredChoice } from './offered-choice';
import { RootDialog } from './root-dialog';
import { beginTalk, Talk } from './talk';
import { contextOf } from './topic-context';
import { uploadsIn } from './uploads';
import { sayWelcome } from './welcome';

const NOTHING_SAID: Recognition = { topic: 'unknown', confidence: 1, alternatives: [], danger: null, second: null, language: null };

/** The citizens' adviser's (borgerrådgiverens) assistant: one turn at a time, all it needs in the turn's memory. */
export class AdviserBot extends ActivityHandler {
  private readonly root: RootDialog;

  constructor(private readonly services: BotServices) {
    super();
    this.root = new RootDialog(services);
    this.onMembersAdded(async (context, next) => {
      const newcomers = context.activity.membersAdded?.filter(({ id }) => id !== context.activity.recipient?.id) ?? [];
      if (newcomers.length > 0) await this.turn(context, '', sayWelcome);
      await next();
    });
    this.onMessage(async (context, next) => {
      const text = context.activity.text ?? '';
      const files = uploadsIn(context.activity);
      await this.turn(context, text, (talk) => this.root.hear(talk, files));
      await next();
    });
    this.onEvent(async (context, next) => {
      await this.turn(context, '', (talk) => this.event(talk));
      await next();
    });
  }

  /** Says that something went wrong at our end, whether the citizen's words are kept, and how to reach a person. */
  async apologize(context: TurnContext, fault: unknown): Promise<void> {
    const memory = recall(turnMemory(context), context.activity.locale);
    const talk = this.talk(context, '', memory);
    await talk.say(fault instanceof AdviserError && fault.code === 'store-failed' ? 'error.not-kept' : 'error');
    await talk.deliver();
  }

  private async turn(context: TurnContext, text: string, answer: (talk: Talk) => Promise<void>): Promise<void> {
    const lent = turnMemory(context);
    const memory = recall(lent, context.activity.locale);
    const talk = this.talk(context, text, memory);
    await answer(talk);
    // Nobody is left waiting for an answer that does not come.
    if (text.trim() !== '' && talk.isSilent) await talk.say('unknown');
    await this.noteIfUnanswered(talk);
    await talk.deliver();
    remember(lent, memory);
  }

  /** Danger is never a phrase to be added, and what is said within a form is an answer, not a question. */
  private async noteIfUnanswered({ context, heard: { text, recognition }, memory, language, firstPhrase }: Talk): Promise<void> {
    const kind = firstPhrase === 'unknown' || firstPhrase === 'doubt' ? firstPhrase : null;
    if (kind === null || text === '' || recognition.danger !== null || (memory.dialog.dialogStack?.length ?? 0) > 0) return;
    const { id, conversation } = context.activity;
    await this.services.noteQuestion({ conversationId: conversation.id, messageId: id ?? text, kind, text, topic: recognition.topic === 'unknown' ? (recognition.alternatives[0]?.topic ?? 'unknown') : recognition.topic, language: memory.tongue ?? language });
  }

  private talk(context: TurnContext, text: string, memory: BotMemory): Talk {
    const content = this.services.content();
    const said = text.trim();
    const recognition = said === '' ? NOTHING_SAID : this.services.recognize(said, contextOf(memory));
    return beginTalk(new Talk(context, this.services, content, memory, { text: said, recognition, action: this.actionSaid(said, recognition, memory), offered: memory.offered.some((label) => foldWords(label) === foldWords(said)) }));
  }

  /** The choice that was pressed or typed; a part of its label will do outside a dialog, where nothing else is waited for. */
  private actionSaid(said: string, { topic, confidence, danger }: Recognition, memory: BotMemory): string | null {
    const content = this.services.content();
    const whole = content.actionSaid(said, memory.tongue) ?? this.askedInForm(said, memory);
    if (whole !== null || danger === 'sure' || (memory.dialog.dialogStack?.length ?? 0) > 0) return whole;
    const meant = offeredChoice(said, memory.offered, topic !== 'unknown' && confidence >= this.services.thresholds.sure);
    return meant === null ? null : content.actionSaid(meant, memory.tongue);
  }

  /** In a form, the choice that a sentence asks for ("kan jeg få det som word?"); the draft's own only where there is a draft. */
  private askedInForm(said: string, memory: BotMemory): string | null {
    const top = memory.dialog.dialogStack?.at(-1);
    if (top?.id !== FormDialog.ID || memory.paused) return null;
    const asked = askedChoice(said);
    const hasDraft = FormProgress.safeParse(top.state).data?.form === 'complaint';
    return asked !== null && !hasDraft && (asked.startsWith('draft.') || asked === 'send') ? null : asked;
  }

  private async event(talk: Talk): Promise<void> {
    const { name, value } = talk.context.activity;
    if (name === 'conversation.erase') return sayErased(talk);
    const language = Language.safeParse(value);
    if (name === 'language' && language.success) {
      talk.memory.language = language.data;
      talk.memory.languageChosen = true;
      talk.memory.tongue = null;
      talk.topic = talk.memory.topic ?? 'small-talk';
      await talk.say('language.changed');
      await this.root.reprompt(talk);
    }
  }
}

