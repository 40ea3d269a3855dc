import { createInterface } from 'node:readline';
import { loadTopicModel } from '../content/load-topic-model';
import { AdviserError } from '../domain/adviser-error';
import { explainTopic } from '../domain/topics/explain';
import { createRecognizer } from '../domain/topics/recognize-topic';

const [first, ...rest] = process.argv.slice(2);
const why = first === '--why';
const text = (why ? rest : process.argv.slice(2)).join(' ');

async function ask(): Promise<void> {
  const model = loadTopicModel(process.env.CONTENT_DIR ?? 'content');
  const recognizer = createRecognizer(model);
  const answer = (message: string) => {
    const recognition = recognizer.recognize(message);
    return why ? { ...recognition, why: explainTopic(message, recognition.topic, model) } : recognition;
  };
  if (text !== '') console.log(JSON.stringify(answer(text), null, why ? 2 : 0));
  else for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(answer(line)));
}

ask().catch((fault: unknown) => {
  if (!(fault instanceof AdviserError)) throw fault;
  console.error(fault.message);
  process.exitCode = 2;
});
