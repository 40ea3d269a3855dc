import { createReadAlarm } from '../../src/desk/read-alarm';

const HOUR = 3_600_000;

test.each([
  { rule: 'sixty cases in an hour are work', opens: Array.from({ length: 60 }, (_, place) => [place * 1000, `c${place}`] as const), told: 0 },
  { rule: 'one more is told, once', opens: Array.from({ length: 90 }, (_, place) => [place * 1000, `c${place}`] as const), told: 1 },
  { rule: 'the same case many times is one case', opens: Array.from({ length: 200 }, (_, place) => [place * 1000, 'c1'] as const), told: 0 },
  { rule: 'each hour counts by itself', opens: Array.from({ length: 100 }, (_, place) => [place < 50 ? place : HOUR + place, `c${place}`] as const), told: 0 },
])('$rule', ({ opens, told }) => {
  let now = 0;
  const heard: string[] = [];
  const opened = createReadAlarm({ onMany: (actor) => heard.push(actor), now: () => now });
  for (const [at, reference] of opens) {
    now = at;
    opened('anne', [reference]);
    opened(`someone-${reference}`, [reference]);
  }
  expect(heard).toEqual(Array(told).fill('anne'));
});
