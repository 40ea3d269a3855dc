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
import { PASSWORD } from '../desk/desk-client';
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
const BREAKOUTS = ['">', "'>", '</textarea>', '</title></style></script>', '--><!-- -->', '" onmouseover="window.pwned=1" x="'];
const STRINGS = [...BARE, ...BREAKOUTS.flatMap((out) => [BARE[0], BARE[5], BARE[11], BARE[20], BARE[23], BARE[28], BARE[29], BARE[30], BARE[35], BARE[37]].map((bare) => out + (bare ?? '')))];
const A_CASE = 10;

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
      messages: [{ key: text, at, from: 'citizen', text }, { key: `${text}2`, at, from: 'adviser', text }],
      transcript: [{ at, from: 'citizen', text }, { at, from: 'bot', text }],
    },
    desk: { ...plain.desk, version: 2, title: text, topic: text, journal: text, notes: [{ at, by: text, text }], events: [{ version: 1, at, by: text, kind: 'journal', from: text, to: text }, { version: 2, at, by: text, kind: 'note', from: null, to: null }] },
  });
}

let folder: string;
let running: Running;
let own: OwnBrowser;
const references = Array.from({ length: Math.ceil(STRINGS.length / A_CASE) }, (_, place) => `BR-2026-XSS${'23456789ABCDEFGH'[place]}22`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-injection-'));
  const settings = readSettings({ PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' });
  const store = await openEmbeddedStore({ dataDir: settings.dataDir, key: deriveKey(loadSecretKey(settings).key, 'storage') });
  for (const [place, reference] of references.entries()) await store.cases.add(poisoned(reference, STRINGS.slice(place * A_CASE, (place + 1) * A_CASE).join(' \n')));
  await store.close();
  running = await start(settings, { now: () => DateTime.fromISO('2026-11-25T09:00', { zone: ZONE }), webFolder: resolve(__dirname, '../../dist/web') });
  own = await startChromium();
});
afterAll(async () => {
  await own?.close();
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('more than a hundred strings in every field of a case run nothing on any page, and try nothing that the policy had to stop', async () => {
  expect(STRINGS.length).toBeGreaterThan(100);
  const page = await (await own.browser.newContext()).newPage();
  const seen: string[] = [];
  page.on('console', (message) => message.type() === 'error' && seen.push(message.text()));
  page.on('pageerror', (fault) => seen.push(fault.message));
  page.on('dialog', (dialog) => (seen.push('a dialog'), void dialog.dismiss()));
  page.on('request', (request) => !request.url().startsWith(running.url) && !request.url().startsWith('data:,') && seen.push(`a request to ${request.url()}`));
  await page.goto(running.firstAccountUrl ?? '');
  await page.locator('#name').fill('Anne');
  await page.locator('#login').fill('anne');
  await page.locator('#password').fill(PASSWORD);
  await page.locator('button[type=submit]').last().click();
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
  for (const path of ['/adviser', `/adviser?department=${encodeURIComponent('"><script>window.pwned=1</script>')}`, `/adviser/person?erased=${encodeURIComponent('<img src=x onerror=window.pwned=1>')}`, '/adviser/report', '/adviser/retention', '/adviser/accounts', '/adviser/audit', `/adviser/login?to=${encodeURIComponent('/adviser"><script>window.pwned=1</script>')}`]) await look(path);
  for (const reference of references) for (const part of ['', '/print', '/forward', '/statement', `?done=${encodeURIComponent('"><img src=x onerror=window.pwned=1>')}`]) await look(`/adviser/cases/${reference}${part}`);
  for (const path of ['/adviser', '/adviser/person']) {
    for (const q of ['script', ...STRINGS.slice(0, 4), STRINGS.at(-1) ?? '']) {
      await page.goto(running.url + path);
      await page.locator('#q').fill(q);
      await page.locator('form:has(#q) button[type=submit]').first().click();
      await check(`${path} ${q}`);
    }
  }
  expect(seen).toEqual([]);

  // What was written reached the page as text: it was not merely lost.
  await page.goto(`${running.url}/adviser/cases/${references[0]}`);
  expect(await page.locator('main').innerText()).toContain('<script>window.pwned=1</script>');
});
