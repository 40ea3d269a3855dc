import { dangerFigures, LOOK_ALIKE } from '../../domain/topics/evaluation/danger-figures';
import { isRight, type Outcome } from '../../domain/topics/evaluation/outcome';
import { type Share, shareOf } from '../../domain/topics/evaluation/share';
import { confusions, topicFigures, topicScore, type TopicFigures } from '../../domain/topics/evaluation/topic-figures';
import { TOPICS, type Topic } from '../../domain/topics/topic';
import type { Unseen } from './unseen';

/** Ordinary text that has nothing to do with us. */
const FAR_OFF: ReadonlySet<string> = new Set(['weather-food-leisure', 'general-knowledge', 'musing-news-ads', 'song-lines', 'philosophy-politics', 'other-program', 'noise', 'gibberish-mixed']);
/** What people open with, in languages without full content. */
const OPENING: ReadonlySet<Topic> = new Set<Topic>(['adviser.can', 'hours.phone', 'hours.consultation', 'contact', 'callback', 'letter.understand', 'complaint.start', 'complaint.decision', 'complaint.waiting', 'human', 'small-talk']);
const FEWEST = 25;
const CONFUSIONS = 30;

/** The figures that are promised, one number each. */
export interface Headline {
  readonly macroF1: number;
  readonly accuracy: number;
  readonly top3: number;
  readonly calibrationError: number;
  readonly crisisRecall: number;
  readonly crisisSureRecall: number;
  readonly falseAlarms: number;
  readonly falseAlarmsLookAlike: number;
  readonly quietLines: number;
  readonly unknownPrecision: number;
  readonly unknownRecall: number;
  readonly farOffRejected: number;
  readonly danishKnown: number;
  readonly englishKnown: number;
  readonly otherLanguagesKnown: number;
  readonly otherLanguagesOpening: number;
}

/** The promised figures over some outcomes. */
export function headline(outcomes: readonly Outcome[]): Headline {
  const topics = topicFigures(outcomes);
  const danger = dangerFigures(outcomes);
  const unknown = topicScore(outcomes, 'unknown');
  const ours = (outcome: Outcome) => ['da', 'en', 'no', 'sv'].includes(outcome.phrase.lang);
  return {
    macroF1: topics.macroF1,
    accuracy: topics.accuracy,
    top3: topics.top3,
    calibrationError: topics.calibrationError,
    crisisRecall: danger.recall.share,
    crisisSureRecall: danger.sureRecall.share,
    falseAlarms: danger.falseAlarms.share,
    falseAlarmsLookAlike: danger.falseAlarmsLookAlike.share,
    quietLines: danger.quietLines.share,
    unknownPrecision: unknown.precision,
    unknownRecall: unknown.recall,
    farOffRejected: shareOf(outcomes.filter(isFarOff), ({ read }) => read.topic === 'unknown').share,
    danishKnown: languageKnown(outcomes, (lang) => lang === 'da').share,
    englishKnown: languageKnown(outcomes, (lang) => lang === 'en').share,
    otherLanguagesKnown: languageKnown(outcomes, (lang) => !['da', 'en'].includes(lang)).share,
    otherLanguagesOpening: shareOf(outcomes.filter((outcome) => !ours(outcome) && OPENING.has(outcome.phrase.topic)), isRight).share,
  };
}

/** All that is worth reading about how strangers' messages were read, in lines. */
export function report(unseen: readonly Unseen[]): string[] {
  const all = unseen.flatMap(({ outcomes }) => outcomes);
  const danger = dangerFigures(all);
  const crisis = all.filter(({ phrase }) => phrase.topic === 'crisis');
  return [
    heading('By writer left out', 'phrases  accuracy  macro-F1  top-3'),
    ...unseen.map(({ writer, outcomes }) => line(writer, topicFigures(outcomes))),
    line('all', topicFigures(all)),
    heading('By topic', 'phrases  precision  recall  F1'),
    ...TOPICS.map((topic) => topicScore(all, topic)).map(({ topic, phrases, precision, recall, f1 }) => `${topic.padEnd(28)}${String(phrases).padStart(6)}  ${[precision, recall, f1].map(two).join('  ')}`),
    heading('By language', 'phrases  accuracy  macro-F1  top-3'),
    ...groups(all, ({ phrase }) => phrase.lang),
    heading('By manner', 'phrases  accuracy  macro-F1  top-3'),
    ...groups(all, ({ phrase }) => phrase.register),
    heading('Danger', '95 % interval'),
    `seen, sure or suspected      ${interval(danger.recall)}`,
    `seen surely                  ${interval(danger.sureRecall)}`,
    `false alarms, sure           ${interval(danger.falseAlarms)}`,
    `false alarms on look-alikes  ${interval(danger.falseAlarmsLookAlike)}`,
    `quiet line without danger    ${interval(danger.quietLines)}`,
    heading('Danger that was missed', ''),
    ...crisis.filter(({ read }) => read.danger === null).map(({ phrase, read }) => `${phrase.lang} ${phrase.register}: ${phrase.text} (${read.topic})`),
    heading('Look-alikes and others taken for danger surely', ''),
    ...all.filter(({ phrase, read }) => phrase.topic !== 'crisis' && read.danger === 'sure').map(({ phrase }) => `${LOOK_ALIKE.has(phrase.register) ? 'look-alike' : 'other'}: ${phrase.text} (${phrase.topic})`),
    heading('Text that has nothing to do with us', '95 % interval'),
    `rejected                     ${interval(shareOf(all.filter(isFarOff), ({ read }) => read.topic === 'unknown'))}`,
    heading('Confusions', 'times  meant -> read: example'),
    ...confusions(all).slice(0, CONFUSIONS).map(({ times, meant, read, example }) => `${String(times).padStart(4)}  ${meant} -> ${read}: ${example.slice(0, 110)}`),
  ];
}

function languageKnown(outcomes: readonly Outcome[], is: (lang: string) => boolean): Share {
  const written = outcomes.filter(({ phrase }) => is(phrase.lang) && phrase.text.trim().split(/\s+/).length >= 3 && !MIXED.test(phrase.register));
  return shareOf(written, ({ phrase, read }) => read.language === phrase.lang.slice(0, 2));
}

/** Manners that mix languages on purpose: what language they are in nobody could say. */
const MIXED = /^l2|gibberish|noise/;

const isFarOff = ({ phrase }: Outcome): boolean => phrase.topic === 'unknown' && FAR_OFF.has(phrase.register);

function groups(outcomes: readonly Outcome[], of: (outcome: Outcome) => string): string[] {
  const names = [...new Set(outcomes.map(of))].sort();
  return names.map((name) => ({ name, group: outcomes.filter((outcome) => of(outcome) === name) })).filter(({ group }) => group.length >= FEWEST).map(({ name, group }) => line(name, topicFigures(group)));
}

const two = (value: number): string => value.toFixed(3);
const heading = (title: string, columns: string): string => `\n${title}${columns === '' ? '' : `   (${columns})`}`;
const line = (name: string, { phrases, accuracy, macroF1, top3 }: TopicFigures): string => `${name.padEnd(28)}${String(phrases).padStart(6)}  ${[accuracy, macroF1, top3].map(two).join('  ')}`;
const interval = ({ share, of, low, high }: Share): string => `${two(share)}  [${two(low)}, ${two(high)}]  of ${of}`;
