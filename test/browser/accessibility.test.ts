import type { BrowserContextOptions, Page } from 'playwright-core';
import type { FakeDirectLine } from '../web/fake-direct-line';
import { axeFindings } from './axe';
import { ChatPage } from './chat-page';
import { startChromium, type OwnBrowser } from './chromium';
import { startHostSite } from './host-site';

jest.setTimeout(120_000);

type Mode = readonly [name: string, width: number, height: number, media?: Parameters<Page['emulateMedia']>[0]];

/** How one visit is looked at, by finger and by mouse; it goes through its states in the first way. */
const VISITS: readonly (readonly [name: string, options: BrowserContextOptions, modes: readonly Mode[]])[] = [
  ['by finger', { hasTouch: true }, [
    ['a phone', 360, 740],
    ['a phone at night', 320, 640, { colorScheme: 'dark' }],
    ['400 % zoom', 320, 256],
  ]],
  ['by mouse', {}, [
    ['a screen', 1280, 800],
    ['a screen at night, without motion', 1280, 800, { colorScheme: 'dark', reducedMotion: 'reduce' }],
    ['a tablet in forced colours', 768, 1024, { forcedColors: 'active' }],
  ]],
];

const show = async (page: Page, [, width, height, media]: Mode): Promise<void> => {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference', forcedColors: 'none', ...media });
};

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

test.each(VISITS)('axe finds nothing in any state: %s', async (_, options, modes) => {
  const context = await own.browser.newContext(options);
  try {
    const page = await context.newPage();
    const first = modes[0] ?? [ '', 0, 0 ];
    await show(page, first);
    await page.goto(server.base);
    const chat = new ChatPage(page, {});
    const found: string[] = [];
    for (const [state, reach] of STATES) {
      await reach(chat);
      for (const mode of modes) {
        await show(page, mode);
        found.push(...(await axeFindings(page)).violations.map((finding) => `${state}, ${mode[0]}: ${finding}`));
        expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      }
      await show(page, first);
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
