import { join } from 'node:path';
import { DateTime } from 'luxon';
import { loadContent } from '../../../src/content/load-content';
import { ZONE } from '../../../src/domain/calendar';
import { isLongAgo } from '../../../src/domain/complaints/long-ago';
import { urgentNeeds } from '../../../src/domain/complaints/urgent-needs';

const { urgentWords } = loadContent({ folder: join(__dirname, '../../../content'), municipality: 'ishoj' });

test.each([
  ['Jeg har ikke råd til mad', ['food']],
  ['Vi har ingen penge tilbage til måneden', ['food']],
  ['Vi bliver sat ud af vores lejlighed', ['home']],
  ['Jeg er ved at miste min bolig og har ingen mad', ['food', 'home']],
  ['Hans far slår barnet', ['child']],
  ['De har stoppet min hjælp', ['stops']],
  ['I can’t afford food', ['food']],
  ['we are being evicted', ['home']],
])('%s: %j', (said, needs) => expect(urgentNeeds(said, urgentWords)).toEqual(needs));

test.each(['Jeg fik udsættelse til mandag', 'Maden fra kommunen er kold', 'Mit barn går i skole', 'Jeg bor i en lejlighed', ''])('"%s" tells of none', (said) => expect(urgentNeeds(said, urgentWords)).toEqual([]));

test.each([
  { days: ['2025-11-25'], long: false, why: 'a year to the day is still within it' },
  { days: ['2025-11-24'], long: true, why: 'a day more is not' },
  { days: ['2024-01-01', '2026-10-01'], long: false, why: 'what still went on lately counts' },
  { days: [null], long: false, why: 'no day tells nothing' },
  { days: [], long: false, why: 'nor does no event' },
])('$why', ({ days, long }) => expect(isLongAgo(days, DateTime.fromISO('2026-11-25', { zone: ZONE }))).toBe(long));
