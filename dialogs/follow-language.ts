import { choicesOf, type Answers, type Form } from '../src/domain/forms/form';
import { Language, LANGUAGES, type Tongue } from '../src/domain/language';
import { foldWords } from '../src/domain/topics/said-words';
import { smallTalkKind } from '../src/domain/topics/small-talk';
import { FormProgress } from './form-progress';
import { choiceLabels } from './form-words';
import type { Talk } from './talk';
import { sayCard, tongueOf, WORDS_AT_LEAST } from './tongue-answer';

/** A script of its own is evidence by itself. */
const OWN_SCRIPT = /[\p{Script=Arabic}\p{Script=Cyrillic}]{3,}/u;
const READ_AS_DANISH: ReadonlySet<string> = new Set(['no', 'nb', 'nn', 'sv']);

/**
 * The language follows clear evidence: a sentence of three words or more, outside a form, and no choice of hers against it. In a
 * language without full content she is introduced to the adviser once, before the answer; in danger nothing comes first.
 */
export async function followLanguage(talk: Talk): Promise<void> {
  const { text, recognition, action } = talk.heard;
  const written = recognition.language;
  const inForm = (talk.memory.dialog.dialogStack?.length ?? 0) > 0;
  const tongue = tongueOf(written);
  const told = text.split(/\s+/).length >= WORDS_AT_LEAST;
  if (inForm && tongue !== null && told && action === null) return hearInForm(talk, tongue);
  // A button keeps the language; a wish typed out in the words of one that was not offered shows what she speaks.
  if (written === null || (action !== null && talk.heard.offered) || inForm || (!told && !OWN_SCRIPT.test(text) && !greetsIn(talk, tongue))) return;
  const language = Language.safeParse(written).data;
  if (language !== undefined) {
    // Whoever types a button's Danish words, off a note or with somebody's help, does not speak Danish for that.
    if (action === null) talk.memory.tongue = null;
    if (!talk.memory.languageChosen) talk.memory.language = language;
  } else if (tongue !== null) meet(talk, tongue);
  else await note(talk, READ_AS_DANISH.has(written) ? 'language.scandinavian' : 'language.other');
}

/** Who answers with a button's words of the other language reads that language; her own choice outweighs it. */
export function followLabel(talk: Talk, form: Form, field: string, known: Answers): void {
  if (talk.memory.languageChosen || form.questions[field]?.kind !== 'choice') return;
  const said = foldWords(talk.heard.text);
  const speaks = (language: Language): boolean => choiceLabels(talk, field, choicesOf(form, field, known), language).map(foldWords).includes(said);
  const other = LANGUAGES.find((language) => language !== talk.language && speaks(language));
  if (other !== undefined && !speaks(talk.language)) talk.memory.language = other;
}

/** Her answers show her language where the first words of the talk were a button's: from then on she is asked in it. */
function hearInForm(talk: Talk, tongue: Tongue): void {
  const { memory, content } = talk;
  if (memory.tongue !== null || memory.languageChosen || !content.hasInTongue('callback.start', tongue)) return;
  const form = FormProgress.safeParse(memory.dialog.dialogStack?.at(-1)?.state).data;
  if (form !== undefined && form.asking !== 'name') memory.tongue = tongue;
}

/** A greeting is one word, and tells the language all the same; not one that Danes use too. */
const greetsIn = ({ heard: { text, recognition }, services }: Talk, tongue: Tongue | null): boolean => tongue !== null && recognition.topic === 'small-talk' && recognition.confidence >= services.thresholds.sure && smallTalkKind(text) === null;

function meet(talk: Talk, tongue: Tongue): void {
  const known = talk.memory.tongue === tongue;
  talk.memory.tongue = tongue;
  if (!known && talk.heard.recognition.danger !== 'sure') sayCard(talk, tongue);
}

async function note(talk: Talk, phrase: string): Promise<void> {
  if (talk.memory.languageNoted || talk.heard.recognition.danger === 'sure') return;
  talk.memory.languageNoted = true;
  await talk.say(phrase, {}, { choices: [] });
}
