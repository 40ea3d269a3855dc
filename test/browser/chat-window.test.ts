import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { FakeDirectLine } from '../web/fake-direct-line';
import { ChatPage } from './chat-page';
import { startChromium, type OwnBrowser } from './chromium';
import { startHostSite } from './host-site';
import { settled } from './settled';

jest.setTimeout(120_000);

// Every text is its own id here: what the content says is the content's matter.
const WORDS = {};

let own: OwnBrowser;
let server: FakeDirectLine;
let context: BrowserContext;
/** What the browser complained of: a refused style or script, an exception. */
const complaints: string[] = [];

beforeAll(async () => {
  server = await startHostSite({});
  own = await startChromium();
});
afterAll(async () => {
  await own?.close();
  await server?.stop();
});
afterEach(async () => {
  await context.close();
  Object.assign(server.faults, { down: false, noSockets: false, deafSockets: false, refusePosts: 0, losePostAnswers: 0 });
  expect(complaints.splice(0).filter((text) => !/503|Failed to load resource|WebSocket|ERR_CONNECTION/.test(text))).toEqual([]);
});

async function visit(path = '', options: BrowserContextOptions = {}): Promise<ChatPage> {
  context = await own.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  return chatOn(await context.newPage(), path);
}

async function chatOn(page: Page, path = ''): Promise<ChatPage> {
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(fault.message));
  await page.goto(server.base + path);
  return new ChatPage(page, WORDS);
}

/** What has the focus, through all shadow roots, as its role or tag and its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element === document.body ? 'page' : (element?.getAttribute('data-key') ? 'message' : element?.id) || element?.textContent || element?.tagName || '';
  });

const stored = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), document.cookie]));

describe('opening and closing', () => {
  test('the launcher opens the window and moves into it; Esc closes it and leads back', async () => {
    const chat = await visit();
    await chat.launcher.waitFor();
    expect(await settled(() => chat.launcher.getAttribute('aria-expanded'), 'false')).toBe('false');
    await chat.open();
    expect(await settled(() => focused(chat.page), 'field')).toBe('field');
    expect(await settled(() => chat.launcher.getAttribute('aria-expanded'), 'true')).toBe('true');
    await chat.page.keyboard.press('Escape');
    expect(await settled(() => chat.window.isVisible(), false)).toBe(false);
    expect(await settled(() => focused(chat.page), 'launcher')).toBe('launcher');
    expect(await settled(() => chat.launcher.getAttribute('aria-expanded'), 'false')).toBe('false');
  });

  test('a button of the page opens it too, and gets the focus back', async () => {
    const chat = await visit('opener');
    await chat.launcher.waitFor();
    await chat.page.getByRole('button', { name: 'Åbn her' }).click();
    await chat.botMessages.first().waitFor();
    await chat.close();
    expect(await settled(() => focused(chat.page), 'Åbn her')).toBe('Åbn her');
  });

  test('by keyboard alone every part is reached in order, and the window is no trap', async () => {
    const chat = await visit();
    await chat.open();
    await chat.page.keyboard.press('Shift+Tab');
    const stops: string[] = [];
    for (let step = 0; step < 40; step++) {
      stops.push(await focused(chat.page));
      await chat.page.keyboard.press('Tab');
    }
    const inside = stops.slice(stops.indexOf('field'), stops.indexOf('page') + 1);
    expect(inside).toEqual(['field', 'send', 'attach', 'page']);
    expect(stops).toEqual(expect.arrayContaining(['Et link', 'launcher', 'menu', 'close', 'Første valg', 'Andet valg']));
  });

  test('it speaks the language of the page', async () => {
    const chat = await visit('english');
    await chat.open();
    expect(await settled(() => chat.window.getAttribute('lang'), 'en')).toBe('en');
  });
});

describe('talking', () => {
  test('a choice becomes what the citizen said, and reading goes on from there', async () => {
    const chat = await visit();
    await chat.open();
    expect(await chat.choiceNames()).toEqual(['Første valg', 'Andet valg']);
    expect(await chat.choose('Andet valg')).toContain('Du skrev: Andet valg');
    expect(await chat.ownMessages.last().innerText()).toContain('Andet valg');
    expect(await settled(() => focused(chat.page), 'message')).toBe('message');
    expect(await chat.choices.count()).toBe(2);
  });

  test('Shift+Enter makes a new line, Enter sends, and nothing is sent when there is nothing', async () => {
    const chat = await visit();
    await chat.open();
    await chat.field.press('Enter');
    await chat.field.pressSequentially('en');
    await chat.field.press('Shift+Enter');
    await chat.field.pressSequentially('to');
    await chat.field.press('Enter');
    await chat.botMessages.nth(1).waitFor();
    expect(server.texts.at(-1)).toBe('en\nto');
    expect(await chat.ownMessages.count()).toBe(1);
    expect(await settled(() => focused(chat.page), 'field')).toBe('field');
  });

  test('each message of the bot is read out once, politely and in order; the log itself is not', async () => {
    const chat = await visit();
    await chat.launcher.waitFor();
    await chat.page.evaluate(() => {
      const spoken: string[] = [];
      Object.assign(window, { spoken });
      // The live region stands before anything is said in it; it is looked for as soon as the window is there.
      const find = () => document.querySelector('vejviser-launcher')?.shadowRoot?.querySelector('vejviser-chat')?.shadowRoot?.querySelector('[aria-live=polite]');
      const look = setInterval(() => {
        const region = find();
        if (!region) return;
        clearInterval(look);
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes) for (const node of addedNodes) spoken.push(node.textContent ?? '');
        }).observe(region, { childList: true });
      }, 1);
    });
    await chat.open();
    await chat.say('fem');
    await chat.botMessages.nth(5).waitFor();
    const spoken = await chat.page.evaluate(() => ('spoken' in window && Array.isArray(window.spoken) ? window.spoken.map(String) : []));
    expect(spoken.filter((text) => text.includes('Nummer'))).toEqual([1, 2, 3, 4, 5].map((number) => `said-bot: Nummer ${number}`));
    expect(spoken.filter((text) => text.includes('fem'))).toEqual([]);
    expect(await chat.log.getAttribute('aria-live')).toBe('off');
  });

  test('markup in what is said stays words', async () => {
    const chat = await visit();
    await chat.open();
    const words = '<img src=x onerror="document.title=1"><b>fed</b> [link](javascript:alert(1)) **x** \u202Eomvendt';
    expect(await chat.say(words)).toContain('<b>fed</b>');
    expect(await chat.log.locator('img, b, a').count()).toBe(0);
  });

  test('what the server masked takes the place of what was typed', async () => {
    const chat = await visit();
    await chat.open();
    await chat.say('Mit nummer er 010190-1234');
    await chat.ownMessages.last().filter({ hasText: '010190-••••' }).waitFor();
    expect(await chat.page.locator('body').innerText()).not.toContain('1234');
  });

  test('phone numbers can be pressed, calendar files fetched, receipts copied', async () => {
    const chat = await visit('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await chat.open();
    await chat.say('kalender');
    expect(await chat.log.getByRole('link', { name: '20 21 89 88' }).getAttribute('href')).toBe('tel:+4520218988');
    expect(await chat.log.getByRole('link', { name: 'download' }).getAttribute('href')).toBe(`${server.base}tid.ics`);
    await chat.say('kvittering');
    await chat.press('copy-receipt');
    await chat.window.getByText('copied').waitFor();
    expect(await chat.page.evaluate(() => navigator.clipboard.readText())).toBe('Nummer: BR-2026-7K4QX9\nPinkode: 482913');
  });

  test.each([
    { name: 'brev.pdf', bytes: 5, fault: null },
    { name: 'tom.pdf', bytes: 0, fault: 'file-empty' },
    { name: 'program.exe', bytes: 5, fault: 'file-wrong-kind' },
    { name: 'stor.png', bytes: 10 * 1024 * 1024 + 1, fault: 'file-too-large' },
  ])('a file $name of $bytes bytes is sent, or the reason told: $fault', async ({ name, bytes, fault }) => {
    const chat = await visit();
    await chat.open();
    await chat.sendFile({ name, mimeType: 'application/octet-stream', buffer: Buffer.alloc(bytes) });
    if (fault === null) await chat.botMessages.filter({ hasText: 'Tak for filen' }).waitFor();
    else await chat.alert.filter({ hasText: fault }).waitFor();
    expect(await chat.ownMessages.count()).toBe(fault === null ? 1 : 0);
  });

  test('a message of more than 64 kB is kept in the field and the citizen told', async () => {
    const chat = await visit();
    await chat.open();
    await chat.field.fill('æ'.repeat(33_000));
    await chat.field.press('Enter');
    await chat.alert.filter({ hasText: 'too-long' }).waitFor();
    expect((await chat.field.inputValue()).length).toBe(33_000);
  });

  test('the language can be changed on the way', async () => {
    const chat = await visit();
    await chat.open();
    await chat.menu('language-switch');
    await chat.botMessages.filter({ hasText: '(language)' }).waitFor();
    expect(await settled(() => chat.window.getAttribute('lang'), 'en')).toBe('en');
    expect(await settled(() => focused(chat.page), 'menu')).toBe('menu');
  });
});

describe('when the line is bad', () => {
  test('what could not be sent says so, and is sent once when tried again', async () => {
    const chat = await visit();
    await chat.open();
    server.faults.refusePosts = 3;
    await chat.field.fill('Vigtigt');
    await chat.field.press('Enter');
    await chat.alert.filter({ hasText: 'not-sent' }).waitFor();
    await chat.press('try-again');
    await chat.botMessages.filter({ hasText: 'Du skrev: Vigtigt' }).waitFor();
    expect(server.texts.filter((text) => text === 'Vigtigt')).toHaveLength(1);
    expect(await chat.ownMessages.count()).toBe(1);
  });

  test('a lost line is told in words with another way to reach someone, the draft stays, and its return is told too', async () => {
    const chat = await visit();
    await chat.open();
    await chat.field.fill('Halvt skrevet');
    server.faults.down = true;
    server.dropSockets();
    await chat.status.filter({ hasText: 'lost' }).waitFor();
    expect(await chat.status.innerText()).toContain('offline-phone');
    server.faults.down = false;
    await chat.status.filter({ hasText: 'online' }).waitFor();
    expect(await chat.field.inputValue()).toBe('Halvt skrevet');
  });

  test('a server that does not answer at all is told of as well', async () => {
    const chat = await visit();
    await chat.launcher.waitFor();
    server.faults.down = true;
    await chat.launcher.click();
    await chat.status.filter({ hasText: 'offline-phone' }).waitFor();
    server.faults.down = false;
    await chat.botMessages.first().waitFor();
  });
});

describe('what the browser keeps', () => {
  test('a reload takes the conversation up, in silence; only token, id and language are kept', async () => {
    const chat = await visit();
    await chat.open();
    await chat.say('hemmeligt');
    expect(Object.keys(JSON.parse((await chat.page.evaluate(() => sessionStorage.getItem('vejviser'))) ?? '{}')).sort()).toEqual(['at', 'conversationId', 'language', 'open', 'token']);
    expect(await stored(chat.page)).not.toContain('hemmeligt');
    await chat.page.reload();
    await chat.botMessages.nth(1).waitFor();
    expect(await chat.log.innerText()).toContain('Du skrev: hemmeligt');
    expect(await focused(chat.page)).toBe('page');
    expect(await chat.window.locator('[data-part=announcer]').innerText()).toBe('');
    await chat.say('videre');
    expect(await chat.ownMessages.count()).toBe(2);
  });

  test('a new tab, and a copy of this one, know nothing', async () => {
    const chat = await visit();
    await chat.open();
    await chat.say('hemmeligt');
    const [copy] = await Promise.all([context.waitForEvent('page'), chat.page.evaluate(() => void window.open('/', '_blank'))]);
    const copied = new ChatPage(copy, WORDS);
    await copied.open();
    expect(await copied.log.innerText()).not.toContain('hemmeligt');
    const fresh = await chatOn(await context.newPage());
    await fresh.open();
    expect(await fresh.log.innerText()).not.toContain('hemmeligt');
    await chat.say('videre');
    expect(await chat.log.innerText()).toContain('hemmeligt');
  });

  test('"Slet og luk" leaves nothing: not in the page, not in the browser, not at the server, not by going back', async () => {
    const chat = await visit();
    await chat.open();
    await chat.say('hemmeligt');
    const talks = server.talks.size;
    const erased = chat.page.waitForResponse((answer) => answer.url().endsWith('/activities') && answer.request().method() === 'POST');
    await chat.menu('delete-and-close');
    expect(await settled(() => chat.window.isVisible(), false)).toBe(false);
    await erased;
    expect(await settled(async () => server.talks.size, talks - 1)).toBe(talks - 1);
    expect(await settled(() => stored(chat.page), '[[],[],""]')).toBe('[[],[],""]');
    expect(await chat.page.evaluate(() => document.querySelector('vejviser-launcher')?.shadowRoot?.querySelector('vejviser-chat')?.shadowRoot?.textContent)).not.toContain('hemmeligt');
    await chat.page.goto(`${server.base}opener`);
    await chat.page.goBack();
    await chat.open();
    expect(await chat.log.innerText()).not.toContain('hemmeligt');
  });

  test('"Slet samtalen" asks first; then the last words of the bot stay to be read, and a new one can begin', async () => {
    const chat = await visit();
    await chat.open();
    await chat.say('hemmeligt');
    await chat.menu('delete');
    await chat.press('delete-no');
    expect(await chat.log.innerText()).toContain('hemmeligt');
    await chat.delete();
    expect(await chat.log.innerText()).toContain('Sagen BR-2026-7K4QX9 bliver.');
    expect(await chat.log.innerText()).not.toContain('hemmeligt');
    expect(await settled(() => stored(chat.page), '[[],[],""]')).toBe('[[],[],""]');
    await chat.press('new');
    await chat.botMessages.filter({ hasText: 'computerprogram' }).waitFor();
    expect(await chat.ownMessages.count()).toBe(0);
  });

  test('an erasure that did not reach the server says so, and can be tried again', async () => {
    const chat = await visit();
    await chat.open();
    await chat.say('hemmeligt');
    server.faults.refusePosts = 3;
    await chat.menu('delete');
    await chat.press('delete-yes');
    await chat.window.getByText('delete-failed').waitFor();
    expect(await chat.log.innerText()).not.toContain('hemmeligt');
    await chat.press('try-again');
    await chat.window.getByText('deleted', { exact: true }).waitFor();
  });

  test('after 15 idle minutes it is hidden until asked for, after 30 it is gone', async () => {
    context = await own.browser.newContext();
    const page = await context.newPage();
    await page.clock.install();
    const chat = await chatOn(page);
    await chat.open();
    await chat.say('hemmeligt');
    await chat.field.fill('halvt skrevet');
    await page.clock.fastForward('15:10');
    await chat.alert.filter({ hasText: 'idle-warning' }).waitFor();
    expect(await chat.log.count()).toBe(0);
    await chat.press('idle-continue');
    expect(await chat.log.innerText()).toContain('hemmeligt');
    expect(await chat.field.inputValue()).toBe('halvt skrevet');
    await page.clock.fastForward('15:10');
    await page.clock.fastForward('15:10');
    await chat.alert.filter({ hasText: 'idle', hasNotText: 'idle-warning' }).waitFor();
    expect(await chat.log.innerText()).not.toContain('hemmeligt');
    expect(await settled(() => stored(page), '[[],[],""]')).toBe('[[],[],""]');
  });
});

describe('in any page, at any size', () => {
  test('styles of the host page do not get in', async () => {
    const chat = await visit('hostile');
    await chat.open();
    const look = await chat.field.evaluate((field) => {
      const { fontSize, color, display, direction } = getComputedStyle(field);
      return { fontSize, color, display, direction };
    });
    expect(look).toEqual({ fontSize: '16px', color: 'rgb(26, 26, 26)', display: 'block', direction: 'ltr' });
    expect(await chat.say('Hej')).toContain('Du skrev: Hej');
  });

  test.each([
    [320, 640],
    [360, 740],
    [768, 1024],
    [1280, 720],
    [320, 256],
  ])('%i × %i: nothing lies outside, the field and the last message are seen, everything is large enough to hit', async (width, height) => {
    const chat = await visit('', { viewport: { width, height } });
    await chat.open();
    await chat.say('x'.repeat(200));
    await chat.say('lang');
    await chat.page.getByRole('button', { name: 'menu' }).click();
    expect(await chat.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const boxes = await chat.window.evaluate((window) =>
      [...window.querySelectorAll('button, textarea, header, .log')].filter((element) => element.checkVisibility()).map((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        return { name: element.textContent?.slice(0, 20) ?? '', left, right, width, height, scrolls: element.scrollWidth > element.clientWidth + 1 };
      }),
    );
    expect(boxes.filter((box) => box.left < 0 || box.right > width || box.width < 44 || box.height < 44 || box.scrolls)).toEqual([]);
    await chat.page.keyboard.press('Escape');
    const [log, field, message] = await Promise.all([chat.log.boundingBox(), chat.field.boundingBox(), chat.botMessages.last().boundingBox()]);
    if (!log || !field || !message) throw new Error('something is not there');
    expect(field.y + field.height).toBeLessThanOrEqual(height);
    expect(message.y).toBeGreaterThanOrEqual(log.y);
    expect(message.y).toBeLessThan(log.y + log.height - 40);
  });

  test('wide text spacing, 200 % text and other scripts stay within the window', async () => {
    const chat = await visit('', { viewport: { width: 320, height: 640 } });
    await chat.open();
    await chat.say('مرحبا، أحتاج إلى مساعدة في رسالة من البلدية · Потрібна допомога · 需要帮助');
    await chat.window.evaluate((window) => {
      const root = window.getRootNode();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}p{margin-bottom:2em!important}.window{font-size:200%}');
      if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    });
    const outside = await chat.window.evaluate((window) =>
      [...window.querySelectorAll('button, textarea, .bubble, h2, label, p')].filter((element) => element.checkVisibility() && !element.matches('.unseen, .unseen *') && (element.getBoundingClientRect().right > innerWidth || element.scrollWidth > element.clientWidth + 1)).map((element) => element.textContent),
    );
    expect(outside).toEqual([]);
    expect(await chat.ownMessages.last().locator('.bubble').evaluate((bubble) => getComputedStyle(bubble).direction)).toBe('rtl');
  });

  test('where it covers the page, Esc uncovers it for who has tabbed out of it', async () => {
    const chat = await visit('', { viewport: { width: 360, height: 640 } });
    await chat.open();
    await chat.page.getByRole('link', { name: 'Et link' }).focus();
    await chat.page.keyboard.press('Escape');
    expect(await settled(() => chat.window.isVisible(), false)).toBe(false);
    expect(await settled(() => focused(chat.page), 'Et link')).toBe('Et link');
  });

  test('the title counts what came while nobody looked', async () => {
    const chat = await visit();
    await chat.open();
    const hide = (hidden: boolean) =>
      chat.page.evaluate((now) => {
        Object.defineProperty(document, 'hidden', { value: now, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await chat.say('Hej');
    expect(await chat.page.title()).toBe('Kommunen');
    await hide(true);
    await chat.say('fem');
    await chat.botMessages.nth(6).waitFor();
    expect(await settled(() => chat.page.title(), 'message-title-new – Kommunen')).toBe('message-title-new – Kommunen');
    await hide(false);
    expect(await settled(() => chat.page.title(), 'Kommunen')).toBe('Kommunen');
  });

  test('on paper stands the conversation, whole and without buttons', async () => {
    const chat = await visit();
    await chat.open();
    await chat.say('lang');
    await chat.page.evaluate(() => Object.assign(window, { print: () => {} }));
    await chat.menu('print');
    await chat.page.emulateMedia({ media: 'print' });
    expect(await chat.page.getByRole('heading', { name: 'Kommunen' }).isVisible()).toBe(false);
    expect(await chat.field.isVisible()).toBe(false);
    const { height, scroll } = await chat.log.evaluate(({ clientHeight, scrollHeight }) => ({ height: clientHeight, scroll: scrollHeight }));
    expect(height).toBe(scroll);
  });
});
