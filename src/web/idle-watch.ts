import { IDLE_LIMIT_MS } from './session';

/** After this long without the citizen the conversation is hidden; one press brings it back. */
export const HIDE_AFTER_MS = 15 * 60_000;

const LOOK_EVERY_MS = 10_000;

/** `away`: hidden, and brought back by one press; `gone`: nothing is kept. */
export type Presence = 'here' | 'away' | 'gone';

/** Tells when the citizen has left the window alone: first `away` (hidden, can be brought back), then `gone`. */
export class IdleWatch {
  private last: number;
  private current: Presence = 'here';
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly onChange: (presence: Presence) => void,
    private readonly now: () => number = Date.now,
  ) {
    this.last = now();
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  /** The citizen did something. Once away, only `back` counts: a stray key must not show what was hidden. */
  act(): void {
    this.look();
    if (this.current === 'here') this.last = this.now();
  }

  /** The citizen asked to see the conversation again. */
  back(): void {
    this.last = this.now();
    this.become('here');
  }

  presence(): Presence {
    return this.current;
  }

  /** Milliseconds since 1970. */
  lastAct(): number {
    return this.last;
  }

  /** Compares with the clock, as a computer that slept has missed its timers. */
  look(): void {
    const idle = this.now() - this.last;
    this.become(idle >= IDLE_LIMIT_MS ? 'gone' : idle >= HIDE_AFTER_MS ? 'away' : 'here');
  }

  /** Stops watching. */
  stop(): void {
    clearInterval(this.timer);
  }

  private become(presence: Presence): void {
    if (presence === this.current) return;
    this.current = presence;
    this.onChange(presence);
  }
}
