import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Citizen } from './citizen';
import { startServer, type TestServer } from './server';

jest.setTimeout(40_000);

const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(__dirname, '../fixtures/letters/files', name))) });

let server: TestServer;
let citizen: Citizen;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  citizen = await Citizen.arrive(server.url);
});
afterEach(() => citizen.leave());

test('she sees which page is being read, and it is kept nowhere', async () => {
  const { phrases, topic } = await citizen.send([file('b02-tre-sider-hoved-fod.pdf')]);
  expect(phrases.filter((id) => id.startsWith('upload.fault'))).toEqual([]);
  expect(topic).toBe('letter.understand');
  expect([...new Set(citizen.busyWith())]).toEqual(['Åbner filen', 'Læser side 1 af 3', 'Læser side 2 af 3', 'Læser side 3 af 3']);
  expect((await citizen.history()).activities.map(({ type }) => type)).not.toContain('typing');
});

test.each([
  { name: 'b28-adgangskode.pdf', phrase: 'upload.fault.locked' },
  { name: 'bad-afskaaret.pdf', phrase: 'upload.fault.broken' },
  { name: 'bad-nul-sider.pdf', phrase: 'upload.fault.broken' },
  { name: 'bad-html.docx', phrase: 'upload.fault.wrong' },
  { name: 'bad-kat.png', phrase: 'upload.fault.no-text' },
])('$name: $phrase, and what to do instead', async ({ name, phrase }) => {
  const { phrases, text, choices } = await citizen.send([file(name)]);
  expect(phrases).toEqual([phrase, 'upload.instead']);
  expect(text).toContain('Du kan møde op tirsdag den 24. november kl. 13');
  expect(text).toContain('Kulturium Bibliotek');
  expect(choices).toContain('Ring mig op');
});

test('in English too', async () => {
  await citizen.event('language', 'en');
  const { text } = await citizen.send([file('b28-adgangskode.pdf')]);
  expect(text).toContain('locked with a password');
  expect(citizen.busyWith()).toContain('Opening the file');
});

test('words that come with a file are answered too', async () => {
  const { phrases } = await citizen.send([file('b28-adgangskode.pdf')], 'hvornår kan jeg ringe?');
  expect(phrases).toEqual(expect.arrayContaining(['upload.fault.locked', 'hours.phone.open-now']));
});

test('no address is ever fetched: not a stranger\'s, and not that of another conversation', async () => {
  let asked = 0;
  const trap = createServer((_, response) => {
    asked += 1;
    response.end('Vi har truffet afgørelse');
  });
  await new Promise<void>((listening) => trap.listen(0, '127.0.0.1', listening));
  const { port } = trap.address() as AddressInfo;
  await citizen.send([file('b28-adgangskode.pdf')]);
  const theirs = (await citizen.history()).activities.flatMap(({ attachments }) => attachments ?? [])[0]?.contentUrl;
  const other = await Citizen.arrive(server.url);
  for (const contentUrl of [`http://127.0.0.1:${port}/brev.pdf`, `http://127.0.0.1:${port}/files/${'0'.repeat(32)}`, theirs ?? '', 'file:///etc/passwd']) {
    const { phrases } = await other.say('', { attachments: [{ contentType: 'application/pdf', contentUrl, name: 'brev.pdf' }] });
    expect(phrases).toEqual(['upload.fault.gone', 'upload.instead']);
  }
  expect(asked).toBe(0);
  other.leave();
  trap.close();
});
