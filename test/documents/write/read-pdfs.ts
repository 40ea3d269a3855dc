import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

/** An element of the structure by which a PDF is read aloud. */
export interface PdfElement {
  readonly role: string | null;
  readonly lang: string | null;
  readonly text: string;
  readonly children: readonly PdfElement[];
}
const Element: z.ZodType<PdfElement> = z.object({ role: z.string().nullable(), lang: z.string().nullable(), text: z.string(), children: z.array(z.lazy(() => Element)) });

const ReadPdf = z.object({
  info: z.record(z.string(), z.unknown()),
  xmp: z.string(),
  marked: z.boolean(),
  showsTitle: z.boolean(),
  bookmarks: z.array(z.string()),
  size: z.array(z.number()),
  /** `foot`: what stands outside the structure; `untagged`: what stands in no element of it. */
  pages: z.array(z.object({ tree: Element, foot: z.string(), untagged: z.array(z.unknown()) })),
});
export type ReadPdf = z.infer<typeof ReadPdf>;

/** Reads PDF files back with pdf.js. */
export function readPdfs(files: readonly Uint8Array[]): ReadPdf[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'read-pdf.mjs')], {
    input: JSON.stringify(files.map((bytes) => Buffer.from(bytes).toString('base64'))),
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return z.array(ReadPdf).parse(JSON.parse(stdout));
}

/** The elements below the document, page after page: one that goes over a page break comes once for each page. */
export const elementsOf = ({ pages }: ReadPdf): PdfElement[] => pages.flatMap(({ tree }) => tree.children.flatMap((each) => (each.role === 'Document' ? each.children : [each])));

/** What is read, without blanks: pdf.js leaves out those at the end of a line. */
export const lettersOf = (elements: readonly PdfElement[]): string => bare(elements.map(({ text }) => text).join(''));
export const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '');
