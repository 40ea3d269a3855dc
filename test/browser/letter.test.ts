import { join, resolve } from 'node:path';
import { loadContent } from '../../src/content/load-content';
import { REFUSAL } from '../conversations/letters';
import { startServer, type TestServer } from '../conversations/server';
import { ChatPage } from './chat-page';
import { startChromium, type OwnBrowser } from './chromium';
import { watchPage } from './watched-page';

jest.setTimeout(120_000);

const words = loadContent({ folder: join(resolve(__dirname, '../..'), 'content'), municipality: 'ishoj' }).allText('da');

let server: TestServer;
let own: OwnBrowser;
beforeAll(async () => {
  server = await startServer('2026-11-25T10:00');
  own = await startChromium();
});
afterAll(async () => {
  await own?.close();
  await server?.stop();
});

test('a pasted letter, from the day of receipt to the last day and back to the letter', async () => {
  const { page, look, found, complaints, close } = await watchPage(own.browser, 'letter');
  await page.goto(server.url);
  const chat = new ChatPage(page, words);
  await chat.open();
  expect(await chat.say(REFUSAL)).toContain('Hvilken dag fik du brevet?');
  await look('received');
  const explained = await chat.say('21. november');
  for (const word of ['Du får nej', 'mandag den 21. december', '26 dage']) expect(explained).toContain(word);
  await look('explained');
  // The last day's file, and the law's own text, can be fetched from where they are named.
  expect(await chat.log.getByRole('link', { name: /Sidste dag/ }).getAttribute('href')).toContain('day=2026-12-21');
  expect(await chat.log.getByRole('link', { name: /retsinformation/ }).first().getAttribute('href')).toContain('/eli/lta/2025/1129');
  await chat.log.getByText('Sidste dag at klage er').scrollIntoViewIfNeeded();
  await look('last-day');
  expect(await chat.choose('Hvorfor den dag?')).toContain('Læg fire uger til');
  await look('why-day');
  expect(await chat.choose('Vis brevet')).toContain('[FRISTEN: 4 uger]');
  await look('letter');
  expect(await chat.choose('Spørg borgerrådgiveren')).toContain('Hvad vil du gerne have hjælp til?');
  await look('adviser');

  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
