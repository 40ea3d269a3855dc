import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { CompletedTurn, ConversationHead, StoredActivity } from '../../domain/conversations/conversation-store';
import type { JsonObject } from '../../domain/json';
import type { WholeConversation } from '../moved-record';
import type { Journal } from './journal';
import { corrupt, cutOff, readSealedLines, sealLine, type SealedLine } from './sealed-lines';
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

/** What a conversation's file needs of the store it stands in. */
export interface ConversationPlace {
  readonly folder: string;
  readonly path: string;
  readonly box: SecretBox;
  readonly journal: Journal;
}

/**
 * One conversation, held in memory while someone talks. Its calls come one at a time: the store sees to that. A write is
 * on the disk when the journal has it; `flush` brings it into the conversation's own file.
 */
export class ConversationFile {
  private readonly bodies: string[] = [];
  private readonly seqByClientId = new Map<string, number>();
  private readonly answered = new Map<number, { firstSeq: number; count: number }>();
  private readonly waiting = new Set<number>();
  private userId = '';
  private startedAt = 0;
  private lastAt = 0;
  private greeted = false;
  private memory = '{}';
  /** Sealed lines that the journal has and the file has not. */
  private pending: string[] = [];
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
   * left without a head is what an erasure was about to remove.
   *
   * @throws AdviserError `store-corrupt` when a line cannot be read, or one is missing between others
   */
  static async open(id: string, place: ConversationPlace, journalled: readonly SealedLine<Doc>[]): Promise<{ conversation: ConversationFile; torn: number } | null> {
    const conversation = new ConversationFile(id, place);
    const { whole, size, torn, behind } = await readSealedLines<Doc>(place.path, place.box);
    const byId = new Map(whole.map(({ doc }) => [doc._id, doc]));
    // A bringing over that a crash cut short may have left some lines unreadable and later ones whole: the journal has all.
    for (const { sealed, doc } of [...behind, ...journalled]) {
      if (byId.has(doc._id)) continue;
      byId.set(doc._id, doc);
      conversation.pending.push(sealed);
    }
    // Lines of a kind that a later version writes are left where they are.
    for (const [id, { kind }] of byId) if (!KINDS.has(kind)) byId.delete(id);
    if (!byId.has('head')) {
      if (whole.length + behind.length > 0) throw corrupt(place.path);
      return null;
    }
    if (size + torn > 0) conversation.size = size;
    for (const doc of [...byId.values()].sort(inOrder)) conversation.take(doc);
    if (torn > 0) await cutOff(place.path, size);
    return { conversation, torn };
  }

  get head(): ConversationHead {
    return { id: this.id, userId: this.userId, startedAt: this.startedAt, lastAt: this.lastAt, lastSeq: this.bodies.length, greeted: this.greeted };
  }

  get state(): JsonObject {
    return parse(this.memory);
  }

  /** Numbers of the citizen's messages that no turn has answered. */
  get unanswered(): readonly number[] {
    return [...this.waiting];
  }

  get isFlushed(): boolean {
    return this.pending.length === 0;
  }

  async receive(activity: JsonObject, { at, clientId, stamp }: { at: number; clientId?: string; stamp: Stamp }): Promise<StoredActivity & { fresh: boolean }> {
    const known = clientId === undefined ? undefined : this.seqByClientId.get(clientId);
    if (known !== undefined) return { ...this.at(known), fresh: false };
    const seq = this.bodies.length + 1;
    const stamped = stamp(activity, seq);
    await this.write({ _id: docId(seq), kind: 'message', seq, at, clientId: clientId ?? null, body: JSON.stringify(stamped) });
    return { seq, activity: stamped, fresh: true };
  }

  async completeTurn({ answers, replies, state }: CompletedTurn, { at, stamp }: { at: number; stamp: Stamp }): Promise<readonly StoredActivity[]> {
    const before = answers === null ? undefined : this.answered.get(answers);
    if (before) return Array.from({ length: before.count }, (_, nth) => this.at(before.firstSeq + nth));
    const firstSeq = this.bodies.length + 1;
    const stamped = replies.map((reply, nth) => ({ seq: firstSeq + nth, activity: stamp(reply, firstSeq + nth) }));
    await this.write({ _id: answers === null ? `turn-at-${docId(firstSeq)}-${at}` : `turn-${docId(answers)}`, kind: 'turn', answers, firstSeq, at, bodies: stamped.map(({ activity }) => JSON.stringify(activity)), state: JSON.stringify(state) });
    return stamped;
  }

  after(watermark: number, limit = Number.POSITIVE_INFINITY): StoredActivity[] {
    const first = Math.max(0, watermark);
    return this.bodies.slice(first, first + limit).map((body, nth) => ({ seq: first + nth + 1, activity: parse(body) }));
  }

  at(seq: number): StoredActivity {
    const body = this.bodies[seq - 1];
    if (body === undefined) throw corrupt(this.place.path);
    return { seq, activity: parse(body) };
  }

  /** All that is known of it, for another store. */
  whole(clientKeyOf: (clientId: string) => string): WholeConversation {
    const clientIds = new Map([...this.seqByClientId].map(([clientId, seq]) => [seq, clientKeyOf(clientId)]));
    return {
      id: this.id,
      userId: this.userId,
      startedAt: this.startedAt,
      lastAt: this.lastAt,
      greeted: this.greeted,
      state: this.state,
      activities: this.after(0).map((each) => ({ ...each, clientKey: clientIds.get(each.seq) ?? null })),
      answered: [...this.answered].map(([answers, { firstSeq, count }]) => ({ answers, firstSeq, replies: count })).sort((a, b) => a.answers - b.answers),
      waiting: [...this.waiting].sort((a, b) => a - b),
    };
  }

  /** Brings what only the journal has into the conversation's own file. */
  async flush(): Promise<void> {
    if (this.pending.length === 0) return;
    const lines = this.pending;
    // What an earlier flush left half done lies behind the size, and is cut off.
    const fresh = this.size === null;
    const size = await appendLines(this.place.path, lines, this.size ?? 0);
    if (fresh) await syncFolder(this.place.folder);
    this.size = size;
    this.pending = this.pending.slice(lines.length);
  }

  private async write(doc: Doc): Promise<void> {
    const sealed = sealLine(doc, this.place.box);
    await this.place.journal.add(this.id, sealed);
    this.pending.push(sealed);
    this.take(doc);
  }

  private take(doc: Doc): void {
    if (doc.kind === 'head') {
      this.userId = doc.userId;
      this.startedAt = doc.startedAt;
      this.lastAt = doc.startedAt;
      return;
    }
    const first = doc.kind === 'message' ? doc.seq : doc.firstSeq;
    if (first !== this.bodies.length + 1) throw corrupt(this.place.path);
    this.lastAt = Math.max(this.lastAt, doc.at);
    if (doc.kind === 'message') {
      this.bodies.push(doc.body);
      this.waiting.add(doc.seq);
      if (doc.clientId !== null) this.seqByClientId.set(doc.clientId, doc.seq);
      return;
    }
    this.bodies.push(...doc.bodies);
    this.memory = doc.state;
    if (doc.answers === null) {
      this.greeted = true;
      return;
    }
    this.answered.set(doc.answers, { firstSeq: doc.firstSeq, count: doc.bodies.length });
    this.waiting.delete(doc.answers);
  }
}

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
