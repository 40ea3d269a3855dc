import { DateTime } from 'luxon';
import { z } from 'zod';
import { lastDay, type TimeLimit } from '../letters/appeal-deadline';
import { isVerified, type AppealRule } from '../letters/appeal-rule';
import { AppealBody, type LetterReading } from '../letters/letter-reading';
import { Pending, type Complained, type ComplaintAbout, type Tried } from './complaint';

/** With this many days left or fewer, a preliminary complaint is offered. */
const URGENT_DAYS = 1;

/** Where a matter must go, and by when: worked out, never guessed. */
export const Road = z.object({
  kind: z.enum([
    /** An appeal of a decision; where and by when as far as known. */
    'appeal',
    /** A decision, but nothing known of where it goes: the letter says. */
    'see-letter',
    /** No other authority can change it. */
    'no-appeal',
    /** Not decided yet (partshøring): comment, do not complain. */
    'comment',
    /** The municipality has looked again and stands by it: it goes on by itself (L-5.1). */
    'passed-on',
    /** The municipality has given in partly: say within the time limit whether the complaint is kept up (L-3.7). */
    'keep-up',
    /** No decision: the department answers first (S18–S20). */
    'department-first',
    /** The department has answered: the adviser may investigate (S22–S26). */
    'adviser-second',
    /** She has complained, and the municipality is looking at it again (L-3.1). */
    'reassessing',
    /** Ankestyrelsen, the Ombudsman or a court has it, or has ended it: what is left is told. */
    'pending',
  ]),
  /** The row of appeals.yaml it rests on; null when it rests on the letter alone. */
  rule: z.string().nullable(),
  source: z.enum(['letter', 'rule', 'none']),
  body: AppealBody.nullable(),
  bodyName: z.string().nullable(),
  sendTo: AppealBody.nullable(),
  sendToName: z.string().nullable(),
  viaPortal: z.boolean(),
  /** The last day, ISO; null where none is known for certain. */
  lastDay: z.iso.date().nullable(),
  late: z.boolean(),
  urgent: z.boolean(),
  /** The law lets the decision wait where she asks for it (opsættende virkning). */
  mayAskToWait: z.boolean(),
  /** Whether the decision waits for the appeal by itself; null where nobody has read it in the law. */
  waits: z.enum(['none', 'partly', 'on-request', 'statutory']).nullable().default(null),
  /** Who has the matter; only of the kind `pending`. */
  pendingAt: Pending.nullable().default(null),
});
export type Road = z.infer<typeof Road>;

/** What is known of the matter. */
export interface Matter {
  readonly about: ComplaintAbout;
  readonly tried: Tried | null;
  /** Whether she has appealed the decision before. */
  readonly complained: Complained | null;
  /** Who has the matter before them, if it is not the municipality. */
  readonly pending: Pending | null;
  readonly letter: LetterReading | null;
  /** What was told of the letter, where there is one. */
  readonly told?: { readonly lastDay: string | null; readonly goesOn: boolean; readonly standBy: boolean };
  /** The row that the letter's sections or her words lead to; null when none does, or when two lead apart. */
  readonly rule: AppealRule | null;
  /** The day she got the decision, ISO. */
  readonly received: string | null;
  readonly today: string;
}

const NOWHERE = { rule: null, source: 'none', body: null, bodyName: null, sendTo: null, sendToName: null, viaPortal: false, lastDay: null, late: false, urgent: false, mayAskToWait: false, waits: null, pendingAt: null } as const;

/** Where the matter goes. @example findRoad({ about: 'case-handling', tried: 'answered', … }).kind // 'adviser-second' */
export function findRoad(matter: Matter): Road {
  const { about, tried, letter, told, pending } = matter;
  if (pending !== null) return { ...NOWHERE, kind: 'pending', pendingAt: pending };
  if (about !== 'decision') return { ...NOWHERE, kind: tried === 'answered' ? 'adviser-second' : 'department-first' };
  if (letter?.kind === 'hearing') return { ...NOWHERE, kind: 'comment', source: 'letter', ...timed(letter.action?.by ?? null, matter.today) };
  if (letter && isFromTheTop(letter)) return { ...NOWHERE, kind: 'pending', source: 'letter', pendingAt: 'decided' };
  if (letter && told?.standBy) return { ...NOWHERE, kind: 'keep-up', source: 'letter', body: letter.appeal.body, ...timed(told.lastDay ?? letter.action?.by ?? letter.appeal.deadline, matter.today) };
  if (letter && told?.goesOn) return { ...NOWHERE, kind: 'passed-on', source: 'letter', body: letter.appeal.body };
  if (matter.complained === 'municipality') return { ...NOWHERE, kind: 'reassessing', rule: matter.rule?.id ?? null };
  return appealRoad(matter);
}

/** Ankestyrelsen's own decision: no other authority can change it. */
const isFromTheTop = ({ kind, authority }: LetterReading): boolean => kind === 'decision' && /ankestyrelsen/iu.test(authority ?? '');

/** The letter's own guidance comes first; the law's row fills what the letter leaves open, and only what was read in the law. */
function appealRoad({ letter, told, rule, received, today }: Matter): Road {
  const said = letter?.appeal;
  if (said?.possible === false || (said?.possible !== true && rule?.possible === false)) return { ...NOWHERE, kind: 'no-appeal', source: said?.possible === false ? 'letter' : 'rule', rule: rule?.id ?? null };
  const body = said?.body ?? rule?.body ?? null;
  if (body === null && said?.sendTo == null) return { ...NOWHERE, kind: 'see-letter', rule: rule?.id ?? null };
  const ofRule = rule !== null && rule.body === body;
  const sendTo = said?.sendTo ?? (ofRule && isVerified(rule, 'sendTo') ? rule.sendTo : null);
  const last = told?.lastDay ?? said?.deadline ?? (ofRule ? lawsLastDay(rule, received) : null);
  return {
    ...NOWHERE,
    kind: 'appeal',
    rule: rule?.id ?? null,
    source: said && (said.body !== null || said.deadline !== null) ? 'letter' : 'rule',
    body,
    bodyName: ofRule ? rule.bodyName : null,
    sendTo,
    sendToName: (sendTo === 'kommunen' ? senderOf(letter) : null) ?? (ofRule ? rule.sendToName : null),
    viaPortal: ofRule && rule.via !== null,
    mayAskToWait: ofRule && rule.suspends === 'on-request',
    waits: ofRule ? rule.suspends : null,
    ...timed(last, today),
  };
}

/** Who decided, as the letter says it: "Greve Kommune, Center for Børn & Familier". It need not be the municipality whose adviser this is. */
function senderOf(letter: LetterReading | null): string | null {
  if (letter?.authority == null) return null;
  return letter.department === null ? letter.authority : `${letter.authority}, ${letter.department}`;
}

/** The law's last day; null where nobody has read the time limit in the law, or where it does not run from receipt. */
function lawsLastDay({ time, from, ...rule }: AppealRule, received: string | null): string | null {
  if (received === null || time === null || from !== 'receipt' || !isVerified({ time, from, ...rule }, 'deadline')) return null;
  return lastDay({ from: received, time: time satisfies TimeLimit }).last;
}

function timed(last: string | null, today: string): Pick<Road, 'lastDay' | 'late' | 'urgent'> {
  if (last === null) return { lastDay: null, late: false, urgent: false };
  const days = DateTime.fromISO(last).diff(DateTime.fromISO(today), 'days').days;
  return { lastDay: last, late: days < 0, urgent: days >= 0 && days <= URGENT_DAYS };
}
