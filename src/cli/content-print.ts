import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AdviserError } from '../domain/adviser-error';
import { systemClock } from '../domain/calendar';
import { contentInvalid } from '../content/content-fault';
import { loadPlainWords } from '../content/plain-words';
import { readContent } from '../content/read-content';
import { contentPage } from './content/page';
import { contentPlace } from './content/place';

/** `npm run content:print [-- --out FILE]`: every text on one page, for reading and correcting on paper. */
function main(): void {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const place = contentPlace(process.env);
  const read = readContent(place);
  if (read.errors.length > 0) throw contentInvalid(read.errors);
  const page = contentPage(read, loadPlainWords(place.folder), systemClock().toISODate());
  if (values.out === undefined) process.stdout.write(page);
  else writeFileSync(values.out, page);
}

try {
  main();
} catch (fault) {
  console.error(fault instanceof AdviserError ? fault.message : fault);
  process.exitCode = 1;
}
