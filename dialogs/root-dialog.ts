import { DialogSet, type Dialog, type DialogContext, type DialogState } from 'botbuilder-dialogs';
import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import { goesOn } from '../src/domain/forms/goes-on';
import { looksLikeLetter } from '../src/domain/letters/looks-like-letter';
import { holdsMask } from '../src/domain/privacy/personal-data';
import { readYesNo } from '../src/domain/forms/read-yes-no';
import { TOPICS, type Recognition, type Topic } from '../src/domain/topics/topic';
import { tellOfComplaining } from './asked-of-complaining';
import { answerCase, caseAsked } from './case-follow-up';
import { CASE_FORMS } from './case-forms';
import type { BotServices } from './bot-services';
import { tellDraftAgain } from './complaint-draft';
import { sayDangerLine } from './danger-line';
import { DepartmentDialog } from './department-dialog';
import { DraftEditDialog } from './draft-edit-dialog';
import { EraseDialog } from './erase-dialog';
import { followLanguage } from './follow-language';
import { FormDialog } from './form-dialog';
import { hoursAsked, tellAskedHours } from './hours-follow-up';
import { interruption, type Awaited, type Interruption } from './interruptions';
import { CHOICE_ANSWERS, TOPIC_ANSWERS, type Answer } from './routes';
import { LetterDialog, settleUnasked, type LetterOptions } from './letter-dialog';
import { answerFollowUp, letterFollowUp } from './letter-follow-up';
import { takeLetter } from './letter-intake';
import { tellPlace } from './place-answer';
import { tellAppealPerhaps, tellDecisionBeside, tellDecisionTold } from './road-asked';
import { takesUpAgain } from './laid-aside';
import { tellOralDecision } from './oral-decision';
import { tellOverAdviser } from './over-adviser';
import { StatusDialog } from './status-dialog';
import { talkOf, type Talk } from './talk';
import { ToldLetterDialog } from './told-letter-dialog';
import { answersIn, giveInTongue, tellInTongue } from './tongue-answer';
import { hearOn } from './tells-on';
import { sayUrgent, tellUrgent } from './urgent-answer';
import { sayOff, sayWelcome } from './welcome';

/** A message with more characters than this is a letter, or a story that is better told to a person. */
const LETTER_FROM = 2_500;

/** Offers that a plain yes accepts. */
const LEADS_ON: ReadonlySet<string> = new Set(['complaint.write', 'complaint.start', 'dialogue', 'callback', 'question', 'letter.understand', 'meeting']);
/** The department has answered her complaint, and she is not content: the second instance (S22). */
const isAnswered = (text: string): boolean =>
  text.split(/\s+/).length <= 25 && /(?<!\p{L})(?:fået|modtaget|kommet|got|received)(?: et| an| a)? (?:svar|afslag på min klage|answer|reply)(?!\p{L})/iu.test(text) && /(?<!\p{L})(?:afdelingen|klage|utilfreds|ikke (?:tilfreds|enig)|uenig|forkert|department|complaint|not (?:happy|satisfied|content))/iu.test(text) && !/(?<!\p{L})(?:ikke|aldrig|intet|not|never|no)(?: \p{L}+)? (?:fået|modtaget|got|received|svar)/iu.test(text);

const OF_AN_APPEAL: ReadonlySet<Topic> = new Set<Topic>(['complaint.decision', 'complaint.deadline']);

/** Where the dialogs keep their stack: in the memory of this turn. */
const dialogState: StatePropertyAccessor<DialogState> = {
  get: async (context: TurnContext) => talkOf(context).memory.dialog,
  set: async (context: TurnContext, value: DialogState) => {
    talkOf(context).memory.dialog = value;
  },
  delete: async (context: TurnContext) => {
    talkOf(context).memory.dialog = { dialogStack: [] };
  },
};

/** A dialog that can say what it waits for, so that a question in the middle of it can be told from an answer. */
export interface Awaiting extends Dialog {
  awaits(talk: Talk, state: unknown): Awaited;
}

/** Where every message goes: interruptions first, then the dialog under way, then the topic's answer. */
export class RootDialog {
  private readonly dialogs = new DialogSet(dialogState);
  private readonly waiting: ReadonlyMap<string, Awaiting>;

  constructor(private readonly services: BotServices) {
    const all = [new FormDialog(CASE_FORMS), new StatusDialog(), new DepartmentDialog(), new EraseDialog(), new LetterDialog(), new ToldLetterDialog(), new DraftEditDialog()];
    for (const dialog of all) this.dialogs.add(dialog);
    this.waiting = new Map(all.map((dialog) => [dialog.id, dialog]));
  }

  /** Answers a message. */
  async hear(talk: Talk, files: readonly string[] = []): Promise<void> {
    if (holdsMask(talk.heard.text)) await talk.say('masked', {}, { choices: [], topic: 'privacy' });
    await followLanguage(talk);
    const dc = await this.dialogs.createContext(talk.context);
    if (talk.content.allOff && !this.isAnsweredWhileOff(talk, dc)) return sayOff(talk);
    if (await takeLetter(talk, dc, files)) {
      talk.memory.topic = talk.topic;
      return;
    }
    await this.leaveWhatIsOver(talk, dc);
    const awaited = this.awaited(talk, dc);
    const interrupting = interruption(talk.heard, awaited, this.services.thresholds);
    if (interrupting?.kind === 'crisis' && awaited?.kind === 'text' && dc.activeDialog?.id === FormDialog.ID) talk.memory.setAside = talk.heard.text;
    const routed = interrupting === null && !dc.activeDialog;
    if (interrupting === null && awaited !== null && (await this.askedOfLetter(talk, dc, awaited))) {
      // Answered, and asked again what was asked.
    } else if (interrupting) await this.interrupt(talk, dc, interrupting);
    else if (talk.memory.paused && dc.activeDialog) await this.whilePaused(talk, dc);
    else if (dc.activeDialog) await dc.continueDialog();
    else await this.route(talk, dc);
    // A form under way says it of its own accord, and so does the road of a message that comes first.
    if (!routed && interrupting?.kind !== 'crisis' && !dc.activeDialog) await sayUrgent(talk);
    await sayDangerLine(talk, awaited);
    talk.memory.topic = talk.topic;
  }

  /** Asks again what was asked last, in the language of now. */
  async reprompt(talk: Talk): Promise<void> {
    const dc = await this.dialogs.createContext(talk.context);
    if (dc.activeDialog) await dc.repromptDialog();
  }

  /** Danger, and the wish that all be erased: these two are answered whatever is switched off. */
  private isAnsweredWhileOff(talk: Talk, dc: DialogContext): boolean {
    const interrupting = interruption(talk.heard, this.awaited(talk, dc), this.services.thresholds);
    const erases = dc.activeDialog?.id === EraseDialog.ID || (interrupting?.kind === 'command' && interrupting.command === 'erase') || (interrupting?.kind === 'choice' && interrupting.choice === 'erase');
    return interrupting?.kind === 'crisis' || erases;
  }

  private awaited(talk: Talk, dc: DialogContext): Awaited | null {
    const active = dc.activeDialog;
    if (!active || talk.memory.paused) return null;
    return this.waiting.get(active.id)?.awaits(talk, active.state) ?? null;
  }

  /**
   * Leaves a dialog that holds no answers when she speaks of something else: nothing is lost, and nobody is kept in a
   * question she no longer cares for.
   */
  private async leaveWhatIsOver(talk: Talk, dc: DialogContext): Promise<void> {
    const awaited = this.awaited(talk, dc);
    if (!awaited || dc.activeDialog?.id === FormDialog.ID) return;
    const { action, recognition } = talk.heard;
    const interrupting = interruption(talk.heard, awaited, this.services.thresholds);
    // A question in passing is answered, and the letter goes on where it was.
    if (interrupting?.kind === 'question' && awaited.holds) return;
    const elsewhere = awaited.kind === 'fixed' && !awaited.understood && action === null && isMatter(recognition, this.services.thresholds.sure);
    const leaves = interrupting !== null || elsewhere;
    if (leaves && interrupting?.kind !== 'command' && dc.activeDialog?.id === LetterDialog.ID) settleUnasked(talk);
    if (leaves) dc.stack.pop();
    if (interrupting?.kind === 'command' && ['back', 'stop', 'skip'].includes(interrupting.command)) talk.left = true;
  }

  private async interrupt(talk: Talk, dc: DialogContext, interrupting: Interruption): Promise<void> {
    switch (interrupting.kind) {
      case 'crisis':
        talk.memory.paused = dc.activeDialog !== undefined;
        return this.give(talk, dc, 'crisis', TOPIC_ANSWERS.crisis);
      case 'command':
        return this.obey(talk, dc, interrupting.command);
      case 'question':
        await this.give(talk, dc, interrupting.topic, TOPIC_ANSWERS[interrupting.topic]);
        return this.resume(talk, dc);
      case 'choice':
        return this.choose(talk, dc, interrupting.choice);
    }
  }

  private async obey(talk: Talk, dc: DialogContext, command: string): Promise<void> {
    const active = dc.activeDialog !== undefined;
    if (command === 'erase') return this.askToErase(talk, dc);
    if (command === 'restart') return void (await this.startOver(dc, () => sayWelcome(talk)));
    if (command === 'resume' && active) return this.resume(talk, dc);
    if (command === 'resume' && talk.memory.laidAside !== null) return void (await dc.beginDialog(FormDialog.ID));
    if (active && !talk.memory.paused) return void (await dc.continueDialog());
    if (command === 'stop' && active) return void (await this.startOver(dc, () => talk.say('form.abandoned')));
    if (active) return this.resume(talk, dc);
    talk.topic = talk.memory.topic ?? 'small-talk';
    await talk.say(talk.left ? 'cancelled' : 'nothing-to-go-back');
  }

  /** Asked on top of a form: should she keep the conversation, the form is still there. */
  private async askToErase(talk: Talk, dc: DialogContext): Promise<void> {
    talk.memory.paused = false;
    await dc.beginDialog(EraseDialog.ID);
  }

  private async choose(talk: Talk, dc: DialogContext, choice: string): Promise<void> {
    const known = CHOICE_ANSWERS[choice];
    const topic = known?.topic ?? TOPICS.find((each) => each === choice);
    if (choice === 'erase') return this.askToErase(talk, dc);
    if (choice.startsWith('language.')) return this.speak(talk, dc, choice);
    if (!topic) return dc.activeDialog ? this.resume(talk, dc) : this.route(talk, dc);
    await this.give(talk, dc, topic, known?.answer ?? TOPIC_ANSWERS[topic]);
    const answered = dc.activeDialog !== undefined && !('begin' in (known?.answer ?? TOPIC_ANSWERS[topic]));
    if (answered) await this.resume(talk, dc);
  }

  /** Routes a message that no dialog waits for by what it is about, and shows doubt where there is any. */
  private async route(talk: Talk, dc: DialogContext): Promise<void> {
    const { text, recognition } = talk.heard;
    const { sure, likely } = this.services.thresholds;
    if (takesUpAgain(talk)) return void (await dc.beginDialog(FormDialog.ID));
    if (await tellDraftAgain(talk)) return;
    if (!/[\p{L}\p{N}]/u.test(text)) {
      talk.topic = 'unknown';
      return talk.say('empty');
    }
    if (text.length > LETTER_FROM || looksLikeLetter(text) === 'perhaps') return void (await dc.beginDialog(LetterDialog.ID, { perhaps: text } satisfies LetterOptions));
    if (await this.acceptOffer(talk, dc)) return;
    if (isAnswered(text)) return talk.say('complaint.answered');
    const ofCase = caseAsked(talk);
    if (ofCase) return answerCase(talk, dc, ofCase);
    const asked = letterFollowUp(talk);
    if (asked) return answerFollowUp(talk, dc, asked);
    if (await tellOfComplaining(talk)) return;
    if (await tellDecisionTold(talk)) return;
    if (await hearOn(talk)) return;
    const tongue = answersIn(talk);
    if (tongue !== null && tellInTongue(talk, tongue, recognition.topic)) return;
    if (await tellUrgent(talk, sure)) return;
    if ((await tellOverAdviser(talk)) || (await tellOralDecision(talk)) || (await tellPlace(talk))) return;
    const ofHours = hoursAsked(talk, sure);
    if (ofHours) return tellAskedHours(talk, ofHours);
    if (recognition.topic === 'unknown' || recognition.confidence < likely) return this.admitNotKnowing(talk);
    if (recognition.confidence < sure) return (await tellAppealPerhaps(talk)) ? undefined : this.doubt(talk);
    await this.give(talk, dc, recognition.topic, TOPIC_ANSWERS[recognition.topic]);
    if (recognition.topic === 'rights.representation') await tellDecisionBeside(talk);
    // Where a decision is appealed and by when is one answer.
    const both = OF_AN_APPEAL.has(recognition.topic) && recognition.second !== null && OF_AN_APPEAL.has(recognition.second);
    if (recognition.second !== null && !both && !dc.activeDialog) {
      await talk.aside('second-wish', { label: talk.label(recognition.second) }, [recognition.second]);
    }
  }

  /** "Ja tak" to what was offered under the last answer: the first of the offers that leads on; false when none was. */
  private async acceptOffer(talk: Talk, dc: DialogContext): Promise<boolean> {
    const { heard: { text, action }, memory, content } = talk;
    if (action !== 'yes' && (action !== null || readYesNo(text) !== true)) return false;
    // What is offered to whom nothing was understood of is no offer to agree to.
    if (memory.topic === 'unknown') return false;
    const offered = memory.offered.flatMap((label) => content.actionSaid(label, memory.tongue) ?? []);
    const [first] = offered;
    const choice = offered.find((each) => LEADS_ON.has(each)) ?? (TOPICS.some((topic) => topic === first) ? first : undefined);
    if (choice === undefined) return false;
    await this.choose(talk, dc, choice);
    return true;
  }

  private async doubt(talk: Talk): Promise<void> {
    talk.topic = talk.heard.recognition.topic;
    await talk.say('doubt', {}, { choices: [...likeliest(talk, 3), 'other'] });
  }

  private async admitNotKnowing(talk: Talk): Promise<void> {
    talk.topic = 'unknown';
    await talk.say('unknown', {}, { choices: [...likeliest(talk, 2), 'human'] });
  }

  /** Gives an answer. A dialog can only begin where none is under way; in the middle of one she is asked first. */
  private async give(talk: Talk, dc: DialogContext, topic: Topic, answer: Answer): Promise<void> {
    talk.topic = topic;
    if (talk.content.topicsOff.has(topic)) return talk.say('topic-off');
    if (giveInTongue(talk, topic, 'begin' in answer ? (answer.options ?? {}) : null)) return;
    if ('tell' in answer) return answer.tell(talk);
    if ('say' in answer) {
      for (const id of answer.say) await talk.say(id);
      return;
    }
    if (dc.activeDialog) return talk.say('form.abandoned-ask', {}, { choices: ['resume', 'stop'] });
    await dc.beginDialog(answer.begin, answer.options);
  }

  /** A question about the letter in the middle of a form about it: answered, and the form goes on where it was. */
  private async askedOfLetter(talk: Talk, dc: DialogContext, awaited: Awaited): Promise<boolean> {
    if (dc.activeDialog?.id !== FormDialog.ID || awaited.understood || (awaited.kind === 'text' && awaited.asks !== true)) return false;
    const asked = letterFollowUp(talk);
    if (asked === null || asked.kind === 'received') return false;
    await answerFollowUp(talk, dc, asked);
    await this.resume(talk, dc);
    return true;
  }

  /** She goes on after the danger card: in words, by a plain answer to what was asked; what she tells till then is kept. */
  private async whilePaused(talk: Talk, dc: DialogContext): Promise<void> {
    const active = dc.activeDialog;
    const awaited = active ? this.waiting.get(active.id)?.awaits(talk, active.state) : undefined;
    const asked = talk.memory.offered.includes(talk.label('stop'));
    if (goesOn(talk.heard.text, asked)) return this.resume(talk, dc);
    if (awaited?.understood) {
      talk.memory.paused = false;
      return void (await dc.continueDialog());
    }
    if (awaited?.kind === 'text' && awaited.asks !== true) talk.memory.setAside = [talk.memory.setAside, talk.heard.text].filter((said) => said !== null).join('\n');
    const { topic, confidence } = talk.heard.recognition;
    const answer: Answer = TOPIC_ANSWERS[topic];
    if (confidence >= this.services.thresholds.sure && !('begin' in answer) && topic !== 'unknown') {
      talk.topic = topic;
      if ('tell' in answer) await answer.tell(talk);
      else for (const id of answer.say) await talk.say(id);
    }
    await talk.say('form.kept', {}, { choices: ['resume', 'stop', 'human'] });
  }

  private async resume(talk: Talk, dc: DialogContext): Promise<void> {
    talk.memory.paused = false;
    await dc.repromptDialog();
  }

  private async startOver(dc: DialogContext, then: () => Promise<unknown>): Promise<void> {
    talkOf(dc.context).memory.paused = false;
    await dc.cancelAllDialogs();
    await then();
  }

  private async speak(talk: Talk, dc: DialogContext, choice: string): Promise<void> {
    talk.memory.language = choice === 'language.en' ? 'en' : 'da';
    talk.memory.languageChosen = true;
    talk.memory.tongue = null;
    talk.topic = talk.memory.topic ?? 'small-talk';
    await talk.say('language.changed');
    if (dc.activeDialog) await this.resume(talk, dc);
  }
}

/** Whether a message surely speaks of a matter of its own. */
const isMatter = ({ topic, confidence }: Recognition, sure: number): boolean => confidence >= sure && topic !== 'unknown' && topic !== 'small-talk';

/** The likeliest meanings that can be offered as choices. */
function likeliest(talk: Talk, most: number): Topic[] {
  const { topic, confidence, alternatives } = talk.heard.recognition;
  return [{ topic, confidence }, ...alternatives]
    .map((guess) => guess.topic)
    .filter((each) => !['unknown', 'small-talk', 'crisis'].includes(each))
    .slice(0, most);
}
