import fc from 'fast-check';
import { graphemesOf } from '../../../src/documents/write/pdf/graphemes';
import { setLines, UNSHOWN } from '../../../src/documents/write/pdf/set-lines';

/** Every letter one wide. */
const set = (text: string, width: number) => setLines(text, width, (words) => [...words].length);
const drawn = (text: string, width = 100) => set(text, width).map(({ runs }) => runs.map((run) => run.text).join(''));

test.each([
  { rule: 'breaks at blanks', text: 'en to tre', width: 6, lines: ['en to ', 'tre'] },
  { rule: 'a blank at the end takes no room', text: 'abc def', width: 3, lines: ['abc ', 'def'] },
  { rule: 'keeps line breaks and empty lines', text: 'a\n\nb', width: 9, lines: ['a', '', 'b'] },
  { rule: 'breaks a word that is too long', text: 'abcdefgh', width: 3, lines: ['abc', 'def', 'gh'] },
  { rule: 'breaks after a hyphen within a word', text: 'sygedagpenge-sagen', width: 14, lines: ['sygedagpenge-', 'sagen'] },
  { rule: 'does not break after a hyphen before a number', text: 'stk 1-2', width: 6, lines: ['stk ', '1-2'] },
  { rule: 'keeps a no-break space together', text: 'den §\u00a08', width: 5, lines: ['den ', '§\u00a08'] },
  { rule: 'keeps a family of emoji together', text: '👩‍👧👩‍👧', width: 4, lines: ['👩‍👧', '👩‍👧'] },
])('$rule', ({ text, width, lines }) => expect(set(text, width).map((line) => line.text)).toEqual(lines));

test.each([
  { rule: 'Danish stands as it is written', text: 'Må jeg?', runs: ['Må jeg?'] },
  { rule: 'Arabic is one run that its font turns', text: 'سلام عليكم', runs: ['سلام عليكم'] },
  { rule: 'a number within Arabic keeps its order', text: 'يوم 14 أكتوبر', runs: ['أكتوبر', ' ', '14', 'يوم '] },
  { rule: 'a Farsi number keeps its order, though its font would turn it', text: 'بعد ۱۴ روز', runs: [' روز', '۱', '۴', 'بعد '] },
  { rule: 'an Arabic number keeps its order before its percent sign', text: 'نحو ٥٠٪', runs: ['٪', '٥', '٠', 'نحو '] },
  { rule: 'brackets within Arabic are mirrored', text: 'اب (عربي) جد', runs: ['جد', ' ', '(', 'عربي', ')', 'اب '] },
  { rule: 'Arabic within Danish stands in its place', text: 'Ordet سلام betyder fred', runs: ['Ordet ', 'سلام', ' ', 'betyder fred'] },
])('$rule', ({ text, runs }) => expect(set(text, 100)[0]?.runs.map((run) => run.text)).toEqual(runs));

test('a heart with a picture selector is a picture, and what nobody draws is marked', () => {
  expect(set('❤️ 王', 100)[0]?.runs).toEqual([{ face: 'emoji', text: '❤️' }, { face: 'text', text: ` ${UNSHOWN}` }]);
  expect(drawn('王小')).toEqual([UNSHOWN + UNSHOWN]);
});

test('no letter is lost, and no line is too wide', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.integer({ min: 8, max: 40 }), (text, width) => {
    const lines = set(text, width);
    expect(lines.map((line) => line.text).join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
    for (const { runs } of lines) {
      const shown = runs.map((run) => run.text).join('');
      const signs = [...new Intl.Segmenter('da').segment(shown)].map(({ segment }) => [...segment].length);
      // A sign that is wider than the line stands on it alone.
      expect([...shown.trim()].length).toBeLessThanOrEqual(Math.max(width, ...signs));
    }
  }));
});

test('a sign is found whole wherever it stands in a long text', () => {
  const signs = fc.constantFrom('a', 'å', 'e\u0301', '👩‍👧', '🇩🇰', '👍🏽', '❤️', '\r\n', 'क्षि', ' ');
  fc.assert(fc.property(fc.array(signs, { minLength: 100, maxLength: 700 }), (list) => {
    const text = list.join('');
    expect(graphemesOf(text)).toEqual([...new Intl.Segmenter('da').segment(text)].map(({ segment, index }) => ({ segment, index })));
  }), { numRuns: 40 });
});
