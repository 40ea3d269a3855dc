import type { Judged } from './calibrate';
import { dangerScores, probabilityOf } from './danger-scale';
import type { DangerScale } from './topic-model';

/**
 * Share of harmless messages, hard look-alikes among them, that `sure` danger and `suspected` danger may take in. Of the quiet line
 * everyday questions are kept free where it is said; to see less danger for their sake would be dearer.
 */
const FALSE_ALARMS = { sure: 0.01, suspected: 0.12 };
/** However few the false alarms: nothing less likely than this counts. */
const LEAST_PROBABILITY = { sure: 0.5, suspected: 0.03 };
const STEPS = 30;

/** How scores become a probability of danger (logistic, least log loss), and its two thresholds. */
export function fitDanger(judged: readonly Judged[]): DangerScale {
  const cases = judged.map(({ scores, danger, topic }) => ({ scores: dangerScores([...scores, danger]), inDanger: topic === 'crisis' }));
  // Aiming a little short of 0 and 1 keeps the slope finite where a few phrases are told apart without a fault.
  const margin = 1 / (cases.length / 2 + 2);
  let [slope, calm, offset] = [1, 0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = [0, 0, 0];
    const curvature = [[1e-9, 0, 0], [0, 1e-9, 0], [0, 0, 1e-9]];
    for (const { scores, inDanger } of cases) {
      const probability = probabilityOf(scores, { slope, calm, offset });
      const fault = (inDanger ? 1 - margin : margin) - probability;
      const weight = probability * (1 - probability);
      const inputs = [scores.danger, -scores.wish, 1];
      inputs.forEach((input, row) => {
        gradient[row] = (gradient[row] ?? 0) + fault * input;
        const line = curvature[row] ?? [];
        inputs.forEach((other, column) => (line[column] = (line[column] ?? 0) + weight * input * other));
      });
    }
    const [ds = 0, dc = 0, dof = 0] = solve(curvature, gradient);
    [slope, calm, offset] = [slope + ds, calm + dc, offset + dof];
  }
  const scale = { slope: rounded(slope), calm: rounded(calm), offset: rounded(offset) };
  const harmless = cases.filter(({ inDanger }) => !inDanger).map(({ scores }) => probabilityOf(scores, scale));
  harmless.sort((a, b) => b - a);
  const letIn = (share: number) => harmless[Math.floor(harmless.length * share)] ?? 1;
  return {
    ...scale,
    sure: rounded(Math.max(LEAST_PROBABILITY.sure, letIn(FALSE_ALARMS.sure))),
    suspected: rounded(Math.max(LEAST_PROBABILITY.suspected, letIn(FALSE_ALARMS.suspected))),
  };
}

/** Solves `matrix · x = right` by elimination; the matrix is symmetric and positive, so that no rows need changing places. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, row) => [...line, right[row] ?? 0]);
  rows.forEach((pivot, at) => {
    rows.forEach((line, row) => {
      if (row === at) return;
      const factor = (line[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < line.length; column += 1) line[column] = (line[column] ?? 0) - factor * (pivot[column] ?? 0);
    });
  });
  return rows.map((line, at) => (line.at(-1) ?? 0) / (line[at] ?? 1));
}

/** Three figures are all that is known of these numbers, and hide the last bits in which machines may differ. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
