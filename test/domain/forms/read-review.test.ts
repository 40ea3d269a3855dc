import { readReview } from '../../../src/domain/forms/read-review';

test.each([
  ['ja', 'send'],
  ['send', 'send'],
  ['ja send den', 'send'],
  ['ok send', 'send'],
  ['ja tak, send det bare', 'send'],
  ['det er rigtigt, send klagen nu', 'send'],
  ['yes please send it', 'send'],
  ['nej', 'change'],
  ['nej det er ikke rigtigt', 'change'],
  ['no', 'change'],
  ['send ikke', null],
  ['jeg vil ikke sende det', null],
  ['hvad sker der når jeg trykker send', 'asks'],
  ['kan jeg fortryde bagefter?', 'asks'],
  ['what happens when I press send', 'asks'],
  ['skal jeg sende den?', null],
  ['', null],
])('%j: %s', (said, meant) => expect(readReview(said)).toBe(meant));
