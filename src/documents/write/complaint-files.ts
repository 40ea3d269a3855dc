import type { ComplaintFiles, PaperFile } from '../../domain/complaints/complaint-files';
import { complaintPaper } from './complaint-paper';
import { writeDocx } from './docx/write-docx';
import type { Paper, PaperWords } from './paper';
import { writePdf } from './pdf/write-pdf';

/** Writes complaints out. `words` come from the content and are asked for at each paper. */
export function createComplaintFiles(words: PaperWords): ComplaintFiles {
  return {
    docx: async (paper) => docxFile(complaintPaper(paper), words),
    pdf: async (paper) => pdfFile(complaintPaper(paper), words),
  };
}

/** A paper as a Word file. */
export const docxFile = async (paper: Paper, words: PaperWords): Promise<PaperFile> => ({
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: await writeDocx(paper, words),
});

/** A paper as a tagged PDF file. */
export const pdfFile = async (paper: Paper, words: PaperWords): Promise<PaperFile> => ({ contentType: 'application/pdf', bytes: await writePdf(paper, words) });
