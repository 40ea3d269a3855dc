import type { Content } from '../content/content';
import type { Account } from '../domain/accounts/account';
import type { ApiToken } from '../domain/accounts/api-token';
import type { KeyedStore } from '../domain/accounts/keyed-store';
import type { Session } from '../domain/accounts/session';
import type { AuditLog } from '../domain/audit/audit-log';
import type { Now } from '../domain/calendar';
import type { KeyedHash } from '../domain/cases/pin';
import type { SeeDanger } from '../domain/cases/danger-told';
import type { CaseRepository } from '../domain/cases/case-repository';
import type { ComplaintFiles } from '../domain/complaints/complaint-files';
import type { WriteReport } from '../domain/desk/report-file';
import type { LetterMail } from '../domain/desk/letter-mail';
import type { ExclusiveWork } from '../domain/exclusive-work';
import type { UnansweredQuestion } from '../domain/conversations/unanswered-question';
import type { KeptForm } from '../domain/desk/kept-form';
import type { Tombstone } from '../domain/desk/tombstone';
import type { OpenIdSettings } from './people/open-id';

/** What the desk is built of. */
export interface DeskParts {
  readonly content: () => Content;
  readonly cases: CaseRepository;
  readonly accounts: KeyedStore<Account>;
  readonly sessions: KeyedStore<Session>;
  readonly apiTokens: KeyedStore<ApiToken>;
  readonly tombstones: KeyedStore<Tombstone>;
  readonly questions: KeyedStore<UnansweredQuestion>;
  readonly keptForms: KeyedStore<KeptForm>;
  /** Milliseconds since 1970: chats whose last message came before are erased. */
  readonly chatsBefore: () => number;
  /** Words that are nobody's name, in small letters. */
  readonly isKnownWord: (word: string) => boolean;
  /** Sees danger in what is written down at the desk. */
  readonly seeDanger: SeeDanger;
  readonly audit: AuditLog;
  /** What only one node may do at a time. */
  readonly work: ExclusiveWork;
  /** Erases a conversation with all its files; one that is gone already is no fault. */
  readonly eraseConversation: (conversationId: string) => Promise<void>;
  /** Under the server's key for PINs: cases entered here get one as well. */
  readonly pinHash: KeyedHash;
  /** Writes letters and cases out. */
  readonly papers: ComplaintFiles;
  readonly writeReport: WriteReport;
  /** Sends letters to departments; null where no mail server is set. */
  readonly letterMail: LetterMail | null;
  /** For the secret of forms, and for words in the audit log. */
  readonly deskKey: Uint8Array;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly now: Now;
  /** Null: passwords are kept here. */
  readonly openId: OpenIdSettings | null;
  /** The address of this server, for the way back from the OpenID provider. */
  readonly publicUrl: () => string;
  readonly caseMonths: number;
  readonly log: { info(code: string, fields?: Readonly<Record<string, string | number>>): void; warn(code: string, fields?: Readonly<Record<string, string | number>>): void; error(code: string, fields?: Readonly<Record<string, string | number>>): void };
}
