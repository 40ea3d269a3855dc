import { join } from 'node:path';
import { checkLaws } from './check-laws';
import { checkPhrases } from './check-phrases';
import { checkTongues } from './check-tongues';
import type { ContentFault, Report } from './content-fault';
import { COUNTRY, readContentFiles, type ContentPlace } from './content-files';
import { readKnownThings, type KnownThings } from './municipality-files';
import type { Tongue } from '../domain/language';
import type { Phrase } from './phrase';
import { readPhrases } from './read-phrases';
import { readTongues, type TongueContent } from './tongues';

/** All that stands in the content files, with all that is wrong in them. */
export interface ReadContent extends KnownThings {
  readonly place: ContentPlace;
  readonly version: string;
  /** Those in force: a municipality's own come before the country's with the same id. */
  readonly phrases: ReadonlyMap<string, Phrase>;
  /** Languages without full content, those that have a file. */
  readonly tongues: ReadonlyMap<Tongue, TongueContent>;
  /** Anything here keeps the content from going live. */
  readonly errors: readonly ContentFault[];
}

/** Phrases that the content itself relies on. */
const RELIED_ON = ['notice', 'last-checked'];

/** Reads and checks all content of one municipality. Throws `content-invalid` only when there is no such folder. */
export function readContent(place: ContentPlace): ReadContent {
  const errors: ContentFault[] = [];
  const report: Report = (fault) => errors.push(fault);
  const files = readContentFiles(place);
  const known = readKnownThings(files, report);
  const tongues = readTongues(files, known.facts, report);
  const inScopes = [COUNTRY, place.municipality].flatMap((scope) => readPhrases(files, scope, report));
  const phrases = new Map(inScopes.map((phrase) => [phrase.id, phrase]));
  // References into a file that could not be read would all be faults; the one that causes them is told first and alone.
  if (errors.length === 0) {
    checkPhrases({ phrases, facts: known.facts }, report);
    checkTongues(tongues, phrases, known.facts, report);
    checkStated({ ...known, phrases }, report);
    checkLaws({ ...known, phrases }, report);
    for (const id of RELIED_ON) if (!phrases.has(id)) report({ file: join(place.folder, COUNTRY, 'da'), line: 1, what: `There is no phrase "${id}".`, remedy: 'Add it.' });
  }
  return { ...known, place, version: files.version, phrases, tongues, errors };
}

/** Every fact of the municipality's list is stated by a phrase, so that none is lost when texts are rewritten. */
function checkStated({ toBeStated, phrases }: Pick<ReadContent, 'toBeStated' | 'phrases'>, report: Report): void {
  if (!toBeStated) return;
  const stated = new Set([...phrases.values()].flatMap(({ facts = [] }) => facts));
  for (const [id, fact] of Object.entries(toBeStated.value)) {
    if (!stated.has(id)) report({ file: toBeStated.file, line: toBeStated.lineOf([id]), what: `No phrase states ${id}: ${fact}`, remedy: `Say it in a phrase and put ${id} among its "facts".` });
  }
}
