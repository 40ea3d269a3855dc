import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ear, Line } from './line';
import { startCountingBot } from './readme-example';

const FOLDER = resolve(__dirname, '../../src/channels/direct-line');

test('D1: the example in the channel’s README is the one that is run here', () => {
  const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(example.replace("from './direct-line'", "from '../../src/channels/direct-line'")).toBe(readFileSync(join(__dirname, 'readme-example.ts'), 'utf8'));
});

test('D8: and it works, with a store of its own and nothing else of ours', async () => {
  const { url, stop } = await startCountingBot(0, randomBytes(32));
  const line = new Line({ url });
  const started = await line.begin();
  const ear = Ear.on(started.streamUrl);
  for (const text of ['a', 'b']) await line.say(started, text);
  await ear.untilText('2: you said b');
  expect(ear.texts()).toEqual(expect.arrayContaining(['a', '1: you said a', 'b', '2: you said b']));
  ear.socket.close();
  await stop();
});
