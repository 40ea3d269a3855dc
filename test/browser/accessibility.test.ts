import type { BrowserContextOptions } from 'playwright-core';
import type { FakeDirectLine } from '../web/fake-direct-line';
import { axeFindings } from './axe';
import { ChatPage } from './chat-page';
import { startChromium, type OwnBrowser } from './chromium';
import { startHostSite } from './host-site';

jest.setTimeout(120_000);

const MODES: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['a phone', { viewport: { width: 360, height: 740 }, hasTouch: true }],
  ['a phone at night', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
  ['a tablet in forced colours', { viewport: { width: 768, height: 1024 }, forcedColors: 'active' }],
  ['a screen', { viewport: { width: 1280, height: 800 } }],
  ['a screen at night, without motion', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark', reducedMotion: 'reduce' }],
  ['400 % zoom', { viewport: { width: 320, height: 256 } }],
];

type State = readonly [name: string, reach: (chat: ChatPage) => Promise<unknown>];

/** The states of one visit, in the order in which they are reached. */
const STATES: readonly State[] = [
  ['closed', (chat) => chat.launcher.waitFor()],
  ['welcome with choices', (chat) => chat.open()],
  ['answered', (chat) => chat.say('Hej')],
  ['long answer', (chat) => chat.say('lang')],
  ['file to fetch', (chat) => chat.say('kalender')],
  ['receipt', (chat) => chat.say('kvittering')],
  ['file refused', (chat) => chat.sendFile({ name: 'a.exe', mimeType: 'x/y', buffer: Buffer.from('x') }).then(() => chat.alert.filter({ hasText: 'file-wrong-kind' }).waitFor())],
  ['menu', (chat) => chat.window.getByRole('button', { name: 'menu', exact: true }).click()],
  ['English', (chat) => chat.window.getByRole('button', { name: 'language-switch' }).click()],
  ['asked whether to delete', (chat) => chat.menu('delete')],
  [
    'not sent',
    async (chat) => {
      await chat.press('delete-no');
      server.faults.refusePosts = 3;
      await chat.field.fill('Vigtigt');
      await chat.field.press('Enter');
      await chat.alert.filter({ hasText: 'not-sent' }).waitFor();
    },
  ],
  [
    'line lost',
    async (chat) => {
      server.faults.down = true;
      server.dropSockets();
      await chat.status.filter({ hasText: 'lost' }).waitFor();
    },
  ],
  [
    'line back',
    async (chat) => {
      server.faults.down = false;
      await chat.status.filter({ hasText: 'online' }).waitFor();
    },
  ],
  ['deleted', (chat) => chat.delete()],
];

let own: OwnBrowser;
let server: FakeDirectLine;

beforeAll(async () => {
  server = await startHostSite({});
  own = await startChromium();
});
afterAll(async () => {
  await own?.close();
  await server?.stop();
});

test.each(MODES)('axe finds nothing in any state: %s', async (_, options) => {
  const context = await own.browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(server.base);
    const chat = new ChatPage(page, {});
    const found: string[] = [];
    for (const [state, reach] of STATES) {
      await reach(chat);
      found.push(...(await axeFindings(page)).violations.map((finding) => `${state}: ${finding}`));
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    }
    expect(found).toEqual([]);
  } finally {
    Object.assign(server.faults, { down: false, refusePosts: 0 });
    await context.close();
  }
});

test('axe sees into the window: a button whose name is taken away is found', async () => {
  const context = await own.browser.newContext();
  const page = await context.newPage();
  await page.goto(server.base);
  const chat = new ChatPage(page, {});
  await chat.open();
  await chat.window.getByRole('button', { name: 'attach' }).evaluate((button) => (button.textContent = ''));
  expect((await axeFindings(page)).violations.join()).toContain('button-name');
  await context.close();
});
