import type { Outcome } from './outcome';
import { type Share, shareOf } from './share';

/** Manners that were written to look like danger, and to be none. */
export const LOOK_ALIKE: ReadonlySet<string> = new Set(['lookalike', 'lookalike-more', 'look-alike', 'figurative', 'municipal-figurative', 'past-or-safe', 'near-danger']);

/** How well danger is seen. */
export interface DangerFigures {
  /** Danger seen at all, surely or suspected. */
  readonly recall: Share;
  readonly sureRecall: Share;
  /** Harmless messages taken for danger surely. */
  readonly falseAlarms: Share;
  /** The same of messages written to look like danger. */
  readonly falseAlarmsLookAlike: Share;
  /** Harmless messages that get the quiet line. */
  readonly quietLines: Share;
}

/** The figures of danger. */
export function dangerFigures(outcomes: readonly Outcome[]): DangerFigures {
  const danger = outcomes.filter(({ phrase }) => phrase.topic === 'crisis');
  const lookAlikes = outcomes.filter(({ phrase }) => phrase.topic !== 'crisis' && LOOK_ALIKE.has(phrase.register));
  const others = outcomes.filter(({ phrase }) => phrase.topic !== 'crisis' && !LOOK_ALIKE.has(phrase.register));
  const isSure = ({ read }: Outcome): boolean => read.danger === 'sure';
  return {
    recall: shareOf(danger, ({ read }) => read.danger !== null),
    sureRecall: shareOf(danger, isSure),
    falseAlarms: shareOf(others, isSure),
    falseAlarmsLookAlike: shareOf(lookAlikes, isSure),
    quietLines: shareOf(others, ({ read }) => read.danger === 'suspected'),
  };
}
