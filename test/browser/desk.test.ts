import { resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { loadContent } from '../../src/content/load-content';
import { Citizen } from '../conversations/citizen';
import { startServer, type TestServer } from '../conversations/server';
import { DeskClient, PASSWORD } from '../desk/desk-client';
import { startChromium, type OwnBrowser } from './chromium';
import { watchPage, type View, type WatchedPage } from './watched-page';

jest.setTimeout(180_000);

const content = loadContent({ folder: resolve(__dirname, '../../content'), municipality: 'ishoj' });
const say = (id: string): string => content.desk.say(id);

let server: TestServer;
let own: OwnBrowser;
beforeEach(async () => {
  server = await startServer('2026-11-25T09:00');
});
afterEach(() => server.stop());
beforeAll(async () => {
  own = await startChromium();
});
afterAll(() => own?.close());

/** A page of the desk, whose clicks are counted. */
class DeskPage {
  clicks = 0;

  constructor(readonly watched: WatchedPage) {}

  get page(): Page {
    return this.watched.page;
  }

  async click(role: 'button' | 'link', name: string | RegExp): Promise<void> {
    this.clicks += 1;
    await this.page.getByRole(role, { name, exact: typeof name === 'string' }).first().click();
    // What is counted afterwards must be there: a click ends when the next page begins to come.
    await this.page.waitForLoadState();
  }

  /** Opens a folded part. */
  async open(summary: string): Promise<void> {
    this.clicks += 1;
    await this.page.locator('summary', { hasText: summary }).first().click();
  }

  look(state: string): Promise<void> {
    return this.watched.look(state);
  }

  /** Nothing was found wrong in any state, and the page complained of nothing. */
  async end(): Promise<void> {
    expect(this.watched.found).toEqual([]);
    expect(this.watched.complaints).toEqual([]);
    await this.watched.close();
  }
}

const VIEWS: readonly View[] = [
  { name: 'phone', width: 360, height: 740, scheme: 'dark' },
  { name: 'tablet', width: 768, height: 900, scheme: 'light' },
  { name: 'desk', width: 1280, height: 900, scheme: 'light' },
];

const newPage = async (journey: string, options: BrowserContextOptions = {}): Promise<DeskPage> => new DeskPage(await watchPage(own.browser, `desk-${journey}`, VIEWS, { ...options, fullPage: true }));

const handOver = async (citizen: Citizen): Promise<{ reference: string; pin: string }> => {
  for (const text of ['Ring mig op', 'Min hjemmehjælp er taget fra mig', 'Fatma Yıldız', '20 21 89 88', 'torsdag formiddag', 'Ja']) await citizen.say(text);
  const { receipt } = await citizen.say('Send');
  if (!receipt) throw new Error('There is no receipt.');
  return receipt;
};

const makeFirst = async ({ page }: DeskPage): Promise<void> => {
  await page.goto(server.firstAccountUrl ?? '');
  await page.getByLabel(say('account.name')).fill('Anne Adviser');
  await page.getByLabel(say('login.name')).fill('anne');
  await page.getByLabel(say('login.password')).fill(PASSWORD);
};

test('from the first login to a closed case, with two messages each way', async () => {
  const desk = await newPage('case');
  const { page } = desk;
  await makeFirst(desk);
  await desk.look('first-account');
  await desk.click('button', say('first.submit'));
  await desk.look('empty-list');
  await desk.click('button', say('logout'));
  await desk.look('login');

  // From login to the first reply: counted.
  await page.getByLabel(say('login.name')).fill('anne');
  await page.getByLabel(say('login.password')).fill(PASSWORD);
  desk.clicks = 0;
  await desk.click('button', say('login.submit'));

  // A case that comes in while the list is open shows by itself.
  const citizen = await Citizen.arrive(server.url);
  const { reference, pin } = await handOver(citizen);
  await page.getByRole('link', { name: reference }).waitFor({ timeout: 2_000 });
  await desk.look('list');

  await desk.click('link', reference);
  await desk.look('case');
  await page.getByLabel(say('act.message-label')).fill('Hvornår blev hjælpen stoppet?');
  await desk.click('button', say('act.preview'));
  await desk.look('preview');
  await desk.click('button', say('preview.send'));
  expect(desk.clicks).toBeLessThanOrEqual(8);
  await page.getByText(say('done.message')).waitFor();

  const read = async (): Promise<string> => {
    await citizen.say(`Hvordan går det med min sag ${reference}?`);
    return (await citizen.say(pin)).text;
  };
  const reply = async (text: string): Promise<void> => {
    for (const said of ['Skriv i sagen', text, 'Send']) await citizen.say(said);
  };
  expect(await read()).toContain('Hvornår blev hjælpen stoppet?');
  await reply('Den 3. november.');
  await page.reload();
  await page.getByText('Den 3. november.').waitFor();
  await desk.look('reply');

  await page.getByLabel(say('act.message-label')).fill('Tak. Jeg taler med afdelingen.');
  await desk.click('button', say('act.preview'));
  await desk.click('button', say('preview.send'));
  expect(await read()).toContain('Jeg taler med afdelingen.');
  await reply('Nu har de ringet. Tusind tak!');

  await page.reload();
  await desk.open(say('act.status.closed'));
  const close = page.locator('details', { hasText: say('act.status.closed') });
  await close.getByLabel(say('act.outcome')).selectOption({ label: say('outcome.dialogue') });
  await close.getByRole('button', { name: say('act.preview') }).click();
  await desk.look('preview-closing');
  await desk.click('button', say('preview.send'));
  await page.getByText(say('done.status')).waitFor();
  await desk.look('closed');
  expect(await read()).toContain('er lukket');

  await desk.click('link', say('case.back'));
  await page.getByText(say('list.none')).waitFor();
  citizen.leave();
  await desk.end();
});

test('without script all of it works', async () => {
  const desk = await newPage('no-script', { javaScriptEnabled: false });
  const { page } = desk;
  const citizen = await Citizen.arrive(server.url);
  const { reference } = await handOver(citizen);
  await makeFirst(desk);
  await desk.click('button', say('first.submit'));
  await desk.click('link', reference);
  await desk.open(say('act.note'));
  await page.getByLabel(say('act.note-label'), { exact: true }).fill('Ring torsdag.');
  await page.locator('details', { hasText: say('act.note') }).getByRole('button').click();
  await page.getByText(say('done.note')).waitFor();
  expect(await page.getByText('Ring torsdag.').count()).toBe(1);
  citizen.leave();
  await desk.end();
});

test('every other page: nothing for axe to find, nothing scrolls sideways, a report and an erase are made', async () => {
  const desk = await newPage('pages');
  const { page } = desk;
  await makeFirst(desk);
  await desk.click('button', say('first.submit'));
  await desk.click('link', say('menu.enter'));
  await desk.look('enter');
  await page.getByLabel(say('enter.about'), { exact: true }).fill('Ringede om sin sag');
  await page.getByLabel(say('enter.name'), { exact: true }).fill('Navna Testesen');
  await page.locator('summary', { hasText: say('enter.more') }).click();
  await page.getByRole('button', { name: say('enter.submit') }).click();
  await page.getByText(say('done.entered')).waitFor();
  // With two dozen more the report has something to show.
  const anne = await DeskClient.login(server.url, 'anne');
  for (let count = 1; count < 24; count++) {
    const even = count % 2 === 0;
    const entered = await anne.post('/adviser/enter', {
      csrf: await anne.csrf(), key: String(count), receivedBy: count % 3 === 0 ? 'visit' : 'phone', about: 'Ringede om sin sag', name: `Navn${String.fromCharCode(97 + count)} Testesen`,
      department: even ? 'Borgerservice' : 'Et meget langt navn på en afdeling med mange ord i', complaint: even ? 'service' : 'case-handling', topic: count % 4 === 0 ? 'conduct' : 'waiting', ...(even ? { outcome: 'dialogue' } : {}),
    });
    expect(entered.status).toBe(303);
  }
  await desk.look('entered');
  await desk.open(say('act.investigate'));
  await page.locator('details', { hasText: say('act.investigate') }).getByRole('button').click();
  await page.getByText(say('done.investigate')).waitFor();
  for (const details of await page.locator('details').all()) await details.evaluate((element) => element.setAttribute('open', ''));
  await desk.look('investigation-all-open');
  const path = new URL(page.url()).pathname;
  for (const part of ['forward', 'statement', 'print']) {
    await page.goto(`${server.url}${path}/${part}`);
    await desk.look(part);
  }
  await page.goto(`${server.url}/adviser/report`);
  expect(await page.locator('main').innerText()).toMatch(/Henvendelser\s+24/);
  expect(await page.locator('svg.chart').count()).toBeGreaterThan(2);
  await desk.look('report');
  for (const menu of ['retention', 'questions', 'me', 'confirm', 'accounts', 'audit'] as const) {
    await page.goto(`${server.url}/adviser/${menu}`);
    await desk.look(menu);
  }
  await page.goto(`${server.url}/adviser/person`);
  await page.getByRole('searchbox').fill('navnh');
  await desk.click('button', say('filter.submit'));
  await desk.look('person');
  await page.getByRole('checkbox').first().check();
  await desk.click('button', say('person.erase'));
  await desk.look('erase');
  await desk.click('button', say('person.erase-now'));
  await page.getByRole('status').waitFor();
  await page.getByRole('searchbox').fill('navnh');
  await desk.click('button', say('filter.submit'));
  await page.getByText(say('list.none')).waitFor();
  await desk.end();
});

test('the keyboard alone suffices, from the login to a reply', async () => {
  const desk = await newPage('keyboard');
  const { page } = desk;
  const citizen = await Citizen.arrive(server.url);
  const { reference, pin } = await handOver(citizen);
  /** Goes on with Tab until the wanted thing has the focus. */
  const reach = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 80; presses++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${selector}.`);
  };
  await page.goto(server.firstAccountUrl ?? '');
  for (const [field, text] of [['#name', 'Anne'], ['#login', 'anne'], ['#password', PASSWORD]] as const) {
    await reach(field);
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: reference }).waitFor();
  await reach(`a[href$="${reference}"]`);
  await page.keyboard.press('Enter');
  await page.locator('#message-text').waitFor();
  await reach('#message-text');
  await page.keyboard.type('Skrevet uden mus.');
  await reach('details[open] button');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: say('preview.send') }).waitFor();
  await reach('main form button');
  await page.keyboard.press('Enter');
  await page.getByText(say('done.message')).waitFor();
  await citizen.say(`Hvordan går det med min sag ${reference}?`);
  expect((await citizen.say(pin)).text).toContain('Skrevet uden mus.');
  citizen.leave();
  await desk.end();
});

const LETTER = 'Ishøj Kommune\nCenter for Voksne og Velfærd\n\nDato: 20. november 2026\nSagsnr. 26/018233\n\nKære Amira Testesen\n\nAfslag på elscooter\n\nVi har truffet afgørelse i din sag. Vi kan ikke imødekomme din ansøgning om en elscooter.\n\nBegrundelse\nVi har lagt vægt på, at din funktionsnedsættelse ikke er varig.\n\nAfgørelsen er truffet efter servicelovens § 112, stk. 1.\n\nKlagevejledning\nDu kan klage til Ankestyrelsen. Klagen skal sendes til kommunen inden 4 uger fra den dag, du fik brevet.';

test('a letter beside its reading with the places marked, a complaint forwarded, investigated and concluded, a closed case opened for a reason', async () => {
  const citizen = await Citizen.arrive(server.url);
  let receipt: { reference: string; pin: string } | undefined;
  for (const text of [LETTER, '21. november', 'Spørg borgerrådgiveren', 'Jeg forstår ikke hvorfor', 'ja', 'På telefonen', '20 21 89 88', 'Amira Testesen', 'ja', 'Send']) receipt = (await citizen.say(text)).receipt ?? receipt;
  await citizen.say('regnbuefarvede gulerødder danser');
  citizen.leave();
  const desk = await newPage('letter');
  const { page } = desk;
  await makeFirst(desk);
  await desk.click('button', say('first.submit'));
  await desk.click('link', receipt?.reference ?? '');
  for (const [words, mark] of [['Vi kan ikke imødekomme din ansøgning', 'outcome'], ['servicelovens § 112', 'law'], ['4 uger', 'deadline'], ['26/018233', 'case-number']] as const) {
    expect(await page.locator('.letter mark', { hasText: words }).filter({ hasText: say(`mark.${mark}`) }).count()).toBeGreaterThan(0);
  }
  await desk.look('letter');
  await page.goto(`${server.url}/adviser/questions`);
  await desk.look('questions');

  await page.goto(`${server.url}/adviser/enter`);
  await page.getByLabel(say('enter.about'), { exact: true }).fill('Ingen har svaret mig siden juli.');
  await page.getByLabel(say('enter.name'), { exact: true }).fill('Fatma Testesen');
  await page.getByLabel(say('enter.complaint'), { exact: true }).selectOption('case-handling');
  await page.locator('summary', { hasText: say('enter.more') }).click();
  await page.getByLabel(say('consent.contact-department')).check();
  await page.getByRole('button', { name: say('enter.submit') }).click();
  const next = async (step: string): Promise<void> => {
    await page.getByText(say(`next.${step}`)).waitFor();
    await page.getByRole('link', { name: say(`next.${step}-do`), exact: true }).click();
  };
  await next('forward');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say('outgoing.pdf') }).click()]);
  expect(file.suggestedFilename()).toMatch(/^BR-2026-\w{6}-klage-2026-11-25\.pdf$/);
  await desk.click('button', say('outgoing.done'));
  await next('tell-forwarded');
  await page.locator('#act-waiting-for-department').getByRole('button', { name: say('act.preview') }).click();
  await desk.click('button', say('preview.send'));
  await page.getByText(say('next.await-department')).waitFor();
  await desk.look('forwarded');
  await desk.open(say('act.investigate'));
  await page.locator('#act-investigate').getByRole('button').click();
  await next('ask-statement');
  await desk.click('button', say('outgoing.done'));
  await page.getByText(say('next.await-statement')).waitFor();
  await page.locator('details', { hasText: say('act.statement-received') }).getByRole('button', { name: say('act.statement-received') }).click();
  await next('conclude');
  const conclude = page.locator('#act-conclude');
  await conclude.getByLabel(say('act.outcome')).selectOption('criticism');
  await conclude.getByRole('button', { name: say('act.preview') }).click();
  // A template that nobody has filled in is not sent unseen.
  await page.getByText(say('preview.not-written')).waitFor();
  await desk.look('not-written');
  await page.goBack();
  await conclude.getByLabel(say('act.outcome')).selectOption('criticism');
  await conclude.getByLabel(say('act.conclude-label')).fill('Afdelingen burde have svaret i juli.');
  await conclude.getByRole('button', { name: say('act.preview') }).click();
  await desk.click('button', say('preview.send'));
  await next('send-conclusion');
  await desk.look('conclusion-letter');
  await desk.click('button', say('outgoing.done'));
  await desk.open(say('act.status.closed'));
  const close = page.locator('#act-closed');
  await close.getByLabel(say('act.outcome')).selectOption('criticism');
  await close.getByRole('button', { name: say('act.preview') }).click();
  await desk.click('button', say('preview.send'));
  await page.getByText(say('done.status')).waitFor();
  await desk.look('concluded');

  const path = new URL(page.url()).pathname;
  server.setClock('2026-11-27T09:00');
  await page.goto(`${server.url}${path}`);
  await page.getByLabel(say('login.name')).fill('anne');
  await page.getByLabel(say('login.password')).fill(PASSWORD);
  await desk.click('button', say('login.submit'));
  await page.getByLabel(say('reason.citizen-asked')).check();
  await desk.look('reason');
  await desk.click('button', say('reason.submit'));
  await page.getByText('Fatma Testesen').first().waitFor();
  await desk.end();
});
