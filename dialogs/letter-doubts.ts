import { readPastDay } from '../src/domain/dates/read-past-day';
import { writtenDay } from '../src/domain/dates/read-day';
import { ZONE } from '../src/domain/calendar';
import { readChoice } from '../src/domain/forms/read-choice';
import { readYesNo } from '../src/domain/forms/read-yes-no';
import { calendarDays } from '../src/domain/letters/appeal-deadline';
import { NO_APPEAL } from '../src/domain/letters/explanation/point';
import { shortQuote } from '../src/domain/letters/explanation/quote';
import { LetterKind, Outcome, type LetterReading } from '../src/domain/letters/letter-reading';
import { timeLimitIn } from '../src/domain/letters/time-limit';
import { toldReading } from '../src/domain/letters/told-reading';
import { NOT_KNOWN_PHRASE, written } from './letter-day';
import type { LetterMemory } from './letter-memory';
import type { Talk } from './talk';

type Doubt = LetterMemory['doubts'][number];
type Question = 'kind' | 'outcome' | 'date' | 'limit' | 'enclosed';

/** The question that settles a doubt; null where none can: then the words are left to the explanation. */
export function questionOf({ field, why }: Doubt): Question | null {
  if (why === 'public-notice' || why === 'poor-reading') return null;
  if (field === 'has.appealGuidance') return 'enclosed';
  if (field === 'kind') return 'kind';
  if (field === 'outcome') return 'outcome';
  if (field === 'letterDate') return 'date';
  return field.startsWith('appeal.deadline') || why === 'which-time-limit' || why === 'date-and-time-limit-differ' ? 'limit' : null;
}

const KINDS = LetterKind.options.filter((kind) => kind !== 'other');

/** Shows the words that leave the doubt, and asks. */
export async function askDoubt(talk: Talk, doubt: Doubt): Promise<void> {
  const question = questionOf(doubt);
  if (question === null) return;
  if (doubt.quote.trim() !== '') await talk.say('letter.doubt', { quote: shortQuote(doubt.quote) }, { choices: [] });
  await talk.say(`letter.doubt.${question}`, {}, { choices: [...choicesOf(talk, question), written(talk, NOT_KNOWN_PHRASE)] });
}

function choicesOf(talk: Talk, question: Question): string[] {
  if (question === 'kind') return labels(talk, 'letter.kind-short', KINDS).map(asWritten);
  if (question === 'outcome') return [...labels(talk, 'letter.outcome-short', Outcome.options), talk.words(SOMETHING_ELSE)].map(asWritten);
  return question === 'enclosed' ? ['yes', 'no'] : [];
}

/** "De siger nej", "det er et afslag". */
const SAYS = /^\s*(?:(?:de|kommunen|brevet|they|it) (?:siger|skriver|says?|said)(?: at)?|det (?:er|bliver) (?:et )?|it is (?:an? )?)(?= ?\p{L})\s*/iu;

/** An order, a registration, more tax: a decision that none of the results fits. */
const SOMETHING_ELSE = 'letter.outcome-short.something-else';

const labels = (talk: Talk, group: string, values: readonly string[]): string[] => values.map((value) => talk.words(`${group}.${value}`));
const asWritten = (label: string): string => `=${label}`;

/** The reading with her answer put in; null when the answer was not understood. */
export function settleDoubt(talk: Talk, { reading }: LetterMemory, doubt: Doubt): LetterReading | null {
  const { text } = talk.heard;
  switch (questionOf(doubt)) {
    case 'kind': {
      const kind = KINDS[readChoice(text, labels(talk, 'letter.kind-short', KINDS)) ?? -1];
      return kind === undefined ? null : withKind(reading, kind);
    }
    case 'outcome': {
      const options = labels(talk, 'letter.outcome-short', Outcome.options);
      const chosen = readChoice(text.replace(SAYS, ''), [...options, talk.words(SOMETHING_ELSE)]);
      const outcome = chosen === options.length ? null : Outcome.options[chosen ?? -1];
      // Of a plain yes nothing is lacking.
      return outcome === undefined ? null : { ...reading, outcome, missing: outcome === 'granted' ? [] : reading.missing };
    }
    case 'date': {
      const day = readPastDay(text, talk.services.now().setZone(ZONE));
      return day === null ? null : { ...reading, letterDate: day.date };
    }
    case 'limit':
      return withLimit(talk, reading);
    case 'enclosed': {
      const enclosed = readYesNo(text);
      if (enclosed === null) return null;
      return { ...reading, has: { ...reading.has, appealGuidance: enclosed }, missing: enclosed ? reading.missing.filter((part) => part !== 'appeal-guidance') : reading.missing };
    }
    default:
      return reading;
  }
}

/** What is no decision has no outcome, and nothing of an appeal. */
const withKind = (reading: LetterReading, kind: LetterReading['kind']): LetterReading =>
  kind === 'decision' ? { ...reading, kind, has: { ...reading.has, decision: true } } : { ...reading, kind, outcome: null, missing: [], appeal: NO_APPEAL, has: { ...reading.has, decision: false } };

function withLimit(talk: Talk, reading: LetterReading): LetterReading | null {
  const { text } = talk.heard;
  const time = timeLimitIn(text);
  if (time) return { ...reading, appeal: { ...reading.appeal, deadlineText: text, deadlineDays: calendarDays(time), deadline: null } };
  if (writtenDay(text) === null) return null;
  const { deadline } = toldReading({ decided: 'refused', limit: text }, null, talk.services.now().setZone(ZONE).toISODate() ?? '').appeal;
  return deadline === null ? null : { ...reading, appeal: { ...reading.appeal, deadlineText: text, deadlineDays: null, deadline } };
}
