import type { CueFound } from './cue';
import type { Meaning } from './compile-words';
import type { Block } from './letter-text';
import type { SectionPurpose } from './letter-words';

/** What a block is in the letter. */
export type Zone = 'head' | 'title' | 'heading' | 'body' | 'signature';

/** Where a block stands: in which zone, under which heading, and whether after the signature. */
export interface Place {
  readonly zone: Zone;
  readonly purpose: SectionPurpose | null;
  /** After the signature: an enclosure decides nothing, but may hold the guidance. */
  readonly enclosed: boolean;
}

type Found = readonly CueFound<Meaning>[];

const SUBJECT = /^(?:emne|vedr|vedrørende|angående|ang|subject|re|sag|overskrift)\s?[.:]/iu;
const SALUTATION = /^(?:kære|hej|goddag|til|hr|fr|fru|dear|att|herr|hello|to)(?:\s|\.|:|$)/iu;
/** Lines of an address or of case data: no titles. */
const DATA = /\b(?:tlf|telefon|mail|e-mail|cpr|cvr|ean)\b|@|www\.|^[\p{L}.-]{2,25}(?:\s[\p{L}.-]{2,20}){0,2}:\s|^(?:den\s)?\d{1,2}[.\-/]\s?(?:\d|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/iu;
const TOWN = /(?<!\d)\d{4}\s+\p{Lu}\p{L}/u;

/** A form's boxes: the ticked one says what was decided. */
const TICK = /[☒☑✓✔]|\[x\]/iu;
const isTicked = ({ text }: Block): boolean => TICK.test(text) && /\p{L}{3}/u.test(text);

/** Places every block. */
export function placeBlocks(blocks: readonly Block[], cues: readonly Found[]): Place[] {
  const start = bodyStart(blocks, cues);
  const firstGroup = firstGroupEnd(blocks);
  const places: Place[] = [];
  let purpose: SectionPurpose | null = null;
  let enclosed = false;
  let signing = 0;
  blocks.forEach((block, at) => {
    const found = cues[at] ?? [];
    if (at < start) {
      // "FAKTURA" right under the case data.
      const shout = isTelling(found) && block.tokens.length <= 6 && /\p{Lu}{4}/u.test(block.text) && !/\p{Ll}/u.test(block.text);
      const title = SUBJECT.test(block.text) || shout || ((at >= firstGroup || firstGroup >= start) && !isData(block, found) && !SALUTATION.test(block.text));
      places.push({ zone: title ? 'title' : 'head', purpose: null, enclosed: false });
      return;
    }
    if (isClosing(found) && block.tokens.length <= 8) {
      signing = 6;
      enclosed = true;
      purpose = null;
      places.push({ zone: 'signature', purpose: null, enclosed: false });
      return;
    }
    if (isTicked(block)) {
      places.push({ zone: 'body', purpose: 'decision', enclosed });
      return;
    }
    const heading = isHeading(blocks, at, found);
    const named = headingPurpose(block, found, heading);
    // "AFSLAG PÅ ANSØGNING" under case data that looked like text is the title all the same.
    if (heading && !enclosed && isTelling(found) && !places.some(({ zone }, index) => zone === 'heading' || (zone === 'title' && isTelling(cues[index] ?? [])) || (zone === 'body' && (blocks[index]?.tokens.length ?? 0) > 24))) {
      purpose = null;
      places.push({ zone: 'title', purpose: null, enclosed: false });
      return;
    }
    if (signing > 0 && block.tokens.length <= 14 && !(heading && named)) {
      signing--;
      places.push({ zone: 'signature', purpose: null, enclosed: false });
      return;
    }
    signing = 0;
    if (heading) purpose = named;
    else if (named) purpose = named;
    places.push({ zone: heading ? 'heading' : 'body', purpose, enclosed });
  });
  return titled(places, blocks);
}

const isClosing = (found: Found): boolean => found.some(({ meaning, from }) => meaning.of === 'label' && meaning.label === 'closing' && from <= 1);

/** Says what was decided, or of what kind the letter is, as titles do. */
const isTelling = (found: Found): boolean => found.some(({ meaning, from }) => (meaning.of === 'kind' || meaning.of === 'effect') && meaning.zone === 'title' && meaning.weight >= 3 && from <= 1);

/** Without a title in the head, the first heading before any section counts as one. */
function titled(places: Place[], blocks: readonly Block[]): Place[] {
  if (places.some(({ zone }) => zone === 'title')) return places;
  const first = places.findIndex(({ zone }) => zone === 'heading');
  const bodies = places.slice(0, Math.max(first, 0)).filter(({ zone }) => zone === 'body').length;
  if (first < 0 || bodies > 0 || !blocks[first]) return places;
  return places.map((place, at) => (at === first ? { ...place, zone: 'title' } : place));
}

/** The first block of running text. */
function bodyStart(blocks: readonly Block[], cues: readonly Found[]): number {
  const start = blocks.findIndex((block, at) => {
    const words = block.tokens.filter(({ kind }) => kind === 'word').length;
    if (SUBJECT.test(block.text)) return false;
    if (isTicked(block)) return true;
    if (isData(block, cues[at] ?? []) && block.lines.length <= 2 && words < 10) return false;
    if (words >= 6 && block.sentences.length > 1 && !isData(block, cues[at] ?? [])) return true;
    const small = block.tokens.filter(({ text }) => /^\p{Ll}{2,}/u.test(text)).length;
    if (small >= 3 && /[.!?]$/u.test(block.text)) return true;
    return (words >= 6 && /[.!?:,]["”»)]?$/u.test(block.text) && /\p{Ll}/u.test(block.text)) || words >= 18;
  });
  return start < 0 ? blocks.length : start;
}

/** The end of the first group of lines: the letterhead. */
function firstGroupEnd(blocks: readonly Block[]): number {
  const next = blocks.findIndex((block, at) => at > 0 && block.afterGap);
  return next < 0 ? blocks.length : next;
}

function isData(block: Block, found: Found): boolean {
  if (block.lines.some(({ text }) => /\S\s{3,}\S/u.test(text))) return true;
  if (found.some(({ meaning, from }) => meaning.of === 'label' && (meaning.label === 'case' || meaning.label === 'other') && from <= 1)) return true;
  if (SUBJECT.test(block.text) || block.text.length >= 80) return false;
  if (TOWN.test(block.text)) return true;
  // "VARSEL OM PÅBUD: ROTTER" is a title, whatever colons it has.
  return DATA.test(block.text) && !(isTelling(found) && !/\d{1,2}[.\-/]\s?(?:\d|\p{L})/u.test(block.text.split(':')[1] ?? ''));
}

/** A line on its own above text; rows of a table or a list are not. */
function isHeading(blocks: readonly Block[], at: number, found: Found): boolean {
  const block = blocks[at];
  if (!block?.headingLike || block.lines.some(({ text }) => /\S\s{3,}\S/u.test(text))) return false;
  if (/^[-–—•·*☒☐]|^\[/u.test(block.text)) return false;
  const next = blocks[at + 1];
  const known = found.some(({ meaning, from }) => meaning.of === 'heading' && from <= 3);
  if (known && block.tokens.length <= 12 && (block.afterGap || (next !== undefined && !next.headingLike) || /[?:]$/u.test(block.text))) return true;
  if (!block.afterGap || !next) return false;
  return next.afterGap || !next.headingLike || next.lines.length > 1;
}

/** Of two cues of a heading the earlier in this order tells: "Klage over nye regler" is guidance. */
const ORDER: readonly SectionPurpose[] = ['guidance', 'hearing', 'reasons', 'rules', 'decision', 'facts', 'payment', 'general', 'next-steps'];

/** More words than a heading over the facts of a case has. */
const LONGEST_OF_FACTS = 8;

/** What a heading, or the beginning of a paragraph ("Klagevejledning: …"), says the part is for. */
function headingPurpose(block: Block, found: Found, heading: boolean): SectionPurpose | null {
  const purposes = found.flatMap(({ meaning, from, to }) => {
    if (meaning.of !== 'heading') return [];
    const runIn = from <= 2 && to <= 5 && /^[:.–-]$/u.test(block.tokens[to]?.text ?? '') && block.tokens.length > to + 2;
    return heading ? (from <= 3 ? [meaning.purpose] : []) : runIn ? [meaning.purpose] : [];
  });
  const purpose = ORDER.find((each) => purposes.includes(each)) ?? null;
  // "Ansøgningen fra februar er behandlet med følgende udfald:" leads on to the result.
  return purpose === 'facts' && heading && block.tokens.length > LONGEST_OF_FACTS ? null : purpose;
}
