/**
 * PORT: things kept under an id: accounts, sessions, tokens, tombstones. A promise that resolves after a write means that the
 * write survives a power cut; one that rejects (`store-failed`) has left nothing behind.
 */
export interface KeyedStore<Value> {
  /** Rejects with `id-taken` when there is one of that id. */
  add(id: string, value: Value): Promise<void>;
  /** Null when there is none. */
  find(id: string): Promise<Value | null>;
  /** All, in the order of their ids. */
  all(): Promise<readonly Value[]>;
  /** Changes one in a single step and gives it as it was kept. Null when there is none. */
  change(id: string, by: (value: Value) => Value): Promise<Value | null>;
  /** Removes them for good; ids that are not there are passed over. Nothing of them is left on the disk. */
  remove(ids: readonly string[]): Promise<void>;
}
