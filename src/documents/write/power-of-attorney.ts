import type { PaperFile } from '../../domain/complaints/complaint-files';
import { tickBlock } from './blanks';
import { docxFile, pdfFile } from './complaint-files';
import type { Paper, PaperBlock } from './paper';
import { paperWords, type SayDanish } from './paper-words';

/** What is known already and need not be written by hand; what is not becomes a line to write on. Never a CPR number. */
export interface PowerOfAttorneyFacts {
  /** Who gives it. */
  readonly giver?: string;
  /** Who may act. */
  readonly holder?: string;
  readonly authority?: string;
  readonly matter?: string;
}

/** Writes a power of attorney (fuldmagt, forvaltningsloven § 8) to print and sign. */
export interface PowerOfAttorneyFiles {
  docx(facts?: PowerOfAttorneyFacts): Promise<PaperFile>;
  pdf(facts?: PowerOfAttorneyFacts): Promise<PaperFile>;
}

/** `say` says the phrases `fuldmagt.*` and `paper.*`; they are asked for at each paper. */
export function createPowerOfAttorneyFiles(say: SayDanish): PowerOfAttorneyFiles {
  const words = paperWords(say);
  return {
    docx: (facts = {}) => docxFile(powerOfAttorney(facts, say), words),
    pdf: (facts = {}) => pdfFile(powerOfAttorney(facts, say), words),
  };
}

const COVERS = ['file', 'letters', 'meetings', 'complain', 'other'];

/** The paper itself: it fits one page, so that the signature stands below what is signed. */
function powerOfAttorney({ giver, holder, authority, matter }: PowerOfAttorneyFacts, say: SayDanish): Paper {
  const heading = (id: string): PaperBlock => ({ kind: 'heading', text: say(`fuldmagt.heading.${id}`) });
  const text = (id: string): PaperBlock => ({ kind: 'paragraph', text: say(`fuldmagt.${id}`) });
  const note = (id: string): PaperBlock => ({ kind: 'note', text: say(`fuldmagt.${id}`) });
  const line = (label: string, known?: string, hint?: string): PaperBlock => {
    const name = say(`fuldmagt.label.${label}`);
    return known === undefined || known.trim() === '' ? { kind: 'blank', label: name, hint: hint === undefined ? '' : say(`fuldmagt.hint.${hint}`) } : { kind: 'field', label: name, value: known };
  };
  return {
    title: say('fuldmagt.title'),
    blocks: [
      { kind: 'title', text: say('fuldmagt.title') },
      text('intro'),
      heading('giver'),
      line('name', giver),
      line('reach'),
      heading('holder'),
      line('name', holder),
      line('reach'),
      heading('matter'),
      line('authority', authority, 'authority'),
      line('matter', matter, 'matter'),
      line('from'),
      line('until', undefined, 'until'),
      heading('covers'),
      ...COVERS.map((each) => tickBlock(say(`fuldmagt.covers.${each}`))),
      text('withdraw'),
      heading('signature'),
      line('place'),
      line('signature'),
      note('cpr'),
      note('law'),
    ],
  };
}
