import type { Extractor, Finding } from '../finding';
import { foldWord } from '../fold-word';
import { columnsOf, type Block } from '../letter-text';
import type { LetterLine } from '../letter-lines';
import { isOneEdit } from '../lexicon';
import type { SeenLetter } from '../seen-letter';
import { mendedUnit } from './unit-name';

const MUNICIPALITY = ['kommune', 'kommunes', 'municipality', 'regionskommune'].map(foldWord);
const HERE = { sentence: -1 } as const;

/** Who wrote the letter (authority), as written: in the head, else in the signature, else anywhere. */
export const authority: Extractor = (letter) => {
  const found: Finding[] = [];
  const times = new Map<string, number>();
  for (const block of letter.blocks) for (const { value } of municipalities(block, letter)) times.set(value.toLowerCase(), (times.get(value.toLowerCase()) ?? 0) + 1);
  letter.blocks.forEach((block, at) => {
    const zone = letter.zones[at] ?? 'body';
    const base = zone === 'head' || zone === 'title' ? 0.9 : zone === 'signature' ? 0.7 : 0.4;
    for (const named of municipalities(block, letter)) found.push({ of: 'authority', ...named, ...HERE, certainty: base - (named.misread ? 0.05 : 0) - at * 0.0001 + Math.min(times.get(named.value.toLowerCase()) ?? 1, 4) * 0.06 });
    if (zone === 'body') return;
    for (const { text, start } of block.lines.flatMap(columnsOf)) {
      const name = letter.words.words.sender.authorities.find((each) => text.toLowerCase().startsWith(each.toLowerCase()));
      if (name) found.push({ of: 'authority', value: text.slice(0, name.length), start, end: start + name.length, ...HERE, certainty: base + 0.01 - at * 0.0001 });
    }
  });
  return found;
};

/** The name with its misprints mended, where there is a municipality of that name; in capitals when it was. */
function mendedName(text: string, { words: { words } }: SeenLetter): string {
  const fold = foldWord(text);
  const names = words.sender.municipalities;
  const name = names.find((each) => foldWord(each) === fold) ?? (fold.length >= 5 ? names.find((each) => isOneEdit(foldWord(each), fold)) : undefined);
  if (name === undefined || name.toLowerCase() === text.toLowerCase()) return text;
  return /\p{Lu}{3}/u.test(text) ? name.toUpperCase() : name;
}

function mendedKind(text: string): string {
  if (/^(?:regions)?kommunes?$|^municipality$/iu.test(text)) return text.replace(/(?<=kommune)s$/iu, '');
  return /\p{Lu}{3}/u.test(text) ? 'KOMMUNE' : 'Kommune';
}

function municipalities({ tokens }: Block, letter: SeenLetter): { value: string; start: number; end: number; misread: boolean }[] {
  return tokens.flatMap((token, at) => {
    const before = tokens[at - 1];
    if (token.kind !== 'word' || !before || before.kind !== 'word' || !/^\p{Lu}/u.test(before.text) || !/^\p{Lu}/u.test(token.text)) return [];
    const exact = MUNICIPALITY.includes(token.fold);
    const misread = !exact && token.fold.length > 5 && MUNICIPALITY.some((name) => isOneEdit(token.fold, name));
    if ((!exact && !misread) || /^(?:vores|din|deres|anden|en)$/iu.test(before.text)) return [];
    return [{ value: `${mendedName(before.text, letter)} ${mendedKind(token.text)}`, start: before.start, end: token.end, misread: misread || !/^(?:regions)?kommunes?$|^municipality$/iu.test(token.text) }];
  });
}

const TOWN = /(?<!\d)\d{4}\s\p{Lu}/u;
const ADDRESS = /\b(?:tlf|telefon|mail|e-mail|cpr|cvr|ean|åbningstid|telefontid)\b|@|www\.|\b(?:vej|gade|allé|torv|plads|stræde|vænge|parken|boulevard)\s?\d|\d{3,}/iu;
/** Ends of the titles of people, not of units. */
const PERSON = /(?:konsulent|sagsbehandler|medarbejder|rådgiver|leder|chef|koordinator|assistent|terapeut|tekniker|inspektør|pædagog|psykolog|visitator|sekretær|formand|planlægger|jurist|fuldmægtig|direktør|lærer|sygeplejerske|socialrådgiver|arkitekt|ingeniør|officer|manager)$/iu;
const NO_UNIT = /^(?:matr|ejendom|sagsnr|cpr|til|kære|hej|att|hr|fru|dato|vedr|emne|side|bilag|kopi|fortrolig|ref|med|fra|sendt|dear|må|denne|svar|digital post)\b|[?!]$|:\s/iu;
/** "Dorit, sekretær i PPR", "Birthe på kontoret": somebody, and where she sits. */
const SOMEBODY = /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{Ll}.]*){0,3},\s(?!voksne|børn|unge|ældre)\p{Ll}|^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{Ll}.]*){0,2}\s(?:på|i|fra|hos)\s/u;

/** The innermost unit named in the letterhead or the signature (department). */
export const department: Extractor = (letter) => {
  const found: Finding[] = [];
  const isUnit = unitTest(letter);
  let order = 0;
  // In the first lines what stands right under, or beside, the authority is its unit, whatever it is called.
  let chained = false;
  letter.blocks.forEach((block, at) => {
    const zone = letter.zones[at] ?? 'body';
    const near = at < 14 && (zone === 'head' || zone === 'title');
    if (block.afterGap && at > 0) chained = false;
    if (!near && zone !== 'signature' && at < letter.blocks.length - 4) return;
    if (zone === 'heading' || (zone === 'body' && block.tokens.length > 14)) return;
    for (const line of block.lines) {
      const [cell, ...beside] = columnsOf(line).map(sentBy);
      const begins = cell !== undefined && at < 3 && near && namesAuthority(cell.text, letter);
      if (begins) chained = true;
      for (const each of [...(cell ? [cell] : []), ...beside]) {
        for (const piece of pieces(each, letter)) {
          if (piece.text.length > 60 || NO_NAME.some((pattern) => pattern.test(piece.text)) || namesAuthority(piece.text, letter)) continue;
          const name = mendedUnit(piece.text, letter);
          const chainedHere = chained && zone === 'head' && each === cell && /^\p{Lu}\p{L}/u.test(name) && !/\d/u.test(name);
          // A short word that is a unit's only when mended may as well be a person's name.
          const misread = !isUnit(piece.text) && (name.length < LONG_NAME || name.includes(' '));
          if ((!isUnit(name) || misread) && !chainedHere) continue;
          order++;
          // The further in, the better; a signature names the unit that wrote.
          const base = !near ? 0.8 : zone === 'head' ? 0.6 : 0.3;
          // "Fra: Juridisk Team, Center for Teknik og Miljø, Egedal Kommune": a mail names the innermost first.
          if (cell && FROM.test(line.text) && found.some(({ start }) => start >= line.start)) continue;
          found.push({ of: 'department', value: name, start: piece.start, end: piece.start + piece.text.length, ...HERE, certainty: base + Math.min(order, 20) * 0.001 });
        }
      }
      if (!begins && cell && (ADDRESS.test(cell.text) || TOWN.test(cell.text) || NO_UNIT.test(cell.text))) chained = false;
    }
  });
  return found;
};

/** No name of a person is so near to a unit's that it may be taken for one, from this length on and in one word. */
const LONG_NAME = 9;

const FROM = /^(?:fra|from|afsender)\s*:/iu;

/** "Afgørelse om specialundervisning", "Landzonetilladelse til …", "Du skal betale …", "Dit ophold …": what a letter is headed with names nobody. */
const HEADING = /^\p{L}*(?:afgørelse\p{L}*|afslag|bevilling\p{L}*|tilladelse|dispensation|nedsættelse|nedsat|forhøjelse|ophør|stop|standsning|tilbagebetaling|indkaldelse|invitation|orientering|oplysning|kvittering|bekræftelse|rykker|varsel|varsling|påmindelse|partshøring|høring|påbud|forbud|genvurdering|revurdering|svar|ansøgning|klage|sanktion|ændring|anmodning|meddelelse|udkast|krav|opsigelse|frakendelse|anbringelse|fastsættelse|beslutning|besked|godkendelse|tilsagn|plads) (?:om|på|til|af|over|for|vedr\p{L}*\.?|vedrørende|fra|med|\d)(?!\p{L})/iu;
const SPOKEN = /^(?:Du|Vi|I|Jeg|Vores|Din|Dit|Dine|Jeres|Deres|Your|We|You) \p{Ll}/u;

/** What no unit is called. */
const NO_NAME = [HEADING, SPOKEN, ADDRESS, TOWN, NO_UNIT, PERSON, SOMEBODY, /[.]$/u, /^\p{L}*(?:chef|leder|konsulent|rådgiver|koordinator|inspektør|direktør)\s\p{Lu}/iu];

/** Whether the words begin with, or end in, the name of an authority. */
function namesAuthority(text: string, { words: { words } }: SeenLetter): boolean {
  if (/(?<!\p{L})(?:regions)?(?:kommune|kommunes|municipality)(?!\p{L})/iu.test(text)) return true;
  const small = text.toLowerCase();
  return words.sender.authorities.some((name) => small.startsWith(name.toLowerCase()));
}

/** "SMS fra Odense Kommune, Befordring 10-12-2026 14:06": a mail's or a message's line of who sent it, without what is no name. */
function sentBy(cell: LetterLine): LetterLine {
  const before = /^the\s(?=\p{Lu})|^(?:(?:sms|besked|mail|e-mail|brev|sendt)\s+)?(?:fra|from|afsender|sender)(?:\s*:\s*|\s+)(?=\p{Lu})|^(?:mvh|kh|venlig hilsen|hilsen)\.?,?\s+(?=\p{Lu})/iu.exec(cell.text)?.[0].length ?? 0;
  const rest = cell.text.slice(before).replace(/[\s,]+(?:den\s|d\.\s)?\d{1,2}[.\-/ ][^,]*$/u, '').replace(/\s*<[^<>]*>$/u, '');
  return before === 0 && !/^sms/iu.test(cell.text) ? cell : { ...cell, text: rest, start: cell.start + before };
}

/** "Ishøj Kommune · Borgerservice · Pensionsteamet" has three parts; a comma parts a municipality, a centre or a title from what is within it, and a team from what it is in. */
function pieces(cell: LetterLine, letter: SeenLetter): LetterLine[] {
  const parts = cut(cell, /\s*[·|•/]\s*|\s+[-–—]\s+/gu).map((part) => nameAlone(part, unitTest(letter)));
  const isUnit = unitTest(letter);
  const isPerson = (text: string) => PERSON.test(text) || letter.words.words.sender.people.some((title) => text.toLowerCase().startsWith(title));
  return parts.flatMap((part) => {
    const [first = ''] = part.text.split(',');
    const last = part.text.split(',').at(-1)?.trim() ?? '';
    // "Signe Hvidt, Ejendomsgruppen": a name and where she works.
    const isNamed = /^\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}*\.?){0,2}$/u.test(first) && !isUnit(first) && isUnit(last);
    const splits = isNamed || isPerson(first) || /\s(?:og|&)\s/u.test(first) || namesAuthority(part.text, letter) || /^center|^centret|borgerservice|^økonomi$|danmark|skole/iu.test(first) || isWithin(first, last, isUnit) || /,\s*(?:team|enhed|gruppe|afsnit|sektion|kontor)(?!\p{L})/iu.test(part.text);
    const cells = splits ? joined(cut(part, /\s*,\s*/gu), part, (text) => isPerson(text) || namesAuthority(text, letter) || /^borgerservice$/iu.test(text)) : [part];
    return cells.filter(({ text }) => !/\b(?:kommune|municipality|kommunes)$/iu.test(text) && !isPerson(text));
  });
}

/** "Visitationen, Præstøvej 991, 4640 Faxe", "Byggesag, ved Trine Skærbæk", "Ydelsesteam 2:": the name without what is none of it. */
function nameAlone(part: LetterLine, isUnit: (text: string) => boolean): LetterLine {
  const kept = part.text.split(/,\s*/u);
  const end = kept.findIndex((each, at) => at > 0 && (ADDRESS.test(each) || /\p{Ll}{3}\s\d{2,4}\s?\p{L}?$/u.test(each) || TOWN.test(each) || /^(?:ved|v\/|att\.?)\s/iu.test(each)));
  const text = (end > 0 && !/\d{2}/u.test(kept[0] ?? '') ? kept.slice(0, end).join(', ') : part.text).replace(/[\s:]+$/u, '').replace(/^([^(]*)\)$/u, '$1');
  return part.text.startsWith(text) && isUnit(text) ? { ...part, text } : part;
}

/** "Beskæftigelse, Fleksjobenheden": one word for a unit of its own, with what it is in before it. */
const isWithin = (first: string, last: string, isUnit: (text: string) => boolean): boolean => first !== last && isUnit(first) && /^\p{Lu}\p{Ll}+(?:teamet|team|enheden|gruppen|kontoret|centret|centeret|afsnittet|sektionen|visitationen)$/u.test(last);

/** "Arbejdsmarked, Integration og Repatriering" is one name: the comma before an "og" lists. */
function joined(parts: readonly LetterLine[], whole: LetterLine, stands: (text: string) => boolean): LetterLine[] {
  return parts.reduce<LetterLine[]>((done, part) => {
    const last = done.at(-1);
    if (!last || stands(last.text) || /\s(?:og|&)\s/u.test(last.text) || !/^[^,]{3,40}\s(?:og|&)\s/u.test(part.text) || /^(?:team|enhed|afdeling|center|afsnit)/iu.test(part.text)) return [...done, part];
    const from = last.start - whole.start;
    return [...done.slice(0, -1), { ...last, text: whole.text.slice(from, part.start - whole.start + part.text.length) }];
  }, []);
}

function cut({ text, start }: LetterLine, at: RegExp): LetterLine[] {
  const parts: LetterLine[] = [];
  let from = 0;
  for (const mark of [...text.matchAll(at), null]) {
    const to = mark ? mark.index : text.length;
    if (to > from) parts.push({ text: text.slice(from, to), start: start + from, indent: 0, afterGap: false });
    if (mark) from = mark.index + mark[0].length;
  }
  return parts;
}

function unitTest({ words: { words } }: SeenLetter): (text: string) => boolean {
  const exact = new Set(words.sender.units.filter((unit) => !unit.includes('*')));
  const starts = words.sender.units.filter((unit) => unit.endsWith('*')).map((unit) => unit.slice(0, -1));
  const ends = words.sender.units.filter((unit) => unit.startsWith('*')).map((unit) => unit.slice(1));
  return (text) => {
    if (!/^\p{Lu}/u.test(text)) return false;
    const own = text.toLowerCase().split(/[\s,&/-]+/u).slice(0, 6);
    return own.some((word) => exact.has(word) || starts.some((start) => word.startsWith(start)) || ends.some((end) => word.endsWith(end)));
  };
}
