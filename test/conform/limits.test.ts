import fc from 'fast-check';
import { limitKey } from '../../src/channels/direct-line/client-address';
import { DirectLineError } from '../../src/channels/direct-line/protocol-error';
import { rateLimit } from '../../src/channels/direct-line/rate-limit';

/** Whether the limit lets `key` through at a moment; else the seconds it names until then. */
const asking = (limit: (key: string) => void) => (key: string): true | number => {
  try {
    limit(key);
    return true;
  } catch (fault) {
    return fault instanceof DirectLineError ? Number(fault.headers['retry-after']) : Number.NaN;
  }
};

test('B12: whenever it is asked, no more pass than the rate and the time since allow', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 300 }), (perMinute, waits) => {
      let at = 0;
      let passed = 0;
      const ask = asking(rateLimit({ perMinute }, () => at));
      for (const wait of waits) {
        at += wait;
        if (ask('a') === true) passed += 1;
        expect(passed).toBeLessThanOrEqual(perMinute + (at * perMinute) / 60_000 + 1e-6);
      }
    }),
  );
});

test('B12: who waits as long as it is told is let through, however full the bucket was drawn', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 60_000 }), (perMinute, wait) => {
      let at = 0;
      const ask = asking(rateLimit({ perMinute }, () => at));
      for (let n = 0; n < perMinute; n++) expect(ask('a')).toBe(true);
      at += wait;
      let told = ask('a');
      while (told === true) told = ask('a');
      expect(told).toBeGreaterThan(0);
      at += told * 1000;
      expect(ask('a')).toBe(true);
    }),
  );
});

test('B12: one who asks too often takes nothing from another, and being refused costs nothing', () => {
  let at = 0;
  const ask = asking(rateLimit({ perMinute: 2 }, () => at));
  for (let n = 0; n < 100; n++) ask('a');
  expect(ask('b')).toBe(true);
  at += 30_000;
  expect([ask('a'), ask('a')]).toEqual([true, 30]);
});

test('B12: a clock that steps back locks nobody out', () => {
  let at = 1_000_000;
  const ask = asking(rateLimit({ perMinute: 60 }, () => at));
  ask('a');
  at = 0;
  expect(ask('a')).toBe(true);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
  ['x'.repeat(100), 'x'.repeat(64)],
])('B12: %s is counted as %s', (address, key) => expect(limitKey(address)).toBe(key));
