import { readModel, writeModel } from '../../../src/domain/topics/model-file';
import type { Phrase } from '../../../src/domain/topics/phrase';
import { createRecognizer } from '../../../src/domain/topics/recognize-topic';
import { trainModel } from '../../../src/domain/topics/train-model';

const HASH = 'a'.repeat(64);
const SAID: readonly (readonly [Phrase['topic'], readonly string[]])[] = [
  ['hours.phone', ['hvornår har I telefontid', 'hvornår kan jeg ringe til jer', 'er telefonen åben nu', 'telefontid på torsdag']],
  ['callback', ['ring mig op', 'kan I ringe mig op i morgen', 'jeg vil gerne ringes op', 'ring tilbage til mig']],
  ['complaint.start', ['jeg vil klage', 'hjælp mig med en klage', 'jeg vil gerne klage over kommunen', 'skriv en klage med mig']],
  ['small-talk', ['hej med dig', 'tusind tak', 'goddag', 'farvel og tak']],
  ['crisis', ['jeg vil ikke leve mere', 'han slår mig hver aften', 'jeg tager livet af mig', 'han truer mig med en kniv']],
];
const phrases: Phrase[] = SAID.flatMap(([topic, texts]) =>
  ['one', 'two', 'three'].flatMap((writer) => texts.map((text) => ({ text: `${text} ${writer}`, topic, lang: 'da', register: 'plain', writer }))),
);

describe('training', () => {
  const model = trainModel(phrases, HASH);

  it('gives the same bytes for the same phrases', () => {
    expect(writeModel(trainModel(phrases, HASH))).toBe(writeModel(model));
  });
  it('gives another model for other phrases', () => {
    expect(writeModel(trainModel(phrases.slice(1), HASH))).not.toBe(writeModel(model));
  });
  it.each(SAID.flatMap(([topic, texts]) => texts.map((text) => [text, topic] as const)))('has learnt that "%s" is %s', (text, topic) => {
    expect(createRecognizer(model).recognize(text).topic).toBe(topic);
  });
});

describe('the model file', () => {
  const model = trainModel(phrases, HASH);

  it('is read back as it was written', () => {
    expect(readModel(writeModel(model))).toEqual(model);
  });
  it.each([
    ['no JSON', 'nonsense', 'not JSON'],
    ['another shape', '{"format":1}', 'is not one'],
    ['parts that do not fit', writeModel({ ...model, topics: model.topics.slice(1) }), 'do not fit'],
  ])('is refused when it has %s', (_, json, fault) => {
    expect(() => readModel(json)).toThrow(expect.objectContaining({ code: 'model-invalid', what: expect.stringContaining(fault) }));
  });
});
