import { readActivity } from '../../src/web/activity';

const BASE = 'https://chat.example.dk/';
const read = (raw: unknown) => readActivity(raw, 'dl_me', BASE);

test('reads what the window has use for', () => {
  expect(
    read({
      id: 'c|1',
      type: 'message',
      text: 'Hej',
      locale: 'da-DK',
      timestamp: '2026-11-24T10:00:00Z',
      from: { id: 'bot', role: 'bot' },
      suggestedActions: { actions: [{ type: 'imBack', title: 'Ja', value: 'ja' }, { title: 'Nej' }] },
      attachments: [{ contentType: 'text/calendar', contentUrl: '/tid.ics', name: 'tid.ics' }],
      channelData: { receipt: { reference: 'BR-2026-7K4QX9', pin: '482913', lines: ['Nummer: BR-2026-7K4QX9'] } },
    }),
  ).toEqual({
    id: 'c|1',
    type: 'message',
    fromCitizen: false,
    clientId: null,
    text: 'Hej',
    language: 'da',
    at: Date.parse('2026-11-24T10:00:00Z'),
    actions: [{ title: 'Ja', value: 'ja' }, { title: 'Nej', value: 'Nej' }],
    files: [{ name: 'tid.ics', url: 'https://chat.example.dk/tid.ics' }],
    receipt: { lines: ['Nummer: BR-2026-7K4QX9', '482913'] },
    copyable: false,
  });
});

test('a draft is marked as a text to be copied', () => expect(read({ channelData: { copyable: true } }).copyable).toBe(true));

test.each([[{ id: 'dl_me' }], [{ id: 'x', role: 'user' }]])('%j is the citizen', (from) => expect(read({ type: 'message', from }).fromCitizen).toBe(true));

test.each(['javascript:alert(1)', 'data:text/html,<script>', 'vbscript:x', 'https://', ''])('%j becomes no link', (contentUrl) =>
  expect(read({ attachments: [{ name: 'a', contentUrl }] }).files).toEqual([{ name: 'a', url: null }]),
);

test.each([null, 7, 'x', [], { text: 7, from: null, suggestedActions: 'x', attachments: [null, 7], channelData: { receipt: [] }, timestamp: 'x' }])('%j is read as nothing, without a fault', (raw) =>
  expect(read(raw)).toMatchObject({ text: '', actions: [], files: [], receipt: null, at: null }),
);
