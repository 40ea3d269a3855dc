import type { DialogContext } from 'botbuilder-dialogs';
import { LOST_PIN } from './case-words';
import { FormDialog } from './form-dialog';
import { sayNext } from './hand-over';
import { reachInWords } from './hours-answer';
import { StatusDialog, type StatusOptions } from './status-dialog';
import type { Talk } from './talk';

/** What a message asks of a case that was sent, or of sending one, where its topic alone would lead elsewhere. */
export type CaseAsked =
  | { readonly kind: 'sent' | 'next' | 'pin' | 'erase' | 'question' }
  /** Her words, or the wish to write some, are to stand in the case. */
  | { readonly kind: 'add'; readonly words: string };

/** A message of more words than this is a story. */
const WORDS_AT_MOST = 14;
const NO_CALL = /(?<!\p{L})(?:(?:behøver|skal|må|bør) (?:i |du |de |hun )?(?:\p{L}+ )?ikke (?:at )?ring(?:e|es)|(?:skal|vil|ønsker|behøver) ikke (?:at )?(?:blive )?ring(?:es|et)|(?:^|[,.!]\s*|så |bare )ring (?:\p{L}+ )?ikke|(?:don't|do not|no need to|need not|needn't)(?: need to| have to)? (?:call|ring|phone)|(?:don't|do not) want (?:to be called|a call))(?!\p{L})/iu;
const QUESTION = /^(?:hej[,.!]? )?(?:jeg vil (?:gerne )?|jeg har |kan jeg |må jeg |hvordan kan jeg |i (?:want|would like) to |can i )?(?:sende?|stille?|skrive?|ask|send)? ?(?:et |mit |a )?(?:spørgsmål|question) (?:til|to) (?:jer|dig|hende|borgerrådgiveren|rådgiveren|you|the adviser)[.!?]*$/iu;
const ERASE = /(?<!\p{L})(?:slet(?:te|tet)?|fjerne?|delete|erase)(?!\p{L}).*(?:(?<!\p{L})min(?:e)? (?:sag|sager|henvendelse|klage)|alt (?:hvad |det,? )?(?:i|du|kommunen) har|(?<!\p{L})my (?:case|complaint)|everything you have)/iu;
const SENT = /(?<!\p{L})(?:er|blev|is|was) (?:den|det|klagen|min (?:klage|sag|besked|henvendelse)|beskeden|sagen|henvendelsen|it|my (?:complaint|case|message)|the complaint)(?: nu| så| now)? (?:sendt|kommet frem|modtaget|sent|received)|har (?:kommunen|afdelingen|i|du|borgerrådgiveren|de|jobcenteret) (?:nu )?(?:fået|modtaget) (?:den|det|min|klagen|sagen|beskeden)|(?:has|have|did) .*(?:got|get|received|receive) (?:it|my|the complaint)/iu;
const NEXT = /(?<!\p{L})(?:hvad (?:sker der (?:så |nu|herefter|bagefter|videre)|så nu|nu|skal jeg så)|hvornår (?:hører|ringer (?:i|de|hun|du)|bliver jeg (?:ringet|kontaktet)|får jeg (?:svar|besked|noget at vide)|svarer)|hvor (?:længe|lang tid) (?:går der|tager det|skal jeg vente)|what (?:happens (?:now|next)|now|next)|when (?:do|will) (?:i hear|you call|you answer|i get an answer|i be called)|when am i called)/iu;
const MORE = /(?<!\p{L})(?:(?:glemt|glemte|forgot(?:ten)?) (?:at|noget|lige|to|something)|tilføje?|add (?:something|that)|\p{L}*(?:nummer|navn|adresse|dato|dagen|tidspunkt|number|name|address|date)\p{L}* (?:er|var|is|was) forkert|(?:nummer|navn|number|name)\p{L}* (?:is|was) wrong|skrev (?:noget |et |det |den )?forkert|rette (?:noget|det|en fejl|mit|min|nummeret|navnet)|ændre (?:noget i|mit nummer|nummeret|tidspunktet))(?!\p{L})/iu;
/** That something was forgotten says nothing yet of what it is. */
const ONLY_THAT = /(?:skrive|sige|tilføje|rette|ændre|fortælle|write|say|add|tell|change)(?: (?:noget|lidt|det|en ting|something|it))?[.!]*$/iu;

/** What is asked of a case; null when nothing. */
export function caseAsked({ heard: { text, action, recognition }, memory }: Talk): CaseAsked | null {
  if (action !== null || text.split(/\s+/).length > WORDS_AT_MOST) return null;
  if (QUESTION.test(text.trim())) return { kind: 'question' };
  if (ERASE.test(text)) return { kind: 'erase' };
  if (LOST_PIN.test(text) && /pin/iu.test(text)) return { kind: 'pin' };
  if (NO_CALL.test(text) && ['callback', 'human', 'unknown', 'hours.phone', 'case.status'].includes(recognition.topic)) return { kind: 'add', words: text };
  if (memory.handed === null) return null;
  if (MORE.test(text)) return { kind: 'add', words: ONLY_THAT.test(text.trim()) ? '' : text };
  if (SENT.test(text)) return { kind: 'sent' };
  return NEXT.test(text) ? { kind: 'next' } : null;
}

/** Answers what was asked of a case. */
export async function answerCase(talk: Talk, dc: DialogContext, asked: CaseAsked): Promise<void> {
  talk.topic = 'case.status';
  switch (asked.kind) {
    case 'question':
      return void (await dc.beginDialog(FormDialog.ID, { form: 'question' }));
    case 'add':
      return void (await dc.beginDialog(StatusDialog.ID, { add: asked.words } satisfies StatusOptions));
    case 'pin':
      return talk.say('case.status.lost-pin', {}, { choices: ['human'] });
    case 'erase': {
      const reference = talk.memory.cases.at(-1);
      talk.topic = 'privacy';
      return reference === undefined ? talk.say('erase.sent-case') : talk.say('erase.kept-case', { reference }, { choices: ['erase', 'privacy'] });
    }
    case 'sent':
    case 'next':
      return tellHanded(talk, asked.kind);
  }
}

/** What has become of what was handed over: who has it, what comes next, and what is left for her to do. */
async function tellHanded(talk: Talk, asked: 'sent' | 'next'): Promise<void> {
  const { handed } = talk.memory;
  if (handed === null) return;
  const { reference, where, day } = handed;
  if (where !== null && day !== null) await talk.say('handed.not-sent.by', { where, day: talk.day(day) }, { choices: [] });
  else if (where !== null) await talk.say('handed.not-sent', { where }, { choices: [] });
  await talk.say('handed.kept', { reference }, { choices: [] });
  if (asked === 'next' || where === null) await sayNext(talk, handed);
  await talk.say('handoff.reach', { reach: reachInWords(talk) }, { choices: ['case.status', 'human'] });
}
