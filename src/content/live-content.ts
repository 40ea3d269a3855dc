import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { AdviserError } from '../domain/adviser-error';
import type { Content } from './content';
import { contentFolders, fingerprint } from './content-files';
import { loadContent, type LoadOptions } from './load-content';

/** What live content needs, and whom it tells. */
export interface LiveContentOptions extends LoadOptions {
  /** The files have a fault; what was said before is still said. */
  readonly onFault?: (fault: AdviserError) => void;
  /** Other content is live from now on, or the files are as they were after a fault. */
  readonly onChange?: (content: Content) => void;
}

/** Editors write a file in several steps; this long it must be quiet before it is read. In milliseconds. */
const QUIET = 150;
/** Network drives and replaced folders send no events: so often we look ourselves. In milliseconds. */
const LOOK = 1_000;

/** The content as its files have it now: a change is live within two seconds, and files with a fault never are. */
export class LiveContent {
  private content: Content;
  private seen: string;
  private faulty = false;
  private watchers: FSWatcher[] = [];
  private look: NodeJS.Timeout | null = null;
  private quiet: NodeJS.Timeout | null = null;

  /** Reads the content. Throws `content-invalid` when it has faults: there is nothing to keep yet. */
  constructor(private readonly options: LiveContentOptions) {
    // Taken before reading: a change in between is read once more rather than missed.
    this.seen = fingerprint(options);
    this.content = loadContent(options);
  }

  /** The last content without faults. */
  current(): Content {
    return this.content;
  }

  /** Follows the files until `close`. */
  watch(): void {
    if (this.look) return;
    this.look = setInterval(() => this.lookNow(), LOOK);
    for (const folder of contentFolders(this.options)) {
      try {
        const watcher = watch(join(this.options.folder, folder), () => this.waitForQuiet());
        // A folder that goes away ends its watcher; looking every second goes on.
        watcher.on('error', () => watcher.close());
        this.watchers.push(watcher);
      } catch {
        // No watchers left on this machine: looking every second is enough.
      }
    }
  }

  /** Stops following the files. */
  close(): void {
    for (const watcher of this.watchers) watcher.close();
    if (this.look) clearInterval(this.look);
    if (this.quiet) clearTimeout(this.quiet);
    this.watchers = [];
    this.look = null;
    this.quiet = null;
  }

  private waitForQuiet(): void {
    if (this.quiet) clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      this.quiet = null;
      this.reload();
    }, QUIET);
  }

  private lookNow(): void {
    if (this.quiet === null && this.fingerprint() !== this.seen) this.waitForQuiet();
  }

  private reload(): void {
    const found = this.fingerprint();
    if (found === this.seen) return;
    this.seen = found;
    try {
      const content = loadContent(this.options);
      const changed = content.version !== this.content.version || this.faulty;
      this.content = content;
      this.faulty = false;
      if (changed) this.options.onChange?.(content);
    } catch (fault) {
      this.faulty = true;
      this.options.onFault?.(asFault(fault));
    }
  }

  /** Empty while the folders cannot be looked at, in the middle of a move say. */
  private fingerprint(): string {
    try {
      return fingerprint(this.options);
    } catch {
      return '';
    }
  }
}

/** Whatever a file does to the reading of it, the talk under way must not end. */
function asFault(fault: unknown): AdviserError {
  if (fault instanceof AdviserError) return fault;
  return new AdviserError('content-invalid', `The content cannot be read: ${fault instanceof Error ? fault.message : String(fault)}.`, 'Look at the content folder and its rights.', { cause: fault });
}
