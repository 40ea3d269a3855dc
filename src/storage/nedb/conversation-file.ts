import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompletedTurn, ConversationHead, StoredActivity } from '../../domain/conversations/conversation-store';
import type { JsonObject } from '../../domain/json';
import type { WholeConversation } from '../moved-record';
import type { Journal, JournalLine } from './journal';
import { NumberRows } from './number-rows';
import { corrupt, cutOff, openLine, readSealedLines, sealLine } from './sealed-lines';
import type { SecretBox } from '../secret-box';
import { syncFolder } from './sync-folder';

/** A line of a conversation's file, which is a NeDB file. Activities are kept as text: NeDB has opinions on keys with dots and dollars. */
export type ConversationDoc = { readonly _id: string } & (
  | { readonly kind: 'head'; readonly userId: string; readonly startedAt: number }
  | { readonly kind: 'message'; readonly seq: number; readonly at: number; readonly clientId: string | null; readonly body: string }
  /** One turn: replies, memory and the mark *answered* in one line, so that either all of it is there or none. */
  | { readonly kind: 'turn'; readonly answers: number | null; readonly firstSeq: number; readonly at: number; readonly bodies: readonly string[]; readonly state: string }
);
type Doc = ConversationDoc;

type Stamp = (activity: JsonObject, seq: number) => JsonObject;

/** What a conversation's file needs of the store it stands in: the same for all. */
export interface ConversationPlace {
  readonly folder: string;
  readonly box: SecretBox;
  readonly journal: Journal;
}

/**
 * One conversation, held in memory while someone talks: what a next turn needs, and of what was said no more than since the
 * citizen's last message; the rest is read anew when it is asked for. Its calls come one at a time: the store sees to that.
 * A write is on the disk when the journal has it; `flush` brings it into the conversation's own file.
 */
export class ConversationFile {
  /** The last activities, up to the last one. */
  private bodies: string[] = [];
  /** Activities in all. */
  private count = 0;
  private readonly seqByClientId = new Map<string, number>();
  /** Of each turn: the message it answers, its first reply, and how many there are. */
  private readonly answered = new NumberRows();
  private readonly waiting = new Map<number, string>();
  private userId = '';
  private startedAt = 0;
  private lastAt = 0;
  private greeted = false;
  private memory = '{}';
  /** Sealed lines of the file that stood behind a torn one, and have to be written anew. */
  private cut: readonly string[] = [];
  /** Lines that a crash left in the file may be in the system's memory alone. */
  private unsynced = false;
  /** Bytes of the file that are whole; null while there is none. */
  private size: number | null = null;

  private constructor(
    readonly id: string,
    private readonly place: ConversationPlace,
  ) {}

  static async create(id: string, place: ConversationPlace, head: { userId: string; startedAt: number }): Promise<ConversationFile> {
    const conversation = new ConversationFile(id, place);
    await conversation.write({ _id: 'head', kind: 'head', ...head });
    return conversation;
  }

  /**
   * Reads a conversation from its file and from the lines that the journal has of it. Null when there is none: what is
   * left without a head is what an erasure was about to remove. `inFile`: those of the journal's lines that the file has as well.
   *
   * @throws AdviserError `store-corrupt` when a line cannot be read, or one is missing between others
   */
  static async open(id: string, place: ConversationPlace, journalled: readonly JournalLine[], keep: 'last' | 'all' = 'last'): Promise<{ conversation: ConversationFile; torn: number; inFile: readonly JournalLine[] } | null> {
    const conversation = new ConversationFile(id, place);
    const path = fileOf(place.folder, id);
    const { whole, size, torn, behind } = await readSealedLines<Doc>(path, place.box);
    const byId = new Map(whole.map(({ doc }) => [doc._id, doc]));
    const sealedInFile = new Set(whole.map(({ sealed }) => sealed));
    const sealedInJournal = new Set(journalled.map(({ sealed }) => sealed));
    const inFile = journalled.filter(({ sealed }) => sealedInFile.has(sealed));
    conversation.unsynced = inFile.length > 0;
    // A bringing over that a crash cut short may have left some lines unreadable and later ones whole: the journal has all.
    conversation.cut = behind.map(({ sealed }) => sealed).filter((sealed) => !sealedInJournal.has(sealed));
    for (const doc of [...behind.map((line) => line.doc), ...journalled.map(({ sealed }) => openLine<Doc>(sealed, place.box))]) {
      if (doc === null) throw corrupt(path);
      if (!byId.has(doc._id)) byId.set(doc._id, doc);
    }
    // Lines of a kind that a later version writes are left where they are.
    for (const [id, { kind }] of byId) if (!KINDS.has(kind)) byId.delete(id);
    if (!byId.has('head')) {
      if (whole.length + behind.length > 0) throw corrupt(path);
      return null;
    }
    if (size + torn > 0) conversation.size = size;
    for (const doc of [...byId.values()].sort(inOrder)) conversation.take(doc, keep);
    if (torn > 0) await cutOff(path, size);
    return { conversation, torn, inFile };
  }

  private get path(): string {
    return fileOf(this.place.folder, this.id);
  }

  get head(): ConversationHead {
    return { id: this.id, userId: this.userId, startedAt: this.startedAt, lastAt: this.lastAt, lastSeq: this.count, greeted: this.greeted };
  }

  get state(): JsonObject {
    return parse(this.memory);
  }

  /** Numbers of the citizen's messages that no turn has answered. */
  get unanswered(): readonly StoredActivity[] {
    return [...this.waiting].map(([seq, body]) => ({ seq, activity: parse(body) }));
  }

  get isUnanswered(): boolean {
    return this.waiting.size > 0;
  }

  /** Whether the file is behind even without what the journal has. */
  get isBehind(): boolean {
    return this.unsynced || this.cut.length > 0;
  }

  async receive(activity: JsonObject, { at, clientId, stamp }: { at: number; clientId?: string; stamp: Stamp }): Promise<StoredActivity & { fresh: boolean }> {
    const known = clientId === undefined ? undefined : this.seqByClientId.get(clientId);
    if (known !== undefined) return { ...(await this.at(known)), fresh: false };
    const seq = this.count + 1;
    const stamped = stamp(activity, seq);
    await this.write({ _id: docId(seq), kind: 'message', seq, at, clientId: clientId ?? null, body: JSON.stringify(stamped) });
    return { seq, activity: stamped, fresh: true };
  }

  async completeTurn({ answers, replies, state }: CompletedTurn, { at, stamp }: { at: number; stamp: Stamp }): Promise<readonly StoredActivity[]> {
    for (const [answered, firstSeq, replies] of this.answered) if (answered === answers) return this.after(firstSeq - 1, replies);
    const firstSeq = this.count + 1;
    const stamped = replies.map((reply, nth) => ({ seq: firstSeq + nth, activity: stamp(reply, firstSeq + nth) }));
    await this.write({ _id: answers === null ? `turn-at-${docId(firstSeq)}-${at}` : `turn-${docId(answers)}`, kind: 'turn', answers, firstSeq, at, bodies: stamped.map(({ activity }) => JSON.stringify(activity)), state: JSON.stringify(state) });
    return stamped;
  }

  /** What came after a watermark, where memory has all of it; else null. */
  heldAfter(watermark: number, limit = Number.POSITIVE_INFINITY): readonly StoredActivity[] | null {
    const first = Math.max(0, watermark);
    const held = this.count - this.bodies.length;
    if (first < held) return null;
    return this.bodies.slice(first - held, first - held + limit).map((body, nth) => ({ seq: first + nth + 1, activity: parse(body) }));
  }

  /** The same, from the disk where memory has not all of it. */
  async after(watermark: number, limit?: number): Promise<readonly StoredActivity[]> {
    const held = this.heldAfter(watermark, limit);
    if (held) return held;
    const whole = await ConversationFile.open(this.id, this.place, this.place.journal.linesOf(this.id, 'all'), 'all');
    const read = whole?.conversation.heldAfter(watermark, limit);
    if (!read) throw corrupt(this.path);
    return read;
  }

  private async at(seq: number): Promise<StoredActivity> {
    const [found] = await this.after(seq - 1, 1);
    if (found === undefined) throw corrupt(this.path);
    return found;
  }

  /** All that is known of it, for another store. */
  async whole(clientKeyOf: (clientId: string) => string): Promise<WholeConversation> {
    const clientIds = new Map([...this.seqByClientId].map(([clientId, seq]) => [seq, clientKeyOf(clientId)]));
    return {
      id: this.id,
      userId: this.userId,
      startedAt: this.startedAt,
      lastAt: this.lastAt,
      greeted: this.greeted,
      state: this.state,
      activities: (await this.after(0)).map((each) => ({ ...each, clientKey: clientIds.get(each.seq) ?? null })),
      answered: [...this.answered].map(([answers, firstSeq, replies]) => ({ answers, firstSeq, replies })).sort((a, b) => a.answers - b.answers),
      waiting: [...this.waiting.keys()].sort((a, b) => a - b),
    };
  }

  /** Brings what the journal's older files have of it into its own file. */
  async flush(): Promise<void> {
    const { journal, folder } = this.place;
    const lines = journal.linesOf(this.id, 'older');
    if (lines.length === 0 && !this.isBehind) return;
    // What an earlier flush left half done lies behind the size, and is cut off.
    const fresh = this.size === null;
    const size = await appendLines(this.path, [...this.cut, ...lines.map(({ sealed }) => sealed)], this.size ?? 0);
    if (fresh) await syncFolder(folder);
    this.size = size;
    this.cut = [];
    this.unsynced = false;
    journal.forget(this.id, lines);
  }

  private async write(doc: Doc): Promise<void> {
    const sealed = sealLine(doc, this.place.box);
    await this.place.journal.add(this.id, sealed);
    this.take(doc, 'last');
  }

  private take(doc: Doc, keep: 'last' | 'all'): void {
    if (doc.kind === 'head') {
      this.userId = doc.userId;
      this.startedAt = doc.startedAt;
      this.lastAt = doc.startedAt;
      return;
    }
    const first = doc.kind === 'message' ? doc.seq : doc.firstSeq;
    if (first !== this.count + 1) throw corrupt(this.path);
    this.lastAt = Math.max(this.lastAt, doc.at);
    this.count += doc.kind === 'message' ? 1 : doc.bodies.length;
    if (doc.kind === 'message') {
      if (keep === 'last') this.bodies = [];
      this.bodies.push(doc.body);
      this.waiting.set(doc.seq, doc.body);
      if (doc.clientId !== null) this.seqByClientId.set(doc.clientId, doc.seq);
      return;
    }
    this.bodies.push(...doc.bodies);
    this.memory = doc.state;
    if (doc.answers === null) {
      this.greeted = true;
      return;
    }
    this.answered.add(doc.answers, doc.firstSeq, doc.bodies.length);
    this.waiting.delete(doc.answers);
  }
}

/** Where a conversation's own file stands. */
export const fileOf = (folder: string, id: string): string => join(folder, `${id}.db`);

/** Appends sealed lines to a file, durably; behind `size`, if that is given. Gives the file's new size. */
export async function appendLines(path: string, lines: readonly string[], size?: number): Promise<number> {
  const handle = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND, 0o600);
  try {
    if (size !== undefined) await handle.truncate(size);
    await handle.appendFile(lines.map((line) => `${line}\n`).join(''), 'latin1');
    await handle.datasync();
    return size === undefined ? (await handle.stat()).size : size + lines.reduce((sum, line) => sum + line.length + 1, 0);
  } finally {
    await handle.close();
  }
}

const KINDS: ReadonlySet<string> = new Set(['head', 'message', 'turn'] satisfies Doc['kind'][]);

/** Of text that we wrote ourselves, and that has been sealed since: it needs no second check. */
const parse = (text: string): JsonObject => JSON.parse(text) as JsonObject;

const docId = (seq: number): string => String(seq).padStart(7, '0');
const placeOf = (doc: Doc): number => (doc.kind === 'head' ? 0 : doc.kind === 'message' ? doc.seq : doc.firstSeq);
/** A turn without replies stands beside the next message: it comes first, for its memory is the older one. */
const emptyFirst = (doc: Doc): number => (doc.kind === 'turn' && doc.bodies.length === 0 ? 0 : 1);
const inOrder = (a: Doc, b: Doc): number => placeOf(a) - placeOf(b) || emptyFirst(a) - emptyFirst(b);
