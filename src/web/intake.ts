import { textIn, type Answer } from './direct-line-http';

/** Takes in sets of activities: remembers how far we have got, and lets each activity through once. */
export class Intake {
  private watermark = '';
  private readonly seen = new Set<string>();

  has(id: string): boolean {
    return this.seen.has(id);
  }

  hasAny(): boolean {
    return this.seen.size > 0;
  }

  /** The activities of the set that have not been here before. */
  take(body: Answer['body']): readonly unknown[] {
    this.watermark = textIn(body, 'watermark') ?? this.watermark;
    const activities: readonly unknown[] = Array.isArray(body['activities']) ? body['activities'] : [];
    return activities.filter((activity) => this.isNew(idOf(activity)));
  }

  /** For a list: all from the start when nothing has come yet. */
  listQuery(): string {
    return this.watermark === '' ? '' : `?watermark=${encodeURIComponent(this.watermark)}`;
  }

  /** For a stream: an empty watermark asks for a replay from the start, none at all for only what is new. */
  streamQuery(): string {
    return `?watermark=${encodeURIComponent(this.watermark)}`;
  }

  private isNew(id: string | null): boolean {
    if (id === null) return true;
    if (this.seen.has(id)) return false;
    this.seen.add(id);
    return true;
  }
}

function idOf(activity: unknown): string | null {
  return typeof activity === 'object' && activity !== null && 'id' in activity && typeof activity.id === 'string' ? activity.id : null;
}
