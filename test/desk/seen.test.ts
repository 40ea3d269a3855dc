import { Citizen } from '../conversations/citizen';
import { startServer, type TestServer } from '../conversations/server';
import { DeskClient } from './desk-client';

/** That no case, word or last day goes unseen. */
let server: TestServer;
let anne: DeskClient;
beforeAll(async () => {
  server = await startServer('2026-11-25T09:00');
  anne = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
  // A last day tomorrow, which would otherwise stand on top.
  await entered({ about: 'Afslag på en hjælpemotor', complaint: 'decision', nextDeadline: '2026-11-26', name: 'Karl Frist' });
});
afterAll(() => server.stop());

const entered = async (fields: Record<string, string>): Promise<string> => {
  const { headers } = await anne.post('/adviser/enter', { csrf: await anne.csrf(), key: String(Math.random()), receivedBy: 'phone', ...fields });
  return /BR-2026-\w{6}/.exec(headers.get('location') ?? '')?.[0] ?? '';
};
/** The line of a case in the list. */
const line = async (reference: string, path = '/adviser'): Promise<string> => new RegExp(`<tr>(?:(?!</tr>).)*${reference}(?:(?!</tr>).)*</tr>`, 's').exec((await anne.get(path)).text)?.[0] ?? '';
const page = async (reference: string): Promise<string> => (await anne.get(`/adviser/cases/${reference}`)).text;
const flags = (text: string): string[] => [...text.matchAll(/<span class="chip flag">([^<]*)</g)].map(([, flag]) => flag ?? '');

/** Asks to be called, of what she writes in the form; the chat may have to be told to go on. */
async function callback(...told: readonly string[]): Promise<{ reference: string; pin: string; phrases: string[] }> {
  const citizen = await Citizen.arrive(server.url);
  const phrases: string[] = [];
  try {
    await citizen.say('Ring mig op');
    for (const text of [...told, 'Fatma Yıldız', '20 21 89 88', 'torsdag formiddag', 'Ja']) phrases.push(...(await citizen.say(text)).phrases);
    const { receipt } = await citizen.say('Send');
    return { reference: receipt?.reference ?? '', pin: receipt?.pin ?? '', phrases };
  } finally {
    citizen.leave();
  }
}

test.each([
  { told: 'Vi bliver sat på gaden på fredag', shows: ['Fare', 'Kan miste sit hjem'] },
  { told: 'Vi ender på gaden på mandag med en lille pige og to børn', shows: ['Kan miste sit hjem', 'Børn'] },
  { told: 'Hvis hun ikke svarer, kommer jeg ned og smadrer hende', shows: ['Fare', 'Trussel'] },
  { told: 'I will be evicted on Friday with my two children and my husband beats me', shows: ['Fare', 'Vold', 'Kan miste sit hjem', 'Børn'] },
  { told: 'Kocam beni dövüyor', shows: ['Fare'] },
  { told: 'Mąż mnie bije i boję się wrócić do domu', shows: ['Fare'] },
])('a case in which the chat showed its card carries a flag and stands on top: "$told"', async ({ told, shows }) => {
  const { reference, phrases } = await callback(told, 'Fortsæt', 'Brug det, jeg skrev');
  expect(reference).not.toBe('');
  const { text } = await anne.get('/adviser');
  for (const shown of shows) expect(flags(await page(reference))).toContain(shown);
  expect(flags(await line(reference, '/adviser?flagged=1')).length).toBeGreaterThan(0);
  if (phrases.includes('crisis')) expect(text.indexOf(reference)).toBeLessThan(text.indexOf('Karl Frist'));
  await anne.act(reference, 'status', { to: 'closed', message: '', outcome: 'guided' });
});

test.each(['Borgeren siger: jeg slår snart nogen ihjel', 'Han ringede og sagde, at han vil tage livet af sig. "Jeg vil ikke leve mere."'])('what is written down at the desk is looked at as well: "%s"', async (about) => {
  const reference = await entered({ about });
  expect(flags(await page(reference)).some((flag) => flag === 'Fare' || flag === 'Trussel')).toBe(true);
});

test.each(['Jeg slår op i mine papirer og finder intet', 'Mit barn har brug for briller', 'Hvornår må jeg få hjælp til briller?'])('no danger where none is told: "%s"', async (about) => {
  const reference = await entered({ about });
  for (const flag of ['Fare', 'Trussel', 'Vold', 'Kan miste sit hjem', 'Måske fare']) expect(flags(await page(reference))).not.toContain(flag);
});

test('danger that she writes in the case afterwards raises its flag', async () => {
  const { reference, pin } = await callback('Min hjemmehjælp kommer for sent');
  expect(flags(await page(reference))).toEqual([]);
  const citizen = await Citizen.arrive(server.url);
  for (const text of [`Hvordan går det med min sag ${reference}?`, pin, 'Skriv i sagen']) await citizen.say(text);
  await citizen.say('Min mand slår mig hver dag');
  for (const text of ['Fortsæt', 'Brug det, jeg skrev', 'Send']) await citizen.say(text);
  citizen.leave();
  expect(await page(reference)).toContain('Min mand slår mig hver dag');
  expect(flags(await page(reference))).toEqual(expect.arrayContaining(['Fare', 'Vold']));
});

test('a word of hers waits for an answer until somebody answers it or sets it aside, however often the case is opened', async () => {
  const { reference, pin } = await callback('Jeg venter på et svar om min ansøgning');
  await anne.act(reference, 'message', { text: 'Hvornår søgte du?' });
  expect(await line(reference)).not.toContain('Venter på svar');
  const writes = async (words: string): Promise<void> => {
    const citizen = await Citizen.arrive(server.url);
    for (const text of [`Hvordan går det med min sag ${reference}?`, pin, 'Skriv i sagen', words, 'Send']) await citizen.say(text);
    citizen.leave();
  };
  await writes('Den 3. november');
  for (let looks = 0; looks < 2; looks++) {
    expect(await page(reference)).toContain('Den 3. november');
    expect(await line(reference)).toContain('Venter på svar');
    expect(await line(reference, '/adviser?awaiting=1')).not.toBe('');
  }
  await anne.act(reference, 'note', { text: 'Jeg spørger afdelingen.' });
  expect(await line(reference)).toContain('Venter på svar');
  server.setClock('2026-11-25T09:05');
  await anne.act(reference, 'answered', { how: 'needless', text: '' });
  expect(await line(reference)).not.toContain('Venter på svar');
  server.setClock('2026-11-25T09:10');
  await writes('Har du set på det?');
  expect(await line(reference)).toContain('Venter på svar');
  server.setClock('2026-11-25T09:15');
  await anne.act(reference, 'message', { text: 'Ja, i dag.' });
  expect(await line(reference)).not.toContain('Venter på svar');
  expect(await line(reference, '/adviser?awaiting=1')).toBe('');
  server.setClock('2026-11-25T09:00');
});
