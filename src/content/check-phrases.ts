import type { Phrase, PhraseText } from './phrase';
import { placeholdersOf, strayBrace } from './placeholders';
import type { Report } from './content-fault';
import type { Fact } from './municipality-facts';
import { LABEL, labelKey } from './actions';
import { LANGUAGES } from '../domain/language';

/** What the phrases of one municipality are checked against. */
export interface PhraseContext {
  readonly phrases: ReadonlyMap<string, Phrase>;
  readonly facts: ReadonlyMap<string, Fact>;
}

/** Checks what phrases refer to: that each action has a label, that each placeholder will be filled, that no label means two things. */
export function checkPhrases(context: PhraseContext, report: Report): void {
  for (const phrase of context.phrases.values()) {
    checkActions(phrase, context, report);
    checkValues(phrase, report);
    for (const language of LANGUAGES) checkPlaceholders(phrase, phrase.texts[language], context, report);
  }
  checkLabels(context, report);
}

function checkActions({ id, actions = [], texts }: Phrase, { phrases }: PhraseContext, report: Report): void {
  for (const action of actions) {
    if (phrases.has(LABEL + action)) continue;
    report({ ...place(texts.da), what: `"${id}" offers the action "${action}", which has no label.`, remedy: `Correct it, or add the phrase "${LABEL}${action}". ${known(action, actionIds(phrases))}` });
  }
}

/** A value that is declared and then not said is a receipt without its number: it must not go live. */
function checkValues({ id, values = [], texts }: Phrase, report: Report): void {
  const said = placeholdersOf(texts.da.text);
  for (const value of values) {
    if (!said.has(value)) report({ ...place(texts.da), what: `"${id}" declares the value ${value} and does not say it.`, remedy: `Put {${value}} into the text, or remove it from "values".` });
  }
}

function checkPlaceholders({ id, values = [] }: Phrase, text: PhraseText, { facts }: PhraseContext, report: Report): void {
  const brace = strayBrace(text.text);
  if (brace >= 0) report({ file: text.file, line: text.lineAt(brace), what: `"${id}" has a brace that is part of no placeholder.`, remedy: 'Write placeholders as {name}, without spaces.' });
  for (const name of placeholdersOf(text.text)) {
    if (values.includes(name)) continue;
    const at = () => ({ file: text.file, line: text.lineAt(text.text.indexOf(`{${name}}`)) });
    const fact = facts.get(name);
    if (!fact) report({ ...at(), what: `"${id}" has {${name}}, which nobody fills.`, remedy: `Declare it under "values" when code supplies it, or write a fact of municipality.yaml. ${known(name, [...facts.keys()])}` });
    else if (fact.texts === null) report({ ...at(), what: `"${id}" says {${name}}, which nobody knows yet.`, remedy: `Say it without, or write the fact at ${fact.file}:${fact.line}.` });
  }
}

/** Typing a label does the same as pressing its button: in all languages together it may mean one thing only. */
function checkLabels({ phrases }: PhraseContext, report: Report): void {
  const meant = new Map<string, string>();
  for (const { id, texts } of phrases.values()) {
    if (!id.startsWith(LABEL)) continue;
    for (const language of LANGUAGES) {
      const label = labelKey(texts[language].text);
      const other = meant.get(label) ?? id;
      if (other !== id) report({ ...place(texts[language]), what: `"${id}" and "${other}" have the same label.`, remedy: 'Word one of them differently: the label is what tells them apart.' });
      meant.set(label, other);
    }
  }
}

const place = ({ file, line }: PhraseText) => ({ file, line });
const actionIds = (phrases: ReadonlyMap<string, Phrase>) => [...phrases.keys()].flatMap((id) => (id.startsWith(LABEL) ? id.slice(LABEL.length) : []));

/** What is permitted: those that begin alike, when there are such; all of them would bury the one that was meant. */
function known(wrong: string, all: readonly string[]): string {
  const alike = all.filter((each) => each.slice(0, 3) === wrong.slice(0, 3));
  return `Known${alike.length > 0 ? ' that begin alike' : ''}: ${(alike.length > 0 ? alike : all).join(', ') || 'none'}.`;
}
