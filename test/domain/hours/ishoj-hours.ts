import type { OpeningHours } from '../../../src/domain/hours/opening-hours';

const known = { source: 'the test', checked: '2026-11-24' } as const;

/** Ishøj's hours (S33, S34, C9) with two closures, for the tests. */
export const HOURS: OpeningHours = {
  channels: [
    { id: 'phone', weekly: [{ day: 'tuesday', from: '09:00', to: '13:00' }, { day: 'thursday', from: '09:00', to: '17:00' }], ...known },
    { id: 'consultation', weekly: [{ day: 'tuesday', from: '13:00', to: '15:00' }], ...known },
  ],
  closedDays: [
    { monthDay: '06-05', name: { da: 'grundlovsdag', en: 'Constitution Day' } },
    { monthDay: '12-24', name: { da: 'juleaftensdag', en: 'Christmas Eve' } },
    { monthDay: '12-31', name: { da: 'nytårsaftensdag', en: "New Year's Eve" } },
  ],
  closures: [
    { from: '2027-07-12', to: '2027-07-30', reason: { da: 'sommerferie', en: 'summer holiday' } },
    { from: '2026-10-13', to: '2026-10-13', channels: ['consultation'], reason: { da: 'kursus', en: 'training' } },
  ],
};
