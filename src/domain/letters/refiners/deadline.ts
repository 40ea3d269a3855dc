import { calendarDays, lastDay, type TimeLimit } from '../appeal-deadline';
import { doubt, say, type AppealTime, type Draft, type Refiner, type Sight } from '../draft';
import { findingsOf, type Finding } from '../finding';
import type { GuidanceSentence } from '../guidance';
import type { Token } from '../letter-tokens';
import type { GuidanceCue } from '../letter-words';
import type { SeenSentence } from '../seen-letter';

/** Less than this, and what was found is the municipality's own time, the court's, or another's. */
const ENOUGH = 1;

/**
 * The last day to complain: a stated date as it stands; else from the day of receipt (or of public notice). Times that the municipality has
 * itself, to go to court, to comment or to pay are none. When in doubt null.
 */
export const appealDeadline: Refiner = (draft, sight) => {
  if (draft.reading.appeal.possible !== true) return draft;
  if (sight.guidance.sentences.some(({ says }) => says.has('no-time-limit'))) return draft;
  if (goesOnByItself(sight)) return say(draft, sight, { appeal: { ...draft.reading.appeal, sendTo: null } });
  const limit = bestOf(sight, findingsOf(sight.findings, 'time-limit'));
  // A day before the letter was written is the last one of something else.
  const { letterDate } = draft.reading;
  const stated = bestOf(sight, findingsOf(sight.findings, 'date').filter((date) => date.iso !== null && (letterDate === null || date.iso > letterDate) && !isStart(date, sight)), true);
  if (!limit && !stated) return draft;
  if (stated?.iso) {
    const first = limit && limit.start < stated.start && stated.sentence - limit.sentence <= 1 ? limit : stated;
    const text = sight.letter.raw.slice(first.start, first.end).replace(/\s+/gu, ' ').replace(/^den /u, '');
    const from = limit ? runsFrom(draft, sight, limit.time, limit) : null;
    const counted = from?.day && limit ? lastDay({ from: from.day, time: limit.time }).last : null;
    const time = from ? { ...from, stated: stated.iso } : null;
    // The stated day stands; where counting gives an earlier one, both are told and the earlier advised.
    const checked = counted !== null && counted < stated.iso ? doubt({ ...draft, appealTime: time }, 'appeal.deadline', 'date-and-time-limit-differ', text) : { ...draft, appealTime: time };
    return say(checked, sight, { appeal: { ...draft.reading.appeal, deadlineText: text, deadlineDays: limit && first === limit ? calendarDays(limit.time) : null, deadline: stated.iso } }, 'appeal.deadline', stated);
  }
  return limit ? reckoned(draft, sight, limit) : draft;
};

function reckoned(draft: Draft, sight: Sight, limit: Finding<'time-limit'>): Draft {
  const text = sight.letter.raw.slice(limit.start, limit.end).replace(/\s+/gu, ' ');
  const event = startStated(draft, sight, limit);
  const from = runsFrom(draft, sight, limit.time, limit);
  const start = from.day ?? event;
  const deadline = start === null ? null : lastDay({ from: start, time: limit.time }).last;
  // What the law counts from stays beside it: of both the earlier is gone by.
  const appealTime: AppealTime = event === null || from.from === 'public-notice' ? from : { time: limit.time, from: 'stated-event', day: event };
  const next = say({ ...draft, appealTime }, sight, { appeal: { ...draft.reading.appeal, deadlineText: text, deadlineDays: calendarDays(limit.time), deadline } }, 'appeal.deadlineText', limit);
  return from.from === 'public-notice' && from.day === null ? doubt(next, 'appeal.deadline', 'public-notice') : next;
}

/** "4 uger efter den 10. november": a day that a time runs from is no last day. */
const isStart = ({ start, sentence }: Finding<'date'>, { letter: { raw, sentences } }: Sight): boolean =>
  TIME_FROM.test(raw.slice(Math.max(sentences[sentence]?.start ?? 0, start - 60), start));
const TIME_FROM = /(?:uger?|dage?|måned(?:er)?|mdr\.?|år|weeks?|days?|months?)\s(?:at regne\s|regnet\s|counted\s)?(?:efter|fra|after|from)\s(?:og med\s)?(?:den\s|d\.\s?|the\s)?(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s(?:den\s|d\.\s?)?)?$/iu;
/** "4 uger fra dette brevs dato", "fra datoen på brevet", "fra dags dato". */
const FROM_LETTER_DATE = /^\s(?:at regne\s|regnet\s|counted\s)?(?:efter|fra|after|from)\s(?:den\s)?(?:dags dato|i dag|today|(?:dette|the)?\s?(?:brevs?|brevets|afgørelsens|skrivelsens|letter'?s?)\s(?:dato|date|datering)|dato(?:en)?\s(?:på|for|i)\s(?:dette\s|denne\s)?(?:brev|afgørelse|skrivelse)|(?:the\s)?date\s(?:of|on)\s(?:this|the)\s(?:letter|decision))/iu;

/** The day that the letter itself counts from, by its date: a day it names, or its own. */
function startStated({ reading: { letterDate } }: Draft, sight: Sight, limit: Finding<'time-limit'>): string | null {
  const { raw } = sight.letter;
  if (FROM_LETTER_DATE.test(raw.slice(limit.end, limit.end + 80).replace(/\s+/gu, ' '))) return letterDate;
  return findingsOf(sight.findings, 'date').find((date) => date.sentence === limit.sentence && date.start > limit.end && date.start - limit.end < 40 && isStart(date, sight))?.iso ?? null;
}

/** Receipt, public notice, else the letter's date. */
function runsFrom(draft: Draft, { letter, findings, given, guidance }: Sight, time: TimeLimit, limit: Finding<'time-limit'>): AppealTime {
  const sentence = letter.sentences[limit.sentence];
  const words = sentence ? sentence.spelt.join(' ') : '';
  if (/offentlig|annonc|bekendtgjort|publi/iu.test(words)) {
    if (given.noticed !== undefined) return { time, from: 'public-notice', day: given.noticed };
    const noticed = findingsOf(findings, 'date').find((date) => {
      const own = letter.sentences[date.sentence];
      return date.iso !== null && own !== undefined && /offentliggjort|offentliggøres|annonceret|annonceres|bekendtgjort|bekendtgøres|published/iu.test(own.spelt.join(' '));
    });
    if (noticed?.iso) return { time, from: 'public-notice', day: noticed.iso };
    if (guidance.sentences.length > 0) return { time, from: 'public-notice', day: given.received ?? draft.reading.letterDate };
  }
  if (given.received !== undefined) return { time, from: 'receipt', day: given.received };
  return { time, from: 'letter-date', day: draft.reading.letterDate };
}

/** Scores as near as this are equal. */
const CLOSE = 0.4;

/** Days from no matter when, to compare by. */
function lengthOf(finding: Timed): number {
  if (finding.of === 'date') return finding.iso === null ? Infinity : Date.parse(finding.iso) / 86_400_000;
  return 'months' in finding.time ? finding.time.months * 30 : (calendarDays(finding.time) ?? Infinity);
}

type Timed = Finding<'time-limit'> | Finding<'date'>;

function bestOf<Kind extends Timed>(sight: Sight, all: readonly Kind[], dated = false): Kind | null {
  const scored: { finding: Kind; score: number }[] = [];
  for (const finding of all) {
    const guidance = sight.guidance.sentences.find(({ sentence }) => sentence.index === finding.sentence);
    if (!guidance) continue;
    const score = scoreOf(guidance, finding, dated);
    if (score >= ENOUGH) scored.push({ finding, score });
  }
  const top = Math.max(...scored.map(({ score }) => score));
  // Of two that tell nearly as much the shorter: the earlier day is the safe one.
  const near = scored.filter(({ score }) => score >= top - CLOSE);
  return near.reduce<{ finding: Kind; score: number } | null>((a, b) => (a === null || lengthOf(b.finding) < lengthOf(a.finding) ? b : a), null)?.finding ?? null;
}

/** How surely a time or a date in guidance is that of complaining, by the clause around it. */
function scoreOf({ sentence, says }: GuidanceSentence, finding: Timed, dated: boolean): number {
  const before = wordsOf(sentence, (token) => token.end <= finding.start);
  const after = wordsOf(sentence, (token) => token.start >= finding.end).slice(0, 90);
  const has = (cue: GuidanceCue) => says.has(cue);
  let score = 0;
  if (COMPLAINT.test(before) || COMPLAINT.test(after)) score += 1.5;
  if (has('time-limit') || /(?:inden|senest|frist|within|later than|by|til og med|før)\b[^.]{0,30}$/iu.test(before)) score += 1;
  if (RECEIPT.test(after)) score += 1;
  if (!dated && /(?:^|\W)(?:du|i|de|you) (?:har|have)\W*$/iu.test(before)) score += 1;
  if (has('send') || has('may-complain') || has('keep-up')) score += 0.5;
  if (dated && !/(?:senest|inden|før|frist|fristen|til og med|dvs|altså|by|than|before|udløber|sidste (?:dag|frist|dato) er|last day is|den)\W*(?:kl(?:okken)?\W*[\d.:]+\W*)?(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\W*)?(?:(?:den|d)\W*)?(?:klokken|kl)?[\d .:]*$/iu.test(before)) score -= 2;
  if (dated && /(?:af|fra|modtaget|den tidligere|ophører|stopper|træder|gælder|offentliggjort)\W*(?:den\W*)?(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\W*(?:den)?\W*)?$/iu.test(before)) score -= 3;
  const clause = clauseBefore(before);
  if (OURS.test(clause) && !ASKS_US.test(clause)) score -= 3;
  if (/^\W*(?:til at|til det|til (?:genvurdering|behandling))/iu.test(after) && OURS_HAS.test(clause)) score -= 3;
  if (COURT.test(before.slice(-160)) || COURT.test(after.slice(0, 60))) score -= 3;
  // "Får du ikke medhold, er der en ny frist på 14 dage": when we have answered, to pay.
  if (WHEN_ANSWERED.test(before) && !has('keep-up') && !COMPLAINT.test(before) && !COMPLAINT.test(after)) score -= 3;
  if (OTHER_USE.test(before) || OTHER_USE.test(after.slice(0, 40))) score -= 3;
  if (/varsel|rater|afdrag|(?<!ud)betal/iu.test(after.slice(0, 30)) || /(?<!ud)betal(?:e|ing|es)/iu.test(clause)) score -= 2;
  return score;
}

/** The words of a sentence that a test lets through, as they are spelt, punctuation close to its word. */
function wordsOf({ tokens, spelt }: SeenSentence, holds: (token: Token) => boolean): string {
  let words = '';
  tokens.forEach((token, at) => {
    if (holds(token)) words += `${token.spaced && words !== '' ? ' ' : ''}${spelt[at] ?? token.text}`;
  });
  return words;
}

/** What else has a time in a letter: to use a permit, to send more papers, to say yes. */
const OTHER_USE = /udnyt|bortfald|(?:flere|nye|yderligere|andre) (?:oplysninger|bilag|papirer)|more information|bemærkninger/iu;
const WHEN_ANSWERED = /(?:får|giver|gives|fik)(?: \p{L}+){0,4} (?:ikke|afslag på) (?:medhold|ret)(?!\p{L})|(?<!\p{L})(?:fastholde[rs]?|afvise[rs]?) (?:vi|kommunen|afgiften|afgørelsen|kravet)(?!\p{L})|(?<!\p{L})ny (?:betalings)?frist(?!\p{L})/iu;
const COMPLAINT = /klag|anke|påklag|appeal|complain|indbring/iu;
const RECEIPT = /^\W*(?:efter|fra|regnet|after|from|of)\b[^.]{0,60}(?:modtag|fået|får|meddel|kom|received|receipt|dato|dag|brev|afgørelse|offentlig)/iu;
const COURT = /domstol|dommer|anlægge|byret|boligret|landsret|fogedret|søgsmål|retssag|stævning|\bretten\b|anlægges|anlagt|court|lawsuit/iu;
const OURS = /(?:\b(?:vi|jeg|kommunen) (?:regner|forventer|håber|påregner)(?!\p{L})|(?<!\p{L})(?:regner|forventer|påregner) vi|hører (?:du |i |de )?fra|(?:sender|videresender|oversender|vurderer|genvurderer|behandler|svarer|afgør|ser|kigger|gennemgår|tager) (?:vi|kommunen|den|sagen|klagen)|\b(?:vi|kommunen|forvaltningen|nævnet|styrelsen|jobcenteret|we|the municipality) (?:\w+ ){0,3}(?:sender|sende|videresende|videresender|oversende|genvurder|vurder|behandle|svare|tage|træffe|afgøre|se |forward|reassess|pass|review|write|reply|answer|decide|let you know)|videresendes|genvurderes|oversendes|sendes \w* ?videre|får (?:du|i|de) (?:svar|besked)|(?<!\p{L})(?:(?:vi|kommunen|nævnet) har|har (?:vi|kommunen|nævnet)|(?:we|they|the municipality|the board) (?:have|has))(?: (?:op til|højst|normalt|som regel|derefter|up to|at most|then|normally))*\W*$)/iu;
const OURS_HAS = /(?:har (?:vi|kommunen|nævnet)|(?:vi|kommunen|nævnet) har)/iu;
const ASKS_US = /(?:vi|kommunen) skal have|skal (?:være |du |i )?(?:sende|modtaget|klage)/iu;

/** The clause right before: from the last comma with a new subject, or full stop. */
function clauseBefore(before: string): string {
  return before.split(/[.;:]|, (?:og|men|så|som|der)\b/u).at(-1) ?? before;
}

/** A complaint that is passed on without the citizen doing anything has no new time limit. */
function goesOnByItself({ guidance }: Sight): boolean {
  return guidance.sentences.some(({ says }) => says.has('goes-on')) && !guidance.sentences.some(({ says }) => says.has('keep-up') || (says.has('may-complain') && says.has('time-limit')));
}
