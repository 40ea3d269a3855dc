import { findInDirectory } from '../../directory/find-in-directory';
import { shownContact } from '../../directory/department';
import { foldWords } from '../../topics/said-words';
import { point, type LetterBooks, type LetterFacts, type Point } from './point';

/** What kind of letter it is, from whom, and whether it is the adviser's business at all. */
export function whatItIs({ reading, told }: LetterFacts, books: LetterBooks): Point[] {
  const { kind, authority, department, caseNumber, letterDate } = reading;
  // Letterheads shout: ISHØJ KOMMUNE.
  const from = authority === null ? { phrase: 'letter.someone' } : foldWords(authority) === foldWords(books.home) ? books.home : authority;
  return [
    ...(told ? [point('letter.told.rests')] : []),
    point(`letter.kind.${kind}`, kind === 'other' ? {} : { from }),
    ...(department === null || told ? [] : [point('letter.fact.department', { department })]),
    ...(caseNumber === null ? [] : [point('letter.fact.case-number', { caseNumber })]),
    ...(letterDate === null || told ? [] : [point('letter.fact.date', { day: { day: letterDate } })]),
    ...(authority !== null && isAnothers(authority, books.home) ? otherAuthority(authority, books) : []),
  ];
}

/** A letter of another authority: the adviser of this municipality can only show the way. */
export const isAnothers = (authority: string, home: string): boolean => !` ${foldWords(authority)} `.includes(` ${foldWords(home)} `) && !foldWords(authority).startsWith(foldWords(home));

function otherAuthority(authority: string, { authorities }: LetterBooks): Point[] {
  const [found] = findInDirectory(authority, authorities);
  const named = found && foldWords(authority).includes(foldWords(found.record.name)) ? found.record : null;
  const { phone, web } = named ? shownContact(named) : { phone: null, web: null };
  const said = { authority };
  if (phone !== null) return [point('letter.other-authority', said), point('letter.other-authority.phone', { ...said, phone })];
  return [point('letter.other-authority', said), ...(web === null ? [] : [point('letter.other-authority.web', { ...said, web })])];
}
