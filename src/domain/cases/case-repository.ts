import type { CaseRecord } from './desk-file';

export type { CaseRecord };

/** How often a PIN was tried in vain for a reference, known or not. */
export interface PinAttempts {
  readonly failed: number;
  /** Milliseconds since 1970; null when not locked. */
  readonly lockedUntil: number | null;
  /** How many times in a row it was locked; each lock is longer than the one before. */
  readonly locks: number;
}

/**
 * PORT: where cases handed to the adviser are kept. A promise that resolves after a write means that the write survives
 * a power cut; a write that rejects (`store-failed`) has left nothing behind.
 */
export interface CaseRepository {
  /**
   * Keeps a case. Where the idempotency key is there already, nothing is added and the case kept before comes back.
   * Rejects with `case-exists` when the reference is taken by another.
   */
  add(record: CaseRecord): Promise<CaseRecord>;
  /** Null when there is none, or when it has been deleted under the retention rules. */
  find(reference: string): Promise<CaseRecord | null>;
  findByIdempotencyKey(key: string): Promise<CaseRecord | null>;
  /** Newest first. */
  list(): Promise<readonly CaseRecord[]>;
  /** Cases of which the adviser has not been told yet, oldest first. */
  unnoticed(): Promise<readonly CaseRecord[]>;
  /** Rejects with `case-unknown`. */
  markNoticed(reference: string, at: number): Promise<void>;
  /**
   * Changes a case in one step: `by` is given it as it stands, and no other change comes between. Gives it as it was kept.
   * Rejects with `case-unknown`, and with what `by` throws; then nothing was changed.
   */
  change(reference: string, by: (record: CaseRecord) => CaseRecord): Promise<CaseRecord>;
  /** Removes cases for good, and what was tried on their PINs; nothing of them is left on the disk. References that are not there are passed over. */
  remove(references: readonly string[]): Promise<void>;
  /** Attempts are kept for references that do not exist as well, so that the answer gives nothing away. */
  pinAttempts(reference: string): Promise<PinAttempts>;
  savePinAttempts(reference: string, attempts: PinAttempts): Promise<void>;
  /**
   * Calls `changed` with a reference once a case was added, changed or removed, on whatever node; `missed` when some may have
   * gone unheard. That the adviser was told (`markNoticed`) is no change. Gives the way to stop.
   */
  watch(changed: (reference: string) => void, missed?: () => void): () => void;
  close(): Promise<void>;
}
