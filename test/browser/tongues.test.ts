import { join, resolve } from 'node:path';
import { loadContent } from '../../src/content/load-content';
import { startServer, type TestServer } from '../conversations/server';
import { ChatPage } from './chat-page';
import { startChromium, type OwnBrowser } from './chromium';
import { shoot } from './watched-page';

jest.setTimeout(120_000);

const words = loadContent({ folder: join(resolve(__dirname, '../..'), 'content'), municipality: 'ishoj' }).allText('da');
const PHONE = { width: 360, height: 740 };

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

test.each([
  { tongue: 'ar', said: ['أريد أن تتصلوا بي', 'لم أفهم رسالة من البلدية', 'هدى كريم', '٢٠ ٢١ ٨٩ ٨٨', 'يوم الخميس'], yes: 'نعم', send: 'إرسال' },
  { tongue: 'ur', said: ['مجھے فون کریں', 'مجھے خط کی سمجھ نہیں آئی', 'عائشہ خان', '20 21 89 88', 'جمعرات کو'], yes: 'ہاں', send: 'بھیجیں' },
])('on a phone the window runs from right to left in $tongue, and numbers keep their order', async ({ tongue, said, yes, send }) => {
  const page = await own.browser.newPage({ viewport: PHONE });
  await page.goto(server.url);
  const chat = new ChatPage(page, words);
  await chat.open();
  // The first words tell the language; the form may begin by the button under what they are answered with.
  await chat.say(tongue === 'ar' ? 'أريد التحدث مع شخص' : 'میں ایک انسان سے بات کرنا چاہتا ہوں');
  for (const each of said) await chat.say(each);
  await chat.choose(yes);
  await shoot(page, `tongues-${tongue}-review`);
  const [first, last] = [await chat.choices.first().boundingBox(), await chat.choices.last().boundingBox()];
  expect(first && last && first.x > last.x).toBe(true);
  const bubble = chat.botMessages.last().locator('.bubble');
  expect(await bubble.evaluate((element) => [element.getAttribute('lang'), getComputedStyle(element).direction])).toEqual([tongue, 'rtl']);
  await chat.choose(send);
  // "20" stands to the left of "88", as a number is read in every script.
  const order = await chat.log.getByText('20 21 89 88').last().evaluate((element) => {
    const text = element.firstChild;
    const at = (from: number, to: number): number => {
      const range = document.createRange();
      if (text) range.setStart(text, from);
      if (text) range.setEnd(text, to);
      return range.getBoundingClientRect().left;
    };
    return at(0, 2) < at(9, 11);
  });
  expect(order).toBe(true);
  expect(await chat.log.getByText('24.11.2026 10:00', { exact: true }).evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await shoot(page, `tongues-${tongue}-receipt`);
  await page.close();
});
