import type { z } from 'zod';
import { permittedKeys } from './permitted-keys';

/** What a schema has against a piece of data, in words for whoever edits the file. */
export interface Explained {
  /** Leads to the piece. */
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly remedy: string;
}

const WANTED: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/** Says what one issue of a schema means; more than one answer where several keys are unknown. `whole` names the data itself. */
export function explainIssue(issue: z.core.$ZodIssue, root: unknown, schema: z.core.$ZodType, whole = 'The file'): readonly Explained[] {
  const { path } = issue;
  const place = path.length === 0 ? whole : placeOf(path);
  const found = valueAt(root, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const permitted = permittedKeys(schema, path);
      const remedy = `${permitted.length > 0 ? `Permitted: ${permitted.join(', ')}. ` : ''}Correct the name or remove it.`;
      return issue.keys.map((key) => ({ path: [...path, key], what: `${place} has the unknown key "${key}".`, remedy }));
    }
    case 'invalid_type':
      return [{ path, ...explainType(place, found, issue.expected) }];
    case 'invalid_value':
      return [{ path, what: `${place} is ${quoted(found)}.`, remedy: `Permitted: ${issue.values.map(String).join(', ')}.` }];
    case 'invalid_key':
      return [{ path, what: `${quoted(path.at(-1))} cannot be a name here: it ${issue.issues[0]?.message ?? 'is not permitted'}.`, remedy: 'Correct the name.' }];
    case 'invalid_format':
      return [{ path, what: `${place} is ${quoted(found)}.`, remedy: issue.format === 'date' ? 'Write a day that exists, such as 2026-11-24.' : `It ${issue.message}.` }];
    case 'too_small':
      return [{ path, what: `${place} is empty.`, remedy: 'Write it, or remove the whole entry.' }];
    default:
      return [{ path, what: `${place} is not as it must be.`, remedy: `It ${issue.message}.` }];
  }
}

function explainType(place: string, found: unknown, expected: string): Pick<Explained, 'what' | 'remedy'> {
  const wanted = WANTED[expected] ?? expected;
  if (found === undefined) return { what: `${place} is missing.`, remedy: `Add it: it is ${wanted}.` };
  if (found === null) return { what: `${place} is empty.`, remedy: `Write ${wanted} there.` };
  if (expected === 'string' && typeof found !== 'object') return { what: `${place} is the ${typeof found} ${String(found)}.`, remedy: `Put it in quotes to make it a text: "${String(found)}".` };
  return { what: `${place} is ${Array.isArray(found) ? 'a list' : typeof found === 'object' ? 'keys with values' : quoted(found)}.`, remedy: `Write ${wanted} there.` };
}

/** "contact.email" › "text": ids hold dots themselves, so a dot cannot part the steps. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? `no. ${step + 1}` : `"${String(step)}"`)).join(' › ');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined), root);
}

/** A long text is cut: the line number leads to the rest. */
function quoted(value: unknown): string {
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
