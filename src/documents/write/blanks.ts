import { printable } from './printable';
import type { PaperBlock } from './paper';

/** A line to write on is written as underscores in the content. */
const BLANK = /^([^_]{0,60})_{3,}([^_]{0,60})$/;
const LABELLED = /^([^:\n]{1,40}:)\s+(\S.*)$/s;

/**
 * A line of the head of a paper: a name with what is known, or with a line to write on.
 *
 * @example fieldBlock('Fra: ____ (dit navn)') // { kind: 'blank', label: 'Fra:', hint: '(dit navn)' }
 */
export function fieldBlock(text: string): PaperBlock {
  const line = printable(text).trim();
  const blank = BLANK.exec(line);
  if (blank) return { kind: 'blank', label: (blank[1] ?? '').trim(), hint: (blank[2] ?? '').trim() };
  const [, label, value] = LABELLED.exec(line) ?? [];
  return label === undefined || value === undefined ? { kind: 'paragraph', text: line } : { kind: 'field', label, value };
}

/** A choice to tick; what is to be written by hand follows its words. */
export function tickBlock(text: string): PaperBlock {
  const blank = BLANK.exec(text);
  return { kind: 'tick', text: (blank?.[1] ?? text).trim(), blank: blank !== null };
}
