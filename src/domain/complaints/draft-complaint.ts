import type { BehalfAuthority, Complaint, NamedBody } from './complaint';
import type { DraftLine, DraftStyle, DraftValue, Origin } from './draft-line';

/** Words for what the domain cannot say itself: days and the names of languages. */
export interface DraftWords {
  /** An ISO day as Danes read it. */
  readonly day: (iso: string) => string;
  /** The name of the language that words of hers are written in; null when they are Danish. */
  readonly foreign: (text: string) => string | null;
}

/** How the draft names the right by which she acts for another. */
const BEHALF: Readonly<Record<BehalfAuthority, string>> = { fuldmagt: 'fuldmagt', forælder: 'parent', værge: 'guardian', none: 'none' };

const answer = (field: string): Origin => ({ kind: 'answer', field });
const letter = (field: string): Origin => ({ kind: 'letter', field });
const value = (text: string, from: Origin): DraftValue => ({ text, from });

/**
 * The draft of a complaint (klage), in the order in which an authority reads it (adviser.md § 7): what it is and over what,
 * the points against the letter's reasons, what the letter lacks, what happened, what it meant, what she has tried, what
 * she wants. Every line is a fixed phrase with her words or the letter's; what she did not tell is left out.
 */
export function draftComplaint(complaint: Complaint, points: readonly string[], words: DraftWords): DraftLine[] {
  return [...head(complaint, words), ...opening(complaint, words), ...disputed(complaint, points, words), ...happened(complaint, words), ...rest(complaint, words)];
}

function head({ about, keepsUp, decidedBy, preliminary, decision, department, caseNumber, name, addressee, matter, area, received }: Complaint, { day }: DraftWords): DraftLine[] {
  const number = caseNumber ?? decision?.caseNumber ?? null;
  return [
    line('title', 'title', keepsUp ? 'draft.title.keep-up' : preliminary ? 'draft.title.preliminary' : `draft.title.${about}`),
    ...addressed(addressee, decidedBy !== null ? null : department === null ? (decision?.department ? value(decision.department, letter('department')) : null) : value(department, answer('department'))),
    ...(name === null ? [line('from', 'field', 'draft.from-nobody')] : [line('from', 'field', 'draft.from', { name: value(name, answer('name')) })]),
    line('address', 'field', 'draft.address'),
    ...(decidedBy === null ? [] : [line('decided-by', 'field', 'draft.decided-by', { name: value(decidedBy, letter('authority')) })]),
    ...(area === null ? [] : [line('matter', 'field', 'draft.matter', { matter: value(area, { kind: 'law', field: 'about' }) })]),
    ...(area !== null || matter === null ? [] : [line('matter', 'field', 'draft.matter', { matter: value(matter, answer('area')) })]),
    ...(decision?.matter ? [line('matter', 'field', 'draft.matter-of-letter', { matter: value(decision.matter, letter('decisions')) })] : []),
    ...(number === null ? [] : [line('case-number', 'field', 'draft.case-number', { caseNumber: value(number, caseNumber === null ? letter('caseNumber') : answer('caseNumber')) })]),
    ...(received === null ? [] : [line('received', 'field', 'draft.received', { day: value(day(received), answer('received')) })]),
    ...(decision?.letterDate ? [line('letter-date', 'field', 'draft.letter-date', { day: value(day(decision.letterDate), letter('letterDate')) })] : []),
  ];
}

/** Whom it is written to: the body, its department, or an empty line where neither is known. */
function addressed(body: NamedBody | null, department: DraftValue | null): DraftLine[] {
  if (department === null) return body === null ? [line('to', 'field', 'draft.to-nobody')] : [line('to', 'field', 'draft.to', { department: named(body) })];
  // "Ishøj Kommune, jobcentret" names the municipality already.
  if (body === null || department.text.toLocaleLowerCase('da').includes(body.name.toLocaleLowerCase('da'))) return [line('to', 'field', 'draft.to', { department })];
  return [line('to', 'field', 'draft.to-both', { body: named(body), department })];
}

const named = ({ name, by }: NamedBody): DraftValue => value(name, { kind: by, field: 'road' });

function opening({ about, keepsUp, onBehalfOf, preliminary, lateBecause, asksToWait, hurry }: Complaint, words: DraftWords): DraftLine[] {
  return [
    line('opening', 'paragraph', keepsUp ? 'draft.opening.keep-up' : `draft.opening.${about}`),
    ...(onBehalfOf === null ? [] : [line('behalf', 'paragraph', `draft.behalf.${BEHALF[onBehalfOf.authority]}`, { person: value(onBehalfOf.name, answer('behalfName')) })]),
    ...(preliminary ? [line('preliminary', 'paragraph', 'draft.preliminary')] : []),
    ...(lateBecause === null ? [] : [line('late', 'paragraph', 'draft.late'), ...own('late-because', lateBecause, answer('lateBecause'), words)]),
    ...(hurry ? [line('hurry', 'paragraph', 'draft.hurry')] : []),
    ...(asksToWait ? [line('wait', 'paragraph', 'draft.wait')] : []),
  ];
}

/** Point by point against the letter's reasons: each reason as the letter has it, then what she says to it. */
function disputed({ about, keepsUp, decision, whatHappened }: Complaint, points: readonly string[], words: DraftWords): DraftLine[] {
  if (about !== 'decision') return [];
  const reasons = decision?.reasons ?? [];
  const against = reasons.flatMap((reason, place) => {
    const said = points[place];
    if (said === undefined || said === '') return [];
    return [line(`reason.${place + 1}`, 'paragraph', 'draft.reason', { reason: value(reason, letter('reasons')) }), ...own(`point.${place + 1}`, said, answer(`point${place + 1}`), words)];
  });
  const general = whatHappened === null ? [] : own('disagree', whatHappened, answer('whatHappened'), words);
  const missing = (keepsUp ? [] : (decision?.missing ?? [])).map((part) => line(`missing.${part}`, 'paragraph', `draft.missing.${part}`));
  return [...(against.length + general.length === 0 ? [] : [line('heading.disagree', 'heading', 'draft.heading.disagree'), ...against, ...general]), ...(missing.length === 0 ? [] : [line('heading.missing', 'heading', 'draft.heading.missing'), ...missing])];
}

function happened({ about, timeline, who }: Complaint, words: DraftWords): DraftLine[] {
  const events = about === 'decision' ? [] : timeline.flatMap(({ date, asWritten, text }, place) => {
    const key = `event.${place + 1}`;
    const day = date === null ? asWritten : words.day(date);
    return [...(day === undefined ? [] : [line(`${key}.day`, 'event', 'draft.event-day', { day: value(day, answer('when')) })]), ...own(key, text, answer('whatHappened'), words)];
  });
  return [
    ...(events.length === 0 ? [] : [line('heading.happened', 'heading', 'draft.heading.happened'), ...events]),
    ...(who === null ? [] : [line('heading.who', 'heading', 'draft.heading.who'), ...own('who', who, answer('who'), words)]),
  ];
}

function rest({ about, meant, tried, wish, preliminary, decision, goesOnTo }: Complaint, words: DraftWords): DraftLine[] {
  return [
    ...(meant === null ? [] : [line('heading.meant', 'heading', 'draft.heading.meant'), ...own('meant', meant, answer('meant'), words)]),
    ...(tried === null || about === 'decision' ? [] : [line('heading.tried', 'heading', 'draft.heading.tried'), line('tried', 'paragraph', `draft.tried.${tried}`)]),
    ...(wish === null ? [] : [line('heading.wish', 'heading', 'draft.heading.wish'), ...own('wish', wish, answer('wish'), words)]),
    ...(preliminary ? [line('more-later', 'paragraph', 'draft.more-later')] : []),
    ...(goesOnTo === null ? [] : [line('goes-on', 'paragraph', 'draft.goes-on', { body: named(goesOnTo) })]),
    line('receipt', 'paragraph', 'draft.receipt'),
    ...(decision === null ? [] : [line('enclosed', 'paragraph', 'draft.enclosed')]),
    line('greeting', 'closing', 'draft.greeting'),
    line('date', 'field', 'draft.date'),
    line('signature', 'field', 'draft.signature'),
  ];
}

/** Her own words; where they are not Danish they stand as a quotation, marked as hers (contract § 8). */
function own(key: string, text: string, from: Origin, { foreign }: DraftWords): DraftLine[] {
  const language = foreign(text);
  if (language === null) return [line(key, 'paragraph', 'draft.own', { words: value(text, from) })];
  return [line(key, 'quote', 'draft.own-foreign', { words: value(text, from), language: value(language, from) })];
}

const line = (key: string, style: DraftStyle, phrase: string, values: Readonly<Record<string, DraftValue>> = {}): DraftLine => ({ key, style, phrase, values });
