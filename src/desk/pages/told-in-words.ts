import type { HandoffCase } from '../../domain/cases/handoff-case';
import { ofTheMatter } from '../../domain/cases/told-answers';
import type { Say } from './frame';
import { dateInFigures, dayOrWords } from './in-words';

/** What the citizen told, under its names: her answers as she reviewed them, and what stands in the case beside them. */
export function toldInWords({ complaint, message, told, contact }: HandoffCase, say: Say): (readonly [string, string | null | undefined])[] {
  const answers = ofTheMatter(told);
  const has = (...fields: readonly string[]): boolean => answers.some(({ field }) => fields.includes(field));
  // When a call suits stands with the number.
  const shown = answers.filter(({ field, text }) => field !== 'when' || text !== contact.when);
  return [
    ['told.message', complaint !== null || has('about', 'text', 'decided') ? null : message],
    ...shown.map(({ label, text }) => [label, text] as const),
    ['told.what', has('whatHappened', 'disagree') ? null : complaint?.whatHappened],
    ['told.matter', has('area', 'matter') ? null : complaint?.matter],
    ['told.received', has('received') ? null : complaint?.received && dateInFigures(complaint.received)],
    ['told.when', has('when') ? null : complaint?.when && dayOrWords(complaint.when)],
    ['told.complained', has('complained') ? null : complaint?.about === 'decision' && complaint.firstInstance === true ? say('told.not-yet') : null],
    ['told.case-number', complaint?.caseNumber],
  ].map(([name, text]) => [name?.startsWith('told.') ? say(name) : (name ?? ''), text] as const);
}
