import type { Attachment } from 'botbuilder';
import { appealDay, mustStandBy } from '../src/domain/letters/appeal-day';
import { consequenceIn } from '../src/domain/letters/consequence';
import { explainLetter } from '../src/domain/letters/explain-letter';
import { byWhen, howCounted, whyThatDay } from '../src/domain/letters/explanation/by-when';
import type { LetterQuestion } from '../src/domain/letters/explanation/parts-asked';
import { point, type Part, type Point } from '../src/domain/letters/explanation/point';
import { whomToAsk } from '../src/domain/letters/explanation/whom-to-ask';
import type { GlossaryEntry } from '../src/domain/letters/glossary';
import { LETTER_SHOWN } from '../src/domain/letters/looks-like-letter';
import { markLetter } from '../src/domain/letters/mark-letter';
import { tellEarlierDay } from './earlier-letter';
import { booksOf, factsOf, isFromHome, voiceOf } from './letter-facts';
import { lastDayFile } from './last-day-file';
import type { LetterMemory } from './letter-memory';
import { partsInWords, pointInWords } from './letter-words';
import type { Talk } from './talk';

/** A message longer than this is cut at a line: windows and channels have limits. */
const MESSAGE_AT_MOST = 3_500;

/** Explains the letter: a message a part, the last day with its calendar file, and what she can do next (`choices`: what she wished for). */
export async function explain(talk: Talk, letter: LetterMemory, choices: readonly string[] | null = null): Promise<void> {
  talk.topic = 'letter.understand';
  letter.explained = true;
  if (letter.poor) await talk.say('upload.poor', {}, { choices: [] });
  const explanation = explainLetter(factsOf(talk, letter), booksOf(talk));
  const parts = partsInWords(voiceOf(talk), explanation);
  explanation.forEach(({ part }, place) => {
    const said = parts[place];
    if (said) talk.compose(said.id, [said.text], { attachments: part === 'deadline' ? calendarOf(talk, letter) : [] });
  });
  await talk.say('letter.next', {}, { choices: choices ?? nextChoices(talk, letter) });
}

/** What can be done next, as far as there is something to do. */
function nextChoices(talk: Talk, letter: LetterMemory): string[] {
  const facts = factsOf(talk, letter);
  const day = appealDay(facts);
  const { reading } = letter;
  const appeals = reading.kind === 'decision' && reading.outcome !== 'granted' && reading.appeal.possible !== false && facts.rule?.possible !== false;
  return [
    ...(appeals ? ['complaint.write'] : []),
    'letter.adviser',
    ...(letter.textId === null ? [] : ['letter.show']),
    ...(day === null ? [] : ['letter.why-day', 'letter.other-day']),
    ...(reading.terms.length === 0 ? [] : ['letter.words']),
  ];
}

/** The letter's last day, as a file for her own calendar. */
function calendarOf(talk: Talk, letter: LetterMemory): Attachment[] {
  const day = appealDay(factsOf(talk, letter));
  return day === null ? [] : lastDayFile(talk, day.last);
}

/** The sum behind the last day; a letter that is no decision has a day of its own making, or none. */
export const tellWhyThatDay = (talk: Talk): Promise<void> =>
  tellOfLetter(talk, async (letter) => {
    const points = whyThatDay(factsOf(talk, letter));
    if (points.length > 0) return tellPoints(talk, points, letter);
    await talk.say(letter.reading.action?.by ? 'letter.why-day.stated' : 'letter.why-day.none');
  });

/** "Hvornår er det senest?" after a letter means that letter's last day; where it gives none, what it says instead. */
export async function tellLastDay(talk: Talk): Promise<void> {
  await tellEarlierDay(talk);
  const { letter } = talk.memory;
  if (!letter?.explained) return talk.say('complaint.deadline');
  const facts = factsOf(talk, letter);
  talk.topic = 'complaint.deadline';
  if (mustStandBy(facts)) return tellParts(talk, letter, ['action', 'deadline', 'sum']);
  if (byWhen(facts).length > 0) return tellNewDay(talk, letter);
  // A letter that gives no time to complain may ask for something by a day, or go on by itself.
  if (letter.reading.kind !== 'decision') return tellParts(talk, letter, ['what', 'action', 'route']);
  return tellParts(talk, letter, ['route'], () => talk.say('complaint.deadline'));
}

/** The last day and its sum alone: the rest has been told. */
export async function tellNewDay(talk: Talk, letter: LetterMemory): Promise<void> {
  const facts = factsOf(talk, letter);
  await tellPoints(talk, byWhen(facts), letter);
  await tellPoints(talk, howCounted(facts), letter, []);
}

/** What she asks of the letter again: parts of what was told, in its order; what the letter does not say is said to be so. */
export async function tellAskedOfLetter(talk: Talk, asked: LetterQuestion): Promise<void> {
  talk.topic = 'letter.understand';
  const { letter } = talk.memory;
  if (letter === null) return talk.say('letter.none');
  if (asked === 'again') return explain(talk, letter);
  if (asked === 'phone') return tellWhomToCall(talk, letter);
  if (asked === 'waits') return tellWhetherItWaits(talk, letter);
  return tellParts(talk, letter, asked.parts);
}

/** Whether the decision waits for the appeal, as the law has it; where nothing is known of it, that. */
async function tellWhetherItWaits(talk: Talk, letter: LetterMemory): Promise<void> {
  const points = whomToAsk(factsOf(talk, letter)).filter(({ say }) => say.startsWith('letter.waits.'));
  return points.length === 0 ? talk.say('letter.asked.silent') : tellPoints(talk, points, letter, []);
}

/** Whom to call: her own municipality, which puts her through; the number of another authority stands in its letter. An appeal may be made by phone (L-3.9). */
async function tellWhomToCall(talk: Talk, letter: LetterMemory): Promise<void> {
  const facts = factsOf(talk, letter);
  const { authority, department, appeal } = letter.reading;
  const home = isFromHome(talk, authority);
  const byPhone = home && (appeal.body ?? facts.rule?.body ?? null) === 'ankestyrelsen';
  await tellPoints(talk, [home ? point('letter.call.home', { department: department ?? { phrase: 'letter.the-department' } }) : point('letter.call.other'), ...(byPhone ? [point('letter.call.appeal')] : []), ...(letter.explained ? byWhen(facts) : [])], letter);
}

async function tellParts(talk: Talk, letter: LetterMemory, parts: readonly Part[], otherwise: () => Promise<void> = () => talk.say('letter.asked.silent')): Promise<void> {
  const told = explainLetter(factsOf(talk, letter), booksOf(talk)).filter(({ part }) => parts.includes(part));
  const inWords = partsInWords(voiceOf(talk), told);
  if (inWords.length === 0) return otherwise();
  inWords.forEach(({ id, text }, place) => {
    const last = place === inWords.length - 1;
    talk.compose(id, [text], { choices: last ? nextChoices(talk, letter) : [], attachments: told[place]?.part === 'deadline' ? calendarOf(talk, letter) : [] });
  });
}

/** The whole explanation once more. */
export const tellLetterAgain = (talk: Talk): Promise<void> => tellOfLetter(talk, (letter) => explain(talk, letter));

/** The hard words of the letter, each explained. */
export const tellLetterWords = (talk: Talk): Promise<void> =>
  tellOfLetter(talk, async (letter) => {
    const met = letter.reading.terms.flatMap((id) => talk.content.glossary.find((entry) => entry.id === id && !entry.common) ?? []);
    if (met.length === 0) return talk.say('letter.words.none');
    talk.compose('letter.word', [met.map((entry) => wordInWords(talk, entry)).join('\n')], { choices: ['letter.again', 'letter.adviser'] });
  });

/** One hard word in plain ones. */
export async function tellWord(talk: Talk, entry: GlossaryEntry): Promise<void> {
  talk.topic = 'letter.understand';
  talk.compose('letter.word', [wordInWords(talk, entry)], { choices: talk.memory.letter?.explained ? ['letter.again', 'letter.adviser'] : ['letter.understand', 'human'] });
}

/** What sections of law are about; what nobody has compared with the law is only named, with its link. */
export async function tellSections(talk: Talk, points: readonly Point[]): Promise<void> {
  talk.topic = 'letter.understand';
  const [first] = points;
  const voice = voiceOf(talk);
  const choices = talk.memory.letter?.explained ? ['letter.again', 'letter.adviser'] : ['letter.understand', 'human'];
  if (first) talk.compose(first.say, [points.map((each) => pointInWords(voice, each)).join('\n')], { choices });
}

/** Her own letter with the places marked that the explanation rests on; while its text is kept. */
export const tellLetterMarked = (talk: Talk): Promise<void> =>
  tellOfLetter(talk, async (letter) => {
    const { services, context } = talk;
    const text = letter.textId === null ? null : await services.letterTexts.find(context.activity.conversation.id, letter.textId);
    if (text === null) return talk.say('letter.show.gone', { fileHours: String(services.retention.filesHours) });
    const marked = markLetter(text, services.readLetter(text, {}).evidence).map(({ text: stretch, mark }) => (mark === null ? stretch : `[${talk.words(`letter.mark.${mark}`)}: ${stretch}]`));
    await talk.say('letter.show.how', {}, { choices: [] });
    talk.compose(LETTER_SHOWN, inMessages(marked.join('')), { choices: ['letter.again', 'letter.adviser'] });
  });

/** What happens if she does not do what the letter asks: in the letter's words while its text is kept, and whom to call. */
export const tellIfNot = (talk: Talk): Promise<void> =>
  tellOfLetter(talk, async (letter) => {
    const { services, context } = talk;
    const text = letter.textId === null ? null : await services.letterTexts.find(context.activity.conversation.id, letter.textId);
    const quote = text === null ? null : consequenceIn(text);
    const said = quote === null ? 'letter.if-not.silent' : 'letter.if-not';
    await talk.say(said, quote === null ? {} : { quote }, { choices: [] });
    await talk.say(letter.reading.action?.kind === 'attend' ? 'letter.if-not.attend' : 'letter.if-not.other', {}, { choices: ['letter.again', 'letter.adviser'] });
  });

const wordInWords = ({ language }: Talk, entry: GlossaryEntry): string => `${entry.term.charAt(0).toLocaleUpperCase('da')}${entry.term.slice(1)}: ${entry[language]}`;

async function tellPoints(talk: Talk, points: readonly Point[], letter: LetterMemory, attachments = calendarOf(talk, letter)): Promise<void> {
  const voice = voiceOf(talk);
  const [first] = points;
  if (first) talk.compose(first.say, [points.map((each) => pointInWords(voice, each)).join('\n')], { choices: nextChoices(talk, letter), attachments });
}

async function tellOfLetter(talk: Talk, tell: (letter: LetterMemory) => Promise<void>): Promise<void> {
  talk.topic = 'letter.understand';
  const { letter } = talk.memory;
  if (letter?.explained) return tell(letter);
  return talk.say('letter.none');
}

/** A long letter in several messages, each ending with a line. */
function inMessages(text: string): string[] {
  const messages: string[] = [];
  let rest = text.trim();
  while (rest.length > MESSAGE_AT_MOST) {
    const line = rest.lastIndexOf('\n', MESSAGE_AT_MOST);
    const end = line > MESSAGE_AT_MOST / 2 ? line : MESSAGE_AT_MOST;
    messages.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...messages, rest];
}
