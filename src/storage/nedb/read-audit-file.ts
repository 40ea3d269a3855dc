import { readFileSync } from 'node:fs';
import { AuditEntry, brokenAt } from '../../domain/audit/audit-entry';
import type { AuditCheck } from '../audit-check';
import { sha256 } from './nedb-audit-log';
import { secretBox } from '../secret-box';

/**
 * Checks the audit file as it lies on the disk, without taking it: the server may go on writing. A last line that is just being
 * written counts as damaged: check again.
 */
export function checkAuditFile(path: string, key: Uint8Array): AuditCheck {
  const box = secretBox(key);
  const entries: AuditEntry[] = [];
  const lines = readFileSync(path, 'utf8').split('\n');
  // What follows the last end of a line is nothing, while the file is whole.
  if (lines.at(-1) === '') lines.pop();
  else return { kind: 'line-damaged', line: lines.length };
  for (const [index, line] of lines.entries()) {
    try {
      if (!isExactBase64(line.slice(line.indexOf('.') + 1))) return { kind: 'line-damaged', line: index + 1 };
      const doc: unknown = JSON.parse(box.open(line));
      // NeDB notes its indexes as lines as well.
      if (typeof doc === 'object' && doc !== null && 'whole' in doc) entries.push(AuditEntry.parse(JSON.parse(String(doc.whole))));
    } catch {
      return { kind: 'line-damaged', line: index + 1 };
    }
  }
  // NeDB writes the file anew at a start, in an order of its own.
  entries.sort((a, b) => a.seq - b.seq);
  const broken = brokenAt(entries, sha256);
  return broken === null ? { kind: 'whole', entries: entries.length, head: entries.at(-1)?.hash ?? null } : { kind: 'chain-broken', entry: broken };
}

/** Some letters of base64 carry bits that say nothing: a change of those opens all the same, and is a change. */
const isExactBase64 = (text: string): boolean => Buffer.from(text, 'base64').toString('base64') === text;
