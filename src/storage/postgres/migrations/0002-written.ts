import type { Migration } from './migration';

/**
 * A row for each transaction, so that what became of one whose commit got no answer can be looked up. Its number alone does not tell: after a
 * crash PostgreSQL may give the number of a transaction of which nothing had reached the disk to another.
 */
export const written: Migration = {
  number: 2,
  name: 'written',
  sql: `
create table written (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default clock_timestamp()
);
create index on written (at);
`,
};
