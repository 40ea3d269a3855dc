import { findingsOf, type Finding, type FindingOf } from '../finding';
import { evidenceAt, say, type Draft, type Refiner, type Sight } from '../draft';

/** The surest finding of a kind; of equals the first. */
export function surest<Kind extends FindingOf['of']>(findings: readonly Finding[], of: Kind): Finding<Kind> | null {
  let best: Finding<Kind> | null = null;
  for (const each of findingsOf(findings, of)) if (!best || each.certainty > best.certainty) best = each;
  return best;
}

/** Fields of which the surest finding is taken: sender, case number, date. */
export const plainFields: Refiner = (draft, sight) => {
  const authority = surest(sight.findings, 'authority');
  const department = surest(sight.findings, 'department');
  const caseNumber = surest(sight.findings, 'case-number');
  const letterDate = surest(sight.findings, 'letter-date');
  let next = draft;
  if (authority) next = say(next, sight, { authority: authority.value }, 'authority', authority);
  if (department) next = say(next, sight, { department: department.value }, 'department', department);
  if (caseNumber) next = say(next, sight, { caseNumber: caseNumber.value }, 'caseNumber', caseNumber);
  if (letterDate && letterDate.certainty >= 0.5) next = say(next, sight, { letterDate: letterDate.iso }, 'letterDate', letterDate);
  return next;
};

/** Every section cited, once, in order of first mention, with the subsection of the first mention that has one. */
export const citedSections: Refiner = (draft, sight) => {
  const bySection = new Map<string, Finding<'citation'>>();
  for (const each of findingsOf(sight.findings, 'citation')) {
    const key = `${each.law} ${each.section}`;
    const old = bySection.get(key);
    if (!old) bySection.set(key, each);
    else if (old.subsection === null && each.subsection !== null) bySection.set(key, { ...old, subsection: each.subsection });
  }
  const all = [...bySection.values()];
  const legalBasis = all.map(({ law, section, subsection }) => ({ law, section, subsection }));
  return all.reduce<Draft>((next, each, at) => ({ ...next, evidence: [...next.evidence, evidenceAt(sight, `legalBasis.${at}`, each)] }), say(draft, sight, { legalBasis }));
};

/** Glossary words met, once each. */
export const termsMet: Refiner = (draft, sight) => {
  const first = new Map<string, Finding<'term'>>();
  for (const each of findingsOf(sight.findings, 'term')) if (!first.has(each.id)) first.set(each.id, each);
  const inOrder = [...first.values()].sort((a, b) => a.start - b.start);
  return inOrder.reduce<Draft>((next, each, at) => ({ ...next, evidence: [...next.evidence, evidenceAt(sight, `terms.${at}`, each)] }), say(draft, sight, { terms: inOrder.map(({ id }) => id) }));
};

/** The cue that tells most, as evidence; null when there is none. */
export function placeOf(sight: Sight, finding: { readonly sentence: number } | null | undefined): { start: number; end: number } | null {
  const sentence = finding ? sight.letter.sentences[finding.sentence] : undefined;
  return sentence ? { start: sentence.start, end: sentence.end } : null;
}
