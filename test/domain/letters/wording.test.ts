import { join } from 'node:path';
import { labelledLetters } from '../../../src/cli/letters/labelled-letters';
import { loadWordingModel } from '../../../src/content/load-wording-model';
import { trainWording } from '../../../src/domain/letters/train-wording';
import { wordingScorer, wordingsOf } from '../../../src/domain/letters/wording';

const FIXTURES = join(__dirname, '../../fixtures/letters');
const SETS = ['dev', 'third', 'fourth', 'fifth'] as const;
const letters = new Map(SETS.map((set) => [set, labelledLetters(join(FIXTURES, set)).map(({ text, gold }) => ({ text, kind: gold.kind }))]));
const of = (sets: readonly (typeof SETS)[number][]) => sets.flatMap((set) => letters.get(set) ?? []);

test('the model in the content is what the letters teach: after a change, "npm run train:letters"', () => {
  expect(loadWordingModel(join(__dirname, '../../../content'))).toEqual(trainWording(of(SETS)));
});

/** Each writer's letters told by what the other writers' teach. A model that had learnt nothing would say "decision" to .62 of them at most. */
test.each(SETS)('letters of the set "%s" are told from the wording of the others alone', (left) => {
  const scorer = wordingScorer(trainWording(of(SETS.filter((set) => set !== left))));
  const right = of([left]).filter(({ text, kind }) => [...scorer.score(text)].sort(([, a], [, b]) => b - a)[0]?.[0] === kind);
  expect(right.length / of([left]).length).toBeGreaterThanOrEqual(0.7);
});

test('the same letters give the same model', () => {
  const few = of(['dev']).slice(0, 30);
  expect(trainWording(few)).toEqual(trainWording([...few]));
});

test('what is counted: beginnings of words and pairs of them, numbers alike', () => {
  expect([...wordingsOf('Vi bevilger 200 kr.')]).toEqual(['vi', 'bevilg', 'vi bevilg', '#', 'bevilg #', 'kr', '# kr']);
});
