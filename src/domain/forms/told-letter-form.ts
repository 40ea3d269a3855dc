import { z } from 'zod';
import { ShortText } from './answers';
import { defineForm } from './form';
import { whichOf } from './which-area';

const DECIDED = ['refused', 'partly-granted', 'stopped', 'reduced', 'repayment', 'dismissed', 'undecided'] as const;
const WISH = ['complain', 'adviser', 'understand'] as const;

/** What is asked of someone who has no letter at hand, or was told on the phone: a few questions to the same explanation. */
export const toldLetterForm = defineForm('told', 1, {
  decided: { kind: 'choice', answer: z.enum(DECIDED), choices: DECIDED },
  areas: { kind: 'text', answer: z.array(z.string()), hidden: true },
  area: { kind: 'text', answer: ShortText },
  which: { kind: 'choice', answer: z.string(), choices: whichOf, when: (known) => whichOf(known).length > 0 },
  day: { kind: 'past-day', answer: z.iso.date(), optional: true },
  limit: { kind: 'time-limit', answer: ShortText, optional: true, when: (known) => known.decided !== 'undecided' },
  letterWish: { kind: 'choice', answer: z.enum(WISH), choices: WISH },
});
