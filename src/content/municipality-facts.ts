import { z } from 'zod';
import type { Language } from '../domain/language';
import type { Report } from './content-fault';
import { explainIssue } from './explain-issue';
import type { YamlFile } from './yaml-file';

/** A fact of the municipality, such as its phone number. `texts` is null while nobody knows it (`unknown: true`). */
export interface Fact {
  readonly key: string;
  readonly texts: Readonly<Record<Language, string>> | null;
  readonly checked: string | null;
  /** From this day on it counts as stale. */
  readonly expires: string | null;
  readonly file: string;
  readonly line: number;
}

const checkedAt = { source: z.string().min(1), checked: z.iso.date(), expires: z.iso.date().optional() };
const OneText = z.strictObject({ value: z.string().min(1), ...checkedAt }).transform(({ value, ...rest }) => ({ ...rest, da: value, en: value }));
const TextByLanguage = z.strictObject({ da: z.string().min(1), en: z.string().min(1), ...checkedAt });
const Unknown = z.strictObject({ unknown: z.literal(true) });

/** content/<municipality>/municipality.yaml: groups of facts, as deep as one likes. */
export const FactGroups = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'consists of small letters, digits and hyphens'), z.record(z.string(), z.unknown()));

/** The facts of a file by their keys, `adviser.phone`. Those that are not as they should be are reported and left out. */
export function readFacts(yaml: YamlFile<z.infer<typeof FactGroups>>, report: Report): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  const visit = (value: unknown, path: readonly string[]): void => {
    if (!isGroup(value)) return read(value, path);
    for (const [name, within] of Object.entries(value)) visit(within, [...path, name]);
  };
  const read = (value: unknown, path: readonly string[]): void => {
    const schema = kindOf(value);
    const parsed = schema.safeParse(value);
    const key = path.join('.');
    const { file } = yaml;
    if (parsed.success) {
      const { data } = parsed;
      const known = 'unknown' in data ? { texts: null, checked: null, expires: null } : { texts: { da: data.da, en: data.en }, checked: data.checked, expires: data.expires ?? null };
      facts.set(key, {
        key,
        ...known,
        file,
        get line() {
          return yaml.lineOf(path);
        },
      });
      return;
    }
    for (const issue of parsed.error.issues) {
      for (const { path: within, what, remedy } of explainIssue(issue, value, schema, 'It')) report({ file, line: yaml.lineOf([...path, ...within]), what: `${key}: ${what}`, remedy });
    }
  };
  visit(yaml.value, []);
  return facts;
}

const OF_A_FACT = new Set(['value', 'da', 'en', 'unknown', 'source', 'checked', 'expires']);
const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.keys(value).some((key) => OF_A_FACT.has(key));

function kindOf(value: unknown) {
  if (typeof value === 'object' && value !== null && 'unknown' in value) return Unknown;
  return typeof value === 'object' && value !== null && ('da' in value || 'en' in value) ? TextByLanguage : OneText;
}
