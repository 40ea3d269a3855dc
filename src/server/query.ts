import type { Request } from 'restify';

/** The query by name; what was given twice is a list, so that a schema that wants one value refuses it. */
export function queryOf(request: Request): Record<string, string | string[]> {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  return Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key).length === 1 ? (query.get(key) ?? '') : query.getAll(key)]));
}
