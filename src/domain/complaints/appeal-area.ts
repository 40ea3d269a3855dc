import { findInDirectory } from '../directory/find-in-directory';
import type { AppealRule } from '../letters/appeal-rule';

/** How many meanings are offered where more than one fits. */
const OFFERED = 3;

const asFindable = (rules: readonly AppealRule[]) =>
  rules.filter(({ words }) => words.length > 0).map((rule) => ({ rule, name: rule.words[0] ?? '', dealsWith: rule.words, english: [] }));

/** The directory finds by words; so does this. One index for each list of rules. */
const findable = new WeakMap<readonly AppealRule[], ReturnType<typeof asFindable>>();

/**
 * The rows of appeals.yaml that a citizen's words may mean, best first, at most three; none when nothing fits.
 *
 * @example findAppealRules('de har taget mors rengøring', rules)[0]?.id // 'sel-83'
 */
export function findAppealRules(text: string, rules: readonly AppealRule[]): readonly AppealRule[] {
  const records = findable.get(rules) ?? asFindable(rules);
  findable.set(rules, records);
  return findInDirectory(text, records)
    .slice(0, OFFERED)
    .map(({ record }) => record.rule);
}

/** Whether rules lead to the same place by the same time, so that it does not matter which of them holds. */
export function sameRoad(rules: readonly AppealRule[]): boolean {
  const roads = rules.map(({ possible, body, sendTo, time, from, unverified }) => JSON.stringify([possible, body, sendTo, time, from, unverified]));
  return new Set(roads).size <= 1;
}
