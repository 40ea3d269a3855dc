import type { ComplaintPaper } from '../../domain/complaints/complaint-files';
import type { DraftStyle } from '../../domain/complaints/draft-line';
import { fieldBlock } from './blanks';
import type { Paper, PaperBlock } from './paper';
import { quotationBlocks } from './quotation';

const BLOCKS: Readonly<Record<DraftStyle, (text: string) => readonly PaperBlock[]>> = {
  title: (text) => [{ kind: 'title', text }],
  heading: (text) => [{ kind: 'heading', text }],
  paragraph: (text) => [{ kind: 'paragraph', text }],
  event: (text) => [{ kind: 'day', text }],
  field: (text) => [fieldBlock(text)],
  quote: quotationBlocks,
  closing: (text) => [{ kind: 'closing', text }],
};

/** The lines of a complaint as the blocks of a paper. It has one title: the first; without any the paper's own is put first. */
export function complaintPaper({ title, lines }: ComplaintPaper): Paper {
  const first = lines.findIndex(({ style }) => style === 'title');
  const blocks = lines.flatMap(({ style, text }, place) => BLOCKS[style === 'title' && place !== first ? 'heading' : style](text));
  return { title, blocks: first === -1 ? [{ kind: 'title', text: title }, ...blocks] : blocks };
}
