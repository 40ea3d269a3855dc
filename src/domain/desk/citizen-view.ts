import type { CaseRecord } from '../cases/desk-file';
import { statusPhrase } from '../cases/status-phrase';

/** One thing that the citizen reads when she asks for her case: a phrase with its values. */
export interface ViewPart {
  readonly phrase: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What the citizen sees in the chat with reference and PIN, in order; `day` says a moment as she reads it. The same phrases as dialogs/status-dialog.ts says. */
export function citizenView({ handoff }: CaseRecord, day: (iso: string) => string): ViewPart[] {
  const { reference, createdAt, messages } = handoff;
  return [
    { phrase: statusPhrase(handoff), values: { reference, date: day(createdAt) } },
    ...messages.flatMap(({ from, at, text }) => (from === 'adviser' ? [{ phrase: 'case.status.written', values: { day: day(at), text } }] : [])),
  ];
}
