import type { AuditEntry, AuditEvent } from './audit-entry';

/**
 * PORT: the audit log. It only grows. What is asked for is shown to nobody before its entry is on the disk: a promise that
 * resolves means that the entry survives a power cut.
 */
export interface AuditLog {
  append(event: AuditEvent): Promise<AuditEntry>;
  /** In the order in which they came. */
  all(): Promise<readonly AuditEntry[]>;
}
