import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { axeFindings } from './axe';
import { startChromium, type OwnBrowser } from './chromium';
import { freePort } from '../harness/free-port';

jest.setTimeout(180_000);

const ROOT = resolve(__dirname, '../..');
let folder: string;
let children: ChildProcess[] = [];
let own: OwnBrowser;
let url: string;

/** Starts a program and waits until it has said something. */
function begin(file: string, parameters: readonly string[], said: string, environment: Record<string, string> = {}): Promise<void> {
  const child = spawn(process.execPath, ['--require', join(ROOT, 'test/desk/moved-clock.cjs'), file, ...parameters], { env: { PATH: process.env.PATH, ...environment } });
  children.push(child);
  return new Promise((ready, failed) => {
    let heard = '';
    const hear = (chunk: Buffer): void => {
      heard += chunk.toString();
      if (heard.includes(said)) ready();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => failed(new Error(`ended with ${code}: ${heard}`)));
  });
}

/** Moves the clocks of all programs on by twenty minutes. */
async function moveClocks(): Promise<void> {
  await Promise.all(
    children.map((child) => {
      const moved = new Promise<void>((done) => child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('clock moved') && done()));
      child.kill('SIGUSR2');
      return moved;
    }),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-oidc-'));
  const [desk, provider] = await Promise.all([freePort(), freePort()]);
  url = `http://127.0.0.1:${desk}`;
  await begin(join(ROOT, 'test/desk/oidc-provider.mjs'), [String(provider), `${url}/adviser/oidc/callback`], 'ready');
  // The server as it is started, in a process of its own: the client of OpenID Connect is an ES module.
  await begin(join(ROOT, 'dist/main.js'), [], 'Desk:', {
    PORT: String(desk), DATA_DIR: join(folder, 'data'), CONTENT_DIR: join(ROOT, 'content'), LOG_LEVEL: 'error',
    OIDC_ISSUER: `http://127.0.0.1:${provider}`, OIDC_CLIENT_ID: 'vejviser', OIDC_CLIENT_SECRET: 'a secret of the test', OIDC_ADVISERS: 'bo@kommune.example, unverified@kommune.example', OIDC_ADMINISTRATORS: 'anne@kommune.example',
  });
  own = await startChromium();
});
afterAll(async () => {
  await own?.close();
  for (const child of children) child.kill('SIGKILL');
  children = [];
  rmSync(folder, { recursive: true, force: true });
});

/** Goes through the provider as someone, and gives the page where that ends. */
async function comeAs(name: string): Promise<Page> {
  const page = await (await own.browser.newContext({ locale: 'da-DK' })).newPage();
  await page.goto(`${url}/adviser`);
  expect((await axeFindings(page)).violations).toEqual([]);
  await page.getByRole('link', { name: 'Log ind med kommunens login' }).click();
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('x');
  await page.locator('button[type=submit]').click();
  // The provider's next page, which asks whether the desk may know her, has a button as well.
  await page.locator('input[name=login]').waitFor({ state: 'detached' });
  await page.locator('button[type=submit]').click();
  await page.waitForURL(`${url}/adviser**`);
  return page;
}

test('an administrator on the list comes in, and is one', async () => {
  const page = await comeAs('anne');
  await page.waitForURL(`${url}/adviser`);
  expect(await page.locator('nav a', { hasText: 'Brugere' }).count()).toBe(1);
  expect(await page.locator('header').innerText()).toContain('Navn anne');
  const cookies = await page.context().cookies(url);
  expect(cookies.find(({ name }) => name === '__Host-desk')).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Strict', path: '/' });
  expect(cookies.find(({ name }) => name === '__Host-desk-oidc')).toBeUndefined();
  await page.getByRole('button', { name: 'Log ud' }).click();
  await page.waitForURL(`${url}/adviser/login**`);
  await page.goto(`${url}/adviser`);
  expect(page.url()).toContain('/adviser/login');
});

test('an adviser on the list comes in, and is no administrator', async () => {
  const page = await comeAs('bo');
  await page.waitForURL(`${url}/adviser`);
  expect(await page.locator('nav a', { hasText: 'Brugere' }).count()).toBe(0);
});

test.each([
  { who: 'mallory', why: 'is on no list' },
  { who: 'unverified', why: 'has a mail address that nobody has verified' },
])('$who, who $why, stays outside', async ({ who }) => {
  const page = await comeAs(who);
  await page.getByRole('alert').waitFor();
  expect(await page.locator('main').innerText()).toContain('har ikke adgang her');
  await page.goto(`${url}/adviser`);
  expect(page.url()).toContain('/adviser/login');
});

test.each([
  { what: 'an answer that nobody asked for', cookie: null, query: '?code=x&state=y' },
  { what: 'the answer to another attempt', cookie: Buffer.from(JSON.stringify({ state: 'a'.repeat(20), nonce: 'b'.repeat(20), verifier: 'c'.repeat(43) })).toString('base64url'), query: `?code=x&state=${'z'.repeat(20)}` },
  { what: 'a cookie that is none', cookie: 'e30', query: '?code=x&state=y' },
])('$what lets nobody in', async ({ cookie, query }) => {
  const answer = await fetch(`${url}/adviser/oidc/callback${query}`, { redirect: 'manual', headers: cookie === null ? {} : { cookie: `__Host-desk-oidc=${cookie}` } });
  expect(answer.status).toBe(403);
  expect(answer.headers.get('set-cookie') ?? '').not.toMatch(/__Host-desk=[^;]/);
});

test('what wants a fresh login leads to the provider, who asks anew, and back to where she was', async () => {
  const page = await comeAs('anne');
  // The way back from the provider ends with a page that leads on by itself: who leaves before it has, is led back.
  await page.waitForURL(`${url}/adviser`);
  const makeToken = async (): Promise<void> => {
    await page.goto(`${url}/adviser/accounts`);
    const form = page.locator('form[action="/adviser/tokens"]');
    await form.locator('#label').fill('Journalen');
    await form.locator('input[type=checkbox]').first().check();
    await form.locator('button[type=submit]').click();
  };
  await moveClocks();
  await makeToken();
  await page.waitForURL(`${url}/adviser/confirm**`);
  expect((await axeFindings(page)).violations).toEqual([]);
  await page.getByRole('link', { name: 'Log ind med kommunens login' }).click();
  // The provider knows her still, and asks all the same.
  await page.locator('input[name=login]').fill('anne');
  await page.locator('input[name=password]').fill('x');
  await page.locator('button[type=submit]').click();
  // What she had filled in waits for one press.
  await page.waitForURL(`${url}/adviser/kept/*`);
  await page.getByText('Journalen').waitFor();
  expect((await axeFindings(page)).violations).toEqual([]);
  await page.locator('form[action="/adviser/tokens"] button[type=submit]').first().click();
  await page.locator('code.secret').waitFor();
});

test('there is no way in by password, and no first account', async () => {
  const answer = await fetch(`${url}/adviser/login`, { method: 'POST', body: new URLSearchParams({ login: 'anne', password: 'x' }) });
  expect(answer.status).toBe(404);
  expect((await fetch(`${url}/adviser/first/x`)).status).toBe(404);
});
