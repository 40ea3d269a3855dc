import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { bare, elementsOf, lettersOf, readPdfs } from '../documents/write/read-pdfs';
import { unzip } from '../documents/write/unzip';
import { startServer, type TestServer } from '../conversations/server';
import { DeskClient, hidden } from './desk-client';

/** A real mail server, which keeps what it is given. */
class Post {
  readonly mails: { readonly to: string[]; readonly text: string }[] = [];
  refuses = false;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      stream.on('end', () => {
        if (this.refuses) return done(new Error('full'));
        this.mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  async listen(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }
  close(): Promise<void> {
    return new Promise((closed) => this.server.close(() => closed()));
  }
}

const post = new Post();
let server: TestServer;
let anne: DeskClient;
let reference: string;
beforeAll(async () => {
  server = await startServer('2026-11-25T09:00', { SMTP_URL: await post.listen(), SMTP_FROM: 'chat@ishoj.example', SMTP_TO: 'raadgiver@ishoj.example' });
  anne = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
});
afterAll(async () => {
  await server?.stop();
  await post.close();
});
beforeEach(async () => {
  post.refuses = false;
  const { headers } = await anne.post('/adviser/enter', { csrf: await anne.csrf(), key: String(Math.random()), receivedBy: 'visit', about: 'Ingen svarer mig, skriver Ægir & søn <3', name: 'Fatma Yıldız', department: 'Borgerservice', complaint: 'case-handling', consent: 'contact-department' });
  reference = /BR-2026-\w{6}/.exec(headers.get('location') ?? '')?.[0] ?? '';
});

/** What a PDF says, without blanks. */
const wordsOf = (bytes: Uint8Array): string => readPdfs([bytes]).map((file) => bare(lettersOf(elementsOf(file)))).join('');

const fieldsOf = async (kind: string): Promise<Record<string, string>> => {
  const { text } = await anne.get(`/adviser/cases/${reference}/${kind}`);
  const words = /<textarea[^>]*>(.*?)<\/textarea>/s.exec(text)?.[1] ?? '';
  const plain = words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return { csrf: hidden(text, 'csrf'), seen: hidden(text, 'seen'), key: hidden(text, 'key'), subject: /id="subject"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? '', text: plain };
};
const letter = async (kind: string, what: string, more: Record<string, string> = {}) => anne.post(`/adviser/cases/${reference}/${kind}`, { ...(await fieldsOf(kind)), what, ...more });

test('forwarded as PDF and as Word: the cover, that the department answers first, and her own words as a quotation', async () => {
  const fields = await fieldsOf('forward');
  expect(fields['text']).toContain('før jeg eventuelt undersøger sagen nærmere');
  const pdf = await anne.file(`/adviser/cases/${reference}/forward`, { ...fields, what: 'pdf' });
  expect(pdf.headers.get('content-disposition')).toBe(`attachment; filename="${reference}-klage-2026-11-25.pdf"`);
  const words = wordsOf(pdf.bytes);
  for (const said of ['Borgerservice', 'Fatma Yıldız', 'Ingen svarer mig, skriver Ægir & søn <3', '25. november 2026']) expect(words).toContain(bare(said));
  const docx = await anne.file(`/adviser/cases/${reference}/forward`, { ...fields, text: `${fields['text']}\n\nRing gerne.`, what: 'docx' });
  const xml = unzip(docx.bytes).get('word/document.xml') ?? '';
  expect(xml).toContain('Ring gerne.');
  expect(/<w:pStyle w:val="Quote"\/>(?:(?!<\/w:p>).)*Ingen svarer mig/s.test(xml)).toBe(true);
  expect((await anne.get(`/adviser/cases/${reference}`)).text).not.toContain('sendte klagen');
});

test('a complaint over a decision is passed on to be reassessed, with the last day', async () => {
  const { headers } = await anne.post('/adviser/enter', { csrf: await anne.csrf(), key: String(Math.random()), receivedBy: 'visit', about: 'Afslag på hjælp', name: 'Fatma Yıldız', department: 'Borgerservice', complaint: 'decision', decisionReceived: '2026-11-04', weeks: '4' });
  reference = /BR-2026-\w{6}/.exec(headers.get('location') ?? '')?.[0] ?? '';
  const { text } = await fieldsOf('forward');
  expect(text).toContain('vurdere, om afgørelsen skal ændres');
  expect(text).toContain('onsdag den 2. december');
  expect(text).not.toContain('før jeg eventuelt undersøger');
});

test('sent by mail to the department, with the PDF, once, and noted in the case', async () => {
  const fields = { ...(await fieldsOf('forward')), what: 'mail', to: 'borgerservice@ishoj.example' };
  const before = post.mails.length;
  const sent = await Promise.all([anne.post(`/adviser/cases/${reference}/forward`, fields), anne.post(`/adviser/cases/${reference}/forward`, fields)]);
  expect(sent.map(({ status }) => status)).toContain(303);
  expect(post.mails.slice(before).map(({ to }) => to)).toEqual([['borgerservice@ishoj.example']]);
  const mail = post.mails.at(-1)?.text ?? '';
  for (const part of ['Reply-To: raadgiver@ishoj.example', 'application/pdf', `${reference}-klage-2026-11-25.pdf`]) expect(mail).toContain(part);
  expect((await anne.get(`/adviser/cases/${reference}`)).text.match(/sendte klagen til afdelingen/g)).toHaveLength(1);
});

test.each(['fatma@gmail.example', 'a@ishoj.example, b@evil.example', 'x@ishoj.example.evil.example', '"a@ishoj.example" <b@evil.example>', ''])('to "%s" nothing is sent', async (to) => {
  const before = post.mails.length;
  const answer = await letter('forward', 'mail', { to });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('Intet er sendt');
  expect(post.mails).toHaveLength(before);
});

test('a mail server that does not take it: she hears it, her text is there, and nothing is noted; a subject cannot carry a head', async () => {
  post.refuses = true;
  const answer = await letter('forward', 'mail', { to: 'a@ishoj.example', text: 'Min egen tekst.' });
  expect(answer.text).toContain('Min egen tekst.');
  expect(answer.text).toContain('intet er sendt');
  expect((await anne.get(`/adviser/cases/${reference}`)).text).not.toContain('sendte klagen');
  post.refuses = false;
  await letter('forward', 'mail', { to: 'a@ishoj.example', subject: 'Sag\r\nBcc: evil@evil.example' });
  expect(post.mails.at(-1)?.to).toEqual(['a@ishoj.example']);
});

test('somebody changed the case while she wrote: nothing is sent before she has seen it', async () => {
  const fields = await fieldsOf('forward');
  await anne.act(reference, 'note', { text: 'Hun trækker klagen tilbage.' });
  const before = post.mails.length;
  const answer = await anne.post(`/adviser/cases/${reference}/forward`, { ...fields, what: 'mail', to: 'a@ishoj.example' });
  expect(answer.text).toContain('blev ændret');
  expect(post.mails).toHaveLength(before);
});

test('the second instance on paper: the wish for a statement starts the three weeks, the conclusion goes to the head of centre as the citizen has it', async () => {
  await anne.act(reference, 'investigate');
  await letter('statement', 'mail', { to: 'leder@ishoj.example' });
  expect((await anne.get(`/adviser/cases/${reference}`)).text).toContain('inden 16.12.2026');
  await anne.act(reference, 'statement-received', { text: 'De beklager.' });
  expect((await anne.get(`/adviser/cases/${reference}/conclusion`)).status).toBe(400);
  await anne.act(reference, 'conclude', { outcome: 'criticism', message: 'Afdelingen burde have svaret i juli.' });
  expect((await anne.get(`/adviser/cases/${reference}`)).text).toContain('Send din vurdering til centerchefen.');
  expect((await fieldsOf('conclusion'))['text']).toContain('Afdelingen burde have svaret i juli.');
  await letter('conclusion', 'mail', { to: 'leder@ishoj.example' });
  const { text } = await anne.get(`/adviser/cases/${reference}`);
  expect(text).toContain('sendte vurderingen til centerchefen');
  expect(text).not.toContain('Send din vurdering til centerchefen.');
});

test('the case and the annual report as files', async () => {
  await anne.act(reference, 'note', { text: 'Ring torsdag.' });
  const words = wordsOf((await anne.file(`/adviser/cases/${reference}/pdf`)).bytes);
  for (const said of [reference, 'Fatma Yıldız', 'Ingen svarer mig', 'Ring torsdag.', 'Klage over sagsbehandling']) expect(words).toContain(bare(said));
  const report = await anne.file('/adviser/report.docx?from=2026-01-01&to=2026-12-31');
  const xml = unzip(report.bytes).get('word/document.xml') ?? '';
  for (const part of ['01.01.2026–31.12.2026', '<w:tblHeader/>', 'Henvendelser', 'Hvordan henvendelsen kom']) expect(xml).toContain(part);
});
