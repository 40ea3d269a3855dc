import fc from 'fast-check';
import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { speaksOf } from '../../../src/domain/complaints/on-behalf';
import { rudeWordsIn } from '../../../src/domain/complaints/rude-words';
import { tellsWhen, timelineOf, TIMELINE_AT_MOST } from '../../../src/domain/complaints/timeline';

const TODAY = DateTime.fromISO('2026-11-25T12:00', { zone: ZONE });

test.each([
  { told: 'I går ringede jeg. Den 3. oktober kom brevet. Jeg forstod det ikke.', entries: [['2026-10-03', 'Den 3. oktober kom brevet. Jeg forstod det ikke.'], ['2026-11-24', 'I går ringede jeg.']] },
  { told: 'Jeg søgte den 1.9. og har ikke hørt noget.', entries: [['2026-09-01', 'Jeg søgte den 1.9. og har ikke hørt noget.']] },
  { told: 'Den 3. juli skrev jeg. Den 9, den 16 og den 23 november ringede jeg.', entries: [['2026-07-03', 'Den 3. juli skrev jeg.'], [null, 'Den 9, den 16 og den 23 november ringede jeg.']] },
  { told: 'De svarer ikke.', entries: [[null, 'De svarer ikke.']] },
  { told: 'Først skrev jeg.\nI mandags skrev jeg igen.', entries: [[null, 'Først skrev jeg.'], ['2026-11-23', 'I mandags skrev jeg igen.']] },
])('$told', ({ told, entries }) => expect(timelineOf(told, null, TODAY).map(({ date, text }) => [date, text])).toEqual(entries));

test('a day told by itself dates what has none', () => expect(timelineOf('Hun råbte.', '2026-11-02', TODAY)).toEqual([{ date: '2026-11-02', text: 'Hun råbte.' }]));

test('a time that is no day stands as she wrote it', () => expect(timelineOf('De er uhøflige.', 'siden marts 2026', TODAY)).toEqual([{ date: null, asWritten: 'siden marts 2026', text: 'De er uhøflige.' }]));

test.each([['I går skete det', true], ['den 5/10', true], ['De svarer aldrig', false]])('%j tells when: %s', (told, when) => expect(tellsWhen(told)).toBe(when));

test('every word of hers stands in the timeline, whatever she writes, in at most eight entries', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom('I går', 'den 3. oktober', 'skrev jeg.', 'Ingen svarede.', 'Så', 'ringede', 'jeg', '5/10', '\n', 'æøå!', '😀'), { minLength: 1, maxLength: 60 }), (parts) => {
      const told = parts.join(' ');
      const entries = timelineOf(told, null, TODAY);
      const words = (text: string) => text.split(/\s+/).filter((word) => word !== '').sort();
      expect(words(entries.map(({ text }) => text).join(' '))).toEqual(words(told));
      expect(entries.length).toBeLessThanOrEqual(TIMELINE_AT_MOST);
      const days = entries.flatMap(({ date }) => date ?? []);
      expect([...days].sort()).toEqual(days);
    }),
  ));

test.each([
  ['min mor har mistet sin hjælp', 'parent'],
  ['De vil ikke hjælpe min søn i skolen', 'child'],
  ['min kone er syg', 'other'],
  ['my daughter was refused', 'child'],
  ['en borger, jeg er bostøtte for', 'client'],
  ['jeg fik et brev', null],
])('%j speaks of %s', (told, whom) => expect(speaksOf(told)).toBe(whom));

test('rude words are found whole or by their beginning, each once', () => expect(rudeWordsIn('Hun er en IDIOT, en idiotisk Idiot. Fint nok.', ['idiot*', 'fint ikke'])).toEqual(['idiot', 'idiotisk']));
