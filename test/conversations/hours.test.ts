import { Citizen, type Answer } from './citizen';
import { startServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** What a citizen who comes at this moment is answered. */
async function answerTo(said: string, at: string, locale?: string): Promise<Answer> {
  server.setClock(at);
  const citizen = await Citizen.arrive(server.url, locale);
  const answer = await citizen.say(said);
  citizen.leave();
  return answer;
}

/** Said at a moment → phrases in the answer, and words that must and must not stand in it. Facts S33 and S34; 24 November 2026 is a Tuesday. */
test.each([
  { at: '2026-11-24T10:00', said: 'Hvornår har I telefontid?', phrases: ['hours.phone.regular', 'hours.phone.open-now'], holds: ['tirsdag', 'torsdag', '13'] },
  { at: '2026-11-24T10:00', said: 'er telefonen åben nu?', phrases: ['hours.phone.open-now'], holds: ['13'] },
  { at: '2026-11-24T13:00', said: 'er telefonen åben nu?', phrases: ['hours.phone.closed-now', 'hours.other-way'], holds: ['torsdag', '26. november', '9'] },
  { at: '2026-11-24T08:59', said: 'er telefonen åben nu?', phrases: ['hours.phone.closed-now', 'hours.other-way'], holds: ['9'] },
  { at: '2026-11-25T10:00', said: 'har I åbent på torsdag?', phrases: ['hours.phone.open-on'], holds: ['torsdag', '26. november', '9', '17'] },
  { at: '2026-11-25T10:00', said: 'har I åbent i morgen?', phrases: ['hours.phone.open-on'], holds: ['torsdag', '17'] },
  { at: '2026-11-24T10:00', said: 'kan jeg ringe i morgen?', phrases: ['hours.phone.closed-on', 'hours.other-way'], holds: ['onsdag', '25. november', '26. november'] },
  { at: '2026-12-20T10:00', said: 'har I åbent den 24. december?', phrases: ['hours.phone.closed-on-because', 'hours.other-way'], holds: ['24. december', '29. december'] },
  { at: '2026-12-20T10:00', said: 'har I åbent 2. juledag?', phrases: ['hours.phone.closed-on', 'hours.other-way'], holds: ['26. december', '29. december'] },
  { at: '2026-12-20T10:00', said: 'åbner i den 22. december kl 10?', phrases: ['hours.phone.open-on'], holds: ['tirsdag', '22. december', '9', '13'] },
  { at: '2026-12-20T10:00', said: 'har I åbent i uge 52?', phrases: ['hours.phone.week'], holds: ['tirsdag', '22. december'] },
  { at: '2026-11-30T10:00', said: 'kan jeg ringe på tirsdag kl. 14', phrases: ['hours.phone.closed-at', 'hours.other-way'], holds: ['kl. 14', '1. december', '9-13'] },
  { at: '2026-11-30T10:00', said: 'kan jeg ringe den 29. februar 2027', phrases: ['hours.no-such-day'], holds: ['findes ikke'] },
  { at: '2026-11-30T10:00', said: 'er I åbne mellem jul og nytår', phrases: ['hours.phone.week'], holds: ['24. december: lukket', '29. december', '31. december: lukket'] },
  { at: '2026-11-30T10:00', said: 'er der kørestolsadgang når jeg kommer forbi på tirsdag', phrases: ['hours.consultation.open-on', 'hours.beside'], holds: ['ved jeg ikke'] },
  { at: '2026-11-24T14:00', said: 'hvornår kan jeg møde op hos jer?', phrases: ['hours.consultation.regular', 'hours.consultation.open-now'], holds: ['Kulturium', '15'] },
])('$at: $said', async ({ at, said, phrases, holds }) => {
  const answer = await answerTo(said, at);
  expect(answer.phrases).toEqual(phrases);
  for (const word of holds) expect(answer.text.toLowerCase()).toContain(word.toLowerCase());
});

test('a day, a price and a place after an answer on hours are of the way spoken of', async () => {
  server.setClock('2026-11-30T10:00');
  const citizen = await Citizen.arrive(server.url);
  const phrases: (string | undefined)[] = [];
  for (const said of ['Kan jeg komme forbi?', 'og om fredagen?', 'er der åbent i uge 52?', 'hvad koster det?', 'er telefonen åben nu?', 'og juleaften?', 'hvad med torsdag kl 16', 'hvor ligger det?']) phrases.push((await citizen.say(said)).phrases[0]);
  citizen.leave();
  expect(phrases).toEqual(['hours.consultation.regular', 'hours.consultation.closed-on', 'hours.consultation.week', 'hours.price', 'hours.phone.closed-now', 'hours.phone.closed-on-because', 'hours.phone.open-on', 'contact']);
});

test('when closed, the next opening can be put in the calendar', async () => {
  const answer = await answerTo('er telefonen åben nu?', '2026-11-24T20:00');
  const file = answer.activities.flatMap(({ attachments }) => attachments ?? [])[0];
  expect(file).toMatchObject({ contentType: 'text/calendar' });
  const calendar = await (await fetch(file?.contentUrl ?? '')).text();
  expect(calendar).toContain('BEGIN:VCALENDAR');
  expect(calendar).toMatch(/DTSTART:20261126T080000Z/);
});

test('in English, for one who writes English', async () => {
  const answer = await answerTo('When can I call you?', '2026-11-24T10:00', 'en-GB');
  expect(answer.topic).toBe('hours.phone');
  expect(answer.text).toMatch(/Tuesday/);
});
