import { DateTime } from 'luxon';
import { loadContent } from '../../src/content/load-content';
import { ZONE } from '../../src/domain/calendar';
import { openingStatus } from '../../src/domain/hours/opening-status';
import { removeTemporaryContent, SECOND_MUNICIPALITY, temporaryContent } from './temporary-content';

const at = (iso: string) => DateTime.fromISO(iso, { zone: ZONE });
const load = (today = '2026-11-24', folder = SECOND_MUNICIPALITY) => loadContent({ folder, municipality: 'nordby', now: () => at(today) });

afterEach(removeTemporaryContent);

describe('another municipality is taken up by content files alone', () => {
  const content = load();

  test('its facts, hours, departments and topics are its own', () => {
    expect(content.fact('municipality.name', 'da')).toBe('Nordby Kommune');
    expect(content.fact('adviser.title', 'da')).toBe('Borgervejlederen');
    expect(content.fact('adviser.title', 'en')).toBe("the citizens' guide");
    expect(openingStatus(content.hours, 'phone', at('2026-11-23T09:00')).open).toBe(true);
    expect(content.departments.map(({ name }) => name)).toEqual(['Havnekontoret']);
    expect(content.authorities.map(({ id }) => id)).toEqual(['ankestyrelsen']);
    expect(content.topicsOff).toEqual(new Set(['complaint.discrimination']));
  });

  test('its own phrase comes before the country\'s', () => {
    expect(content.say('human', 'da', { reach: 'Vi svarer nu.' }).bubbles).toEqual(['Ring til os i Nordby på 11 22 33 44. Vi svarer nu.']);
  });

  test('a phrase of the country says its facts', () => {
    expect(content.say('notice', 'en', { chatDays: '21' }).bubbles).toEqual(['I am a program. What you write is kept for 21 days.', 'Write to dpo@nordby.dk if you want to complain.']);
  });
});

describe('say', () => {
  test('brings choices with their labels, and the topic', () => {
    expect(load().say('notice', 'da', { chatDays: '21' })).toMatchObject({
      id: 'notice',
      actions: [{ id: 'human', label: 'Tal med et menneske' }, { id: 'erase', label: 'Slet' }],
      topic: 'privacy',
      lastChecked: null,
    });
  });

  test('takes the longest topic that the id begins with', () => {
    expect(load().say('hours.phone.open-now', 'da', { closes: '10' }).topic).toBe('hours.phone');
    expect(load().say('last-checked', 'da', { date: 'i går' }).topic).toBeNull();
  });

  test.each([
    { what: 'placeholders', value: 'x {reach} {adviser.phone}' },
    { what: 'a parting line', value: 'x\n---\ny' },
    { what: 'patterns of replacing', value: "$& $1 $'" },
    { what: 'HTML', value: '<b>&amp;</b>' },
  ])('puts in a value with $what literally', ({ value }) => {
    expect(load().say('human', 'da', { reach: value }).bubbles).toEqual([`Ring til os i Nordby på 11 22 33 44. ${value}`]);
  });

  test.each([
    { rule: 'an unknown phrase', id: 'nowhere', values: {}, said: 'There is no phrase "nowhere".' },
    { rule: 'a value that is missing', id: 'human', values: {}, said: 'The phrase "human" needs the value {reach}.' },
    { rule: 'a value that only stands on the prototype', id: 'human', values: Object.create({ reach: 'x' }), said: 'The phrase "human" needs the value {reach}.' },
  ])('refuses $rule', ({ id, values, said }) => {
    expect(() => load().say(id, 'da', values)).toThrow(expect.objectContaining({ code: 'content-invalid', what: said }));
  });

  test.each([
    { rule: 'is silent while all is fresh', today: '2026-11-30', id: 'human', lastChecked: null },
    { rule: 'tells the last check from the day the phrase expires', today: '2026-12-01', id: 'human', lastChecked: '2026-11-01' },
    { rule: 'goes by the day in Copenhagen', today: '2026-11-30T23:30:00Z', id: 'human', lastChecked: '2026-11-01' },
    { rule: 'tells the last check of hours that have expired', today: '2027-05-01', id: 'hours.phone.open-now', lastChecked: '2026-11-01' },
    { rule: 'is silent while the hours hold', today: '2027-04-30', id: 'hours.phone.open-now', lastChecked: null },
    { rule: 'is silent for a phrase that says nothing stale', today: '2030-01-01', id: 'last-checked', lastChecked: null },
  ])('$rule', ({ today, id, lastChecked }) => {
    expect(load(today).say(id, 'da', { reach: '', date: '', closes: '' }).lastChecked).toBe(lastChecked);
  });

  test('tells the last check of a fact that has expired', () => {
    const copy = temporaryContent();
    copy.edit('nordby/da/adviser.yaml', (text) => text.replace('  expires: 2026-12-01\n', '').replace('checked: 2026-11-01', 'checked: 2026-11-02'));
    expect(load('2027-11-01', copy.folder).say('human', 'en', { reach: '' }).lastChecked).toBe('2026-11-01');
  });
});

describe('fact and label', () => {
  test('an unknown fact is refused, and one that nobody knows yet', () => {
    const said = expect.objectContaining({ code: 'content-invalid' });
    expect(() => load().fact('adviser.fax', 'da')).toThrow(said);
    expect(() => load().fact('dpo.name', 'da')).toThrow(said);
    expect(() => load().fact('constructor', 'da')).toThrow(said);
  });

  test('labels are phrases', () => {
    expect(load().label('callback', 'en')).toBe('Call me back');
    expect(() => load().label('fly', 'en')).toThrow(expect.objectContaining({ what: 'There is no phrase "action.fly".' }));
    expect(load().has('action.callback')).toBe(true);
    expect(load().has('toString')).toBe(false);
  });
});

test.each([
  ['Ring mig op', 'callback'],
  ['  ring   MIG op!! ', 'callback'],
  ['Call me back.', 'callback'],
  ['slet?', 'erase'],
  ['Ring mig op i morgen', null],
  ['Ring', null],
  ['', null],
  ['...', null],
  ['constructor', null],
  [' '.repeat(70_000), null],
  [`${'.'.repeat(70_000)}x`, null],
])('%j is taken as the choice %j', (said, action) => {
  expect(load().actionSaid(said)).toBe(action);
});

test('the window gets its texts with facts put in and values left open', () => {
  expect(load().allText('da')).toEqual({ title: 'Chat med Borgervejlederen', 'said-bot': 'Svar kl. {time}' });
});

describe('versions', () => {
  test('are the same for the same files', () => {
    expect(load().version).toBe(load().version);
  });

  test('the content has another when any file is another', () => {
    const copy = temporaryContent();
    copy.edit('nordby/departments.yaml', (text) => text.replace('bådplads', 'bådpladser'));
    expect(load(undefined, copy.folder).version).not.toBe(load().version);
    expect(load(undefined, copy.folder).noticeVersion).toBe(load().noticeVersion);
  });

  test.each([
    { rule: 'its own words', path: 'denmark/da/common.yaml', from: 'Jeg er et program.', to: 'Jeg er et dataprogram.' },
    { rule: 'a fact in it', path: 'nordby/municipality.yaml', from: 'value: dpo@', to: 'value: databeskyttelse@' },
  ])('the notice has another with $rule', ({ path, from, to }) => {
    const copy = temporaryContent();
    copy.edit(path, (text) => text.replace(from, to));
    expect(load(undefined, copy.folder).noticeVersion).not.toBe(load().noticeVersion);
  });
});
