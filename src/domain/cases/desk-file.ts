import { z } from 'zod';
import { HandoffCase } from './handoff-case';

/** How an inquiry came in (modtagelsesform). */
export const ReceivedBy = z.enum(['chat', 'phone', 'visit', 'email', 'digital-post', 'letter']);
export type ReceivedBy = z.infer<typeof ReceivedBy>;

/** What kind of case it is: complaint (klagesag), guidance (vejledning), finding the way (vejvisning), investigation (undersøgelse). */
export const CaseKind = z.enum(['complaint', 'guidance', 'signpost', 'investigation']);
export type CaseKind = z.infer<typeof CaseKind>;

/** How a case ended. */
export const CaseOutcome = z.enum(['dialogue', 'guided', 'passed-on', 'criticism', 'no-criticism', 'withdrawn']);
export type CaseOutcome = z.infer<typeof CaseOutcome>;

/** What was done with a case at the desk; the words that belong to it stand in the notes and messages. */
export const DeskEventKind = z.enum(['entered', 'status', 'note', 'message', 'round', 'statement-asked', 'statement-received', 'journal', 'details', 'forwarded', 'conclusion-sent', 'answered', 'outcome', 'contact', 'consent']);

/** A line of a case's log. */
export const DeskEvent = z.object({
  /** The version of the case that it made. */
  version: z.int(),
  at: z.iso.datetime({ offset: true }),
  /** The name of who did it, as it was then. */
  by: z.string(),
  kind: DeskEventKind,
  /** Codes, days or numbers that say what it was changed to. */
  to: z.string().nullable(),
  from: z.string().nullable(),
});
export type DeskEvent = z.infer<typeof DeskEvent>;

/** What the adviser keeps on a case beside what the citizen handed over; none of it is shown to her. */
export const DeskFile = z.object({
  /** Raised by every change at the desk. */
  version: z.int().nonnegative(),
  receivedBy: ReceivedBy,
  /** Short, for lists and the municipality's case system. */
  title: z.string().nullable(),
  kind: CaseKind.nullable(),
  /** What it is about, as the annual report counts it: an id of the content's list. */
  topic: z.string().nullable(),
  notes: z.array(z.object({ at: z.iso.datetime({ offset: true }), by: z.string(), text: z.string() })),
  events: z.array(DeskEvent),
  /** Where it was entered in the municipality's journal. */
  journal: z.string().nullable(),
  /** The department's statement in second instance (fact S24); `due` three weeks after it was asked for. */
  statement: z.object({ askedAt: z.iso.date(), due: z.iso.date(), receivedAt: z.iso.date().nullable() }).nullable(),
  /** What was sent to the municipality in this case, as it was sent. */
  letters: z.array(z.object({ at: z.iso.datetime({ offset: true }), by: z.string(), kind: z.enum(['forward', 'statement', 'conclusion']), subject: z.string(), text: z.string() })).default([]),
  outcome: CaseOutcome.nullable(),
  closedAt: z.iso.datetime({ offset: true }).nullable(),
  /** How many of the citizen's messages had been there when the case was last opened at the desk. */
  seenMessages: z.int().nonnegative(),
  /** Conversations in which its status was told, and with it what the adviser wrote: they go when the case is erased. */
  readIn: z.array(z.string()),
  /** Words searched for that found this case are hashed under it in the audit log: once the case is erased nobody can compare them any more. */
  searchKey: z.string().default(''),
});
export type DeskFile = z.infer<typeof DeskFile>;

/** A case on which nobody has worked. */
export const NEW_DESK_FILE: DeskFile = { version: 0, receivedBy: 'chat', title: null, kind: null, topic: null, notes: [], events: [], journal: null, statement: null, letters: [], outcome: null, closedAt: null, seenMessages: 0, readIn: [], searchKey: '' };

const KEY_BYTES = 16;

/** A key for `searchKey`, as hex digits. */
export const drawSearchKey = (randomBytes: (count: number) => Uint8Array): string => [...randomBytes(KEY_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A case as it is kept: what the adviser sees, and what only the server needs. */
export const CaseRecord = z.object({
  handoff: HandoffCase,
  /** The PIN as an HMAC under the server's key; never the PIN. */
  pinHmac: z.string(),
  /** Conversation and form: a turn run again after a crash finds the case it made before. */
  idempotencyKey: z.string(),
  /** Milliseconds since 1970 when the adviser was told by mail; null while that is still to be done. */
  noticedAt: z.number().nullable(),
  desk: DeskFile.default(NEW_DESK_FILE),
});
export type CaseRecord = z.infer<typeof CaseRecord>;

/** Messages of the citizen that nobody at the desk has seen. */
export const unreadMessages = ({ handoff, desk }: CaseRecord): number => Math.max(0, handoff.messages.filter(({ from }) => from === 'citizen').length - desk.seenMessages);


/** What a closed case is no longer once it is opened again: it has not ended. What an investigation concluded stands. */
export const reopened = ({ handoff, desk }: Pick<CaseRecord, 'handoff' | 'desk'>): Pick<DeskFile, 'closedAt' | 'outcome'> => ({ closedAt: null, outcome: handoff.round === 'concluded' ? desk.outcome : null });
