import { MOST_FILE_BYTES, fileFault } from '../../src/web/file-check';

const file = (name: string, size = 10) => ({ name, size });

test.each([
  ['a photo', [file('brev.JPG')], null],
  ['each kind that can be read', ['a.jpeg', 'a.png', 'a.pdf', 'a.docx', 'a.txt'].map((name) => file(name)), null],
  ['exactly 10 MB', [file('a.pdf', MOST_FILE_BYTES)], null],
  ['one byte more', [file('a.pdf', MOST_FILE_BYTES + 1)], 'file-too-large'],
  ['nothing in it', [file('a.pdf', 0)], 'file-empty'],
  ['a program', [file('a.pdf.exe')], 'file-wrong-kind'],
  ['a photo no one can read', [file('a.heic')], 'file-wrong-kind'],
  ['one bad among good', [file('a.pdf'), file('b.zip')], 'file-wrong-kind'],
  ['eleven', Array.from({ length: 11 }, () => file('a.pdf')), 'too-many-files'],
])('%s', (_, files, fault) => expect(fileFault(files)).toBe(fault));
