import type { Migration } from './migration';

/**
 * What is in the clear: ids that we drew, references of cases, numbers and moments. All else is sealed (`bytea`) before it
 * comes here, or is a keyed hash that only serves to be compared.
 */
export const tables: Migration = {
  number: 1,
  name: 'tables',
  sql: `
create table key_proof (
  one boolean primary key default true check (one),
  sealed bytea not null
);

-- A row is changed twice a turn: room in its page, and no index on what changes, keep that cheap (HOT).
create table conversation (
  id text collate "C" primary key,
  head bytea not null,
  started_at bigint not null,
  last_at bigint not null,
  last_seq integer not null default 0,
  turns integer not null default 0,
  greeted boolean not null default false,
  state bytea
) with (fillfactor = 70);
create index conversation_started_at on conversation (started_at);

create table activity (
  conversation_id text collate "C" not null references conversation on delete cascade,
  seq integer not null,
  body bytea not null,
  client_key bytea,
  written_at timestamptz not null default clock_timestamp(),
  primary key (conversation_id, seq)
);
create unique index activity_client_key on activity (conversation_id, client_key) where client_key is not null;
create index activity_written_at on activity (written_at);

-- One for each message of a citizen: where its replies begin and how many they are; without those it waits for its answer.
create table turn (
  conversation_id text collate "C" not null references conversation on delete cascade,
  answers integer not null,
  first_seq integer,
  replies integer,
  primary key (conversation_id, answers)
);
create index turn_waiting on turn (conversation_id, answers) where first_seq is null;

create table upload (
  conversation_id text collate "C" not null references conversation on delete cascade,
  id text collate "C" not null,
  received_at bigint not null,
  body bytea not null,
  primary key (conversation_id, id)
);
create index upload_received_at on upload (received_at);

-- For an hour, so that a node that did not hear of an erasure still learns of it.
create table erased_conversation (
  id text collate "C" not null,
  erased_at timestamptz not null default clock_timestamp()
);
create index erased_conversation_erased_at on erased_conversation (erased_at);

create table handoff_case (
  reference text collate "C" primary key,
  idempotency_key bytea not null unique,
  added bigint generated always as identity,
  noticed boolean not null,
  body bytea not null
);
create index handoff_case_added on handoff_case (added);
create index handoff_case_unnoticed on handoff_case (added) where not noticed;

create table pin_attempts (
  reference text collate "C" primary key,
  body bytea not null
);

create table kept (
  kind text collate "C" not null,
  id text collate "C" not null,
  body bytea not null,
  primary key (kind, id)
);

create table audit (
  seq bigint primary key,
  body bytea not null
);
create function audit_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log only grows';
end $$;
create trigger audit_only_grows before update or delete on audit for each row execute function audit_only_grows();
create trigger audit_is_not_emptied before truncate on audit for each statement execute function audit_only_grows();
`,
};
