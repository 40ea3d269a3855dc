import type { Token } from './letter-tokens';
import { answeredFrom } from './mail-thread';
import type { GuidanceCue } from './letter-words';
import type { SeenLetter, SeenSentence } from './seen-letter';

/** A sentence that tells how to complain, with what of it. */
export interface GuidanceSentence {
  readonly sentence: SeenSentence;
  readonly says: ReadonlySet<GuidanceCue>;
}

/** The guidance on complaining (klagevejledning) of what this letter decides. */
export interface Guidance {
  readonly sentences: readonly GuidanceSentence[];
  /** How surely there is guidance: 3 and more is sure. */
  readonly strength: number;
  readonly mayComplain: SeenSentence | null;
  readonly mayNotComplain: SeenSentence | null;
  readonly enclosed: SeenSentence | null;
}

/** Guidance as far as the letter gives it; what is said of a later decision, of an earlier one, or by somebody is left out. */
export function guidanceOf(letter: SeenLetter): Guidance {
  const sentences: GuidanceSentence[] = [];
  let strength = 0;
  let mayComplain: SeenSentence | null = null;
  let mayNotComplain: SeenSentence | null = null;
  let enclosed: SeenSentence | null = null;
  let lastOf = -9;
  const plain = plainGuidance(letter);
  const answered = answeredFrom(letter);
  for (const sentence of letter.sentences.slice(0, answered)) {
    if (sentence.zone === 'head' || sentence.zone === 'signature') continue;
    const says = saidIn(sentence, plain.get(sentence.index) ?? []);
    const inSection = sentence.purpose === 'guidance';
    const ofThis = !isOfAnother(sentence, says);
    const may = says.has('may-complain') && ofThis && !isOfHandling(sentence) && !says.has('may-not-complain') && !isOnlyEnclosed(sentence, says) && !isOfCourtOnly(sentence, says);
    const mayNot = says.has('may-not-complain') && ofThis && !isConditional(sentence) && !says.has('elsewhere');
    if (says.has('enclosed')) enclosed ??= sentence;
    if (mayNot) mayNotComplain ??= sentence;
    if (may && sentence.zone !== 'heading') mayComplain ??= sentence;
    if (may && !plain.has(sentence.index)) strength += inSection || sentence.zone === 'heading' ? 2 : 3;
    if (mayNot) strength += 2;
    // What follows a sentence of guidance belongs to it for a while: "Vi skal have den inden 4 uger."
    // "Vi har sendt din klage til Ankestyrelsen": the case goes on by itself.
    const goesOn = says.has('goes-on') && !sentence.hedges.some(({ hedge }) => hedge === 'condition') && sentence.cues.some(({ meaning }) => meaning.of === 'body' && !meaning.aside) && ofThis;
    const follows = sentence.index - lastOf <= 3 && (says.has('send') || says.has('time-limit') || says.has('passed-on') || says.has('decided-by') || isTimed(sentence));
    if (ofThis && (inSection || may || mayNot || follows || plain.has(sentence.index) || says.has('enclosed') || says.has('keep-up') || goesOn)) {
      sentences.push({ sentence, says });
      if (may || mayNot || follows || says.has('keep-up')) lastOf = sentence.index;
    }
  }
  const begins = sentences[0]?.sentence.index ?? 0;
  const ahead = letter.sentences.slice(Math.max(0, begins - APART), begins).filter((sentence) => sentence.zone === 'body' && FRIST.test(sentence.spelt.join(' ')));
  sentences.unshift(...ahead.map((sentence) => ({ sentence, says: new Set<GuidanceCue>([...saidIn(sentence, []), 'time-limit']) })));
  return { sentences, strength: strength + (enclosed ? 3 : 0), mayComplain, mayNotComplain, enclosed };
}

/** What would happen if … makes nothing go on by itself. */
function saidIn({ cues, hedges }: SeenSentence, plain: readonly GuidanceCue[]): ReadonlySet<GuidanceCue> {
  const conditional = hedges.some(({ hedge }) => hedge === 'condition');
  return new Set([...plain, ...cues.flatMap(({ meaning }) => (meaning.of === 'guidance' && !(conditional && meaning.cue === 'goes-on') ? [meaning.cue] : []))]);
}

/** Words of complaining, whatever the sentence makes of them. */
const COMPLAINT = /(?<!\p{L})(?:klag|klages?|klagen|klager|klageren|klage(?:adgang|ret|regl|frist|mulighed|vejledning|skrift|instans|myndighed)\p{L}*|påklag\p{L}*|i?nd?anke[st]?|anken?|ankes?|anker|ankefrist\p{L}*|indsigelse|indsigelsen|indsigelser|indbringe|indbringes|indbragt|omgjort|appeal\p{L}*|complain\p{L}*|object|objection)(?!\p{L})/iu;
/** Being of another mind, or wanting the case looked at again. */
const DISAGREES = /(?<!\p{L})(?:uenige?|ikke (?:er )?(?:glade?|tilfredse?) (?:for|med)|(?:er|hvis) (?:du|I|De) (?:er )?imod|imod (?:det|afgørelsen|svaret|den)|bestrid\p{L}*|protest\p{L}*|kan (?:\p{L}+ )?ikke (?:acceptere|godtage|godkende|leve med|gå med til|affinde)|(?:accepterer|godkender|godtager) (?:du|I|De) ikke|(?:svaret|afgørelsen|det) er (?:forkert|urimelig\p{L}*|uretfærdig\p{L}*)|utilfredse?|ikke (?:er )?(?:enige?|tilfredse?|rigtigt)|(?:tager|taget) fejl|brokke|disagree|not agree|not (?:satisfied|happy)|unhappy|dissatisfied|efterprøve[ts]?|prøvet)(?!\p{L})|(?<!\p{L})(?:vurder|kigge|se|set|tage|behandle|gennemgå)\p{L}{0,4} (?:\p{L}+ ){0,4}(?:igen|på ny|om|op)(?!\p{L})|(?<!\p{L})(?:få|vil have) (?:\p{Lu}\p{L}+)(?: \p{L}+)? til at (?:se|kigge|vurdere|tage)(?!\p{L})/iu;
/** Complaining that is over, or somebody else's. */
const COMPLAINED = /(?<!\p{L})(?:klagede|påklagede|har (?:\S+ ){0,6}(?:klaget|påklaget|gjort indsigelse)|(?:din|jeres|deres|en|klagen|indsigelsen) (?:klage |indsigelse )?(?:over|af|fra|mod) (?:vores|den|naboen|\d)|modtog|for sent|(?:er|var) modtaget|(?:ingen|nogen) klage|er indkommet|kom først|kan (?:\p{L}+ )?ikke behandle|(?:står|stod|fremgik) ,? ?at|complained|appealed|too late)(?!\p{L})/iu;
/** A time that has a length or a day, not just the word "fristen". */
const TIME = /(?<!\p{L})(?:inden|senest|før|frist\p{L}*|within|later than|dag er)(?!\p{L})[^.]{0,40}\d|(?<!\p{L})(?:\d+|en|én|et|to|tre|fire|seks|otte|fjorten|four|six|two) (?:uger?|dage|måneder?|år|weeks?|days|months?)(?!\p{L})/iu;
/** The municipality's own time, or that of another matter. */
const OTHER_TIME = /(?<!\p{L})(?:vi|kommunen) (?:har|skal|vil) (?!have|modtage)(?:\p{L}+ ){0,6}(?:inden|senest)(?!\p{L})|(?<!\p{L})betal|partshør|bemærkninger|opkrævning|domstol|søgsmål|(?:sags)?behandlingstid|ventetid|svartid|svarfrist/iu;
const isTimed = ({ spelt }: SeenSentence): boolean => TIME.test(spelt.join(' ')) && !OTHER_TIME.test(spelt.join(' '));
/** How far the parts of one guidance stand apart. */
const APART = 5;

/**
 * Guidance by what it holds, not by its wording: words of complaining or of being of another mind, with a time still to come, and who
 * receives or decides, close by. Gives what each of its sentences tells. It tells nothing of the kind of letter: receipts of a complaint
 * speak alike.
 */
function plainGuidance(letter: SeenLetter): ReadonlyMap<number, readonly GuidanceCue[]> {
  const found = new Map<number, GuidanceCue[]>();
  const parts = letter.sentences.slice(0, answeredFrom(letter)).map((sentence) => {
    const says = new Set(sentence.cues.flatMap(({ meaning }) => (meaning.of === 'guidance' ? [meaning.cue] : [])));
    const read = sentence.zone !== 'head' && sentence.zone !== 'signature' && sentence.zone !== 'title' && sentence.purpose !== 'hearing';
    return { sentence, says, read: read && !says.has('court') && !isOfAnother(sentence, says), words: sentence.spelt.join(' ') };
  });
  const decides = ({ sentence: { cues } }: (typeof parts)[number]) => cues.some(({ meaning }) => meaning.of === 'body' && !meaning.aside);
  const isTime = ({ words }: (typeof parts)[number]) => TIME.test(words) && !COMPLAINED.test(words) && !OTHER_TIME.test(words);
  // What was passed on has no time any more.
  if (parts.some((part) => part.read && part.says.has('goes-on') && decides(part) && !part.sentence.hedges.some(({ hedge }) => hedge === 'condition'))) return found;
  parts.forEach(({ sentence, says, read, words }, at) => {
    if (!read || says.has('may-complain') || says.has('may-not-complain') || COMPLAINED.test(words)) return;
    const complains = COMPLAINT.test(words);
    if (!complains && !DISAGREES.test(words)) return;
    const near = parts.slice(at, at + APART + 1).filter((part) => part.read && part.sentence.block - sentence.block <= APART);
    if (near.some((part) => part.says.has('may-complain') && !part.says.has('may-not-complain')) || !near.some(isTime)) return;
    // Being of another mind alone may lead to anything: then who decides must be named.
    if (!near.some(decides) && !((complains || near.some((part) => COMPLAINT.test(part.words))) && near.some((part) => part.says.has('send') || SENT_TO.test(part.words)))) return;
    // A heading asks; what tells of the time answers.
    const begins = sentence.zone === 'heading' ? (near.find((part) => part.sentence.zone === 'body' && isTime(part))?.sentence ?? sentence) : sentence;
    for (const part of near) {
      const adds: GuidanceCue[] = [...(part.sentence === begins || part.sentence === sentence ? (['may-complain'] as const) : []), ...(isTime(part) ? (['time-limit'] as const) : []), ...(decides(part) ? (['decided-by'] as const) : []), ...(SENT_TO.test(part.words) ? (['send'] as const) : [])];
      if (adds.length > 0) found.set(part.sentence.index, [...(found.get(part.sentence.index) ?? []), ...adds]);
    }
  });
  return found;
}
/** "• Frist: 4 uger" in a list, above who decides. */
const FRIST = /^(?:[•·*–-] )?(?:klage|anke|tids)?frist\p{L}*(?: for at klage)? ?[:–-]? .{0,20}\d/iu;
const SENT_TO = /(?<!\p{L})(?:til|hos|to) (?:os|mig|us|\p{Lu})/u;

/** "Er du utilfreds med sagsbehandlingen, så skriv til vores leder": of how one was treated, not of what was decided. */
const isOfHandling = ({ spelt, cues }: SeenSentence): boolean => HANDLING.test(spelt.join(' ')) && !/afgørelse|beslutning|afslag|decision/iu.test(spelt.join(' ')) && !cues.some(({ meaning }) => meaning.of === 'body' && !meaning.aside);
const HANDLING = /(?:utilfredse?|tilfredse?|klage\p{L}*|uenige?|dissatisfied|unhappy|complain\p{L}*)(?: \p{L}+){0,3} (?:med|over|om|i|with|about)(?: \p{L}+){0,3} (?:sagsbehandling\p{L}*|behandling(?:en|stiden)?|betjening\p{L}*|service(?:n)?|medarbejder\p{L}*|personale\p{L}*|tonen|opførsel\p{L}*|svartid\p{L}*|forløbet|handling|service|staff)(?!\p{L})/iu;

const isCondition = (tokens: readonly Token[]): boolean => /^(?:hvis|såfremt|if|skulle|synes|mener|finder|er|vil|ønsker)$/iu.test(tokens[0]?.text ?? '');
const isConditional = ({ tokens }: SeenSentence): boolean => isCondition(tokens);

/** "Klagevejledning er vedlagt": it says nothing of whether one can complain. */
const isOnlyEnclosed = ({ spelt, zone }: SeenSentence, says: ReadonlySet<GuidanceCue>): boolean =>
  says.has('enclosed') && zone !== 'heading' && !/(?:kan|må|ret|mulighed|vil|ønsker|uenig|may|can|want)\b.{0,60}\b(?:klage|anke|påklage|påklages|appeal|complain)\b/iu.test(spelt.join(' '));

/** "Er du uenig, kan sagen indbringes for domstolene": to sue is not to complain. */
const isOfCourtOnly = ({ spelt, cues }: SeenSentence, says: ReadonlySet<GuidanceCue>): boolean =>
  says.has('court') && !cues.some(({ meaning }) => meaning.of === 'body' && meaning.slug !== 'domstolene') && !/klag|anke\b|appeal|complain/iu.test(spelt.join(' '));

/** "Fristen udløb den 22. september"; what may run out later ("inden fristen er udløbet") is not over. */
function isOver(tokens: readonly Token[], cues: SeenSentence['cues']): boolean {
  return cues.some(({ meaning, from }) => meaning.of === 'guidance' && meaning.cue === 'over' && !tokens.slice(Math.max(0, from - 3), from).some(({ text }) => NOT_YET.test(text)));
}
/** "Du kan først klage, når", "ikke klage, før": cues cannot tell "før" from "for". */
const NOT_BEFORE = /(?<!\p{L})(?:ikke|først) (?:\p{L}+ ){0,6}klage\p{L}* (?:\p{L}+ ){0,3}(?:, )?(?:før|når)(?!\p{L})/iu;
const TRIED = /(?<!\p{L})få (?:\p{L}+ )?(?:afgørelsen|sagen|afslaget|beslutningen) (?:efterprøvet|prøvet|vurderet|behandlet|ændret|set|omgjort|bedømt)(?!\p{L})|(?<!\p{L})få (?:efter)?prøvet (?:afgørelsen|sagen)/iu;
const NOT_YET = /^(?:inden|når|hvis|efter|indtil|før|såfremt|til|before|after|if|when)$/iu;

/** "Så får du en afgørelse, som du kan klage over", "din klage over vores afgørelse af 3. maj": of another decision than this letter's. */
function isOfAnother({ hedges, cues, tokens }: SeenSentence, says: ReadonlySet<GuidanceCue>): boolean {
  if (says.has('later') || NOT_BEFORE.test(tokens.map(({ text }) => text).join(' ')) || (says.has('over') && isOver(tokens, cues))) return true;
  if (hedges.some(({ hedge, from, to }) => hedge === 'quoted' && to - from > tokens.length * 0.6)) return true;
  const conditional = isCondition(tokens);
  const complaint = cues.find(({ meaning }) => meaning.of === 'guidance' && (meaning.cue === 'may-complain' || meaning.cue === 'may-not-complain'));
  if (!complaint) return false;
  // "Hvis I mener, at det er forkert, kan I klage": what she may come to say is nothing told.
  // "… for at få afgørelsen prøvet": this one, not one still to come.
  const tried = TRIED.test(tokens.map(({ text }) => text).join(' '));
  return hedges.some(({ hedge, from, to }) => ((hedge === 'later' && !tried) || (hedge === 'reported' && !conditional) || hedge === 'quoted' || hedge === 'earlier') && complaint.from >= from && complaint.from < to);
}
