import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadContent } from '../../src/content/load-content';
import { startServer, type TestServer } from '../conversations/server';
import { axeFindings } from './axe';
import { ChatPage } from './chat-page';
import { startChromium, type OwnBrowser } from './chromium';
import { shoot } from './watched-page';

jest.setTimeout(90_000);

const ROOT = resolve(__dirname, '../..');
const content = loadContent({ folder: join(ROOT, 'content'), municipality: 'ishoj' });
const words = content.allText('da');
const fixture = (name: string): Buffer => readFileSync(join(ROOT, 'test/fixtures/letters/files', name));

let server: TestServer;
let own: OwnBrowser;
beforeAll(async () => {
  server = await startServer('2026-11-24T10:00');
  own = await startChromium();
});
afterAll(async () => {
  await own?.close();
  await server?.stop();
});

test('while a scan is read, the page it is at is shown and read aloud; then it is answered', async () => {
  const context = await own.browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'da-DK' });
  const page = await context.newPage();
  await page.goto(server.url);
  const chat = new ChatPage(page, words);
  await chat.open();
  const before = await chat.botMessages.count();
  await chat.sendFile({ name: 'afgørelse.pdf', mimeType: 'application/pdf', buffer: fixture('b21-scannet.pdf') });
  await chat.log.getByText('Læser side 1 af 2').waitFor();
  expect(await chat.window.getByRole('status').filter({ hasText: 'Læser side 1 af 2' }).count()).toBe(1);
  expect((await axeFindings(page)).violations).toEqual([]);
  await shoot(page, 'upload-progress');
  await chat.log.getByText('Læser side 2 af 2').waitFor();
  await chat.botMessages.nth(before).waitFor({ timeout: 40_000 });
  expect(await chat.log.getByText(/^Læser side/).count()).toBe(0);
  expect(await chat.lastAnswer()).not.toContain(content.say('error', 'da').bubbles[0]);
  await context.close();
});
