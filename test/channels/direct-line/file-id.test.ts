import { fileId } from '../../../src/channels/direct-line/read-upload';
import { maskPersonalData } from '../../../src/domain/privacy/personal-data';

test('an id that reads as a CPR number is drawn anew, so that masking never parts a message from its file', () => {
  const drawn = [Buffer.from('a0101901234abcdefa0101901234abcd', 'hex'), Buffer.from('a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0', 'hex')];
  const id = fileId(() => drawn.shift() ?? Buffer.alloc(16));
  expect(id).toBe('a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0');
  expect(maskPersonalData(`/files/${id}?t=x`)).toBe(`/files/${id}?t=x`);
});

test('no id that is drawn is masked', () => {
  const ids = Array.from({ length: 2_000 }, () => fileId());
  expect(ids.filter((id) => maskPersonalData(id) !== id)).toEqual([]);
});
