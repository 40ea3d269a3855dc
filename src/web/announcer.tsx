/** Something to be read aloud; `key` tells two with the same words apart. */
export interface Announcement {
  readonly key: string;
  readonly text: string;
  readonly language: string | null;
}

/** Long enough to be noticed (TalkBack misses what goes within 100 ms), short enough not to be met again while browsing. */
const KEPT_MS = 5000;

/** What is to be read aloud just now. */
export class Announcements {
  private list: readonly Announcement[] = [];

  constructor(private readonly onChange: () => void) {}

  get spoken(): readonly Announcement[] {
    return this.list;
  }

  /** Nothing of what was said is left, not even to be read aloud. Drawn with whatever made it so. */
  clear(): void {
    this.list = [];
  }

  add(announcement: Announcement): void {
    this.list = [...this.list, announcement];
    this.onChange();
    setTimeout(() => {
      this.list = this.list.filter((each) => each !== announcement);
      this.onChange();
    }, KEPT_MS);
  }
}

/**
 * Reads out what the bot says, each message once and politely. It stands apart from the log, which is never read out
 * as a whole, and what has been read goes away. Its place is in the page from the start, else it is not heard.
 */
export function Announcer({ spoken }: { spoken: readonly Announcement[] }) {
  return (
    <div class="unseen" aria-live="polite" aria-relevant="additions" data-part="announcer">
      {spoken.map(({ key, text, language }) => (
        <p key={key} lang={language ?? undefined}>
          {text}
        </p>
      ))}
    </div>
  );
}
