import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadContent } from '../../src/content/load-content';
import { startServer, type TestServer } from '../conversations/server';
import { axeFindings } from './axe';
import { ChatPage } from './chat-page';
import { startChromium, type OwnBrowser } from './chromium';

jest.setTimeout(180_000);

const words = loadContent({ folder: join(resolve(__dirname, '../..'), 'content'), municipality: 'ishoj' }).allText('da');
/** Where screenshots go, for whoever wants to look: `SCREENSHOTS=/tmp/shots npx jest test/browser/complaint`. */
const SHOTS = process.env.SCREENSHOTS ?? null;

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

test.each([
  { name: 'phone', width: 360, height: 740 },
  { name: 'desk', width: 1280, height: 800 },
])('from money that was stopped to a complaint in hand, and a case with the adviser: $name', async ({ name, width, height }) => {
  const context = await own.browser.newContext({ viewport: { width, height }, locale: 'da-DK' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(fault.message));
  const found: string[] = [];
  let step = 0;
  const look = async (state: string): Promise<void> => {
    found.push(...(await axeFindings(page)).violations.map((finding) => `${state}: ${finding}`));
    if (SHOTS === null) return;
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `complaint-${name}-${String(++step).padStart(2, '0')}-${state}.png`) });
  };

  await page.goto(server.url);
  const chat = new ChatPage(page, words);
  await chat.open();
  expect(await chat.say('jeg vil klage')).toContain('Hvad vil du klage over?');
  await look('about');
  await chat.choose('En afgørelse');
  expect(await chat.say('de har stoppet mine penge')).toContain('Hvad af det her handler afgørelsen om?');
  await look('which');
  await chat.choose('Kontanthjælp');
  await chat.choose('I går');
  const road = await chat.choose('Nej, ikke endnu');
  for (const word of ['Ankestyrelsen afgør klagen', 'Ishøj Kommune', 'tirsdag den 22. december', '27 dage']) expect(road).toContain(word);
  expect(await chat.log.getByRole('link', { name: /Sidste dag/ }).getAttribute('href')).toContain('day=2026-12-22');
  await look('road');
  await chat.say('jobcentret');
  await chat.say('Jeg kom til mødet den 12. november. Det står i min kalender.');
  expect(await chat.say('Jeg har ikke råd til mad.')).toContain('43 57 75 75');
  await look('urgent');
  await chat.say('Jeg vil have mine penge igen.');
  const draft = await chat.choose('Ja');
  for (const word of ['Klage over afgørelse', 'Til: Ishøj Kommune, jobcentret', 'Jeg kom til mødet den 12. november.', 'Sagen haster for mig.', 'ikke sendt endnu']) expect(draft).toContain(word);
  await look('draft');
  await chat.log.getByText('Klage over afgørelse').first().scrollIntoViewIfNeeded();
  await look('draft-top');
  await chat.choose('Ret i udkastet');
  await look('edit');
  expect(await chat.choose('Fortryd')).toContain('Klage over afgørelse');
  await chat.choose('Hent som PDF');
  const [file] = await Promise.all([page.waitForEvent('download'), chat.log.getByRole('link', { name: /klage\.pdf/ }).last().click()]);
  expect(file.suggestedFilename()).toBe('klage.pdf');
  await look('file');
  await chat.choose('Ja');
  await chat.say('Fatma Yıldız');
  await chat.say('20 21 89 88');
  await chat.choose('Ja');
  await chat.choose('Ja');
  expect(await chat.choose('Nej')).toContain('Trykker du Send');
  await look('review');
  const sent = await chat.choose('Send');
  for (const word of ['BR-2026-', 'selv sende den til Ishøj Kommune', 'tirsdag den 22. december']) expect(sent).toContain(word);
  await look('sent');

  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
