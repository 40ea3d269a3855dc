import { IdleWatch, type Presence } from '../../src/web/idle-watch';

const MINUTE = 60_000;
let at: number;
let heard: Presence[];
let watch: IdleWatch;

beforeEach(() => {
  jest.useFakeTimers();
  at = 0;
  heard = [];
  watch = new IdleWatch((presence) => heard.push(presence), () => at);
});
afterEach(() => {
  watch.stop();
  jest.useRealTimers();
});

const pass = (minutes: number) => {
  for (let second = 0; second < minutes * 60; second += 10) {
    at += 10_000;
    jest.advanceTimersByTime(10_000);
  }
};

test('away after 15 minutes, gone after 30', () => {
  pass(14.5);
  expect(heard).toEqual([]);
  pass(0.5);
  expect(heard).toEqual(['away']);
  pass(15);
  expect(heard).toEqual(['away', 'gone']);
});

test('whoever does something is here', () => {
  for (let turn = 0; turn < 10; turn++) {
    pass(14);
    watch.act();
  }
  expect(heard).toEqual([]);
});

test('once hidden, a stray key shows nothing: only asking does', () => {
  pass(16);
  watch.act();
  expect(watch.presence()).toBe('away');
  watch.back();
  expect(heard).toEqual(['away', 'here']);
  pass(14);
  expect(watch.presence()).toBe('here');
});

test('a computer that slept is caught up with at the first look', () => {
  at += 40 * MINUTE; // no timer ran meanwhile
  watch.look();
  expect(heard).toEqual(['gone']);
});
