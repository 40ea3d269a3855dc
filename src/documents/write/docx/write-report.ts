import { AlignmentType, HeadingLevel, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { ReportPaper, ReportPaperTable } from '../../../domain/desk/report-file';
import type { PaperWords } from '../paper';
import { oneLine, printable } from '../printable';
import { a4Document } from './a4-document';
import { RIGHT_EDGE } from './styles';

/** Writes the annual report: every number stands in a table, as a screen reader reads it. */
export const writeReportDocx = ({ title, lead, tables, nothing }: ReportPaper, words: PaperWords): Promise<Uint8Array> =>
  a4Document(
    title,
    [
      new Paragraph({ heading: HeadingLevel.HEADING_1, text: oneLine(title) }),
      ...lead.map((text) => new Paragraph({ text: printable(text) })),
      ...tables.flatMap((table) => [new Paragraph({ heading: HeadingLevel.HEADING_2, text: oneLine(table.heading) }), table.rows.length === 0 ? new Paragraph({ text: nothing }) : tableOf(table)]),
    ],
    words,
  );

/** The names take what the numbers leave. */
const NUMBER_WIDTH = 2300;

function tableOf({ head, rows }: ReportPaperTable): Table {
  const widths = head.map((_name, place) => (place === 0 ? RIGHT_EDGE - NUMBER_WIDTH * (head.length - 1) : NUMBER_WIDTH));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: cells.map((text, place) => new TableCell({
        width: { size: widths[place] ?? NUMBER_WIDTH, type: WidthType.DXA },
        margins: { top: 60, bottom: 60, left: 100, right: 100 },
        children: [new Paragraph({ spacing: { before: 0, after: 0 }, alignment: place === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT, children: [new TextRun({ text: printable(text), bold: isHead, size: 21 })] })],
      })),
    });
  return new Table({ columnWidths: widths, layout: TableLayoutType.FIXED, width: { size: RIGHT_EDGE, type: WidthType.DXA }, rows: [row(head, true), ...rows.map((cells) => row(cells, false))] });
}
