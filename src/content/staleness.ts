import type { Report } from './content-fault';
import { isExpired } from './load-content';
import type { ReadContent } from './read-content';

/** Reports what has passed its date. It is still said, with the day of its last check. `today` is an ISO date. */
export function checkStaleness({ phrases, facts, hours }: ReadContent, today: string, report: Report): void {
  const remedy = 'Compare it with its source, then write the new dates in "checked" and "expires".';
  for (const { id, texts, checked, expires } of phrases.values()) {
    const { file, line } = texts.da;
    if (isExpired(expires, today)) report({ file, line, what: `"${id}" expired on ${expires}.`, remedy });
    if (checked !== undefined && checked > today) report({ file, line, what: `"${id}" says that it was checked on ${checked}, which is still to come.`, remedy: 'Correct the date.' });
  }
  for (const { key, file, line, expires } of facts.values()) if (isExpired(expires, today)) report({ file, line, what: `${key} expired on ${expires}.`, remedy });
  for (const [index, { id, expires }] of hours?.value.channels.entries() ?? []) {
    if (isExpired(expires, today)) report({ file: hours?.file ?? '', line: hours?.lineOf(['channels', index]) ?? 1, what: `The hours of ${id} expired on ${expires}.`, remedy });
  }
}
