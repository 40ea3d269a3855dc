import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DateTime } from 'luxon';
import { ZONE } from '../../src/domain/calendar';
import { CaseRecord } from '../../src/domain/cases/desk-file';
import { start, type Running } from '../../src/main';
import { readSettings } from '../../src/settings';
import { openEmbeddedStore } from '../../src/storage/nedb/open-embedded-store';
import { deriveKey, loadSecretKey } from '../../src/storage/secret-key';
import type { Page } from 'playwright-core';
import { Citizen } from '../conversations/citizen';
import { DeskClient, PASSWORD } from '../desk/desk-client';
import { aCase } from '../domain/desk/a-case';
import { startChromium, type OwnBrowser } from './chromium';

jest.setTimeout(280_000);

/** What attackers write, around a call that would be seen. */
const CALL = 'window.pwned=1';
const BARE = [
  `<script>${CALL}</script>`, `<ScRiPt>${CALL}</sCrIpT>`, `<script src=data:,${CALL}></script>`, `<scr<script>ipt>${CALL}</script>`, `<script\n>${CALL}</script\n>`,
  `<img src=x onerror=${CALL}>`, `<img src=x onerror="${CALL}">`, `<img/src=x/onerror=${CALL}>`, `<IMG SRC=x ONERROR=${CALL}>`, `<img src=\`x\` onerror=${CALL}>`, `<image href=x onerror=${CALL}>`,
  `<svg onload=${CALL}>`, `<svg/onload=${CALL}>`, `<svg><script>${CALL}</script></svg>`, `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`, `<svg><a xlink:href="javascript:${CALL}"><text>x</text></a></svg>`, `<svg><style><img src=x onerror=${CALL}></style></svg>`,
  `<body onload=${CALL}>`, `<iframe src="javascript:${CALL}"></iframe>`, `<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`, `<object data="javascript:${CALL}"></object>`, `<embed src="javascript:${CALL}">`,
  `<a href="javascript:${CALL}" autofocus>x</a>`, `javascript:${CALL}`, `JaVaScRiPt:${CALL}`, `java\tscript:${CALL}`, `data:text/html,<script>${CALL}</script>`, `vbscript:${CALL}`,
  `<details open ontoggle=${CALL}>`, `<input autofocus onfocus=${CALL}>`, `<select autofocus onfocus=${CALL}>`, `<textarea autofocus onfocus=${CALL}>`, `<video><source onerror=${CALL}></video>`, `<audio src=x onerror=${CALL}>`, `<marquee onstart=${CALL}>`,
  `<style>@import 'javascript:${CALL}'</style>`, `<link rel=stylesheet href="javascript:${CALL}">`, `<base href="https://evil.example/">`, `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`, `<form action="javascript:${CALL}"><button autofocus>x</button></form>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${CALL}>`, `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`, `<template><script>${CALL}</script></template>`, `<xss style="animation-name:x" onanimationstart=${CALL}>`,
  `{{constructor.constructor('${CALL}')()}}`, `\${${CALL}}`, `&lt;script&gt;${CALL}&lt;/script&gt;`, `&#60;img src=x onerror=${CALL}&#62;`, `\\u003cscript\\u003e${CALL}`, `%3Cscript%3E${CALL}%3C/script%3E`,
];
/** What closes whatever the text may stand in. */
const BREAKOUTS = ['">', "'>", '</textarea>', '</title></style></script>', '--><!-- -->', '" onmouseover="window.pwned=1" x="', '</mark></dd></dl></main>', ']]>', '\u0000', '</option></select>'];
const STRINGS = [...BARE, ...BREAKOUTS.flatMap((out) => BARE.map((bare) => out + bare))];
const A_CASE = 28;

/** A case with these strings in every field that holds words. */
function poisoned(reference: string, text: string): CaseRecord {
  const plain = aCase(reference);
  const at = '2026-11-24T10:00:00.000+01:00';
  return CaseRecord.parse({
    ...plain,
    handoff: {
      ...plain.handoff, language: text, message: text, department: text, wish: text, subject: 'complaint', round: 'investigation', status: 'open',
      complaint: { about: 'service', department: text, caseNumber: text, firstInstance: true, whatHappened: text, when: text, wish: text, draft: text },
      contact: { name: text, phone: text, email: text, preferred: 'phone', when: text, mayLeaveMessage: true },
      onBehalfOf: { name: text, authority: 'none' },
      letter: {
        kind: 'decision', outcome: 'refused', authority: text, department: text, caseNumber: text, letterDate: '2026-11-01', legalBasis: [{ law: text, section: text, subsection: text }],
        appeal: { possible: true, sendTo: null, body: null, deadlineText: text, deadlineDays: 28, deadline: '2026-12-01' }, has: { decision: true, reasons: true, legalBasis: true, appealGuidance: true },
        missing: [], terms: [text], action: null, decisions: [{ about: text, outcome: null }], otherRoutes: [],
      },
      letterRestsOn: 'letter', letterText: `Afgørelse\n\nVi har truffet afgørelse. Du får afslag.\n\n${text}\n\nSagsnr. 26/018233. Du kan klage inden 4 uger.`,
      messages: [{ key: text, at, from: 'citizen', text }, { key: `${text}2`, at, from: 'adviser', text }],
      transcript: [{ at, from: 'citizen', text }, { at, from: 'bot', text }],
    },
    desk: { ...plain.desk, version: 2, title: text, topic: text, journal: text, notes: [{ at, by: text, text }], events: [{ version: 1, at, by: text, kind: 'journal', from: text, to: text }, { version: 2, at, by: text, kind: 'note', from: null, to: null }] },
  });
}

let folder: string;
let running: Running;
let own: OwnBrowser;
const references = Array.from({ length: Math.ceil(STRINGS.length / A_CASE) }, (_, place) => `BR-2026-XSS${'23456789ABCDEFGHJKMNPQRSTUVWXYZ'[place]}22`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-injection-'));
  const settings = readSettings({ PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' });
  const store = await openEmbeddedStore({ dataDir: settings.dataDir, key: deriveKey(loadSecretKey(settings).key, 'storage') });
  for (const [place, reference] of references.entries()) await store.cases.add(poisoned(reference, STRINGS.slice(place * A_CASE, (place + 1) * A_CASE).join(' \n')));
  await store.questions.add('c:1', { id: 'c:1', conversationId: 'c', at: Date.parse('2026-11-25T08:00:00Z'), kind: 'unknown', text: STRINGS.slice(0, 60).join(' '), topic: STRINGS[0] ?? '', language: STRINGS[1] ?? '' });
  await store.close();
  running = await start(settings, { now: () => DateTime.fromISO('2026-11-25T09:00', { zone: ZONE }), webFolder: resolve(__dirname, '../../dist/web') });
  await DeskClient.first(running.url, running.firstAccountUrl ?? '');
  own = await startChromium();
});
afterAll(async () => {
  await own?.close();
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that hears what the browser complains of, logged in as the adviser. */
async function adviserPage(): Promise<{ page: Page; seen: string[]; look: (path: string) => Promise<void>; check: (path: string) => Promise<void> }> {
  const page = await (await own.browser.newContext()).newPage();
  const seen: string[] = [];
  page.on('console', (message) => message.type() === 'error' && seen.push(message.text()));
  page.on('pageerror', (fault) => seen.push(fault.message));
  page.on('dialog', (dialog) => (seen.push('a dialog'), void dialog.dismiss()));
  page.on('request', (request) => !request.url().startsWith(running.url) && !request.url().startsWith('data:,') && seen.push(`a request to ${request.url()}`));
  await page.goto(`${running.url}/adviser/login`);
  await page.locator('#login').fill('anne');
  await page.locator('#password').fill(PASSWORD);
  await page.locator('main button[type=submit]').click();
  await page.waitForURL(`${running.url}/adviser`);

  const look = async (path: string): Promise<void> => {
    await page.goto(running.url + path);
    await check(path);
  };
  const check = async (path: string): Promise<void> => {
    const found = await page.evaluate(() => ({
      pwned: 'pwned' in window,
      // Of our own there is one script and one style, and nothing of these.
      foreign: document.querySelectorAll('script:not([nonce]), img, iframe, object, embed, video, audio, base, meta[http-equiv], math, marquee, image, animate, template, xss, [onerror], [onload], [onfocus], [ontoggle], [onmouseover], a[href^="javascript" i], form[action^="javascript" i]').length,
      scripts: document.scripts.length,
      styles: document.querySelectorAll('style').length,
    }));
    if (found.pwned || found.foreign > 0 || found.scripts !== 1 || found.styles !== 1) seen.push(`${path}: ${JSON.stringify(found)}`);
  };
  return { page, seen, look, check };
}

test('five hundred strings in every field of a case run nothing on any page, and try nothing that the policy had to stop', async () => {
  expect(STRINGS.length).toBeGreaterThan(500);
  const { page, seen, look, check } = await adviserPage();
  for (const path of ['/adviser', `/adviser?department=${encodeURIComponent('"><script>window.pwned=1</script>')}`, `/adviser/person?erased=${encodeURIComponent('<img src=x onerror=window.pwned=1>')}`, '/adviser/report', '/adviser/retention', '/adviser/accounts', '/adviser/audit', '/adviser/questions', '/adviser/me', `/adviser/confirm?to=${encodeURIComponent('/adviser/"><script>window.pwned=1</script>')}`, `/adviser/login?to=${encodeURIComponent('/adviser"><script>window.pwned=1</script>')}`]) await look(path);
  for (const reference of references) for (const part of ['', '/print', '/forward', '/statement', `?done=${encodeURIComponent('"><img src=x onerror=window.pwned=1>')}`]) await look(`/adviser/cases/${reference}${part}`);
  for (const path of ['/adviser', '/adviser/person']) {
    for (const q of ['script', ...STRINGS.slice(0, 4), STRINGS.at(-1) ?? '']) {
      await page.goto(running.url + path);
      await page.locator('#q').fill(q);
      await Promise.all([page.waitForEvent('load'), page.locator('form:has(#q) button[type=submit]').first().click()]);
      await check(`${path} ${q}`);
    }
  }
  expect(seen).toEqual([]);

  // What was written reached the page as text: it was not merely lost.
  await page.goto(`${running.url}/adviser/cases/${references[0]}`);
  expect(await page.locator('main').innerText()).toContain('<script>window.pwned=1</script>');
});

/** As much as a field of the chat takes; the next ones each time. */
const FIELD_LENGTH = 1_900;
let next = 0;
function someStrings(): string {
  let text = '';
  while (text.length + (STRINGS[next % STRINGS.length] ?? '').length + 1 < FIELD_LENGTH) text += `${STRINGS[next++ % STRINGS.length]}\n`;
  // What the chat takes for a letter or leaves out is another test's affair.
  return `Det skete: ${text.replaceAll('\u0000', '')}`;
}

const REACHED = ['Ja', 'Fatma Yıldız', '20 21 89 88', 'ja', 'ja', 'ja'];
/** Every field that a citizen writes freely, by the form it stands in. */
const FORMS: Readonly<Record<string, () => readonly string[]>> = {
  complaint: () => ['jeg vil klage', 'En ansats opførsel', 'jobcentret', 'Nej, ikke endnu', someStrings(), 'spring over', someStrings().slice(0, 110), someStrings(), someStrings(), ...REACHED, 'Send'],
  callback: () => ['Ring mig op', someStrings(), 'Fatma Yıldız', '20 21 89 88', someStrings().slice(0, 190), 'Ja', 'Send'],
  question: () => ['Tal med et menneske', 'Send et spørgsmål', someStrings(), 'Her i chatten', 'spring over', 'Send'],
  letter: () => [`Ishøj Kommune\nDato: 20. november 2026\nSagsnr. 26/018233\n\nKære Fatma\n\nVi har truffet afgørelse i din sag. Vi kan ikke imødekomme din ansøgning om en elscooter.\n\n${someStrings()}\n\nDu kan klage inden 4 uger.`, '21. november', 'Spørg borgerrådgiveren', someStrings(), 'ja', 'Her i chatten', 'Fatma Yıldız', 'Send'],
};

test('every field that a citizen writes in the chat: the strings come to the desk as text, and run nothing there', async () => {
  const { page, seen, check } = await adviserPage();
  const reached: string[] = [];
  for (let round = 0; next < STRINGS.length || round === 0; round++) {
    for (const [form, says] of Object.entries(FORMS)) {
      const citizen = await Citizen.arrive(running.url);
      let receipt: { reference: string; pin: string } | undefined;
      for (const said of says()) receipt = (await citizen.say(said)).receipt ?? receipt;
      if (!receipt) throw new Error(`${form}: nothing was handed over.`);
      reached.push(receipt.reference);
      for (const said of [`Hvordan går det med min sag ${receipt.reference}?`, receipt.pin, 'Skriv i sagen', someStrings(), 'Send']) await citizen.say(said);
      await citizen.say(`gulerødder danser ${BARE[round] ?? ''}`);
      citizen.leave();
    }
  }
  for (const path of ['/adviser', '/adviser/questions']) {
    await page.goto(running.url + path);
    await check(path);
  }
  for (const reference of reached) {
    for (const part of ['', '/print', '/forward']) {
      await page.goto(`${running.url}/adviser/cases/${reference}${part}`);
      for (const details of await page.locator('details').all()) await details.evaluate((element) => element.setAttribute('open', ''));
      await check(`${reference}${part}`);
    }
  }
  expect(seen).toEqual([]);
  await page.goto(`${running.url}/adviser/cases/${reached[0]}`);
  expect(await page.locator('main').innerText()).toContain('<script>window.pwned=1</script>');
});
