import { WebSocket } from 'ws';
import { faultCode, type DirectLineStore, type JsonObject, type StoredActivity } from './port';

const BATCH = 100;
/** A frame holds about so much at most, unless a single activity is larger. */
const FRAME_BYTES = 256 * 1024;
/** A reader with this much on its way gets nothing more until it has read: what it has missed, the store keeps. */
const UNREAD_BYTES = 256 * 1024;
/** A reader that does not take the farewell is cut off. */
const FAREWELL_MS = 500;

/** One open stream: sends what stands in the store above its watermark, in order, no faster than it is read. */
export class Listener {
  private again = false;
  private pumping: Promise<void> | null = null;
  private unread = false;
  private lastHeard = performance.now();
  private answeredPing = true;

  constructor(
    readonly socket: WebSocket,
    private readonly conversationId: string,
    /** The number of the last activity sent. */
    private sent: number,
    private readonly store: DirectLineStore,
  ) {
    const heard = (): void => {
      this.lastHeard = performance.now();
      this.answeredPing = true;
    };
    socket.on('pong', heard);
    // What clients send here means nothing in this protocol; that it came shows that they are there.
    socket.on('message', heard);
    socket.on('error', () => socket.terminate());
  }

  /** Milliseconds of a clock that only goes forward: when the client last gave a sign of life. */
  get heardAt(): number {
    return this.lastHeard;
  }

  /** There may be something new in the store. */
  wake(): void {
    this.again = true;
    this.pumping ??= this.pump().finally(() => {
      this.pumping = null;
      if (this.again && this.socket.readyState === WebSocket.OPEN) this.wake();
    });
    // While it waits for its reader the pump does not look: an erased conversation ends for that reader, too.
    if (this.unread) void this.store.find(this.conversationId).then((head) => head ?? this.end(1000), () => undefined);
  }

  /** Sends at once what is not kept, such as `typing`; no watermark moves. A reader that is behind misses it. */
  sendNow(activity: JsonObject): void {
    if (this.socket.readyState === WebSocket.OPEN && this.socket.bufferedAmount < UNREAD_BYTES) this.socket.send(frame([JSON.stringify(activity)], this.sent));
  }

  /** Resolves when all that is in the store has been handed to the socket. */
  async delivered(): Promise<void> {
    this.wake();
    await this.pumping;
  }

  /** A sign of life that proxies and clients see; whoever gave none since the last one is gone. */
  beat(): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (!this.answeredPing) return this.socket.terminate();
    this.answeredPing = false;
    this.socket.ping();
    if (this.socket.bufferedAmount < UNREAD_BYTES) this.socket.send('');
  }

  end(code: number, reason = ''): void {
    this.socket.close(code, reason);
    setTimeout(() => this.socket.terminate(), FAREWELL_MS).unref();
  }

  private async pump(): Promise<void> {
    try {
      while (this.again && this.socket.readyState === WebSocket.OPEN) {
        this.again = false;
        const activities = await this.store.activitiesAfter(this.conversationId, this.sent, BATCH);
        this.again ||= activities.length === BATCH;
        for (const { texts, seq } of frames(activities)) {
          this.sent = seq;
          await this.write(frame(texts, seq));
        }
      }
    } catch (fault) {
      this.again = false;
      // Erased: there is nothing more to hear. Anything else is ours, and the client may come again.
      this.end(faultCode(fault) === 'conversation-unknown' ? 1000 : 1011);
    }
  }

  /** Resolves at once while the reader keeps up, else when it has read. */
  private async write(text: string): Promise<void> {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    await new Promise<void>((resolve) => {
      this.socket.send(text, () => resolve());
      this.unread = this.socket.bufferedAmount >= UNREAD_BYTES;
      if (!this.unread) resolve();
    });
    this.unread = false;
  }
}

/** Clients break at a frame that has no list of activities (quality finding 8). */
const frame = (activities: readonly string[], watermark: number): string => `{"activities":[${activities.join(',')}],"watermark":"${watermark}"}`;

/** Activities in portions that fit into a frame, each with the number it ends at. */
function* frames(activities: readonly StoredActivity[]): Generator<{ texts: string[]; seq: number }> {
  let texts: string[] = [];
  let size = 0;
  let last = 0;
  for (const { seq, activity } of activities) {
    const text = JSON.stringify(activity);
    if (texts.length > 0 && size + text.length > FRAME_BYTES) {
      yield { texts, seq: last };
      texts = [];
      size = 0;
    }
    texts.push(text);
    size += text.length;
    last = seq;
  }
  if (texts.length > 0) yield { texts, seq: last };
}
