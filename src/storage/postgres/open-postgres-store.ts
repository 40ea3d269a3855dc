import type { Notification } from 'pg';
import type { z } from 'zod';
import { Account } from '../../domain/accounts/account';
import { ApiToken } from '../../domain/accounts/api-token';
import { Session } from '../../domain/accounts/session';
import { AdviserError } from '../../domain/adviser-error';
import { UnansweredQuestion } from '../../domain/conversations/unanswered-question';
import { WebhookCall } from '../../domain/cases/webhook-call';
import { KeptForm } from '../../domain/desk/kept-form';
import { Tombstone } from '../../domain/desk/tombstone';
import { secretBox } from '../secret-box';
import { deriveKey } from '../secret-key';
import type { Store } from '../store';
import { Database } from './database';
import { NodeLocks } from './node-locks';
import { NodeSession } from './node-session';
import { PostgresAuditLog } from './postgres-audit-log';
import { CASE_CHANNEL, PostgresCaseRepository } from './postgres-case-repository';
import { CONVERSATION_CHANNEL, PostgresConversationStore } from './postgres-conversation-store';
import { storeFailed } from './postgres-fault';
import { prepareDatabase } from './prepare-database';
import { PostgresKeyedStore } from './postgres-keyed-store';
import { SealedRows } from './sealed-rows';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host/database`. */
  readonly url: string;
  /** The same on every node. */
  readonly key: Uint8Array;
  readonly connections?: number;
  /** Told when the connection that listens is lost, and when it is back. */
  readonly report?: (code: 'store-lost' | 'store-back') => void;
}

/** Between two looks for what a lost notice would have told. */
const LOOK_SECONDS = 15;
/** A database that does not answer within this takes nothing either. */
const PROBE_MS = 1_000;


/**
 * Opens the store in PostgreSQL, for any number of equal nodes.
 *
 * @throws AdviserError `store-failed` when there is no database, `key-invalid` when the data were sealed with another key
 */
export async function openPostgresStore({ url, key, connections, report = () => undefined }: PostgresStoreOptions): Promise<Store> {
  const sealed = new SealedRows(secretBox(key), deriveKey(key, 'looked-for'));
  const database = new Database({ url, ...(connections === undefined ? {} : { connections }) });
  const session = new NodeSession({
    url,
    channels: [CONVERSATION_CHANNEL, CASE_CHANNEL],
    onNotice: (notice) => heard(notice),
    onLost: () => report('store-lost'),
    onBack: () => {
      report('store-back');
      conversations.tellOfGap();
      cases.tellOfGap();
    },
  });
  const locks = new NodeLocks(session);
  const conversations = new PostgresConversationStore({ database, sealed, locks });
  const cases = new PostgresCaseRepository(database, sealed);
  const heard = ({ channel, payload = '', processId }: Notification): void => {
    // What this node wrote it has told of already.
    if (database.isOwn(processId)) return;
    if (channel === CONVERSATION_CHANNEL) conversations.tell(payload);
    if (channel === CASE_CHANNEL) cases.tell(payload);
  };
  try {
    await session.open();
    await prepareDatabase(database, key);
  } catch (fault) {
    await session.close();
    await database.close();
    throw fault instanceof AdviserError ? fault : storeFailed(fault);
  }
  const look = setInterval(() => void conversations.tellOfRecent(LOOK_SECONDS).catch(() => undefined), LOOK_SECONDS * 1_000);
  look.unref();
  let took = false;
  const kept = <Value>(kind: string, schema: z.ZodType<Value>) => new PostgresKeyedStore(database, sealed, kind, schema);
  return {
    conversations,
    cases,
    accounts: kept('account', Account),
    sessions: kept('session', Session),
    apiTokens: kept('api-token', ApiToken),
    tombstones: kept('tombstone', Tombstone),
    webhookCalls: kept('webhook-call', WebhookCall),
    questions: kept('question', UnansweredQuestion),
    keptForms: kept('kept-form', KeptForm),
    audit: new PostgresAuditLog(database, sealed),
    work: locks,
    // By the session that listens: a node that can write and hear nothing is of no use to its clients either.
    takesWrites: async () => {
      const asked = session.rows('select pg_is_in_recovery() or current_setting($1)::boolean as refuses', ['transaction_read_only']).then(([row]) => (took = row?.refuses === false));
      // A session with much to do, which answers others meanwhile, is as well as it was.
      return within(PROBE_MS, asked).catch(() => took && session.hasAnsweredWithin(PROBE_MS));
    },
    close: async () => {
      clearInterval(look);
      await conversations.close();
      await cases.close();
      await session.close();
      await database.close();
    },
  };
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => (timer = setTimeout(() => failed(new Error('late')), ms)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
