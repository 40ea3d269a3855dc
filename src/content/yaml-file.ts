import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, Scalar, type Document, type YAMLError } from 'yaml';
import type { z } from 'zod';
import type { Report } from './content-fault';
import { explainIssue } from './explain-issue';

/** A content file that was read and is as its schema says. */
export interface YamlFile<Value> {
  /** Its path, content folder included. */
  readonly file: string;
  readonly value: Value;
  /** The line on which the piece at the path begins, or the nearest thing around it that is there. */
  lineOf(path: readonly PropertyKey[]): number;
  /** The line of a place in the text at the path, `offset` characters from its start. */
  lineInText(path: readonly PropertyKey[], offset: number): number;
}

/** What to do about the faults of YAML that editors make most; others say what the parser says. */
const TAB = { what: 'A tab stands where spaces belong.', remedy: 'Replace it by spaces, two a level.' };
const KNOWN: Readonly<Record<string, { what: string; remedy: string }>> = {
  DUPLICATE_KEY: { what: 'The same key stands twice.', remedy: 'Remove one of the two, or give it another name.' },
  MULTIPLE_DOCS: { what: 'A line of "---" begins a new document.', remedy: 'Indent it like the text around it; then it parts two message bubbles.' },
};

interface Parsed {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** The last parsing of each file: when an editor changes one of sixty, the others are not parsed again. */
const lastParsed = new Map<string, Parsed>();

function parsedOf(file: string, text: string): Parsed {
  const last = lastParsed.get(file);
  if (last?.text === text) return last;
  const lines = new LineCounter();
  const parsed = { text, document: parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true }), lines };
  lastParsed.set(file, parsed);
  return parsed;
}

/** What files hold that were parsed when the program was built, by the SHA-256 of their bytes; checked like any other. */
let parsedBefore: Readonly<Record<string, unknown>> = {};

/** Tells where that stands, as `src/build.mjs` writes it. A content file whose bytes are others is parsed as ever. */
export function takeParsedFrom(path: string): void {
  parsedBefore = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : {};
}

/** What a file holds; null after it was reported that this cannot be told. */
function rootOf(file: string, bytes: Uint8Array, text: string, report: Report): { readonly root: unknown } | null {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (Object.hasOwn(parsedBefore, hash)) return { root: parsedBefore[hash] };
  const { document, lines } = parsedOf(file, text);
  for (const error of document.errors) {
    const { line } = lines.linePos(error.pos[0]);
    report({ file, line, ...explainSyntax(error, text.split('\n')[line - 1] ?? '') });
  }
  if (document.errors.length > 0) return null;
  try {
    return { root: document.toJS() };
  } catch (cause) {
    report({ file, line: 1, what: `It cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`, remedy: 'Write the text out instead of referring to it with *; put a text that begins with * in quotes.' });
    return null;
  }
}

/** Reads a content file; whatever is wrong is reported with its line, and then the answer is null. */
export function readYaml<Value>(file: string, bytes: Uint8Array, schema: z.ZodType<Value>, report: Report): YamlFile<Value> | null {
  const text = decoded(file, bytes, report);
  if (text === null) return null;
  const read = rootOf(file, bytes, text, report);
  if (read === null) return null;
  const { root } = read;
  const lineOf = (path: readonly PropertyKey[]) => {
    const { document, lines } = parsedOf(file, text);
    return lines.linePos(find(document, path).start).line;
  };
  const parsed = schema.safeParse(root);
  if (parsed.success) {
    const lineInText = (path: readonly PropertyKey[], offset: number) => {
      const { document, lines } = parsedOf(file, text);
      const { start, text: scalar } = find(document, path);
      // Only a block ("|") keeps its lines; the first stands below the line of the key.
      if (scalar?.type !== Scalar.BLOCK_LITERAL) return lines.linePos(start).line;
      return lines.linePos(scalar.range?.[0] ?? start).line + String(scalar.value).slice(0, offset).split('\n').length;
    };
    return { file, value: parsed.data, lineOf, lineInText };
  }
  if (root === null) report({ file, line: 1, what: 'The file holds nothing.', remedy: 'Write its content, or delete the file.' });
  else for (const issue of parsed.error.issues) for (const { path, what, remedy } of explainIssue(issue, root, schema)) report({ file, line: lineOf(path), what, remedy });
  return null;
}

function decoded(file: string, bytes: Uint8Array, report: Report): string | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.startsWith('\uFEFF') || (bytes[0] === 0xff && bytes[1] === 0xfe)) {
    report({ file, line: 1, what: 'It begins with a byte order mark (BOM).', remedy: 'Save it as UTF-8 without BOM.' });
    return null;
  }
  const strange = text.indexOf('\uFFFD');
  if (strange < 0) return text;
  report({ file, line: text.slice(0, strange).split('\n').length, what: 'It holds a character that is not UTF-8.', remedy: 'Save it as UTF-8 without BOM, then look whether æ, ø and å are right.' });
  return null;
}

/** The parser tells of a tab in many ways, by what stands around it; the line itself tells it plainly. */
function explainSyntax({ code, message }: YAMLError, line: string): { what: string; remedy: string } {
  if (/^ *\t/.test(line)) return TAB;
  return KNOWN[code] ?? { what: `It is not YAML: ${message.replace(/\.$/, '')}.`, remedy: 'Look at the indentation, colons and quotes on this line and the one above.' };
}

/** Where the piece at a path begins; a key counts as the beginning of its value. */
function find(document: Document.Parsed, path: readonly PropertyKey[]): { start: number; text: Scalar | null } {
  let start = document.contents?.range[0] ?? 0;
  let node: unknown = document.contents;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return { start, text: null };
      if (isNode(pair.key)) start = pair.key.range?.[0] ?? start;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isNode(node)) start = node.range?.[0] ?? start;
    }
  }
  return { start, text: isScalar(node) ? node : null };
}
