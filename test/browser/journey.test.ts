import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { loadContent } from '../../src/content/load-content';
import { startServer, type TestServer } from '../conversations/server';
import { axeFindings } from './axe';
import { ChatPage } from './chat-page';
import { startChromium, type OwnBrowser } from './chromium';
import { settled } from './settled';
import { shoot, watchPage } from './watched-page';

jest.setTimeout(120_000);

const ROOT = resolve(__dirname, '../..');
const content = loadContent({ folder: join(ROOT, 'content'), municipality: 'ishoj' });
const words = content.allText('da');

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

test('from the question to the case on disk, and away again', async () => {
  const { page, look, found, complaints, close } = await watchPage(own.browser, 'journey');
  await page.goto(server.url);
  await look('page');
  const chat = new ChatPage(page, words);
  await chat.open();
  await look('welcome');

  const hours = await chat.say('Hvornår har I telefontid?');
  expect(hours).toContain('Torsdag kl. 9-17');
  expect(hours).toContain('åben lige nu, til kl. 13');
  await look('hours');
  expect(await chat.say('Hvad kan borgerrådgiveren ikke?')).toContain('må ikke træffe afgørelser');
  await look('cannot');

  await chat.say('Ring mig op');
  await look('form');
  for (const answer of ['Min hjemmehjælp er taget fra mig', 'Fatma Yıldız', '20 21 89 88', 'torsdag formiddag']) await chat.say(answer);
  expect(await chat.choose('Ja')).toContain('Fatma Yıldız');
  await look('review');
  const sent = await chat.choose('Send');
  const reference = /BR-2026-[2-9A-HJKMNP-Z]{6}/.exec(sent)?.[0] ?? '';
  const pin = /pinkode: (\d{6})/.exec(sent)?.[1] ?? '';
  expect([reference, pin]).not.toContain('');
  await chat.window.getByRole('button', { name: words['copy-receipt'] ?? '', exact: true }).waitFor();
  await look('receipt');

  // The adviser reads the case with the command, through the running server (which is this process: it must not be blocked).
  const { stdout: listed } = await promisify(execFile)(process.execPath, [join(ROOT, 'dist/cli/cases.js'), reference], { encoding: 'utf8', env: { PATH: process.env.PATH, DATA_DIR: server.dataDir } });
  expect(z.looseObject({}).parse(JSON.parse(listed))).toMatchObject({ reference, subject: 'callback', contact: { name: 'Fatma Yıldız', phone: '+4520218988' } });

  await page.reload();
  await chat.open();
  await chat.log.getByText(reference).first().waitFor();
  await look('reloaded');

  await chat.say(`Hvordan går det med min sag ${reference}?`);
  expect(await chat.say(pin)).toContain('er modtaget');
  await look('status');

  await chat.delete();
  await look('deleted');
  expect(await settled(() => page.evaluate(() => sessionStorage.length + localStorage.length), 0)).toBe(0);
  await page.reload();
  await chat.launcher.waitFor();
  await chat.open();
  expect(await chat.log.innerText()).not.toContain(reference);

  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('without script the page gives phone, hours, address and the notice', async () => {
  const context = await own.browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(server.url);
  const text = await page.locator('main').innerText();
  for (const said of ['20 21 89 88', 'Åbent nu, til kl. 13.00.', 'Tirsdag 9.00–13.00', 'Kulturium', 'Ishøj Store Torv 20', 'Datatilsynet', 'Ring 112']) expect(text).toContain(said);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await shoot(page, 'no-script-320', true);
  await context.close();
});

test('the page in English leads to a chat in English', async () => {
  const context = await own.browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${server.url}/en`);
  expect((await axeFindings(page)).violations).toEqual([]);
  const chat = new ChatPage(page, content.allText('en'));
  await chat.open();
  expect(await chat.log.innerText()).toContain('I am a computer program');
  expect(await chat.say('Is the phone open now?')).toContain('open right now, until 13:00');
  await shoot(page, 'english-360');
  await context.close();
});
