import type { ComplaintFiles, PowerOfAttorneyFile } from '../../domain/complaints/complaint-files';
import type { WriteReport } from '../../domain/desk/report-file';
import { paperWords, type SayDanish } from './paper-words';

/** All papers that the bot hands out. */
export interface Papers {
  readonly complaintFiles: ComplaintFiles;
  readonly powerOfAttorney: PowerOfAttorneyFile;
}

/** Those of the adviser's desk. */
export interface DeskPapers {
  readonly writeReport: WriteReport;
}

/** The writers of PDF and Word take half a second to load: that is spent on the first paper, not at the start. */
const complaintWriter = () => require('./complaint-files') as typeof import('./complaint-files');
const reportWriter = () => require('./docx/write-report') as typeof import('./docx/write-report');
const powerOfAttorneyWriter = () => require('./power-of-attorney') as typeof import('./power-of-attorney');

export function createDeskPapers(say: SayDanish): DeskPapers {
  return {
    writeReport: async (report) => ({ contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes: await reportWriter().writeReportDocx(report, paperWords(say)) }),
  };
}

export function createPapers(say: SayDanish): Papers {
  const complaints = (): ComplaintFiles => complaintWriter().createComplaintFiles(paperWords(say));
  return {
    complaintFiles: { docx: async (paper) => complaints().docx(paper), pdf: async (paper) => complaints().pdf(paper) },
    powerOfAttorney: { pdf: async (facts) => powerOfAttorneyWriter().createPowerOfAttorneyFiles(say).pdf(facts) },
  };
}
