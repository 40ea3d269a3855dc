import { tables } from './0001-tables';
import { written } from './0002-written';
import type { Migration } from './migration';

export type { Migration } from './migration';

/** In the order in which they are applied. */
export const MIGRATIONS: readonly Migration[] = [tables, written];
