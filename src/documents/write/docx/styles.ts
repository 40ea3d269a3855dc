import { BorderStyle, convertMillimetersToTwip, type IStylesOptions } from 'docx';
import { PAPER_LANGUAGE } from '../paper';

/** A4 in twentieths of a point, with margins of 2.5 cm. */
export const A4 = {
  size: { width: 11906, height: 16838 },
  margin: { top: convertMillimetersToTwip(24), bottom: convertMillimetersToTwip(28), left: convertMillimetersToTwip(25), right: convertMillimetersToTwip(25), footer: convertMillimetersToTwip(13) },
};
/** Where a line to write on ends. */
export const RIGHT_EDGE = convertMillimetersToTwip(160);
export const LABEL_COLUMN = convertMillimetersToTwip(46);
export const SIGNATURE_EDGE = convertMillimetersToTwip(80);

/** The bar beside a quotation. */
export const BAR = { style: BorderStyle.SINGLE, size: 18, space: 10, color: 'B8B8B8' };

const FONT = 'Arial';
const INK = '1A1A1A';
const LINE = 336; // 1.4 lines of 240
const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: { spacing: { before, after, line: 300 }, keepNext: true, keepLines: true },
});

/** Sizes are in half points, room in twentieths of a point. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 23, color: INK, language: { value: PAPER_LANGUAGE, eastAsia: PAPER_LANGUAGE, bidirectional: 'ar-SA' } },
      paragraph: { spacing: { line: LINE, after: 120 } },
    },
    heading1: heading(40, 0, 240),
    heading2: heading(28, 360, 80),
  },
  paragraphStyles: [
    { id: 'Field', name: 'Felt', basedOn: 'Normal', paragraph: { spacing: { before: 20, after: 20, line: LINE }, indent: { left: LABEL_COLUMN, hanging: LABEL_COLUMN } } },
    { id: 'Blank', name: 'Linje', basedOn: 'Normal', paragraph: { spacing: { before: 180, after: 20, line: LINE } } },
    { id: 'Day', name: 'Dag', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { before: 200, after: 20, line: LINE }, keepNext: true } },
    { id: 'Closing', name: 'Hilsen', basedOn: 'Normal', paragraph: { spacing: { before: 440, after: 360, line: LINE }, keepNext: true } },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      paragraph: { indent: { left: 320 }, spacing: { before: 80, after: 80, line: LINE }, border: { left: BAR } },
    },
    { id: 'Tick', name: 'Valg', basedOn: 'Normal', paragraph: { indent: { left: 480, hanging: 480 }, spacing: { before: 80, after: 80, line: LINE } } },
    { id: 'Note', name: 'Note', basedOn: 'Normal', run: { size: 19, color: '4D4D4D' }, paragraph: { spacing: { before: 120, after: 60, line: 288 } } },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 19, color: '4D4D4D' } },
  ],
};
