import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Story } from '../../src/domain/conversations/story';
import { Citizen } from './citizen';
import { startServer, type TestServer } from './server';

/** Conversations that the desk made into stories ("Lav samtalen til en test"), each a file; whoever keeps one has read it first. */
const FOLDER = join(__dirname, 'stories');
const stories = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).map((name) => ({ name, story: Story.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))) }));

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test.each(stories)('$name: $story.shows', async ({ story }) => {
  server.setClock(story.at);
  const citizen = await Citizen.arrive(server.url);
  for (const { said, answered } of story.turns) expect({ said, answered: (await citizen.say(said)).phrases }).toEqual({ said, answered });
  citizen.leave();
});
