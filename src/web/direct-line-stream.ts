/** What a stream needs of the browser's WebSocket. */
export type SocketFactory = (url: string) => WebSocket;

export interface StreamEvents {
  /** The socket stands. */
  opened(): void;
  /** A frame with something in it. */
  frame(frame: Readonly<Record<string, unknown>>): void;
  /** Over, for whatever reason; said once. `wasOpen` tells a broken line from one that never came to be. */
  closed(wasOpen: boolean): void;
}

/** One WebSocket to one conversation, until it breaks. A line that has been silent too long counts as broken. */
export class DirectLineStream {
  private readonly socket: WebSocket;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private wasOpen = false;
  private over = false;

  constructor(
    url: string,
    private readonly events: StreamEvents,
    private readonly silenceMs: number,
    open: SocketFactory = (address) => new WebSocket(address),
  ) {
    this.listen();
    this.socket = open(url);
    this.socket.onopen = () => {
      this.wasOpen = true;
      this.listen();
      events.opened();
    };
    this.socket.onmessage = ({ data }: MessageEvent<unknown>) => this.read(data);
    this.socket.onclose = () => this.end();
    this.socket.onerror = () => this.end();
  }

  /** Hangs up without a `closed` event. */
  stop(): void {
    this.over = true;
    clearTimeout(this.watchdog);
    this.socket.close();
  }

  /** Hangs up because the line is not to be trusted; a `closed` event follows. */
  giveUp(): void {
    this.end();
  }

  private read(data: unknown): void {
    if (this.over) return;
    this.listen();
    if (typeof data !== 'string' || data === '') return; // an empty frame only says that the line stands
    try {
      const frame: unknown = JSON.parse(data);
      if (typeof frame === 'object' && frame !== null) this.events.frame({ ...frame });
    } catch {
      // Not a frame of ours; the next one may be.
    }
  }

  private listen(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.end(), this.silenceMs);
  }

  private end(): void {
    if (this.over) return;
    this.stop();
    this.events.closed(this.wasOpen);
  }
}
