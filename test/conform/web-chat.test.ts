import type { Page } from 'playwright-core';
import { ActivityTypes } from 'botbuilder';
import { startServer } from '../conversations/server';
import { startChromium, type OwnBrowser } from '../browser/chromium';
import { settled } from '../browser/settled';
import { EchoServer } from './echo-server';
import { Line, type Started } from './line';
import { Network, startWebChatSite } from './web-chat-site';

/** All of it: `npm run conform -- --web-chat`. */
const DROPS = Number(process.env.CONFORM_DROPS ?? 20);
const MESSAGES = Number(process.env.CONFORM_MESSAGES ?? 5);
// The first run installs Web Chat; all of it draws 2,000 messages, and the window takes longer with each.
jest.setTimeout(MESSAGES > 5 ? 3_600_000 : 600_000);

/** Web Chat comes back 3 to 15 s after it was dropped. */
const UNTIL_BACK_MS = 15_000;

let site: Awaited<ReturnType<typeof startWebChatSite>>;
let own: OwnBrowser;
let network: Network;
beforeAll(async () => {
  site = await startWebChatSite();
  own = await startChromium();
});
beforeEach(async () => {
  network = await Network.start();
});
afterEach(() => network.stop());
afterAll(async () => {
  await own?.close();
  site?.stop();
});

const complaints: string[] = [];
afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

async function visit(options: object): Promise<Page> {
  const page = await own.browser.newPage({ locale: 'da-DK' });
  page.setDefaultTimeout(120_000);
  page.on('pageerror', (fault) => complaints.push(fault.message));
  await page.clock.install();
  await page.goto(site.origin);
  await page.evaluate((given) => (window as unknown as { talk: (options: object) => void }).talk(given), { domain: `${network.url}/v3/directline`, ...options });
  return page;
}
const say = (page: Page, text: string) => page.evaluate((said) => (window as unknown as { say: (text: string) => void }).say(said), text);
const sees = (page: Page, text: string) => page.locator('.webchat__text-content', { hasText: text }).last().waitFor();
/** What stands in the transcript, from above. */
const transcript = (page: Page) => page.locator('.webchat__basic-transcript__transcript .webchat__text-content').allInnerTexts();

/** The streams are lost, and time goes on until the client is back. */
async function drop(page: Page, meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
  network.dropStreams();
  await meanwhile();
  for (let waited = 0; network.openStreams === 0; waited += 1000) {
    if (waited > 4 * UNTIL_BACK_MS) throw new Error('Web Chat did not come back.');
    await page.clock.runFor(1000);
  }
}

test('D47: Web Chat, unchanged, on another website: welcome, choices, a file, a lost stream, and back after a reload', async () => {
  const server = await startServer('2026-11-24T10:00', { ALLOWED_ORIGINS: site.origin, PUBLIC_URL: network.url });
  network.leadTo(server.url);
  const { token, conversationId } = (await new Line(server).generate()) as Started;
  const page = await visit({ token });
  await page.getByText('computerprogram').first().waitFor();

  // Where there are many, arrows to move them stand beside them.
  const choices = page.getByRole('toolbar').getByRole('button').filter({ hasText: /\p{L}/u });
  await choices.first().waitFor();
  const names = await choices.allInnerTexts();
  expect(names.length).toBeGreaterThan(1);
  await choices.first().click();
  await sees(page, names[0] ?? '');
  const before = (await transcript(page)).length;
  await say(page, 'Hvornår har I telefontid?');
  await sees(page, 'Torsdag kl. 9-17');

  await page.locator('input[type=file]').first().setInputFiles({ name: 'afgørelse.txt', mimeType: 'text/plain', buffer: Buffer.from('Kære borger') });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('afgørelse.txt').last().waitFor();

  await drop(page, () => say(page, 'Hvad er din e-mail?'));
  await sees(page, '@');
  // The file is read meanwhile; what is said of it has come as well.
  await sees(page, 'finde nogen tekst');
  // "Reading page 1 of 1" is shown for the moment, and kept nowhere. All else that is kept comes to the window, one text after another.
  const shown = async (): Promise<string[]> => (await transcript(page)).filter((text) => !/^(?:Åbner filen|Læser side)/.test(text));
  const kept = (await new Line(server).read({ token, conversationId, streamUrl: '', expires_in: 0 })).activities.filter(({ type, text = '' }) => type === 'message' && text !== '');
  await settled(async () => (await shown()).length, kept.length);
  const said = await shown();
  expect(said.length).toBeGreaterThan(before);

  await page.reload();
  await page.evaluate((given) => (window as unknown as { talk: (options: object) => void }).talk(given), { domain: `${network.url}/v3/directline`, token, conversationId });
  await sees(page, said.at(-1)?.split('\n')[0] ?? '');
  // The test's clock stands still, and Web Chat sorts by time: of two turns under way at once, whose texts come first is chance. Each once.
  const inAnyOrder = [...said].sort();
  expect(await settled(async () => (await transcript(page)).sort(), inAnyOrder)).toEqual(inAnyOrder);
  await page.close();
  await server.stop();
});

test(`D47: over ${DROPS} lost streams with ${MESSAGES} messages each, Web Chat shows every text once and in order`, async () => {
  const server = await EchoServer.start({
    limits: { messagesPerConversation: 1_000_000 },
    allowedOrigins: [site.origin],
    publicUrl: () => network.url,
    bot: async (context) => void (await context.sendActivity(context.activity.type === ActivityTypes.Message ? `svar ${context.activity.text}` : 'velkommen')),
  });
  network.leadTo(server.url);
  const page = await visit({ token: (await new Line(server).generate()).token });
  await sees(page, 'velkommen');
  const expected = ['velkommen'];
  for (let lost = 1; lost <= DROPS; lost++) {
    await drop(page, async () => {
      for (let n = 1; n <= MESSAGES; n++) {
        const text = `d${lost}m${n}.`;
        // As a person would: the next once the last is on its way; what comes first is answered first.
        await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/activities')), say(page, text)]);
        expected.push(text, `svar ${text}`);
      }
    });
    await sees(page, `svar d${lost}m${MESSAGES}.`);
  }
  expect(await settled(() => transcript(page), expected)).toEqual(expected);
  await page.close();
  await server.remove();
});

test('D33: Web Chat’s own "try again", of a message whose answer was lost, is no second message', async () => {
  const server = await EchoServer.start({ allowedOrigins: [site.origin], publicUrl: () => network.url });
  network.leadTo(server.url);
  const { token, conversationId } = await new Line(server).generate();
  const page = await visit({ token });
  await sees(page, 'welcome');
  // The browser asks leave (preflight) once; after that nothing but the message itself is on its way.
  await say(page, 'først');
  await sees(page, 'turn 1');
  network.losesAnswers = true;
  network.dropStreams();
  await say(page, 'hej');
  // Kept and answered, and nothing of it has reached the window.
  while (((await server.store.find(conversationId))?.lastSeq ?? 0) < 7) await new Promise(setImmediate);
  const again = page.getByRole('button', { name: /prøv igen/i });
  for (let waited = 0; (await again.count()) === 0 && waited < 60; waited++) await page.clock.runFor(1000);
  network.losesAnswers = false;
  const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/activities')), again.first().click({ timeout: 5000 })]);
  expect(await answer.json()).toEqual({ id: `${conversationId}|0000005` });
  await drop(page);
  await sees(page, 'turn 2');
  const kept = (await server.store.activitiesAfter(conversationId, 0)).map(({ activity }) => activity.text);
  expect(kept).toEqual(['welcome', 'først', 'echo først', 'turn 1', 'hej', 'echo hej', 'turn 2']);
  await page.close();
  await server.remove();
});
