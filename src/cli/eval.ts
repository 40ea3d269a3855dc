import { join } from 'node:path';
import { loadTopicModel } from '../content/load-topic-model';
import { loadTopicPhrases, readPhraseFile } from '../content/topic-phrases';
import { AdviserError } from '../domain/adviser-error';
import { createRecognizer } from '../domain/topics/recognize-topic';
import { headline, report } from './evaluation/report';
import { measureSpeed } from './evaluation/speed';
import { readUnseen } from './evaluation/unseen';

const CONTENT = process.env.CONTENT_DIR ?? 'content';
/** Messages that are never trained on: nothing but this command and the tests reads them. */
const DEV = process.argv[2] ?? join('test', 'domain', 'topics', 'dev.tsv');

const rounded = (figures: object): Record<string, number> => Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(Number(value) * 10_000) / 10_000]));

try {
  const speed = measureSpeed(CONTENT, readPhraseFile(DEV).map(({ text }) => text));
  const { phrases } = loadTopicPhrases(CONTENT);
  const unseen = readUnseen(phrases, (line) => console.error(line));
  const model = loadTopicModel(CONTENT);
  const { recognize } = createRecognizer(model);
  const dev = readPhraseFile(DEV).map((phrase) => ({ phrase, read: recognize(phrase.text) }));
  for (const line of report(unseen)) console.log(line);
  const { temperature, thresholds, danger } = model;
  console.log(`\nThe committed model: ${JSON.stringify({ temperature, thresholds, danger })}`);
  console.log(
    JSON.stringify({ phrases: phrases.length, ...rounded(headline(unseen.flatMap(({ outcomes }) => outcomes))), dev: rounded(headline(dev)), speed: rounded(speed), macroF1ByWriter: Object.fromEntries(unseen.map(({ writer, outcomes }) => [writer, rounded(headline(outcomes)).macroF1])) }),
  );
} catch (fault) {
  if (!(fault instanceof AdviserError)) throw fault;
  console.error(fault.message);
  process.exitCode = 2;
}
