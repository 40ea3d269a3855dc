import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';

/** What a client did and heard, in the order it happened to it. `key` names one message over all its tries. */
export const ClientEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('began'), conversation: z.string() }),
  z.object({ event: z.literal('sent'), conversation: z.string(), key: z.string(), text: z.string() }),
  z.object({ event: z.literal('acknowledged'), conversation: z.string(), key: z.string(), id: z.string() }),
  /** The server said that it was not taken. */
  z.object({ event: z.literal('failed'), conversation: z.string(), key: z.string(), status: z.int() }),
  /** Nobody knows: the connection broke before an answer came. */
  z.object({ event: z.literal('unknown'), conversation: z.string(), key: z.string(), /** The code of the fault: a connection that broke, or an answer that did not come in time. */ why: z.string().optional() }),
  z.object({ event: z.literal('heard'), conversation: z.string(), id: z.string() }),
  /** The citizen has asked that all be erased: from here on it may be gone. */
  z.object({ event: z.literal('erasing'), conversation: z.string() }),
  /** The bot said that all is erased. */
  z.object({ event: z.literal('erased'), conversation: z.string() }),
  /** The bot gave a receipt for a case. */
  z.object({ event: z.literal('receipt'), conversation: z.string(), reference: z.string() }),
]);
export type ClientEvent = z.infer<typeof ClientEvent>;

/** A client's own history, on the disk before the client counts anything as acknowledged. */
export class HistoryFile {
  private readonly handle: number;
  /** Messages of which the server has said that they are kept. */
  acknowledged = 0;
  constructor(readonly path: string) {
    this.handle = openSync(path, 'a', 0o600);
  }
  add(event: ClientEvent): void {
    writeSync(this.handle, `${JSON.stringify(event)}\n`);
    if (event.event === 'acknowledged') this.acknowledged += 1;
    if (event.event === 'acknowledged' || event.event === 'erased' || event.event === 'receipt') fsyncSync(this.handle);
  }
  close(): void {
    closeSync(this.handle);
  }
}

export function readHistory(path: string): ClientEvent[] {
  return readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => ClientEvent.parse(JSON.parse(line)));
}
