/** One step of the tables' history. A step that has been released is never changed: a later one mends it. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
