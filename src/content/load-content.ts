import { createHash } from 'node:crypto';
import { AdviserError } from '../domain/adviser-error';
import { systemClock, ZONE, type Now } from '../domain/calendar';
import type { OpeningHours } from '../domain/hours/opening-hours';
import type { Language, Tongue } from '../domain/language';
import { actionFinder, actionInTongue, LABEL } from './actions';
import type { Content } from './content';
import { contentInvalid } from './content-fault';
import type { ContentPlace } from './content-files';
import type { Fact } from './municipality-facts';
import { sayBubbles, topicOf, type Phrase } from './phrase';
import { fill, placeholdersOf } from './placeholders';
import { readContent, type ReadContent } from './read-content';

/** Where the content stands, for whom, and the clock that tells what has expired. */
export interface LoadOptions extends ContentPlace {
  readonly now?: Now;
}

/**
 * Reads and checks the content of one municipality.
 *
 * @throws AdviserError `content-invalid` when anything is wrong, naming each file, line and remedy
 * @example loadContent({ folder: 'content', municipality: 'ishoj' }).say('adviser.can', 'da')
 */
export function loadContent({ now = systemClock, ...place }: LoadOptions): Content {
  return contentOf(readContent(place), now);
}

const WINDOW = 'window.';

/** The content that was read, ready to be said. Throws `content-invalid` when it has errors. */
export function contentOf(read: ReadContent, now: Now): Content {
  const { errors, phrases, facts, hours, departments, authorities, tongues, laws, appealRules, glossary, reasons, letterWords, desk } = read;
  if (errors.length > 0 || !hours || !departments || !authorities || !laws || !appealRules || !glossary || !reasons || !letterWords || !desk) throw contentInvalid(errors);

  const phraseOf = (id: string): Phrase => {
    const phrase = phrases.get(id);
    if (!phrase) throw new AdviserError('content-invalid', `There is no phrase "${id}".`, 'Add it to the content, or correct the id in the code.');
    return phrase;
  };
  const fact = (key: string, language: Language): string => {
    const text = facts.get(key)?.texts?.[language];
    if (text === undefined) throw new AdviserError('content-invalid', `The fact ${key} is not known.`, 'Write it in municipality.yaml.');
    return text;
  };
  const label = once((actionId, language) => sayBubbles(phraseOf(LABEL + actionId).texts[language].text, (key) => fact(key, language)).join(' '));
  /** What is the same whenever a phrase is said; `bubbles` is null where they hold values of the moment. */
  const lasting = once((id, language) => {
    const phrase = phraseOf(id);
    return {
      phrase,
      bubbles: (phrase.values ?? []).length > 0 ? null : sayBubbles(phrase.texts[language].text, (name) => fact(name, language)),
      actions: (phrase.actions ?? []).map((action) => ({ id: action, label: label(action, language) })),
      topic: topicOf(phrase),
      expiring: expiringIn(phrase, facts, hours.value),
    };
  });
  const actionOf = actionFinder(phrases.values());
  const inTongue = (id: string, tongue: Tongue | null): string | null => {
    const own = tongue === null ? undefined : tongues.get(tongue)?.texts.phrases;
    return own !== undefined && Object.hasOwn(own, id) ? (own[id]?.trim() ?? null) : null;
  };
  const onlyFacts = (text: string, language: Language) => fill(text.trim(), (name) => (facts.has(name) ? fact(name, language) : `{${name}}`));

  return {
    version: read.version,
    hours: hours.value,
    departments: departments.value,
    authorities: authorities.value,
    laws: laws.value,
    appealRules: appealRules.value,
    glossary: glossary.value,
    reasons: reasons.value,
    letterWords,
    rudeWords: read.rudeWords,
    urgentWords: read.urgentWords,
    desk: {
      say: (id, values = {}) => {
        const text = Object.hasOwn(desk.value.texts, id) ? desk.value.texts[id] : undefined;
        if (text === undefined) throw new AdviserError('content-invalid', `The desk has no text "${id}".`, 'Add it to desk.yaml.');
        return fill(text.trim(), (name) => (Object.hasOwn(values, name) ? (values[name] ?? '') : fact(name, 'da')));
      },
      has: (id) => Object.hasOwn(desk.value.texts, id),
      topics: desk.value.topics,
      flagWords: desk.value.flags,
    },
    topicsOff: new Set(read.topicsOff),
    allOff: read.allOff,
    noticeVersion: createHash('sha256').update(onlyFacts(phraseOf('notice').texts.da.text, 'da')).digest('hex').slice(0, 12),
    say: (id, language, values = {}, tongue = null) => {
      const { phrase, bubbles, actions, topic, expiring } = lasting(id, language);
      const lastChecked = expiring.length === 0 ? null : oldestCheck(expiring, now().setZone(ZONE).toISODate());
      const own = inTongue(id, tongue);
      if (own !== null && tongue !== null) {
        const named = actions.map((action) => ({ ...action, label: inTongue(LABEL + action.id, tongue) ?? action.label }));
        return { id, language: tongue, bubbles: sayBubbles(own, (name) => (Object.hasOwn(values, name) ? (values[name] ?? '') : fact(name, 'da'))), actions: named, topic, lastChecked };
      }
      const valueOf = (name: string) => {
        if (!phrase.values?.includes(name)) return fact(name, language);
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        if (value === undefined) throw new AdviserError('content-invalid', `The phrase "${id}" needs the value {${name}}.`, 'Hand it to say().');
        return value;
      };
      return { id, language, bubbles: bubbles ?? sayBubbles(phrase.texts[language].text, valueOf), actions, topic, lastChecked };
    },
    sayInTongue: (part, tongue, values = {}) => {
      const texts = tongues.get(tongue)?.texts;
      const text = texts?.[part];
      if (texts === undefined || text === undefined) return null;
      // Who is in danger reads no word too many.
      const whole = part === 'crisis' ? text : `${text.trimEnd()}\n\n${texts.binding}`;
      return { id: `tongue.${part}`, language: tongue, bubbles: sayBubbles(whole, (name) => values[name] ?? fact(name, 'da')), actions: [], topic: null, lastChecked: null };
    },
    has: (id) => phrases.has(id),
    hasInTongue: (id, tongue) => inTongue(id, tongue) !== null,
    wordsOf: (tongue) => tongues.get(tongue)?.texts.words ?? null,
    label: (actionId, language, tongue = null) => inTongue(LABEL + actionId, tongue) ?? label(actionId, language),
    actionSaid: (text, tongue = null) => (tongue === null ? null : actionInTongue(text, tongues.get(tongue)?.texts)) ?? actionOf(text),
    fact,
    allText: (language) => {
      const ofWindow = [...phrases.values()].filter(({ id }) => id.startsWith(WINDOW));
      return Object.fromEntries(ofWindow.map(({ id, texts }) => [id.slice(WINDOW.length), onlyFacts(texts[language].text, language)]));
    },
  };
}

/** Something that was checked on a day, and may go stale on another. */
type Checked = Pick<Phrase | Fact | OpeningHours['channels'][number], 'checked' | 'expires'>;

/** What of that which a phrase says goes stale some day. */
function expiringIn(phrase: Phrase, facts: ReadonlyMap<string, Fact>, { channels }: OpeningHours): readonly Checked[] {
  const said = [...placeholdersOf(phrase.texts.da.text)].flatMap((name) => facts.get(name) ?? []);
  // Phrases `hours.phone.*` say the hours of the phone, which come to them as values.
  const hours = channels.filter(({ id }) => phrase.id.startsWith(`hours.${id}.`));
  return [phrase, ...said, ...hours].filter(({ expires }) => typeof expires === 'string');
}

/** The oldest day on which something was last checked, among what has expired; null when nothing has. */
function oldestCheck(expiring: readonly Checked[], today: string): string | null {
  return expiring.filter(({ expires }) => isExpired(expires, today)).flatMap(({ checked }) => checked ?? []).sort()[0] ?? null;
}

/** Works a thing out once for each id and language: the content behind it never changes. */
function once<Result>(work: (id: string, language: Language) => Result): (id: string, language: Language) => Result {
  const known = new Map<string, Result>();
  return (id, language) => {
    const key = `${language} ${id}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = work(id, language);
    known.set(key, result);
    return result;
  };
}

/** From the day it names on, a thing counts as stale. */
export function isExpired(expires: string | null | undefined, today: string): boolean {
  return typeof expires === 'string' && expires <= today;
}
