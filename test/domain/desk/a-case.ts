import type { CaseRecord, DeskFile } from '../../../src/domain/cases/desk-file';
import { NEW_DESK_FILE } from '../../../src/domain/cases/desk-file';
import type { HandoffCase } from '../../../src/domain/cases/handoff-case';
import { makeHandoffCase } from '../../../src/domain/cases/make-handoff-case';

/** A question handed over on 24 November, with what a test wants otherwise. */
export function aCase(reference: string, handoff: Partial<HandoffCase> = {}, desk: Partial<DeskFile> = {}): CaseRecord {
  const made = makeHandoffCase(
    { form: 'callback', answers: { about: 'Min hjemmehjælp', name: 'Fatma Yıldız', phone: '+4520218988', when: 'tirsdag', mayLeaveMessage: true }, language: 'da', noticeVersion: 'n1', transcript: [], letter: null },
    reference,
    '2026-11-24T10:00:00.000+01:00',
  );
  return { handoff: { ...made, ...handoff }, pinHmac: 'ab', idempotencyKey: reference, noticedAt: null, desk: { ...NEW_DESK_FILE, ...desk } };
}
