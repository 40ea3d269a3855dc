import { join, resolve } from 'node:path';
import { loadContent } from '../../src/content/load-content';
import { startServer, type TestServer } from '../conversations/server';
import { ChatPage } from './chat-page';
import { startChromium, type OwnBrowser } from './chromium';
import { watchPage } from './watched-page';

jest.setTimeout(180_000);

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

test('from money that was stopped to a complaint in hand, and a case with the adviser', async () => {
  const { page, look, found, complaints, close } = await watchPage(own.browser, 'complaint');
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
  await close();
});
