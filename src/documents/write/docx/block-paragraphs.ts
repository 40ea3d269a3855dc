import { BorderStyle, CheckBox, HeadingLevel, LeaderType, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { PaperBlock } from '../paper';
import { oneLine, paragraphsOf, printable } from '../printable';
import { BAR, LABEL_COLUMN, RIGHT_EDGE, SIGNATURE_EDGE } from './styles';

type Text = Extract<PaperBlock, { text: string }>;
type Blank = Extract<PaperBlock, { kind: 'blank' }>;

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
/** What follows these stands off from them. */
const STAND_OFF = ['field', 'blank', 'tick'];

/** A block as Word's paragraphs. Its neighbours tell whether it must stand on one page with what follows, and stand off from what is above. */
export function paragraphsOfBlock(block: PaperBlock, above: PaperBlock | undefined, below: PaperBlock | undefined): Paragraph[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(oneLine(block.text)) })];
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(oneLine(block.text)) })];
    case 'field':
      return [new Paragraph({ style: 'Field', tabStops: [{ type: TabStopType.LEFT, position: LABEL_COLUMN }], children: [label(block.label), tab(), ...runs(block.value)] })];
    case 'blank':
      return [blankParagraph(block)];
    case 'tick':
      return [tickParagraph(block)];
    default:
      return textParagraphs(block, above, below);
  }
}

function textParagraphs(block: Text, above: PaperBlock | undefined, below: PaperBlock | undefined): Paragraph[] {
  const style = { quote: 'Quote', day: 'Day', closing: 'Closing', note: 'Note', paragraph: 'Normal', 'lead-in': 'Normal', title: 'Normal', heading: 'Normal', tick: 'Tick' }[block.kind];
  const quoted = block.kind === 'quote' ? { language: block.language } : null;
  return paragraphsOf(block.text).map((text, place, all) => {
    const standsOff = place === 0 && above !== undefined && (block.kind === 'paragraph' || block.kind === 'note') && STAND_OFF.includes(above.kind);
    const fromRight = startsFromRight(text);
    return new Paragraph({
      style,
      children: runs(text, quoted),
      ...(fromRight ? { bidirectional: true } : {}),
      ...(fromRight && block.kind === 'quote' ? { border: { left: { style: BorderStyle.NONE }, right: BAR } } : {}),
      ...(place === all.length - 1 && keepsNext(block, below) ? { keepNext: true } : {}),
      ...(standsOff ? { spacing: { before: 280 } } : {}),
    });
  });
}

function blankParagraph({ label: name, hint }: Blank): Paragraph {
  const signature = name === '' && hint === '';
  return new Paragraph({
    style: 'Blank',
    tabStops: [...(name === '' ? [] : [{ type: TabStopType.LEFT, position: LABEL_COLUMN }]), lineTo(signature ? SIGNATURE_EDGE : RIGHT_EDGE)],
    children: [
      ...(name === '' ? [] : [label(name), tab()]),
      tab(),
      ...(hint === '' ? [] : [new TextRun({ text: ` ${printable(hint)}`, size: 19, color: '4D4D4D' })]),
    ],
  });
}

/** In Word the box can be ticked with the mouse as well. */
function tickParagraph({ text, blank }: Extract<PaperBlock, { kind: 'tick' }>): Paragraph {
  const box = new CheckBox({ checkedState: { value: '2612', font: 'MS Gothic' }, uncheckedState: { value: '2610', font: 'MS Gothic' } });
  return new Paragraph({ style: 'Tick', tabStops: blank ? [lineTo(RIGHT_EDGE)] : [], children: [box, new TextRun('  '), ...runs(text), ...(blank ? [new TextRun(' '), tab()] : [])] });
}

const label = (text: string) => new TextRun({ text: printable(text), bold: true });
const tab = () => new TextRun({ children: [new Tab()] });

/** A greeting and a signature never stand on a page of their own. */
const keepsNext = (block: PaperBlock, below: PaperBlock | undefined) => block.kind === 'lead-in' || below?.kind === 'closing' || (below?.kind === 'blank' && below.label === '');

/** Words after it stand at the right edge, and the line fills what is left. */
const lineTo = (position: number) => ({ type: TabStopType.RIGHT, position, leader: LeaderType.UNDERSCORE });

/** A run for each line and each direction; Word's spelling lets quotations alone whose language nobody knows. */
function runs(text: string, quoted: { readonly language: string | null } | null = null): TextRun[] {
  return printable(text).split('\n').flatMap((line, place) =>
    directions(line).map((part, at) => new TextRun({
      text: part,
      ...(place > 0 && at === 0 ? { break: 1 } : {}),
      ...(RIGHT_TO_LEFT.test(part) ? { rightToLeft: true } : {}),
      ...(quoted === null ? {} : quoted.language === null ? { noProof: true } : { language: { value: quoted.language, bidirectional: quoted.language } }),
    })),
  );
}

/** Words from the right stand in runs of their own, with the blanks and signs between them. */
const directions = (line: string): string[] => line.split(/((?:[\p{Script=Arabic}\p{Script=Hebrew}][\p{M}\p{P}\s]*)+)/u).filter((part, _place, all) => part !== '' || all.length === 1);

const startsFromRight = (text: string) => RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '');
