import { startServer, type TestServer } from '../conversations/server';
import { DeskClient } from './desk-client';

let server: TestServer;
beforeAll(async () => {
  server = await startServer('2026-11-25T09:00');
});
afterAll(() => server.stop());

test('a number that is hidden to protect another is not called small, on the page and in the spreadsheet', async () => {
  const anne = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
  const csrf = await anne.csrf();
  for (let count = 0; count < 7; count++) await anne.post('/adviser/enter', { csrf, key: `key-${count}`, receivedBy: 'phone', about: 'Klagen', complaint: count === 0 ? 'staff-conduct' : 'service' });
  const { text } = await anne.get('/adviser/report');
  for (const name of ['betjening', 'optræden']) expect(text).toContain(`<th scope="row">${name}</th><td class="number">skjult</td>`);
  expect((await anne.get('/adviser/report.csv')).text).toContain('betjening;skjult;');
});
