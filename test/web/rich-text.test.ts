import { splitText } from '../../src/web/rich-text';

const links = (text: string) => splitText(text).flatMap(({ text: piece, href }) => (href === null ? [] : [[piece, href]]));

test.each([
  ['Ring 20 21 89 88.', [['20 21 89 88', 'tel:+4520218988']]],
  ['+45 20 21 89 88', [['+45 20 21 89 88', 'tel:+4520218988']]],
  ['Ring 112 nu', [['112', 'tel:112']]],
  ['BørneTelefonen 116 111, Lev uden vold 1888', [['116 111', 'tel:116111'], ['1888', 'tel:1888']]],
  ['Se https://www.borger.dk/a?b=1.', [['https://www.borger.dk/a?b=1', 'https://www.borger.dk/a?b=1']]],
  ['(https://borger.dk), og', [['https://borger.dk', 'https://borger.dk']]],
])('%j holds the links %j', (text, found) => expect(links(text)).toEqual(found));

test.each(['§ 112', '112 kr.', '112 %', 'sag 24/018233', '010190-1234', 'http://usikker.dk', 'javascript:alert(1)', 'BR-2026-7K4QX9', 'uge 52, kl. 10.12'])('%j holds none', (text) => expect(links(text)).toEqual([]));

test('no word is lost or added', () => {
  const text = 'Ring 20 21 89 88 (ikke 112 kr.) eller se https://borger.dk – ok?';
  expect(splitText(text).map((piece) => piece.text).join('')).toBe(text);
});
