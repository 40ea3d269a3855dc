import { Dialog, type DialogContext, type DialogInstance, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { FreeText } from '../src/domain/forms/answers';
import { asksBot, takenBack } from '../src/domain/forms/asked-of-bot';
import { type Answers, change, isAsked, isComplete, nextQuestion, previousQuestion, prune, restore, textsDropped } from '../src/domain/forms/form';
import type { Json } from '../src/domain/json';
import { readReview } from '../src/domain/forms/read-review';
import { retentionInWords } from '../src/domain/privacy/retention-in-words';
import { readCommand } from '../src/domain/topics/command';
import type { CaseForm } from './case-forms';
import { readAnswer } from './form-answer';
import { correctionIn, type Correction } from './form-correction';
import { FormName } from './form-name';
import { FormProgress, SOME_ANSWER, type Progress } from './form-progress';
import { followLabel } from './follow-language';
import { askAgain, askChange, askQuestion, fieldNamed, sayReview } from './form-words';
import { handOver } from './hand-over';
import { beginAsCall, layAside, takeUp } from './laid-aside';
import { asideIn, type Aside } from './said-aside';
import type { Awaited } from './interruptions';
import { talkOf, type Talk } from './talk';

/** Choices that belong to a form wherever it stands, so that they are never taken for a change of subject. */
const OWN_CHOICES = ['yes', 'no', 'send', 'change', 'back', 'stop', 'skip', 'resume', 'form.use-words', 'form.call-instead', 'form.take-up'] as const;

/** From so many words on an answer tells more than a name. */
const TOLD_FROM = 8;

/** What a dialog on top of a form leaves: hidden answers of the form. */
const KeptResult = z.object({ answers: z.record(z.string(), z.json()), change: z.string().nullable().default(null) });

/**
 * Any form: asks the next open question, takes the answer, goes back, shows all in a review, changes one answer
 * without losing the others, and hands the case over. All it knows between turns stands in the dialog's state,
 * with the form's version; it keeps nothing in itself, since one object serves every citizen.
 */
export class FormDialog extends Dialog {
  static readonly ID = 'form';

  constructor(private readonly forms: Readonly<Record<FormName, CaseForm>>) {
    super(FormDialog.ID);
  }

  override async beginDialog(dc: DialogContext, options?: { form?: FormName; known?: Answers }): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    const before = takeUp(talk, options?.form ?? null);
    if (before !== null) return this.takeUp(dc, before);
    const name = FormName.parse(options?.form);
    const { form } = this.caseForm(name);
    this.enter(talk, name);
    talk.memory.formsBegun += 1;
    await talk.say(`${form.name}.start`, {}, { choices: [] });
    if (talk.memory.laidAside?.form === name) await talk.say('form.laid-aside.again', {}, { choices: [] });
    await talk.say('notice.short', retentionInWords(talk.services.retention), { choices: [] });
    // Without a letter's text there is nothing that could be kept.
    const noText: Answers = 'keepLetter' in form.questions && (talk.memory.letter?.textId ?? null) === null ? { keepLetter: false } : {};
    const known = { ...noText, ...(await this.caseForm(name).known?.(talk)), ...options?.known };
    return this.proceed(dc, { form: name, version: form.version, run: talk.memory.formsBegun, answers: known, laidBy: {}, asking: null, phase: 'asking', unusual: null });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    const progress = this.progress(dc.activeDialog);
    this.enter(talk, progress.form);
    const said = talk.heard.action ?? readCommand(talk.heard.text);
    if (progress.phase === 'stopping') return this.decideToStop(dc, progress, said);
    if (said === 'stop') return this.goOn(dc, { ...progress, phase: 'stopping' });
    if (said === 'back') return this.goBack(dc, progress);
    if (said === 'form.call-instead') return dc.replaceDialog(FormDialog.ID, beginAsCall(talk, progress));
    // "Ret" means the draft where it has just been shown to be put right, an answer elsewhere.
    const ofDraft = said === 'change' && progress.phase === 'asking' && this.offersAt(talk, progress).includes('draft.edit');
    if (said === 'change' && progress.phase === 'asking' && !ofDraft) return this.goOn(dc, { ...progress, phase: 'changing', unusual: null });
    const act = said === null ? undefined : this.caseForm(progress.form).acts?.[ofDraft ? 'draft.edit' : said];
    if (act) return this.act(dc, progress, act);
    if (progress.phase === 'review') return this.afterReview(dc, progress, said);
    if (progress.phase === 'changing') return this.chooseChange(dc, progress);
    const aside = asideIn(talk, this.caseForm(progress.form), progress);
    return aside === null ? this.takeAnswer(dc, progress, said) : this.hearAside(dc, progress, aside);
  }

  override async repromptDialog(context: DialogContext['context'], instance: DialogInstance): Promise<void> {
    const progress = this.progress(instance);
    this.enter(talkOf(context), progress.form);
    await this.ask(talkOf(context), progress);
  }

  /** Another dialog stood before it for a moment: keeps what came of it, and asks again what was asked. */
  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: unknown): Promise<DialogTurnResult> {
    if (!dc.activeDialog) return Dialog.EndOfTurn;
    const progress = this.progress(dc.activeDialog);
    const kept = KeptResult.safeParse(result).data;
    this.enter(talkOf(dc.context), progress.form);
    if (kept) {
      const { form, keeps, derive } = this.caseForm(progress.form);
      const settled = keeps?.(talkOf(dc.context), progress.answers, kept.answers) ?? { ...progress.answers, ...kept.answers };
      const answers = prune(form, { ...settled, ...derive?.(talkOf(dc.context), settled) });
      if (kept.change !== null) return this.goOn(dc, { ...progress, answers, ...(kept.change === SOME_ANSWER ? { phase: 'changing' } : { asking: kept.change, phase: 'asking' }) });
      this.keep(dc, { ...progress, answers });
      // What she changed is shown to her as it stands now.
      if (progress.asking !== null) await this.caseForm(progress.form).before?.[progress.asking]?.(talkOf(dc.context), answers);
    }
    await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  /** What the form waits for just now; see `interruption`. */
  awaits(talk: Talk, state: unknown): Awaited {
    const progress = this.progress({ id: this.id, state });
    const { form } = this.caseForm(progress.form);
    const question = progress.asking === null ? undefined : form.questions[progress.asking];
    const choices = [...OWN_CHOICES, ...Object.keys(this.caseForm(progress.form).acts ?? {})];
    if (progress.phase !== 'asking' || progress.asking === null || !question) {
      const judged = progress.phase === 'review' && talk.heard.action === null && readReview(talk.heard.text) !== null;
      return { kind: 'fixed', understood: judged || fieldNamed(talk, form, progress.answers) !== null || correctionIn(talk, form, progress.answers) !== null, choices };
    }
    const free = question.kind === 'text';
    const { ownWords } = this.caseForm(progress.form);
    const beside = asideIn(talk, this.caseForm(progress.form), progress) !== null;
    const told = !free && !asksBot(talk.heard.text) && (this.caseForm(progress.form).reads?.[progress.asking]?.(talk, progress.answers) ?? null) !== null;
    const understood = beside || told || (!free && readAnswer(talk, form, progress.asking, progress.answers).kind !== 'unclear');
    return { kind: free ? 'text' : 'fixed', understood, choices, asks: free && ownWords === true && !talk.heard.offered && asksBot(talk.heard.text) };
  }

  private async takeAnswer(dc: DialogContext, progress: Progress, said: string | null): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    const { form } = this.caseForm(progress.form);
    const field = progress.asking;
    if (field === null) return this.goOn(dc, progress);
    if (progress.unusual !== null && said === 'yes') return this.accept(dc, progress, field, progress.unusual);
    if (progress.unusual !== null && said === 'no') return this.goOn(dc, { ...progress, unusual: null });
    const before = said === 'form.use-words' ? this.toldBefore(talk, progress) : null;
    if (before !== null && form.questions[field]?.answer.safeParse(before).success) return this.accept(dc, progress, field, before);
    if (said === 'skip' && form.questions[field]?.optional) return this.accept(dc, progress, field, null);
    if (said === 'skip' && ['text', 'name'].includes(form.questions[field]?.kind ?? '')) return this.sayAndAsk(dc, progress, 'form.needed');
    // What is handed over last is asked for last.
    if (said === 'send') return 'handover' in form.questions && field === 'handover' ? this.accept(dc, progress, field, true) : this.sayAndAsk(dc, progress, 'form.send-later');
    const anew = talk.heard.action === null ? ((await this.caseForm(progress.form).takesBack?.(talk, progress.answers)) ?? null) : null;
    if (anew !== null) return this.proceed(dc, { ...progress, answers: { ...progress.answers, ...anew }, unusual: null });
    const back = talk.heard.action === null ? takenBack(talk.heard.text) : null;
    if (back !== null) return this.takeBack(dc, progress, back);
    if (this.mayBeAsked(talk, progress, field)) return this.setAside(dc, progress, field, 'form.is-question');
    const answer = readAnswer(talk, form, field, progress.answers);
    followLabel(talk, form, field, progress.answers);
    if (answer.kind === 'understood') return this.accept(dc, this.layBy(talk, progress, field, answer.value), field, answer.value);
    const told = this.caseForm(progress.form).reads?.[field]?.(talk, progress.answers) ?? null;
    if (told !== null) return this.proceed(dc, { ...progress, answers: { ...progress.answers, ...told }, phase: 'asking', unusual: null });
    const unusual = answer.kind === 'unusual' ? answer.asWritten : null;
    this.keep(dc, { ...progress, unusual });
    await askAgain(talk, form, field, answer, progress.answers, this.offersAt(talk, progress));
    return Dialog.EndOfTurn;
  }

  /** A short question where her own words are asked for: it may be meant for the bot. */
  private mayBeAsked({ heard }: Talk, { form: name }: Progress, field: string): boolean {
    const { form, ownWords } = this.caseForm(name);
    return ownWords === true && form.questions[field]?.kind === 'text' && heard.action === null && asksBot(heard.text);
  }

  /** Words that may be no answer: kept, and hers to use by one press. */
  private async setAside(dc: DialogContext, progress: Progress, field: string, phrase: string): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    if (this.caseForm(progress.form).form.questions[field]?.answer === FreeText) talk.memory.setAside = talk.heard.text;
    return this.sayAndAsk(dc, progress, phrase);
  }

  private async sayAndAsk(dc: DialogContext, progress: Progress, phrase: string): Promise<DialogTurnResult> {
    await talkOf(dc.context).say(phrase, {}, { choices: [] });
    return this.goOn(dc, { ...progress, unusual: null });
  }

  /** She takes an answer of before back: the last one that her words fit and change; else she is told how. */
  private async takeBack(dc: DialogContext, progress: Progress, words: string): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    const { form, ownWords } = this.caseForm(progress.form);
    const exact = ['choice', 'yes-no', 'past-day', 'phone', 'email'];
    const answered = Object.keys(form.questions).filter((field) => field in progress.answers && field !== progress.asking && isAsked(form, field, progress.answers) && exact.includes(form.questions[field]?.kind ?? ''));
    for (const field of answered.toReversed()) {
      const read = readAnswer(talk, form, field, progress.answers, words);
      if (read.kind === 'understood' && read.value !== progress.answers[field]) return this.accept(dc, progress, field, read.value);
    }
    const { asking } = progress;
    if (asking === null || ownWords !== true) return this.goBack(dc, progress);
    return this.setAside(dc, progress, asking, 'form.is-change');
  }

  /** What she tells beside an answer stands where it belongs. */
  private layBy({ heard }: Talk, progress: Progress, field: string, value: Json): Progress {
    const belongs = this.caseForm(progress.form).laysBy?.[field];
    return belongs === undefined || value !== null || heard.text.split(/\s+/).length < TOLD_FROM ? progress : { ...progress, laidBy: { ...progress.laidBy, [belongs]: heard.text } };
  }

  /** What she wrote before the form was interrupted, or told earlier: it may stand as the answer to what is asked. */
  private toldBefore({ memory }: Talk, { form: name, asking, answers, laidBy }: Progress): string | null {
    const { form, told } = this.caseForm(name);
    if (asking === null || form.questions[asking]?.kind !== 'text') return null;
    return memory.setAside ?? laidBy[asking] ?? told?.[asking]?.(answers, laidBy) ?? null;
  }

  private async accept(dc: DialogContext, progress: Progress, field: string, value: Json): Promise<DialogTurnResult> {
    talkOf(dc.context).memory.setAside = null;
    const { form } = this.caseForm(progress.form);
    const answers = change(form, progress.answers, field, value);
    const { [field]: _answeredNow, ...others } = progress.laidBy;
    const laidBy = { ...others, ...textsDropped(form, progress.answers, answers) };
    return this.proceed(dc, { ...progress, answers, laidBy, phase: 'asking', unusual: null });
  }

  /** Works out what follows from the answers, and asks the next open question, unless the matter ends here. */
  private async proceed(dc: DialogContext, progress: Progress): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    const { form, derive, ends, before, notes } = this.caseForm(progress.form);
    const answers = prune(form, { ...progress.answers, ...derive?.(talk, progress.answers) });
    if (await ends?.(talk, answers)) return dc.endDialog();
    const asking = nextQuestion(form, answers);
    if (asking !== null) await before?.[asking]?.(talk, answers);
    await notes?.(talk, progress.answers, answers);
    const laidBy = { ...progress.laidBy, ...textsDropped(form, progress.answers, answers) };
    return this.goOn(dc, { ...progress, answers, laidBy, asking });
  }

  private async act(dc: DialogContext, progress: Progress, act: NonNullable<CaseForm['acts']>[string]): Promise<DialogTurnResult> {
    const on = await act(talkOf(dc.context), progress.answers);
    if (on === null) return this.goOn(dc, progress);
    return dc.beginDialog(on.begin, on.options);
  }

  private async goBack(dc: DialogContext, progress: Progress): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    const { form } = this.caseForm(progress.form);
    const before = progress.phase === 'changing' ? null : previousQuestion(form, progress.answers, progress.asking);
    if (progress.phase !== 'changing' && before === null) await talk.say('nothing-to-go-back', {}, { choices: [] });
    // Nothing is changed after all: the review, or the question that was left for it.
    const asking = progress.phase === 'changing' ? nextQuestion(form, progress.answers) : (before ?? progress.asking);
    return this.goOn(dc, { ...progress, asking, phase: 'asking', unusual: null });
  }

  private async afterReview(dc: DialogContext, progress: Progress, said: string | null): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    const judged = said === null ? readReview(talk.heard.text) : null;
    if (said === 'send' || said === 'yes' || judged === 'send') {
      const sent = await handOver(talk, progress);
      return sent ? dc.endDialog() : Dialog.EndOfTurn;
    }
    const correction = said === null && judged !== 'asks' ? this.changed(talk, progress) : null;
    if (correction !== null) return this.correct(dc, progress, correction);
    if (said === null && judged === null) return this.sayAndAsk(dc, progress, 'form.review.unclear');
    if (judged === 'asks') await talk.say('form.after-send', {}, { choices: [] });
    if (said === 'change' || said === 'no' || judged === 'change') return this.goOn(dc, { ...progress, phase: 'changing' });
    return this.goOn(dc, progress);
  }

  private async chooseChange(dc: DialogContext, progress: Progress): Promise<DialogTurnResult> {
    const correction = this.changed(talkOf(dc.context), progress);
    return correction === null ? this.sayAndAsk(dc, progress, 'form.change-unclear') : this.correct(dc, progress, correction);
  }

  /** Which answer she would change: named as it is called, or told in words of her own. */
  private changed(talk: Talk, { form: name, answers }: Progress): Correction | null {
    const { form } = this.caseForm(name);
    const correction = correctionIn(talk, form, answers);
    const field = correction === null ? fieldNamed(talk, form, answers) : null;
    return field === null ? correction : { field };
  }

  /** Puts an answer right where she says what it is to be; else asks for it anew. */
  private async correct(dc: DialogContext, progress: Progress, { field, value }: Correction): Promise<DialogTurnResult> {
    if (value === undefined) return this.goOn(dc, { ...progress, asking: field, phase: 'asking', unusual: null });
    await talkOf(dc.context).say('form.changed', {}, { choices: [] });
    return this.accept(dc, progress, field, value);
  }

  /** Answers what was said beside the question, and asks it again. */
  private async hearAside(dc: DialogContext, progress: Progress, aside: Aside): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    if (aside.kind === 'correct') return this.correct(dc, progress, aside.correction);
    if (aside.kind === 'explain') return this.sayAndAsk(dc, progress, aside.phrase);
    if (aside.kind === 'asked') await aside.tell();
    if (aside.kind === 'here-again' || aside.kind === 'asked') return this.goOn(dc, progress);
    if (aside.kind === 'take-up' && talk.memory.laidAside !== null) return this.takeUp(dc, talk.memory.laidAside);
    this.keep(dc, progress);
    await talk.say('form.call-instead');
    return Dialog.EndOfTurn;
  }

  /** Goes on with what she stopped writing, where she left it. */
  private async takeUp(dc: DialogContext, before: Progress): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    talk.topic = this.caseForm(before.form).topic;
    talk.memory.laidAside = null;
    await talk.say('form.taken-up', {}, { choices: [] });
    return this.goOn(dc, { ...this.progress({ id: this.id, state: before }), phase: 'asking', unusual: null });
  }

  private async decideToStop(dc: DialogContext, progress: Progress, said: string | null): Promise<DialogTurnResult> {
    const stops = said === 'stop' ? true : said === 'resume' ? false : talkOf(dc.context).yesOrNo();
    if (stops === null) return this.goOn(dc, progress);
    if (!stops) return this.goOn(dc, { ...progress, phase: 'asking' });
    const talk = talkOf(dc.context);
    await (layAside(talk, this.caseForm(progress.form), progress) ? talk.say('form.laid-aside') : talk.say('form.abandoned'));
    return dc.endDialog();
  }

  /** Keeps the progress and asks what comes next. */
  private async goOn(dc: DialogContext, progress: Progress): Promise<DialogTurnResult> {
    const { form } = this.caseForm(progress.form);
    const done = progress.phase === 'asking' && progress.asking === null && isComplete(form, progress.answers);
    if (done && (await this.caseForm(progress.form).closes?.(talkOf(dc.context), progress.answers))) return dc.endDialog();
    const kept: Progress = done ? { ...progress, phase: 'review' } : progress;
    this.keep(dc, kept);
    await this.ask(talkOf(dc.context), kept);
    return Dialog.EndOfTurn;
  }

  private async ask(talk: Talk, progress: Progress): Promise<void> {
    const { form } = this.caseForm(progress.form);
    if (progress.phase === 'stopping') return talk.say('form.abandoned-ask', {}, { choices: ['resume', 'stop'] });
    if (progress.phase === 'changing') return askChange(talk, form, progress.answers);
    if (progress.phase === 'review' || progress.asking === null) return sayReview(talk, form, progress.answers);
    const before = this.toldBefore(talk, progress);
    if (before !== null) await talk.say('form.words-before', { words: before }, { choices: [] });
    return askQuestion(talk, form, progress.asking, progress.answers, [...(before === null ? [] : ['form.use-words']), ...this.offersAt(talk, progress)]);
  }

  private offersAt(talk: Talk, { form, asking, answers }: Progress): readonly string[] {
    const offers = asking === null ? [] : (this.caseForm(form).offers?.[asking] ?? []);
    return typeof offers === 'function' ? offers(talk, answers) : offers;
  }

  /** The replies carry the form's topic; one that her tongue has no words for is Danish as a whole, buttons included. */
  private enter(talk: Talk, name: FormName): void {
    const { tongue } = talk.memory;
    talk.topic = this.caseForm(name).topic;
    talk.onlyDanish = tongue !== null && !talk.content.hasInTongue(`${name}.start`, tongue);
  }

  private caseForm(name: FormName): CaseForm {
    return this.forms[name];
  }

  /** The progress as saved; after a new version of the form, with those answers that still fit. */
  private progress(instance: DialogInstance | undefined): Progress {
    const saved = FormProgress.parse(instance?.state);
    const { form } = this.caseForm(saved.form);
    if (saved.version === form.version) return saved;
    const answers = restore(form, saved.answers);
    return { ...saved, version: form.version, answers, asking: nextQuestion(form, answers), phase: 'asking', unusual: null };
  }

  private keep(dc: DialogContext, progress: Progress): void {
    if (dc.activeDialog) dc.activeDialog.state = progress;
  }
}
