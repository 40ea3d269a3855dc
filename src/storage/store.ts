import type { Account } from '../domain/accounts/account';
import type { ApiToken } from '../domain/accounts/api-token';
import type { KeyedStore } from '../domain/accounts/keyed-store';
import type { Session } from '../domain/accounts/session';
import type { AuditLog } from '../domain/audit/audit-log';
import type { CaseRepository } from '../domain/cases/case-repository';
import type { WebhookCall } from '../domain/cases/webhook-call';
import type { ConversationStore } from '../domain/conversations/conversation-store';
import type { UnansweredQuestion } from '../domain/conversations/unanswered-question';
import type { KeptForm } from '../domain/desk/kept-form';
import type { Tombstone } from '../domain/desk/tombstone';
import type { ExclusiveWork } from '../domain/exclusive-work';

/** All that is kept, behind its ports: in a data folder for one process, or in PostgreSQL for any number of nodes. */
export interface Store {
  readonly conversations: ConversationStore;
  readonly cases: CaseRepository;
  readonly accounts: KeyedStore<Account>;
  readonly sessions: KeyedStore<Session>;
  readonly apiTokens: KeyedStore<ApiToken>;
  /** What is left of erased cases, for the statistics. */
  readonly tombstones: KeyedStore<Tombstone>;
  /** Calls of the webhook that nobody has taken yet. */
  readonly webhookCalls: KeyedStore<WebhookCall>;
  /** Questions that the bot could not answer, masked. */
  readonly questions: KeyedStore<UnansweredQuestion>;
  /** Forms of the desk that wait for whoever filled them in. */
  readonly keptForms: KeyedStore<KeptForm>;
  readonly audit: AuditLog;
  /** What only one node may do at a time. */
  readonly work: ExclusiveWork;
  /** Tries whether a write can be kept; what had failed takes writes again when it does. */
  takesWrites(): Promise<boolean>;
  close(): Promise<void>;
}
