import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import { Account } from '../../domain/accounts/account';
import { ApiToken } from '../../domain/accounts/api-token';
import { Session } from '../../domain/accounts/session';
import { UnansweredQuestion } from '../../domain/conversations/unanswered-question';
import { WebhookCall } from '../../domain/cases/webhook-call';
import { KeptForm } from '../../domain/desk/kept-form';
import { Tombstone } from '../../domain/desk/tombstone';
import { LocalWork } from '../../domain/exclusive-work';
import { holdDataFolder, type DataFolder } from './data-folder';
import { NedbAuditLog } from './nedb-audit-log';
import { NedbCaseRepository } from './nedb-case-repository';
import { DiskProbe } from './disk-probe';
import { NedbConversationStore } from './nedb-conversation-store';
import type { ReportDamage } from './sealed-lines';
import { NedbKeyedStore } from './nedb-keyed-store';
import { secretBox, type SecretBox } from '../secret-box';
import { KEPT_KINDS, type KeptKind, type MovedRecord } from '../moved-record';
import type { Store } from '../store';
import { writeWhole } from '../write-whole';

/** The store in a data folder, for one process. */
export interface EmbeddedStore extends Store {
  /** False while writes fail; true again once one has succeeded. */
  healthy(): boolean;
  /** All that it holds, for another store. `clientKeyOf`: the keyed hash under which that one looks for a client's own id. */
  everything(clientKeyOf: (clientId: string) => string): AsyncIterable<MovedRecord>;
}

/** What is sealed in the data folder so that a wrong key is found before it reads anything as damage. */
const PROOF = 'vejviser';

const CaseId = z.looseObject({ handoff: z.looseObject({ reference: z.string() }) });

export interface EmbeddedStoreOptions {
  readonly dataDir: string;
  readonly key: Uint8Array;
  readonly openAtMost?: number;
  readonly journalBytes?: number;
  /** Told of damage that was found and passed over. */
  readonly report?: ReportDamage;
}

/**
 * Opens the store.
 *
 * @throws AdviserError `store-locked`, `store-failed`, `store-corrupt`, or `key-invalid` when the data were sealed with another key
 */
export async function openEmbeddedStore({ dataDir, key, ...more }: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const folder = holdDataFolder(dataDir);
  try {
    return await openHeld(folder, secretBox(key), more);
  } catch (fault) {
    folder.release();
    throw fault;
  }
}

async function openHeld(folder: DataFolder, box: SecretBox, more: Omit<EmbeddedStoreOptions, 'dataDir' | 'key'>): Promise<EmbeddedStore> {
  proveKey(join(folder.path, 'key-proof.txt'), box);
  const conversations = await NedbConversationStore.open({ folder: folder.path, box, ...more });
  const cases = await NedbCaseRepository.open({ cases: join(folder.path, 'cases.db'), attempts: join(folder.path, 'pin-attempts.db') }, box, more.report);
  const kept = <Value>(name: string, schema: z.ZodType<Value>) => NedbKeyedStore.open(join(folder.path, name), schema, box);
  const [accounts, sessions, apiTokens, tombstones, webhookCalls, questions, keptForms] = [await kept('accounts.db', Account), await kept('sessions.db', Session), await kept('api-tokens.db', ApiToken), await kept('tombstones.db', Tombstone), await kept('webhook-calls.db', WebhookCall), await kept('questions.db', UnansweredQuestion), await kept('kept-forms.db', KeptForm)];
  const audit = await NedbAuditLog.open(join(folder.path, 'audit.db'), box);
  const recoverable = [cases, accounts, sessions, apiTokens, tombstones, webhookCalls, questions, keptForms, audit];
  const all = [conversations, cases, accounts, sessions, apiTokens, tombstones, webhookCalls, questions, keptForms, audit];
  const probe = new DiskProbe(join(folder.path, 'probe'));
  return {
    conversations,
    cases,
    accounts,
    sessions,
    apiTokens,
    tombstones,
    webhookCalls,
    questions,
    keptForms,
    audit,
    work: new LocalWork(),
    everything: async function* (clientKeyOf) {
      for await (const value of conversations.everything(clientKeyOf)) yield { kind: 'conversation', id: value.id, value };
      for await (const { conversationId, upload } of conversations.everyUpload()) yield { kind: 'upload', id: `${conversationId}/${upload.id}`, conversationId, value: upload };
      const { cases: all, attempts } = await cases.everything();
      for (const value of all) yield { kind: 'case', id: CaseId.parse(value).handoff.reference, value };
      for (const { reference, attempts: value } of attempts) yield { kind: 'pin-attempts', id: reference, value };
      const stores = { account: accounts, session: sessions, 'api-token': apiTokens, tombstone: tombstones, 'webhook-call': webhookCalls, question: questions, 'kept-form': keptForms } satisfies Record<KeptKind, unknown>;
      for (const kind of KEPT_KINDS) for (const { id, value } of await stores[kind].everything()) yield { kind, id, value };
      for (const value of await audit.all()) yield { kind: 'audit', id: String(value.seq), value };
    },
    healthy: () => all.every(({ healthy }) => healthy),
    takesWrites: async () => {
      const takes = await probe.takesWrites();
      conversations.healthy = takes;
      for (const part of recoverable) if (takes && !part.healthy) await part.recover().catch(() => undefined);
      return takes && recoverable.every(({ healthy }) => healthy);
    },
    close: async () => {
      for (const each of all) await each.close();
      folder.release();
    },
  };
}

function proveKey(file: string, box: SecretBox): void {
  if (!existsSync(file)) {
    writeWhole(file, box.seal(PROOF));
    return;
  }
  try {
    if (box.open(readFileSync(file, 'utf8')) === PROOF) return;
  } catch {
    // Not opened by this key, or damaged: either way nothing else is touched.
  }
  throw new AdviserError('key-invalid', 'The data were sealed with another key.', 'Put the key back that they were made with (SECRET_KEY, SECRET_KEY_FILE, or the .key file beside the data folder).');
}
