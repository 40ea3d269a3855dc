import { join } from 'node:path';
import { digestOf, lessonsIn, type KindKnown } from '../../../src/cli/letters/known-letters';
import { loadWordingModel } from '../../../src/content/load-wording-model';
import { scorerOf } from '../../../src/domain/letters/linear-model';
import { trainWording } from '../../../src/domain/letters/train-wording';
import { sentenceWordings, wordingsOf } from '../../../src/domain/letters/wording';

const FIXTURES = join(__dirname, '../../fixtures/letters');
const SETS = ['dev', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'] as const;
const lessons = lessonsIn(FIXTURES, SETS);
const written = lessonsIn(FIXTURES, []).letters;
const labelled = new Map(SETS.map((set) => [set, lessonsIn(FIXTURES, [set]).letters.slice(0, -written.length)]));
/** For their kinds alone, which are quickly learnt. */
const kindsOnly = (letters: readonly KindKnown[]) => letters.map(({ text, kind }) => ({ text, kind, outcome: null, operative: '', sentences: [] }));
const of = (sets: readonly (typeof SETS)[number][]) => kindsOnly(sets.flatMap((set) => labelled.get(set) ?? []));
const model = loadWordingModel(join(__dirname, '../../../content'));

const best = (scores: ReadonlyMap<string, number> | undefined) => [...(scores ?? [])].sort(([, a], [, b]) => b - a)[0];

test('the model in the content was learnt from these letters and sentences: after a change, "npm run train:letters"', () => {
  expect(model?.learntFrom).toBe(digestOf(lessons));
  expect(model?.kinds).toEqual(trainWording(kindsOnly(lessons.letters), []).kinds);
});

/** Each writer's letters told by what the other writers' teach. A model that had learnt nothing would say "decision" to .64 of them at most. */
test.each(SETS)('letters of the set "%s" are told from the wording of the others alone', (left) => {
  const kinds = scorerOf(trainWording([...of(SETS.filter((set) => set !== left)), ...kindsOnly(written)], []).kinds);
  const right = of([left]).filter(({ text, kind }) => best(kinds(wordingsOf(text)))?.[0] === kind);
  expect(right.length / of([left]).length).toBeGreaterThanOrEqual(0.7);
});

test.each([
  ['Vi kommer ikke til at betale for dit nye bad.', 'refused'],
  ['Din bil kan du hente på fredag, for den er bevilget.', 'granted'],
  ['Fra den 1. juni er det slut med ledsagelsen.', 'stopped'],
  ['Besøgene om aftenen bliver kortere fremover.', 'reduced'],
  ['De 2.000 kr. skal vi have tilbage.', 'repayment'],
])('wordings that no cue knows are told from the sentences: "%s"', (said, effect) => {
  const effects = model ? scorerOf(model.effects) : null;
  expect(best(effects?.(sentenceWordings(said)))?.[0]).toBe(effect);
});

test('what is only asked for, or may come, says less than what is decided', () => {
  const refused = (said: string) => (model ? (scorerOf(model.effects)(sentenceWordings(said)).get('refused') ?? 0) : 0);
  expect(refused('Vi overvejer at sige nej til din bil.')).toBeLessThan(refused('Vi siger nej til din bil.') - 0.3);
  expect(refused('Du har bedt om, at vi betaler din bil.')).toBeLessThan(-0.3);
});

test('the same letters give the same model', () => {
  const few = of(['dev']).slice(0, 30);
  expect(trainWording(few, lessons.sentences.slice(0, 50))).toEqual(trainWording([...few], lessons.sentences.slice(0, 50)));
});

test('what is counted: beginnings of words and pairs of them, numbers alike; of a sentence how it begins as well', () => {
  expect([...wordingsOf('Vi bevilger 200 kr.')]).toEqual(['vi', 'bevilg', 'vi bevilg', '#', 'bevilg #', 'kr', '# kr']);
  expect([...sentenceWordings('Det får du')]).toEqual(['det', 'får', 'du', 'det får', 'får du', 'det _ du', '^det', '^det får']);
});
