import { isOver, isPassing, textIn, type Answer, type Call, type Transport } from './direct-line-http';

/** What became of something sent. `failed` can be tried again as it is; `ended`: the conversation is no more. */
export type SendResult =
  | { readonly kind: 'sent'; readonly id: string | null }
  | { readonly kind: 'failed' | 'refused' | 'too-large' | 'wrong-kind' | 'ended' };

const TRIES = 3;

/**
 * Sends, and sends the very same again where no answer came or the server was busy: the message carries its own id
 * (clientActivityID), so the server keeps it once however often it arrives.
 */
export async function sendWithRetries(
  transport: Transport,
  path: string,
  call: () => Call,
  { timeoutMs, pause }: { timeoutMs: number; pause: (tries: number) => Promise<void> },
): Promise<SendResult> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const answer = await transport(path, call(), timeoutMs).catch(() => null);
    if (answer && !isPassing(answer)) return resultOf(answer);
    if (tries < TRIES) await pause(tries);
  }
  return { kind: 'failed' };
}

function resultOf(answer: Answer): SendResult {
  if (answer.status < 300) return { kind: 'sent', id: textIn(answer.body, 'id') };
  if (isOver(answer)) return { kind: 'ended' };
  if (answer.status === 413) return { kind: 'too-large' };
  return { kind: answer.status === 415 ? 'wrong-kind' : 'refused' };
}

/** A message with its files, as Direct Line wants them: the activity first, then each file under its own name. */
export function uploadForm(activity: unknown, files: readonly File[]): FormData {
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }), 'blob');
  for (const file of files) form.append('file', file, file.name);
  return form;
}
