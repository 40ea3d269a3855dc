import type { DateTime } from 'luxon';
import { z } from 'zod';
import { ComplaintAbout } from '../complaints/complaint';
import { AdviserError } from '../adviser-error';
import { ZONE, type Now } from '../calendar';
import type { CaseRepository } from '../cases/case-repository';
import { dangerTold, type SeeDanger } from '../cases/danger-told';
import { CaseKind, CaseOutcome, drawSearchKey, NEW_DESK_FILE, ReceivedBy, type CaseRecord } from '../cases/desk-file';
import { ConsentScope, HandoffCase, Want } from '../cases/handoff-case';
import { derivePin, pinHmac, type KeyedHash } from '../cases/pin';
import { drawReference, type RandomBytes } from '../cases/reference';
import { lastDay } from '../letters/appeal-deadline';
import { maskPersonalData } from '../privacy/personal-data';

const Line = (longest: number) => z.string().trim().max(longest).transform((text) => (text === '' ? null : maskPersonalData(text))).nullable().default(null);

/** An inquiry that the adviser writes down herself: a call, a visit, a letter. */
export const EnteredCase = z.object({
  receivedBy: ReceivedBy,
  name: Line(120),
  phone: Line(40).refine((phone) => phone === null || (phone.match(/\p{Nd}|•/gu) ?? []).length >= 4, 'is a number to call'),
  email: Line(120),
  /** What it is about, in the words of whoever wrote it down. */
  about: z.string().trim().min(1).max(8000).transform(maskPersonalData),
  /** A complaint over this; null for a question. */
  complaint: ComplaintAbout.nullable().default(null),
  title: Line(120),
  department: Line(120),
  want: Want.default('answer'),
  kind: CaseKind.nullable().default(null),
  topic: Line(60),
  /** A day that is known, */
  nextDeadline: z.iso.date().nullable().default(null),
  /** or the day a decision was received, and the weeks there are to complain. */
  decisionReceived: z.iso.date().nullable().default(null),
  weeks: z.coerce.number().int().min(1).max(52).nullable().default(null),
  consent: z.array(ConsentScope).default([]),
  /** Done with already: it is kept for the figures, and closed. */
  outcome: CaseOutcome.nullable().default(null),
});
export type EnteredCase = z.infer<typeof EnteredCase>;

/** Whether the day on which a decision came is over or today, so that a last day may be counted from it. */
export const hasCome = ({ decisionReceived }: EnteredCase, now: DateTime): boolean => decisionReceived === null || decisionReceived <= (now.setZone(ZONE).toISODate() ?? '');

interface EnterParts {
  readonly cases: CaseRepository;
  readonly hash: KeyedHash;
  readonly randomBytes: RandomBytes;
  readonly now: Now;
  readonly seeDanger: SeeDanger;
}

/** A reference drawn anew so often means a fault elsewhere. */
const DRAWS = 10;

/** Keeps a case that was entered at the desk; the same key adds nothing a second time. Resolves once it is on the disk. */
export function createEnterCase({ cases, hash, randomBytes, now, seeDanger }: EnterParts): (entered: EnteredCase, by: string, key: string) => Promise<CaseRecord> {
  return async (entered, by, key) => {
    for (let draw = 1; ; draw++) {
      const at = now();
      const reference = drawReference(at.year, randomBytes);
      try {
        const made = recordOf(entered, { reference, by, at: at.toISO(), key, searchKey: drawSearchKey(randomBytes), pinHmac: pinHmac(hash, reference, derivePin(hash, reference)) });
        return await cases.add({ ...made, handoff: { ...made.handoff, danger: dangerTold(made.handoff, seeDanger) } });
      } catch (fault) {
        if (!(fault instanceof AdviserError) || fault.code !== 'case-exists' || draw === DRAWS) throw fault;
      }
    }
  };
}

interface Entering {
  readonly reference: string;
  readonly by: string;
  /** ISO with offset. */
  readonly at: string;
  readonly key: string;
  readonly searchKey: string;
  readonly pinHmac: string;
}

function recordOf(entered: EnteredCase, { reference, by, at, key, searchKey, pinHmac: pin }: Entering): CaseRecord {
  const { about, complaint, department, name, phone, email, want, outcome } = entered;
  const handoff = HandoffCase.parse({
    reference,
    createdAt: at,
    status: outcome === null ? 'open' : 'closed',
    language: 'da',
    subject: complaint !== null ? 'complaint' : want === 'callback' ? 'callback' : 'question',
    complaint: complaint === null ? null : { about: complaint, department, caseNumber: null, firstInstance: complaint === 'decision' ? null : true, whatHappened: about, when: null, wish: null, draft: null },
    letter: null,
    message: complaint === null ? about : null,
    department,
    wish: null,
    contact: { name, phone, email, preferred: phone === null && email !== null ? 'email' : 'phone', when: null, mayLeaveMessage: null },
    onBehalfOf: null,
    wants: [complaint === null ? want : 'complain'],
    consent: { at, noticeVersion: 'oral', scope: entered.consent },
    round: 'first',
    nextDeadline: deadlineOf(entered),
    messages: [],
    transcript: [],
  } satisfies z.input<typeof HandoffCase>);
  const entry = { version: 1, at, by, kind: 'entered' as const, to: null, from: null };
  const desk = { ...NEW_DESK_FILE, searchKey, version: 1, receivedBy: entered.receivedBy, title: entered.title, kind: entered.kind, topic: entered.topic, outcome, closedAt: outcome === null ? null : at, events: [entry] };
  // Whoever wrote it down need not be told of it by mail.
  return { handoff, pinHmac: pin, idempotencyKey: `desk:${key}`, noticedAt: 0, desk };
}

/** By the same reckoning as the bot's: the day of receipt is not counted, and a last day off moves to the next working day. */
function deadlineOf({ nextDeadline, decisionReceived, weeks }: EnteredCase): string | null {
  if (nextDeadline !== null || decisionReceived === null || weeks === null) return nextDeadline;
  return lastDay({ from: decisionReceived, time: { weeks } }).last;
}
