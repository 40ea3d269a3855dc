import { createHash } from 'node:crypto';
import { secretBox } from '../../src/storage/secret-box';

const box = secretBox(createHash('sha256').update('a key of the test').digest());
/** Their sealed forms end in two signs of padding, in one, in none. */
const TEXTS = ['afgørelse 1', 'afgørelse 12', 'afgørelse 123'];

test.each(TEXTS)('"%s" is opened as it was sealed', (text) => {
  expect(box.open(box.seal(text))).toBe(text);
});

test.each(TEXTS)('"%s" and another line, their break damaged in any bit, do not open as one', (text) => {
  for (let bit = 0; bit < 8; bit++) expect(() => box.open(`${box.seal(text)}${String.fromCharCode(10 ^ (1 << bit))}${box.seal('den næste')}`)).toThrow();
});

test('a changed bit anywhere opens to the same or not at all', () => {
  const [text = ''] = TEXTS;
  const sealed = box.seal(text);
  for (let place = 0; place < sealed.length; place++) {
    for (let bit = 0; bit < 7; bit++) {
      const changed = sealed.slice(0, place) + String.fromCharCode(sealed.charCodeAt(place) ^ (1 << bit)) + sealed.slice(place + 1);
      let opened: string | null = null;
      try {
        opened = box.open(changed);
      } catch {
        // As it should be.
      }
      expect(opened ?? text).toBe(text);
    }
  }
});
