import { goesOn } from '../../../src/domain/forms/goes-on';

test.each([
  ['lad os fortsætte', false, true],
  ['nej jeg klarer den, lad os fortsætte', false, true],
  ['jeg er ikke i fare', false, true],
  ['du misforstod mig', false, true],
  ['nej', false, true],
  ['ja', false, false],
  ['ja', true, true],
  ['let us continue', false, true],
  ['nej', true, false],
  ['jeg kan ikke fortsætte', false, false],
  ['jeg klarer den ikke', true, false],
  ['jeg er bange', true, false],
])('%j, asked to go on %s: goes on %s', (said, asked, on) => expect(goesOn(said, asked)).toBe(on));
