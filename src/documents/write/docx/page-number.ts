import { PageNumber, TextRun } from 'docx';
import type { PaperWords } from '../paper';

/** Stand in for the numbers, which only Word can count. */
const NUMBER = '\ue000';
const OF = '\ue001';

/** "Side 1 af 2" with fields for the numbers. */
export function pageNumber({ page }: PaperWords): TextRun[] {
  const parts = page(NUMBER, OF).split(new RegExp(`([${NUMBER}${OF}])`)).filter((part) => part !== '');
  return parts.map((part) => new TextRun({ children: [part === NUMBER ? PageNumber.CURRENT : part === OF ? PageNumber.TOTAL_PAGES : part] }));
}
