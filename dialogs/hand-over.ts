import { ActivityTypes, type Activity } from 'botbuilder';
import { z } from 'zod';
import { AdviserError } from '../src/domain/adviser-error';
import type { ToldAnswer } from '../src/domain/cases/told-answers';
import type { AnsweredForm } from '../src/domain/cases/make-handoff-case';
import type { HandoffCase } from '../src/domain/cases/handoff-case';
import { ZONE } from '../src/domain/calendar';
import { Road } from '../src/domain/complaints/complaint-road';
import type { TranscriptLine } from '../src/domain/conversations/turn-memory';
import { sayTime } from '../src/domain/dates/say-day';
import { turnMemory, type BotMemory } from './bot-memory';
import type { Answers } from '../src/domain/forms/form';
import { draftText, offerPowerOfAttorney, sayNextMatter, sayOwnDuty } from './complaint-draft';
import { CASE_FORMS } from './case-forms';
import { becomesCase, type FormName } from './form-name';
import type { Progress } from './form-progress';
import { looksLikeLetter } from '../src/domain/letters/looks-like-letter';
import { reviewLines } from './form-words';
import { bodyInWords } from './complaint-road-words';
import { reachInWords } from './hours-answer';
import { letterForCase } from './letter-facts';
import type { Receipt } from './reply';
import type { Talk } from './talk';
import { tongueHours } from './tongue-answer';

/**
 * Hands the answered form to the adviser. "Sent" is said only once the case is durably kept; else she hears that it
 * is not, and her answers stay. False when it was not sent.
 */
export async function handOver(talk: Talk, { form, run, answers }: Progress): Promise<boolean> {
  const { services, content, context, language } = talk;
  const key = `${context.activity.conversation.id}:${form}:${run}`;
  try {
    if (!becomesCase(form)) return await carryOn(talk, form, answers, key);
    const letter = await letterAlong(talk, answers.keepLetter === true);
    const transcript = withoutLetters(talk, withoutPins(await turnMemory(context).transcript()));
    const { handoff, pin } = await services.handOff.send({ form, answers, language: talk.memory.tongue ?? language, noticeVersion: content.noticeVersion, transcript, letter, told: toldOf(talk, form, answers), ...(form === 'complaint' ? { draft: draftText(talk, answers) } : {}) }, key);
    if (!talk.memory.cases.includes(handoff.reference)) talk.memory.cases.push(handoff.reference);
    const how = answers.preferred === 'email' || answers.preferred === 'chat' ? answers.preferred : 'phone';
    talk.memory.handed = { reference: handoff.reference, next: nextOf(form, answers), how, ...ownDutyOf(talk, form, answers) };
    if (form === 'complaint') await offerPowerOfAttorney(talk, answers);
    await saySent(talk, handoff, pin, nextInWords(talk, nextOf(form, answers), how), async () => {
      if (form === 'complaint') await sayOwnDuty(talk, answers);
    });
    if (form === 'complaint') talk.memory.draft = answers;
    if (form === 'complaint') await sayNextMatter(talk, answers);
    return true;
  } catch (fault) {
    talk.log('error', 'handoff-failed', { code: fault instanceof AdviserError ? fault.code : 'unknown' });
    await talk.say('handoff.not-sent');
    return false;
  }
}

/** The review that she pressed Send on, in the adviser's language. What she skipped is nothing told. */
const toldOf = (talk: Talk, form: FormName, answers: Answers): ToldAnswer[] => reviewLines(talk, CASE_FORMS[form].form, answers, 'da').filter(({ field }) => answers[field] !== null);

/** Where an appeal is still to be sent by herself, and by when; nowhere for anything else. */
function ownDutyOf(talk: Talk, form: FormName, answers: Answers): { readonly where: string | null; readonly day: string | null } {
  const road = form === 'complaint' ? Road.safeParse(answers.road).data : undefined;
  if (road?.kind !== 'appeal') return { where: null, day: null };
  return { where: bodyInWords(talk, road.sendTo, road.sendToName) ?? talk.words('complaint.place.letter'), day: road.late ? null : road.lastDay };
}

/** Adds what she wrote to the case whose PIN she has shown. */
async function carryOn(talk: Talk, form: FormName, answers: Answers, key: string): Promise<boolean> {
  const { reference, text, answered, answer, still } = CarryOnAnswers.parse(answers);
  const words = form === 'reply' ? (text ?? '') : talk.content.say('second.told', 'da', { day: answered ? (/^\d{4}-\d{2}-\d{2}$/.test(answered) ? talk.day(answered) : answered) : '?', answer: answer ?? '', still: still ?? '' }).bubbles.join('\n\n');
  await talk.services.carryOn.add({ reference, key, text: words, secondInstance: form === 'second' });
  await talk.say(`${form}.sent`, { reference });
  return true;
}

const CarryOnAnswers = z.object({ reference: z.string(), text: z.string().optional(), answered: z.string().nullish(), answer: z.string().optional(), still: z.string().optional() });

/** What happens next: an answer in the chat is looked for there; a complaint goes on by what it is about and who has answered. */
function nextOf(form: FormName, { preferred, about, tried }: Answers): string {
  if (form === 'question' && preferred === 'chat') return 'question-chat';
  if (form !== 'complaint') return form;
  return about === 'decision' ? 'complaint.decision' : tried === 'answered' ? 'complaint.second' : 'complaint.first';
}

/** What happens next, and how she hears of it: who left no number is not called. */
const nextInWords = (talk: Talk, next: string, how: Handed['how']): Next => ({ id: `handoff.next.${next}`, values: next.startsWith('complaint.') ? { how: talk.words(`handoff.how.${how}`) } : {} });

type Handed = NonNullable<BotMemory['handed']>;

interface Next {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Says again what happens next with what was handed over last. */
export const sayNext = async (talk: Talk, { next, how }: { readonly next: string; readonly how: Handed['how'] }): Promise<void> => {
  const { id, values } = nextInWords(talk, next, how);
  await talk.say(id, values, { choices: [] });
};

async function saySent(talk: Talk, handoff: HandoffCase, pin: string, next: Next, ownDuty: () => Promise<void>): Promise<void> {
  const { reference } = handoff;
  await talk.say('handoff.sent', { reference, pin }, { choices: [], receipt: receiptOf(talk, reference, pin, talk.words(next.id, next.values)) });
  talk.send(initiation(handoff));
  await talk.say(next.id, next.values, { choices: [] });
  await ownDuty();
  await talk.say('handoff.reach', { reach: reachInWords(talk), ...tongueHours(talk) }, { choices: [] });
  await talk.say('handoff.own-duty');
}

/** What she copies or prints: readable by itself, with the chat long gone. */
function receiptOf(talk: Talk, reference: string, pin: string, next: string): Receipt {
  const now = talk.services.now().setZone(ZONE);
  const lines = [
    talk.words('receipt.title'),
    talk.words('receipt.reference', { reference }),
    talk.words('receipt.pin', { pin }),
    // In figures that every language reads, where the words are not Danish or English.
    talk.words('receipt.sent-at', talk.tongue === null ? { day: talk.day(now.toISO() ?? ''), time: sayTime(now, talk.language) } : { day: now.toFormat('dd.MM.yyyy'), time: now.toFormat('HH:mm') }),
    next,
    talk.words('receipt.contact'),
    talk.words('handoff.own-duty'),
  ];
  return { reference, pin, lines };
}

/** The protocol's hand-off event: the case as its value, the transcript attached as well. */
function initiation(handoff: HandoffCase): Partial<Activity> {
  const activities = handoff.transcript.map(({ at, from, text }) => ({ type: ActivityTypes.Message, timestamp: at, from: { role: from === 'citizen' ? 'user' : 'bot' }, text }));
  return {
    type: ActivityTypes.Event,
    name: 'handoff.initiate',
    value: handoff,
    attachments: [{ name: 'Transcript', contentType: 'application/json', content: { activities } }],
  };
}

/** The PIN of an earlier case is nobody's business but hers: six digits that stand alone are left out. */
const withoutPins = (lines: readonly TranscriptLine[]): TranscriptLine[] => lines.map((line) => ({ ...line, text: line.text.replace(/(?<![\p{Nd}-])\p{Nd}{3} ?\p{Nd}{3}(?![\p{Nd}-])/gu, '••••••') }));

/** The letter that was explained: its reading, and its text where she said yes and it is still kept. */
async function letterAlong(talk: Talk, whole: boolean): Promise<AnsweredForm['letter']> {
  const along = letterForCase(talk);
  const textId = talk.memory.letter?.textId ?? null;
  if (along === null) return null;
  return { ...along, text: whole && textId !== null ? await talk.services.letterTexts.find(talk.context.activity.conversation.id, textId) : null };
}

/** A letter that she pasted is kept a day and no longer (contract § 6): a case has it by her own yes, never by way of the transcript. */
const withoutLetters = (talk: Talk, lines: readonly TranscriptLine[]): TranscriptLine[] =>
  lines.map((line) => (looksLikeLetter(line.text) !== 'no' ? { ...line, text: talk.words('letter.left-out') } : line));
