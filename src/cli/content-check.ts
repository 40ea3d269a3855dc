import { AdviserError } from '../domain/adviser-error';
import { systemClock } from '../domain/calendar';
import { faultInWords, type ContentFault } from '../content/content-fault';
import { dataTexts } from '../content/data-texts';
import { loadPlainWords } from '../content/plain-words';
import { checkReadability, readabilityOf, type Readability } from '../content/readability';
import { readContent } from '../content/read-content';
import { checkStaleness } from '../content/staleness';
import { contentPlace } from './content/place';
import { table } from './content/table';

/** `npm run content:check`: everything an editor should look at in the content files; exit 1 when something must be put right. */
function main(): void {
  const place = contentPlace(process.env);
  const read = readContent(place);
  const isPlain = loadPlainWords(place.folder);
  const phrases = [...read.phrases.values()];
  const texts = [...phrases, ...dataTexts(read)];
  const errors: ContentFault[] = [...read.errors];
  const warnings: ContentFault[] = [];
  checkReadability(texts, isPlain, (fault) => errors.push(fault));
  checkStaleness(read, systemClock().toISODate(), (fault) => warnings.push(fault));
  const unknown = [...read.facts.values()].filter(({ texts }) => texts === null).map(({ key, file, line }) => `${file}:${line}: ${key}`);

  section('Errors', errors.map(faultInWords));
  section('Warnings: out of date', warnings.map(faultInWords));
  section('Nobody knows yet (unknown: true); the bot sends to the adviser', unknown);
  section('Readability (LIX)', readabilityTable(readabilityOf(texts, isPlain)));
  console.log(`${phrases.length} phrases in two languages: ${errors.length} errors, ${warnings.length} warnings.`);
  if (errors.length > 0) process.exitCode = 1;
}

function section(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
}

function readabilityTable(files: readonly Readability[]): string[] {
  const rows = files.map(({ file, words, sentences, lix, bound }) => [file, String(words), String(sentences), lix === null ? 'few words' : lix.toFixed(1), String(bound), lix !== null && lix > bound ? 'too hard' : '']);
  return table(['file', 'words', 'sentences', 'LIX', 'at most', ''], rows);
}

try {
  main();
} catch (fault) {
  console.error(fault instanceof AdviserError ? fault.message : fault);
  process.exitCode = 1;
}
