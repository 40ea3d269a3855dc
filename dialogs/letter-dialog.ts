import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { goesOnByItself, needsNotice, needsReceived } from '../src/domain/letters/appeal-day';
import { looksLikeLetter } from '../src/domain/letters/looks-like-letter';
import type { ReadLetter } from '../src/domain/letters/read-letter';
import { readYesNo } from '../src/domain/forms/read-yes-no';
import { readCommand } from '../src/domain/topics/command';
import type { Awaited } from './interruptions';
import { explain, tellNewDay } from './letter-answers';
import { answerEarly, askedEarly } from './letter-asked-early';
import { keepEarlierDay } from './earlier-letter';
import { askReceived, NOT_KNOWN_PHRASE, readDayAnswer, written, type DayAnswer } from './letter-day';
import { askDoubt, questionOf, settleDoubt } from './letter-doubts';
import { factsOf } from './letter-facts';
import { rememberLetter, timeTold, type LetterMemory } from './letter-memory';
import { talkOf, type Talk } from './talk';
import { ToldLetterDialog } from './told-letter-dialog';

/** Shorter than this, what she writes when asked for the letter is no letter, unless it looks like one. */
const TEXT_FROM = 120;
const mayBeLetter = (text: string): boolean => text.length >= TEXT_FROM || looksLikeLetter(text) !== 'no';
/** Asked this often, a question is left: the safe answer is taken instead. */
const TRIES = 2;

/** What the dialog waits for. */
const Waiting = z.object({
  stage: z.enum(['letter', 'is-it', 'doubt', 'received', 'confirm', 'noticed']),
  /** A day that was read back. */
  day: z.string().nullable(),
  /** A text that may be a letter. */
  textId: z.string().nullable(),
  tries: z.int(),
});
type Waiting = z.infer<typeof Waiting>;
const START: Waiting = { stage: 'letter', day: null, textId: null, tries: 0 };

/** How the dialog can begin: with a text to be read, a text that may be a letter, a day of receipt to be corrected, or nothing yet. */
export type LetterOptions =
  | { readonly read: string; readonly poor: boolean }
  | { readonly perhaps: string }
  | { readonly received: 'asked' | 'said' };

/** Nothing in it that a letter of an authority has. */
const isNoLetter = ({ reading, doubts }: ReadLetter): boolean =>
  doubts.some(({ why }) => why === 'no-letter') || (reading.kind === 'other' && reading.authority === null && reading.caseNumber === null && reading.letterDate === null && reading.legalBasis.length === 0);

const waitsFor = (stage: Waiting['stage']): 'letter' | 'day' | 'other' => (stage === 'letter' || stage === 'is-it' ? 'letter' : stage === 'received' || stage === 'confirm' ? 'day' : 'other');

/**
 * She goes on to something else before all was asked: the letter counts as it was read, and its own date as the day of receipt, which
 * is no later than the true one. So a complaint begun now rests on the letter, and the letter can be asked about.
 */
export function settleUnasked(talk: Talk): void {
  const { letter } = talk.memory;
  if (letter === null || letter.explained) return;
  const { letterDate } = letter.reading;
  if (letter.received === null && letterDate !== null) letter.received = { day: letterDate, how: 'letter-date' };
  letter.receivedAsked = true;
  letter.noticeAsked = true;
  letter.doubts = [];
  letter.explained = true;
}

/** One letter: asked for, read, what is doubtful asked, the day of receipt asked and read back, explained. */
export class LetterDialog extends Dialog {
  static readonly ID = 'letter';

  constructor() {
    super(LetterDialog.ID);
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    talk.topic = 'letter.understand';
    const how = options as LetterOptions | undefined;
    const { letter } = talk.memory;
    if (how && 'read' in how) return this.read(dc, talk, how.read, how.poor);
    if (how && 'perhaps' in how) {
      const textId = await talk.services.letterTexts.keep(dc.context.activity.conversation.id, how.perhaps);
      return this.wait(dc, { ...START, stage: 'is-it', textId });
    }
    if (how && 'received' in how && letter) return how.received === 'asked' ? this.wait(dc, { ...START, stage: 'received' }) : this.takeCorrection(dc, talk, letter);
    if (letter && !letter.explained) return this.goOn(dc, talk, letter);
    return this.wait(dc, START);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    talk.topic = 'letter.understand';
    const waiting = Waiting.parse(dc.activeDialog?.state);
    const said = talk.heard.action ?? readCommand(talk.heard.text);
    if (said === 'cancel' || said === 'stop' || said === 'back') {
      await talk.say('cancelled');
      return dc.endDialog();
    }
    const early = askedEarly(talk, waitsFor(waiting.stage));
    if (early !== null) {
      await answerEarly(talk, early);
      return this.wait(dc, waiting);
    }
    const { letter } = talk.memory;
    if (waiting.stage === 'letter') return this.takeLetter(dc, talk, waiting);
    if (waiting.stage === 'is-it') return this.takeIsIt(dc, talk, waiting);
    if (letter === null) return this.wait(dc, START);
    if (waiting.stage === 'doubt') return this.takeDoubt(dc, talk, letter, waiting);
    if (waiting.stage === 'noticed') return this.takeNoticed(dc, talk, letter, waiting);
    return this.takeReceived(dc, talk, letter, waiting);
  }

  override async repromptDialog(context: DialogContext['context'], instance: DialogInstance): Promise<void> {
    const talk = talkOf(context);
    talk.topic = 'letter.understand';
    await this.ask(talk, Waiting.parse(instance.state));
  }

  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (dc.activeDialog) await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  /** What it waits for just now; see `interruption`. */
  awaits(talk: Talk, state: unknown): Awaited {
    const { stage } = Waiting.parse(state);
    const choices = ['yes', 'no', 'cancel', 'stop', 'back', 'letter.told'];
    if (stage === 'letter') return { kind: 'fixed', understood: mayBeLetter(talk.heard.text) || talk.heard.recognition.topic === 'letter.understand', choices };
    if (askedEarly(talk, waitsFor(stage)) !== null) return { kind: 'fixed', understood: true, choices, holds: true };
    if (stage === 'doubt') return { kind: 'fixed', understood: this.settles(talk), choices, holds: true };
    const day = readDayAnswer(talk, null).kind !== 'unclear';
    return { kind: 'fixed', understood: stage === 'received' ? day : readYesNo(talk.heard.text) !== null || (stage !== 'is-it' && day), choices, holds: true };
  }

  private settles(talk: Talk): boolean {
    const [doubt] = talk.memory.letter?.doubts ?? [];
    return doubt !== undefined && talk.memory.letter !== null && settleDoubt(talk, talk.memory.letter, doubt) !== null;
  }

  /** Reads a letter and keeps its text as long as contract § 6 lets it. */
  private async read(dc: DialogContext, talk: Talk, text: string, poor: boolean, keptAs: string | null = null): Promise<DialogTurnResult> {
    const { services } = talk;
    const began = performance.now();
    const read = services.readLetter(text, { poor });
    talk.log('info', 'letter-read', { kind: read.reading.kind, doubts: read.doubts.length, ms: Math.round(performance.now() - began) });
    if (isNoLetter(read)) {
      await talk.say('letter.not-one');
      return dc.endDialog();
    }
    const textId = keptAs ?? (await services.letterTexts.keep(dc.context.activity.conversation.id, text));
    const letter = rememberLetter(read, { text, textId, poor });
    keepEarlierDay(talk);
    talk.memory.letter = letter;
    // What does not look like a letter to the store stays in the chat as her own words do.
    const { chatDays, filesHours } = services.retention;
    const apart = text !== talk.heard.text || looksLikeLetter(text) !== 'no';
    await (apart ? talk.say('letter.have-read', { fileHours: String(filesHours) }, { choices: [] }) : talk.say('letter.have-read.chat', { chatDays: String(chatDays) }, { choices: [] }));
    return this.goOn(dc, talk, letter);
  }

  /** Asks what is still needed, one thing at a time; when nothing is, explains. */
  private async goOn(dc: DialogContext, talk: Talk, letter: LetterMemory): Promise<DialogTurnResult> {
    const facts = factsOf(talk, letter);
    // What was upheld and passed on goes on by itself, whatever the earlier decision did; of several decisions each is told.
    const needless = goesOnByItself(facts) || letter.reading.decisions.length > 1 ? 'outcome' : null;
    letter.doubts = letter.doubts.filter((doubt) => questionOf(doubt) !== null && doubt.field !== needless);
    if (letter.doubts.length > 0) return this.wait(dc, { ...START, stage: 'doubt' });
    if (!letter.receivedAsked && needsReceived(facts)) return this.wait(dc, { ...START, stage: 'received' });
    if (!letter.noticeAsked && needsNotice(facts)) return this.wait(dc, { ...START, stage: 'noticed' });
    await (letter.explained ? tellNewDay(talk, letter) : explain(talk, letter));
    return dc.endDialog();
  }

  private async takeLetter(dc: DialogContext, talk: Talk, waiting: Waiting): Promise<DialogTurnResult> {
    const { text, action } = talk.heard;
    if (action === 'letter.told') return dc.replaceDialog(ToldLetterDialog.ID);
    if (action === null && mayBeLetter(text)) return this.read(dc, talk, text, false);
    if (waiting.tries + 1 >= TRIES) {
      await talk.say('letter.understand');
      return dc.endDialog();
    }
    this.keep(dc, { ...waiting, tries: waiting.tries + 1 });
    await talk.say('letter.ask.again', {}, { choices: ['letter.told', 'human', 'cancel'] });
    return Dialog.EndOfTurn;
  }

  private async takeIsIt(dc: DialogContext, talk: Talk, waiting: Waiting): Promise<DialogTurnResult> {
    const { services, context, heard } = talk;
    const isIt = heard.action === 'yes' ? true : heard.action === 'no' ? false : readYesNo(heard.text);
    const text = isIt && waiting.textId !== null ? await services.letterTexts.find(context.activity.conversation.id, waiting.textId) : null;
    if (text !== null) return this.read(dc, talk, text, false, waiting.textId);
    if (isIt) {
      await talk.say('letter.ask');
      return this.stay(dc, START);
    }
    // It is her own story: it can stand in a complaint, or go to a person.
    talk.topic = 'complaint.start';
    await talk.say('story.heard');
    return dc.endDialog();
  }

  private async takeDoubt(dc: DialogContext, talk: Talk, letter: LetterMemory, waiting: Waiting): Promise<DialogTurnResult> {
    const [doubt, ...rest] = letter.doubts;
    const reading = doubt ? settleDoubt(talk, letter, doubt) : letter.reading;
    const told = reading === null ? readDayAnswer(talk, letter.reading.letterDate) : null;
    // She tells the day of receipt instead: that is taken.
    if (told?.kind === 'day') {
      letter.received = { day: told.day, how: 'told' };
      letter.receivedAsked = true;
    } else if (told !== null && told.kind !== 'unknown' && waiting.tries + 1 < TRIES) return this.wait(dc, { ...waiting, tries: waiting.tries + 1 });
    if (reading === null) await talk.say('letter.doubt.left', {}, { choices: [] });
    letter.reading = reading ?? letter.reading;
    if (reading !== null && doubt && questionOf(doubt) === 'limit') letter.time = timeTold(reading);
    letter.doubts = rest;
    return this.goOn(dc, talk, letter);
  }

  private async takeReceived(dc: DialogContext, talk: Talk, letter: LetterMemory, waiting: Waiting): Promise<DialogTurnResult> {
    const { heard } = talk;
    const right = waiting.stage === 'confirm' ? (heard.action === 'yes' ? true : heard.action === 'no' ? false : readYesNo(heard.text)) : null;
    if (right === true && waiting.day !== null) return this.accept(dc, talk, letter, waiting.day);
    if (right === false && readDayAnswer(talk, null).kind === 'unclear') return this.wait(dc, { ...START, stage: 'received', tries: waiting.tries });
    return this.takeDay(dc, talk, letter, waiting, readDayAnswer(talk, letter.reading.letterDate));
  }

  private async takeDay(dc: DialogContext, talk: Talk, letter: LetterMemory, waiting: Waiting, answer: DayAnswer): Promise<DialogTurnResult> {
    if (answer.kind === 'day' && answer.sure) return this.accept(dc, talk, letter, answer.day);
    if (answer.kind === 'day') return this.wait(dc, { ...START, stage: 'confirm', day: answer.day });
    if (answer.kind === 'unknown' || waiting.tries + 1 >= TRIES) {
      letter.receivedAsked = true;
      const { letterDate } = letter.reading;
      letter.received = letterDate === null ? letter.received : { day: letterDate, how: 'letter-date' };
      return this.goOn(dc, talk, letter);
    }
    this.keep(dc, { ...START, stage: 'received', tries: waiting.tries + 1 });
    if (answer.kind === 'impossible') await talk.say(`letter.received.${answer.why}`, answer.why === 'before-letter' ? { date: talk.day(letter.reading.letterDate ?? '') } : {}, { choices: [] });
    else await talk.say(answer.kind === 'opened' ? 'letter.received.opened' : 'letter.received.again', {}, { choices: [] });
    await askReceived(talk, letter);
    return Dialog.EndOfTurn;
  }

  /** A day that she corrects of her own accord is counted from at once, and read back with the new last day; one that gives her longer is asked about first. */
  private takeCorrection(dc: DialogContext, talk: Talk, letter: LetterMemory): Promise<DialogTurnResult> {
    const answer = readDayAnswer(talk, letter.reading.letterDate);
    return this.takeDay(dc, talk, letter, START, answer.kind === 'day' ? { ...answer, sure: letter.received === null || answer.day <= letter.received.day } : answer);
  }

  private async accept(dc: DialogContext, talk: Talk, letter: LetterMemory, day: string): Promise<DialogTurnResult> {
    letter.received = { day, how: 'told' };
    letter.receivedAsked = true;
    await talk.say('letter.received.noted', { day: talk.day(day) }, { choices: [] });
    return this.goOn(dc, talk, letter);
  }

  /** The day of public notice. Unknown, the letter's own date stands in: whatever the notice's day was, that day is no later. */
  private async takeNoticed(dc: DialogContext, talk: Talk, letter: LetterMemory, waiting: Waiting): Promise<DialogTurnResult> {
    const answer = readDayAnswer(talk, null);
    const yes = talk.heard.action === 'yes' || (answer.kind === 'unclear' && readYesNo(talk.heard.text) === true);
    if (yes && waiting.tries === 0) {
      this.keep(dc, { ...waiting, tries: 1 });
      await talk.say('letter.noticed.when', {}, { choices: [written(talk, NOT_KNOWN_PHRASE)] });
      return Dialog.EndOfTurn;
    }
    letter.noticeAsked = true;
    const { letterDate } = letter.reading;
    if (answer.kind === 'day') letter.noticed = answer.day;
    else if (answer.kind !== 'unclear' && letterDate !== null) letter.received = { day: letterDate, how: 'letter-date' };
    return this.goOn(dc, talk, letter);
  }

  private async wait(dc: DialogContext, waiting: Waiting): Promise<DialogTurnResult> {
    this.keep(dc, waiting);
    await this.ask(talkOf(dc.context), waiting);
    return Dialog.EndOfTurn;
  }

  private stay(dc: DialogContext, waiting: Waiting): DialogTurnResult {
    this.keep(dc, waiting);
    return Dialog.EndOfTurn;
  }

  private async ask(talk: Talk, { stage, day }: Waiting): Promise<void> {
    const { letter } = talk.memory;
    const [doubt] = letter?.doubts ?? [];
    if (stage === 'is-it') return talk.say('letter.is-it', {}, { choices: ['yes', 'no'] });
    if (stage === 'letter' || letter === null) return talk.say('letter.ask', { fileHours: String(talk.services.retention.filesHours) }, { choices: ['letter.told', 'human', 'cancel'] });
    if (stage === 'doubt' && doubt) return askDoubt(talk, doubt);
    if (stage === 'confirm' && day !== null) return talk.say('letter.received.confirm', { day: talk.day(day) }, { choices: ['yes', 'no'] });
    if (stage === 'noticed') return talk.say('letter.noticed.ask', {}, { choices: ['yes', 'no', written(talk, NOT_KNOWN_PHRASE)] });
    return askReceived(talk, letter);
  }

  private keep(dc: DialogContext, waiting: Waiting): void {
    if (dc.activeDialog) dc.activeDialog.state = waiting;
  }
}
