import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { readCallback, wishedTime } from '../../../src/domain/forms/read-callback';

test.each([
  ['jeg vil gerne ringes op i morgen kl. 10 på 22334455, mit navn er Lis og det handler om min mors hjemmehjælp', { phone: '+4522334455', name: 'Lis', when: 'i morgen kl. 10', about: 'min mors hjemmehjælp' }],
  ['Jeg kan ikke lide at skrive, kan du ringe 22334455', { phone: '+4522334455' }],
  ['ring mig op på tirsdag mellem 9 og 11', { when: 'på tirsdag mellem 9 og 11' }],
  ['please call me tomorrow at 10, my name is Ali Demir. It is about my rent', { when: 'tomorrow at 10', name: 'Ali Demir', about: 'my rent' }],
  ['jeg hedder ikke det', {}],
  ['Ring mig op', {}],
])('%j tells %j', (said, told) => expect(readCallback(said)).toEqual(told));

test.each([
  ['juleaften kl 10', { date: '2026-12-24', time: { from: 600, to: 600 } }],
  ['på tirsdag', { date: '2026-12-01', time: null }],
  ['den 31. november', 'no-such-day'],
  ['når som helst', null],
])('%j is the time %j', (said, time) => expect(wishedTime(said, DateTime.fromISO('2026-11-30T10:00', { zone: ZONE }))).toEqual(time));
