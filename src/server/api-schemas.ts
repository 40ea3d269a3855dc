import { z } from 'zod';
import { CaseOutcome } from '../domain/cases/desk-file';
import { CaseStatus, HandoffCase } from '../domain/cases/handoff-case';

/** A case in the list: all but the conversation. */
export const ListedCase = HandoffCase.omit({ transcript: true });

export const CaseList = z.object({ cases: z.array(ListedCase) });

/** A change of status by a machine. */
export const StatusChange = z.strictObject({
  to: CaseStatus,
  message: z.string().trim().min(1).max(8000).nullable().default(null).describe('the citizen reads it in the chat'),
  outcome: CaseOutcome.nullable().default(null).describe('needed to close a case'),
  version: z.string().regex(/^\d+\.\d+$/).optional().describe('as the header x-case-version gave it; refused with 409 when the case was changed since'),
  key: z.string().min(1).max(200).optional().describe('the same key writes the message once'),
});

/** How every fault is told. */
export const Fault = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
