import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AdviserError } from '../../domain/adviser-error';
import type { CompletedTurn, ConversationHead, ConversationStore, StoredActivity, UnansweredActivity, Upload } from '../../domain/conversations/conversation-store';
import { LocalWork } from '../../domain/exclusive-work';
import type { JsonObject } from '../../domain/json';
import { appendLines, ConversationFile, fileOf, type ConversationDoc, type ConversationPlace } from './conversation-file';
import { Journal, type LeftLine } from './journal';
import { Markers } from './markers';
import type { ReportDamage } from './sealed-lines';
import type { WholeConversation } from '../moved-record';
import type { SecretBox } from '../secret-box';
import { syncFolder } from './sync-folder';
import { UploadFolder } from './upload-folder';

/** Ids come from outside and become file names. */
const SAFE_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** A journal longer than this is brought into the conversations' files. */
const JOURNAL_BYTES = 16 * 1024 * 1024;
/** Each is a few kilobytes, however much was said in it. */
const OPEN_AT_MOST = 10_000;

export interface NedbConversationOptions {
  readonly folder: string;
  readonly box: SecretBox;
  readonly report?: ReportDamage;
  /** Conversations held in memory at most; the one that was idle longest goes first. */
  readonly openAtMost?: number;
  /** Bytes of the journal from which on it is emptied. */
  readonly journalBytes?: number;
}

type Stamp = (activity: JsonObject, seq: number) => JsonObject;

/**
 * Conversations, one NeDB file each: loaded when someone talks, let go when idle, erased by deleting the file. What is
 * written goes to a journal that all share, which makes it durable, and from there to the files. Calls for one
 * conversation run one after another; different ones side by side.
 */
export class NedbConversationStore implements ConversationStore {
  private readonly open = new Map<string, ConversationFile>();
  /** Conversations of which an earlier run left a message in the journal without its answer, until they are loaded. */
  private readonly left: Set<string>;
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly listeners = new Set<(conversationId: string) => void>();
  private readonly uploads: UploadFolder;
  private readonly place: ConversationPlace;
  private readonly work = new LocalWork();
  private emptying: Promise<void> | null = null;
  private failed = false;
  private closed = false;

  private constructor(
    private readonly options: NedbConversationOptions,
    private readonly files: string,
    private readonly journal: Journal,
    private readonly markers: Markers,
    left: readonly LeftLine<ConversationDoc>[],
  ) {
    this.place = { folder: files, box: options.box, journal };
    this.left = waitingIn(left);
    this.uploads = new UploadFolder(join(options.folder, 'uploads'), options.box);
  }

  static async open(options: NedbConversationOptions): Promise<NedbConversationStore> {
    const folderOf = (name: string): string => join(options.folder, name);
    for (const name of ['conversations', 'unanswered', 'uploads', 'journal']) await mkdir(folderOf(name), { recursive: true, mode: 0o700 });
    await syncFolder(options.folder);
    const { journal, left, unreadable } = await Journal.open<ConversationDoc>(folderOf('journal'), options.box);
    if (unreadable > 0) options.report?.('journal-damaged', { lines: unreadable, folder: folderOf('journal') });
    return new NedbConversationStore(options, folderOf('conversations'), journal, await Markers.open(folderOf('unanswered')), left);
  }

  /** False after a write failed, until one has succeeded. */
  get healthy(): boolean {
    return !this.failed;
  }

  /** Told of a write beside the store that succeeded or not: a disk that is full, or has room again. */
  set healthy(well: boolean) {
    this.failed = !well;
  }

  async create({ id, userId, startedAt }: { id: string; userId: string; startedAt: number }): Promise<ConversationHead> {
    return this.inTurn(id, async () => {
      if (this.open.has(id) || this.journal.has(id) || existsSync(fileOf(this.files, id))) throw new AdviserError('conversation-exists', 'There is a conversation with that id.', 'Draw another id.');
      const conversation = await this.writing(() => ConversationFile.create(id, this.place, { userId, startedAt }));
      this.hold(conversation);
      return conversation.head;
    });
  }

  async find(conversationId: string): Promise<ConversationHead | null> {
    if (!SAFE_ID.test(conversationId)) return null;
    return this.read(conversationId, (conversation) => conversation?.head ?? null);
  }

  async receive(conversationId: string, activity: JsonObject, options: { at: number; clientId?: string; stamp: Stamp }): Promise<StoredActivity & { fresh: boolean }> {
    return this.change(conversationId, (conversation) => conversation.receive(activity, options));
  }

  async completeTurn(conversationId: string, turn: CompletedTurn, options: { at: number; stamp: Stamp }): Promise<readonly StoredActivity[]> {
    return this.change(conversationId, (conversation) => conversation.completeTurn(turn, options));
  }

  async state(conversationId: string): Promise<JsonObject> {
    return this.read(conversationId, (conversation) => sure(conversation).state);
  }

  async activitiesAfter(conversationId: string, watermark: number, limit?: number): Promise<readonly StoredActivity[]> {
    const held = await this.read(conversationId, (conversation) => sure(conversation).heldAfter(watermark, limit));
    return held ?? this.inTurn(conversationId, async () => (await this.known(conversationId)).after(watermark, limit));
  }

  async unanswered(): Promise<readonly UnansweredActivity[]> {
    const marked = new Set([...this.markers.ids, ...this.left, ...[...this.open.values()].filter(({ isUnanswered }) => isUnanswered).map(({ id }) => id)]);
    const found: UnansweredActivity[] = [];
    for (const conversationId of marked) {
      // A damaged conversation tells so to whoever opens it; it keeps no other waiting.
      const conversation = await this.inTurn(conversationId, () => this.load(conversationId)).catch(() => null);
      found.push(...(conversation?.unanswered ?? []).map((each) => ({ conversationId, ...each })));
    }
    return found;
  }

  async waiting(conversationId: string): Promise<readonly StoredActivity[]> {
    if (!SAFE_ID.test(conversationId)) return [];
    return this.read(conversationId, (conversation) => conversation?.unanswered ?? []);
  }

  alone<Result>(conversationId: string, work: () => Promise<Result>): Promise<Result> {
    return this.work.alone(conversationId, work);
  }

  async saveUpload(conversationId: string, upload: Upload): Promise<void> {
    await this.inTurn(conversationId, async () => {
      await this.known(conversationId);
      await this.writing(() => this.uploads.save(conversationId, upload));
    });
  }

  async findUpload(conversationId: string, uploadId: string): Promise<Upload | null> {
    if (!SAFE_ID.test(conversationId) || !SAFE_ID.test(uploadId)) return null;
    return this.inTurn(conversationId, () => this.uploads.find(conversationId, uploadId));
  }

  async erase(conversationId: string): Promise<void> {
    await this.inTurn(conversationId, async () => {
      this.open.delete(conversationId);
      this.left.delete(conversationId);
      const file = fileOf(this.files, conversationId);
      await this.uploads.erase(conversationId);
      // The file first: lines in the journal that no longer have a head are nobody's.
      for (const each of [file, `${file}~`, `${file}.torn`]) await rm(each, { force: true });
      await syncFolder(this.files);
      await this.journal.erase(conversationId);
      await this.markers.remove(conversationId);
    });
    this.tell(conversationId);
  }

  async eraseOlderThan({ chatsBefore, filesBefore }: { chatsBefore: number; filesBefore: number }): Promise<{ conversations: number; uploads: number }> {
    // So that everything has a file, and none is much newer than its last message.
    await this.emptyJournal();
    let conversations = 0;
    for (const name of await readdir(this.files)) {
      const conversationId = name.endsWith('.db') ? name.slice(0, -3) : '';
      // A file is as new as its last message: a newer one need not be opened.
      const changed = await stat(join(this.files, name)).catch(() => null);
      if (!SAFE_ID.test(conversationId) || changed === null || changed.mtimeMs >= chatsBefore) continue;
      const head = await this.find(conversationId).catch(() => null);
      if (head === null || head.lastAt >= chatsBefore) continue;
      await this.erase(conversationId);
      conversations += 1;
    }
    return { conversations, uploads: await this.uploads.eraseBefore(filesBefore) };
  }

  /** All conversations one after another, for another store; a damaged one rejects. */
  async *everything(clientKeyOf: (clientId: string) => string): AsyncGenerator<WholeConversation> {
    await this.emptyJournal();
    for (const name of (await readdir(this.files)).sort()) {
      const id = name.endsWith('.db') ? name.slice(0, -3) : '';
      const whole = SAFE_ID.test(id) ? await this.inTurn(id, async () => (await this.load(id))?.whole(clientKeyOf)) : undefined;
      if (whole) yield whole;
    }
  }

  /** All files of citizens, one after another; one of a conversation that is gone is nobody's. */
  async *everyUpload(): AsyncGenerator<{ readonly conversationId: string; readonly upload: Upload }> {
    for await (const each of this.uploads.all()) if (existsSync(fileOf(this.files, each.conversationId))) yield each;
  }

  watch(listener: (conversationId: string) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.emptyJournal().catch(() => undefined);
    this.closed = true;
    await Promise.allSettled(this.queues.values());
    await this.journal.close();
    this.open.clear();
  }

  /** Brings all that only the journal has into the conversations' files, then removes it. */
  private emptyJournal(): Promise<void> {
    this.emptying ??= this.emptyOnce().finally(() => {
      this.emptying = null;
    });
    return this.emptying;
  }

  private async emptyOnce(): Promise<void> {
    await this.journal.rotate();
    // What is written meanwhile has its turn at the next emptying.
    const behind = [...this.open.values()].flatMap(({ id, isBehind }) => (isBehind ? [id] : []));
    for (const id of new Set([...this.journal.olderIds, ...behind])) await this.inTurn(id, () => this.flushOne(id));
    await this.journal.removeOlder();
  }

  private async flushOne(id: string): Promise<void> {
    try {
      const conversation = await this.load(id);
      if (conversation) await this.flush(conversation);
      else this.journal.forget(id, this.journal.linesOf(id, 'older'));
    } catch (fault) {
      if (!(fault instanceof AdviserError) || fault.code !== 'store-corrupt') throw fault;
      // A damaged file still gets what belongs to it: whoever mends it has all.
      const lines = this.journal.linesOf(id, 'older');
      await this.writing(() => appendLines(fileOf(this.files, id), lines.map(({ sealed }) => sealed)));
      this.journal.forget(id, lines);
      this.left.delete(id);
    }
  }

  private async flush(conversation: ConversationFile): Promise<void> {
    await this.writing(async () => {
      // The mark first: a file without it would be a message that nobody answers.
      if (conversation.isUnanswered) await this.markers.set(conversation.id);
      await conversation.flush();
      if (!conversation.isUnanswered) await this.markers.remove(conversation.id);
    });
  }

  private async change<Result>(conversationId: string, work: (conversation: ConversationFile) => Promise<Result>): Promise<Result> {
    const result = await this.inTurn(conversationId, async () => {
      const conversation = await this.known(conversationId);
      return this.writing(() => work(conversation));
    });
    // One waits for it already: whatever waits on the same emptying is held in memory, with all it was about, until its end.
    if (this.emptying === null && this.journal.size > (this.options.journalBytes ?? JOURNAL_BYTES)) this.emptyJournal().catch(() => undefined);
    this.tell(conversationId);
    return result;
  }

  /** Looks at a conversation after the writes that came before: at once where none is under way and it is held, as it is in nearly every turn. */
  private async read<Result>(conversationId: string, look: (conversation: ConversationFile | null) => Result): Promise<Result> {
    const held = this.queues.has(conversationId) || this.closed ? undefined : this.open.get(conversationId);
    if (held === undefined) return this.inTurn(conversationId, async () => look(await this.load(conversationId)));
    this.hold(held);
    return look(held);
  }

  /** Runs a piece of work on one conversation after those that came before it. */
  private inTurn<Result>(conversationId: string, work: () => Promise<Result>): Promise<Result> {
    if (!SAFE_ID.test(conversationId)) return Promise.reject(unknown());
    if (this.closed) return Promise.reject(new AdviserError('store-failed', 'The store is closed.', 'Start the server again.'));
    const before = this.queues.get(conversationId);
    const result = before === undefined ? work() : before.then(work, work);
    const end = (): void => {
      if (this.queues.get(conversationId) === settled) this.queues.delete(conversationId);
    };
    const settled = result.then(end, end);
    this.queues.set(conversationId, settled);
    return result;
  }

  private async writing<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      this.failed = false;
      return result;
    } catch (cause) {
      if (cause instanceof AdviserError && cause.code !== 'store-failed') throw cause;
      this.failed = true;
      throw cause instanceof AdviserError ? cause : new AdviserError('store-failed', `A write to the store failed (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`, 'Look at the disk: is it full, or gone?', { cause });
    }
  }

  private async known(conversationId: string): Promise<ConversationFile> {
    return sure(await this.load(conversationId));
  }

  private async load(conversationId: string): Promise<ConversationFile | null> {
    const held = this.open.get(conversationId);
    if (held) {
      this.hold(held);
      return held;
    }
    if (!this.journal.has(conversationId) && !existsSync(fileOf(this.files, conversationId))) return null;
    const opened = await ConversationFile.open(conversationId, this.place, this.journal.linesOf(conversationId, 'all'));
    this.left.delete(conversationId);
    if (opened === null) return null;
    const { conversation, torn, inFile } = opened;
    // An emptying that a crash cut short had brought them over.
    this.journal.forget(conversationId, inFile);
    if (torn > 0) this.options.report?.('torn-tail', { conversation: conversationId, bytes: torn });
    if (conversation.isBehind) await this.writing(() => conversation.flush()).catch(() => undefined);
    this.hold(conversation);
    return conversation;
  }

  /** Holds a conversation as the one talked in last, and lets go of the one idle longest. */
  private hold(conversation: ConversationFile): void {
    this.open.delete(conversation.id);
    this.open.set(conversation.id, conversation);
    if (this.open.size <= (this.options.openAtMost ?? OPEN_AT_MOST)) return;
    for (const [id, idle] of this.open) {
      if (this.queues.has(id) || id === conversation.id || idle.isUnanswered || idle.isBehind) continue;
      this.open.delete(id);
      return;
    }
  }

  private tell(conversationId: string): void {
    for (const listener of this.listeners) listener(conversationId);
  }

}

/** Conversations that have a message in the journal and no answer to it. */
function waitingIn(left: readonly LeftLine<ConversationDoc>[]): Set<string> {
  const key = (id: string, seq: number | null): string => `${id} ${seq}`;
  const answered = new Set(left.flatMap(({ conversationId, doc }) => (doc.kind === 'turn' ? [key(conversationId, doc.answers)] : [])));
  return new Set(left.flatMap(({ conversationId, doc }) => (doc.kind === 'message' && !answered.has(key(conversationId, doc.seq)) ? [conversationId] : [])));
}

function sure(conversation: ConversationFile | null): ConversationFile {
  if (conversation === null) throw unknown();
  return conversation;
}

const unknown = (): AdviserError => new AdviserError('conversation-unknown', 'There is no such conversation.', 'Begin a new one.');
