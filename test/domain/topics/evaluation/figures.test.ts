import { dangerFigures } from '../../../../src/domain/topics/evaluation/danger-figures';
import type { Outcome } from '../../../../src/domain/topics/evaluation/outcome';
import { shareOf } from '../../../../src/domain/topics/evaluation/share';
import { confusions, topicFigures, topicScore } from '../../../../src/domain/topics/evaluation/topic-figures';
import type { Recognition, Topic } from '../../../../src/domain/topics/topic';

const outcome = (meant: Topic, read: Topic, more: Partial<Recognition> = {}, register = 'plain'): Outcome => ({
  phrase: { text: `${meant} as ${read}`, topic: meant, lang: 'da', register, writer: 'one' },
  read: { topic: read, confidence: 1, alternatives: [], danger: null, second: null, language: 'da', ...more },
});

test('a share comes with its interval', () => {
  const { share, of, low, high } = shareOf(Array.from({ length: 100 }, (_, at) => at), (at) => at < 90);
  expect([share, of]).toEqual([0.9, 100]);
  // Wilson's interval of 90 in 100.
  expect(low).toBeCloseTo(0.8256, 3);
  expect(high).toBeCloseTo(0.9448, 3);
  expect(shareOf([], () => true)).toEqual({ share: 0, of: 0, low: 0, high: 1 });
});

test('precision, recall and F1 of a topic, and their mean', () => {
  const outcomes = [outcome('contact', 'contact'), outcome('contact', 'human'), outcome('human', 'human'), outcome('human', 'human')];
  expect(topicScore(outcomes, 'contact')).toMatchObject({ precision: 1, recall: 0.5 });
  const { accuracy, macroF1, calibrationError } = topicFigures(outcomes);
  expect(accuracy).toBe(0.75);
  expect(macroF1).toBeCloseTo((2 / 3 + 4 / 5) / 2);
  expect(calibrationError).toBeCloseTo(0.25);
});

test('the right topic among three', () => {
  const alternatives = (['privacy', 'contact', 'callback'] as const).map((topic) => ({ topic, confidence: 0.1 }));
  expect(topicFigures([outcome('contact', 'human', { alternatives })]).top3).toBe(1);
  expect(topicFigures([outcome('callback', 'human', { alternatives })]).top3).toBe(0);
});

test('confusions, the most frequent first', () => {
  const found = confusions([outcome('contact', 'human'), outcome('privacy', 'human'), outcome('privacy', 'human'), outcome('human', 'human')]);
  expect(found.map(({ meant, read, times }) => [meant, read, times])).toEqual([['privacy', 'human', 2], ['contact', 'human', 1]]);
});

test('danger seen, and alarms where there is none', () => {
  const figures = dangerFigures([
    outcome('crisis', 'crisis', { danger: 'sure' }),
    outcome('crisis', 'human', { danger: 'suspected' }),
    outcome('crisis', 'human'),
    outcome('contact', 'crisis', { danger: 'sure' }),
    outcome('contact', 'contact'),
    outcome('unknown', 'unknown', {}, 'lookalike'),
  ]);
  expect(figures.recall.share).toBeCloseTo(2 / 3);
  expect(figures.sureRecall.share).toBeCloseTo(1 / 3);
  expect(figures.falseAlarms.share).toBe(0.5);
  expect(figures.falseAlarmsLookAlike.share).toBe(0);
});
