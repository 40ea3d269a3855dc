import { once } from 'node:events';
import { request } from 'node:http';
import { EchoServer } from './echo-server';
import { aFault, Ear, Line, type Answered, type Heard, type Started } from './line';

const MB = 1024 * 1024;
let server: EchoServer;
let line: Line;
beforeAll(async () => {
  server = await EchoServer.start({ limits: { tokensPerAddress: 100_000, conversationsPerAddress: 100_000, messagesPerConversation: 100_000 } });
  line = new Line(server);
});
afterAll(() => server.remove());

const PDF = '%PDF-1.7 …';
const part = (text: string | Uint8Array, type = 'application/pdf') => new Blob([text as string], { type });
const activityPart = (activity: object) => part(JSON.stringify(activity), 'application/vnd.microsoft.activity');
const named = (name: string, type = 'text/plain') => ({ 'content-disposition': `name="file"; filename="${name}"`, 'content-type': type });

async function uploaded(body: FormData | Uint8Array | string, headers: Record<string, string> = {}): Promise<{ answer: Answered & { id: string }; activity: Heard | undefined; started: Started }> {
  const started = await line.begin();
  const answer = await line.upload(started, body, headers);
  const activity = (await line.read(started)).activities.find(({ id }) => id === answer.id);
  return { answer, activity, started };
}

describe('a message with files', () => {
  let heard: Heard | undefined;
  let started: Started;
  let answer: Answered & { id: string };
  beforeAll(async () => {
    const form = new FormData();
    // The message's part stands in the middle: clients put it anywhere (#194).
    form.append('file', part(PDF), 'brev æøå.pdf');
    form.append('activity', activityPart({ type: 'message', from: { id: 'me' }, text: 'se her', channelData: { clientActivityID: 'u' }, attachments: [{ contentType: 'x', contentUrl: 'http://evil.example/' }] }), 'blob');
    form.append('file', part('<html>', 'text/html'), '../../evil.html');
    form.append('file', part(PDF), 'brev æøå.pdf');
    form.append('other', 'a field that means nothing');
    ({ answer, activity: heard, started } = await uploaded(form));
  });
  test('D36: is answered with its id', () => expect(answer).toMatchObject({ status: 200, json: { id: `${started.conversationId}|${answer.id.split('|')[1]}` } }));
  test('D36: keeps what its message says', () => expect(heard).toMatchObject({ type: 'message', text: 'se her', channelData: { clientActivityID: 'u' }, from: { role: 'user' } }));
  test('D36: holds the files in order, names in any letters, the same name twice, no folder', () => expect(heard?.attachments?.map(({ name }) => name)).toEqual(['brev æøå.pdf', 'evil.html', 'brev æøå.pdf']));
  test('D36: tells types by content, whatever the client calls them', () => expect(heard?.attachments?.map(({ contentType }) => contentType)).toEqual(['application/pdf', 'text/plain', 'application/pdf']));
  test('D36, B11: links are ours alone, the client’s are gone', () => {
    for (const { contentUrl } of heard?.attachments ?? []) expect(contentUrl).toMatch(new RegExp(`^${server.url}/v3/directline/conversations/${started.conversationId}/files/[0-9a-f]{32}\\?t=`));
  });
  test('D36: reaches the bot, which answers it', async () => expect((await line.readUntil(started, 'turn 1')).map(({ text }) => text)).toContain('echo se her'));
  test('D38: a link gives the bytes as a download and nothing else', async () => {
    const response = await fetch(heard?.attachments?.[0]?.contentUrl ?? '');
    expect([response.status, await response.text()]).toEqual([200, PDF]);
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-disposition': "attachment; filename*=UTF-8''brev%20%C3%A6%C3%B8%C3%A5.pdf" });
  });
  test('D38: HTML is a download too', async () => expect((await fetch(heard?.attachments?.[1]?.contentUrl ?? '')).headers.get('content-disposition')).toMatch(/^attachment/));
  const at = (change: (link: string) => string, headers: Record<string, string> = {}) => fetch(change(heard?.attachments?.[0]?.contentUrl ?? ''), { headers });
  test('D38: without its ticket 403', async () => expect((await at((link) => link.split('?')[0] ?? '')).status).toBe(403));
  test('D38: with a ticket changed by a sign 403', async () => expect((await at((link) => `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).status).toBe(403));
  test('D38: with the ticket of another file 403', async () => expect((await at((link) => link.replace(/files\/[0-9a-f]+/, `files/${'0'.repeat(32)}`))).status).toBe(403));
  test('D38: of another conversation 403', async () => expect((await at((link) => link.replaceAll(started.conversationId, 'another'))).status).toBe(403));
  test('D38: the conversation’s token opens it as well', async () => expect((await at((link) => link.split('?')[0] ?? '', { authorization: `Bearer ${started.token}` })).status).toBe(200));
  test('D38: another conversation’s token does not', async () => {
    const other = await line.begin();
    const answered = await at((link) => link.split('?')[0] ?? '', { authorization: `Bearer ${other.token}` });
    expect([answered.status, await answered.json()]).toMatchObject([403, aFault]);
  });
  test('D38: after 24 hours 404', async () => {
    server.clock.now += 86_400_000;
    const answered = await at((link) => link);
    server.clock.now -= 86_400_000;
    expect([answered.status, await answered.json()]).toMatchObject([404, aFault]);
  });
  test('D38: after the conversation was erased 404', async () => {
    const form = new FormData();
    form.append('file', part(PDF), 'a.pdf');
    const mine = await uploaded(form);
    await server.store.erase(mine.started.conversationId);
    expect((await fetch(mine.activity?.attachments?.[0]?.contentUrl ?? '')).status).toBe(404);
  });
});

describe('one file as the body', () => {
  test.each([
    ['name="file"; filename="brev.txt"', 'brev.txt'],
    ['attachment; filename=brev.txt', 'brev.txt'],
    ["attachment; filename=\"x\"; filename*=UTF-8''brev%20%C3%A6.txt", 'brev æ.txt'],
    ["attachment; filename*=UTF-8''%E0%A4%A", '%E0%A4%A'],
    ['attachment; filename="..\\\\..\\\\boot.ini"', 'boot.ini'],
    ['attachment; filename="/etc/passwd"', 'passwd'],
    ['attachment; filename=""', 'fil'],
    ['', 'fil'],
  ])('D36: "%s" is called %s', async (disposition, name) => {
    const { activity, answer } = await uploaded('hej', { 'content-type': 'text/plain', ...(disposition === '' ? {} : { 'content-disposition': disposition }) });
    expect(answer.status).toBe(200);
    expect(activity?.attachments?.[0]?.name).toBe(name);
  });
  test('D36: is a message of the token’s user', async () => {
    const { activity } = await uploaded('hej', named('a.txt'));
    expect(activity).toMatchObject({ type: 'message', from: { id: expect.stringMatching(/^dl_/), role: 'user' } });
  });
  test('D36: heard on the stream before its answer', async () => {
    const started = await line.begin();
    const ear = await Ear.on(started.streamUrl).untilText('welcome');
    const { id } = await line.upload(started, 'hej', named('a.txt'));
    await ear.untilText('turn 1');
    expect(ear.heard[1]).toMatchObject({ id, attachments: [{ name: 'a.txt' }] });
    ear.socket.close();
  });
});

describe('refused, and nothing is kept', () => {
  const bytes = (size: number, first = 65) => new Uint8Array(size).fill(first);
  const form = (...files: Blob[]) => {
    const made = new FormData();
    for (const file of files) made.append('file', file, 'a.pdf');
    return made;
  };
  test.each<[string, () => FormData | Uint8Array | string, number, Record<string, string>?, string?]>([
    ['no userId', () => bytes(3), 400, named('a.txt'), ''],
    ['an empty userId', () => bytes(3), 400, named('a.txt'), '?userId='],
    ['two userIds', () => bytes(3), 400, named('a.txt'), '?userId=a&userId=b'],
    ['no part at all', () => new FormData(), 400],
    ['a message without a file', () => { const made = new FormData(); made.append('activity', activityPart({ type: 'message', from: { id: 'me' }, text: 'a' }), 'blob'); return made; }, 400],
    ['0 bytes', () => bytes(0), 400, named('a.txt')],
    ['0 bytes in a part', () => form(part('')), 400],
    ['one of two empty', () => form(part(PDF), part('')), 400],
    ['10 MB and one', () => bytes(10 * MB + 1), 413, named('a.txt')],
    ['10 MB and one in a part', () => form(part(bytes(10 * MB + 1))), 413],
    ['11 files', () => form(...Array.from({ length: 11 }, () => part(PDF))), 413],
    ['a program', () => new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0]), 415, named('a.pdf', 'application/pdf')],
    ['a Windows program', () => new Uint8Array([0x4d, 0x5a, 0x90, 0]), 415, named('a.docx')],
    ['a GIF', () => new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0, 0]), 415, named('a.gif')],
    ['zeros', () => bytes(100, 0), 415, named('a.pdf', 'application/pdf')],
    ['one of two forbidden', () => form(part(PDF), part(bytes(9, 0))), 415],
    ['a multipart that is none', () => 'xxx', 400, { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a multipart without a boundary', () => 'xxx', 400, { 'content-type': 'multipart/form-data' }],
    ['a multipart cut off', () => '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhej', 400, { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a message that is no JSON', () => { const made = form(part(PDF)); made.append('activity', part('{', 'application/vnd.microsoft.activity'), 'blob'); return made; }, 400],
    ['a message of an unknown type', () => { const made = form(part(PDF)); made.append('activity', activityPart({ type: 'party', from: { id: 'me' } }), 'blob'); return made; }, 400],
    ['a message over 64 kB', () => { const made = form(part(PDF)); made.append('activity', activityPart({ type: 'message', from: { id: 'me' }, text: 'x'.repeat(70_000) }), 'blob'); return made; }, 413],
    ['a message 1,000 deep', () => { const made = form(part(PDF)); made.append('activity', part(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`, 'application/vnd.microsoft.activity'), 'blob'); return made; }, 400],
  ])('D37: %s', async (_what, body, status, headers = {}, query = '?userId=dl_x') => {
    const started = await line.begin();
    await line.readUntil(started, 'welcome');
    const answer = await line.upload(started, body(), headers, query);
    expect(answer).toMatchObject({ status, json: aFault });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await line.read(started)).activities).toHaveLength(1);
  });
  test('D37: 10 MB to the byte are taken', async () => {
    const { answer } = await uploaded(bytes(10 * MB), named('a.txt'));
    expect(answer.status).toBe(200);
  });
  test('D37, B12: more than the server can hold at once is refused at the door', async () => {
    const started = await line.begin();
    const path = `/v3/directline/conversations/${started.conversationId}/upload?userId=dl_x`;
    // Three bodies of unknown length that do not end: each may become as large as an upload can.
    const stuck = Array.from({ length: 3 }, () => request(server.url + path, { method: 'POST', agent: false, headers: { authorization: `Bearer ${started.token}`, ...named('a.txt') } }));
    const refused = Promise.race(stuck.map(async (each) => ((await once(each, 'response'))[0] as { statusCode: number }).statusCode));
    for (const each of stuck) each.on('error', () => undefined).write('A');
    expect(await refused).toBe(429);
    for (const each of stuck) each.destroy();
    let after = await line.upload(started, 'hej', named('a.txt'));
    while (after.status === 429) after = await line.upload(started, 'hej', named('a.txt'));
    expect(after.status).toBe(200);
  });
});
