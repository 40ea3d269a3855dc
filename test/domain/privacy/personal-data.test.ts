import fc from 'fast-check';
import { holdsMask, maskActivity, maskPersonalData } from '../../../src/domain/privacy/personal-data';

test.each([
  ['010190-1234', '010190-••••'],
  ['0101901234', '010190••••'],
  ['010190 1234', '010190 ••••'],
  ['01 01 90 1234', '01 01 90 ••••'],
  ['01.01.90-1234', '01.01.90-••••'],
  ['01/01/90 - 1234', '01/01/90 - ••••'],
  ['010190–1234', '010190–••••'],
  ['010190\u00a01234', '010190\u00a0••••'],
  ['010190\u200b-1234', '010190\u200b-••••'],
  ['010190-\n1234', '010190-\n••••'],
  ['cpr: 010190-1234', 'cpr: 010190-••••'],
  ['CPR-nr.: 0101901234.', 'CPR-nr.: 010190••••.'],
  ['mit cpr er 9999999999', 'mit cpr er 999999••••'],
  ['+44 010190-1234', '+44 010190-••••'],
  ['+45 010190 1234', '+45 010190 ••••'],
  ['erstatningsnummer 610190-1234', 'erstatningsnummer 610190-••••'],
  ['jeg (010190-1234) og min søn (311215-4321)', 'jeg (010190-••••) og min søn (311215-••••)'],
  ['０１０１９０-１２３４', '０１０１９０-••••'],
  ['٠١٠١٩٠-١٢٣٤', '٠١٠١٩٠-••••'],
  ['mit nummer010190-1234tak', 'mit nummer010190-••••tak'],
])('%j becomes %j', (written, masked) => {
  expect(maskPersonalData(written)).toBe(masked);
  expect(holdsMask(masked)).toBe(true);
});

test.each([
  'Ring 20 21 89 88',
  '+45 20 21 89 88',
  '+4520218988',
  '+47 010 19 01234',
  '+44 7911 123456',
  '0044 7911 123456',
  '+44 (0)7911 123456',
  'ring +49 151 01019012',
  'Sagsnr. 0101901234',
  'sagsnummer: 010190-1234',
  'J.nr. 0101901234',
  'EAN 5790000123456',
  'Fakturanr. 0101901234',
  'case number 0101901234',
  '24/018233',
  'BR-2026-7K4QX9',
  '2026-11-24 10:00',
  'den 24.12.2026 kl. 10.30',
  '2635 Ishøj',
  '9.999,50 kr.',
  '3201901234',
  '0113901234',
  '010190123456',
  '0101 og 1234',
  '',
  'hej',
])('%j is left as it is', (written) => expect(maskPersonalData(written)).toBe(written));

const two = (least: number, most: number) => fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'));
const personalNumber = fc.tuple(two(1, 31), two(1, 12), two(0, 99), fc.integer({ min: 0, max: 9999 }).map((value) => String(value).padStart(4, '0')));
const writing = fc.constantFrom('$1$2$3-$4', '$1$2$3$4', '$1$2$3 $4', '$1 $2 $3 $4', '$1.$2.$3-$4', '$1/$2/$3 - $4', '$1-$2-$3-$4', '$1$2$3–$4', '$1$2$3 - $4', '$1$2$3.$4');

test('no CPR number survives, in any of ten writings; the length stays, and masking twice changes nothing', () => {
  fc.assert(
    fc.property(personalNumber, writing, fc.constantFrom('jeg er ', 'CPR: ', '', '(', 'ring til mig, '), ([day, month, year, last], pattern, before) => {
      const number = pattern.replace('$1', day).replace('$2', month).replace('$3', year).replace('$4', last);
      const text = `${before}${number} tak`;
      const masked = maskPersonalData(text);
      expect(masked).toHaveLength(text.length);
      expect(masked.replaceAll(/\D/g, '')).not.toContain(day + month + year + last);
      expect(maskPersonalData(masked)).toBe(masked);
    }),
    { numRuns: 2000 },
  );
});

test('a text without four digits is never touched', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => (text.match(/\p{Nd}/gu) ?? []).length < 4), (text) => {
      expect(maskPersonalData(text)).toBe(text);
    }),
  );
});

test('64 kB of digits and gaps are read through in the time of one turn', () => {
  for (const text of ['0'.repeat(65_536), '01 '.repeat(21_845), '0-'.repeat(32_768), `cpr${' '.repeat(65_000)}1`]) maskPersonalData(text);
}, 2_000);

test('an activity is masked wherever words can stand, and its client id is left alone', () => {
  const masked = maskActivity({
    type: 'message',
    text: 'Jeg er 010190-1234',
    value: { cpr: 101901234, other: [101901234, '010190 1234'], amount: 500, ok: true, nothing: null },
    attachments: [{ name: 'brev 010190-1234.pdf' }],
    channelData: { clientActivityID: '0101901234', note: '0101901234' },
  });
  expect(masked).toEqual({
    type: 'message',
    text: 'Jeg er 010190-••••',
    value: { cpr: '010190••••', other: ['010190••••', '010190 ••••'], amount: 500, ok: true, nothing: null },
    attachments: [{ name: 'brev 010190-••••.pdf' }],
    channelData: { clientActivityID: '0101901234', note: '010190••••' },
  });
});
