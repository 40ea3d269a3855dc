import { callbackForm } from '../domain/forms/callback-form';
import { questionForm } from '../domain/forms/question-form';
import type { Tongue } from '../domain/language';
import type { Report } from './content-fault';
import type { Fact } from './municipality-facts';
import type { Phrase } from './phrase';
import { placeholdersOf, strayBrace } from './placeholders';
import type { TongueContent } from './tongues';

/** The forms of the road to a person: whole in a language that has the part `human` (contract § 8). */
const FORMS = [callbackForm, questionForm];

/** What every language says beside its parts: the choices under them. */
const LABELS = ['callback', 'question', 'human', 'language.en', 'complaint.write'];

const OF_FORMS = FORMS.flatMap(({ name, questions }) => [
  `${name}.start`,
  `handoff.next.${name}`,
  ...Object.entries(questions).flatMap(([field, { choices }]) => [`ask.${name}.${field}`, `again.${field}`, `label.${field}`, ...(Array.isArray(choices) ? choices.map((choice) => `choice.${field}.${String(choice)}`) : [])]),
]);

/** What is said on that road whatever the form. */
const ON_THE_ROAD = [
  ...['yes', 'no', 'send', 'change', 'back', 'stop', 'skip', 'resume', 'restart', 'erase', 'erase-yes', 'cancel', 'case.status', 'complaint.deadline', 'form.use-words', 'hours.phone', 'contact'].map((choice) => `action.${choice}`),
  'notice.short', 'callback.closed-then', 'callback.no-such-day', 'handoff.next.question-chat',
  ...['yes', 'no', 'skipped'].map((answer) => `answer.${answer}`),
  ...['after-send', 'review', 'change-ask', 'phone-check', 'kept', 'abandoned-ask', 'abandoned', 'which', 'needed', 'send-later', 'words-before'].map((said) => `form.${said}`),
  ...['sent', 'reach', 'own-duty', 'not-sent'].map((said) => `handoff.${said}`),
  ...['title', 'reference', 'pin', 'sent-at', 'contact'].map((line) => `receipt.${line}`),
  'crisis.suspected', 'unknown', 'doubt', 'small-talk', 'masked', 'cancelled', 'nothing-to-go-back', 'erase.ask', 'erase.done', 'erase.cancelled', 'erase.kept-case',
];

/** The phrases that a language with the road to a person must have. */
export const ROAD_PHRASES: readonly string[] = [...new Set([...OF_FORMS, ...ON_THE_ROAD])];

/** Checks that each language has what it must have, that each phrase has its Danish master, and that all its values are said. */
export function checkTongues(tongues: ReadonlyMap<Tongue, TongueContent>, phrases: ReadonlyMap<string, Phrase>, facts: ReadonlyMap<string, Fact>, report: Report): void {
  for (const { texts, file, lineOf } of tongues.values()) {
    const needed = [...LABELS.map((id) => `action.${id}`), ...(texts.human === undefined ? [] : ROAD_PHRASES)].filter((id) => phrases.has(id) && !Object.hasOwn(texts.phrases, id));
    for (const id of needed) report({ file, line: lineOf(['phrases']), what: `The phrase "${id}" is missing.`, remedy: 'Translate it from da/, under "phrases".' });
    for (const [id, text] of Object.entries(texts.phrases)) checkPhrase(id, text, { master: phrases.get(id), facts, report: (fault) => report({ file, line: lineOf(['phrases', id]), ...fault }) });
  }
}

function checkPhrase(id: string, text: string, { master, facts, report }: { master: Phrase | undefined; facts: ReadonlyMap<string, Fact>; report: (fault: { what: string; remedy: string }) => void }): void {
  if (master === undefined) return report({ what: `There is no phrase "${id}" in da/.`, remedy: 'Correct the id, or remove it.' });
  const said = placeholdersOf(text);
  const values = master.values ?? [];
  for (const name of said) {
    if (!values.includes(name) && name !== HOURS && !facts.get(name)?.texts) report({ what: `"${id}" has {${name}}, which nobody fills.`, remedy: `Permitted: what the Danish text has, known facts and {${HOURS}}.` });
  }
  for (const value of values) {
    if (!said.has(value) && !said.has(HOURS)) report({ what: `"${id}" does not say {${value}}.`, remedy: `Put {${value}} into the text.` });
  }
  if (strayBrace(text) >= 0) report({ what: `"${id}" has a brace that belongs to no placeholder.`, remedy: 'Write {name} without spaces.' });
}

/** The week's phone hours in her language: said in place of a Danish half sentence on when the phone opens. */
const HOURS = 'hours';
