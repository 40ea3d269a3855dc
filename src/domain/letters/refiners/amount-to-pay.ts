import type { Sight } from '../draft';
import { findingsOf, type Finding } from '../finding';

/** So far before an amount its line is looked at. */
const BEFORE = 110;

/** "I alt at betale: 4.462,00 kr.", "Du skal betale i alt 4.462 kr.", "Beløb til betaling". */
const TOTAL_TO_PAY = /(?:i alt|ialt|samlet|samlede|total\w*|inkl\w*\.? (?:gebyr\w*|renter))[^\n.]{0,30}(?:betal\p{L}*|to pay|due|payable)[^\n\d]{0,40}$|(?:betal\p{L}*|pay|due|payable)[^\n.\d]{0,25}(?:i alt|ialt|samlet|total)[^\n\d]{0,20}$|(?:beløb|sum) (?:til|at) betal\p{L}*[^\n\d]{0,30}$/iu;
/** A row of a bill that sums up: "I alt   4.462,00". */
const TOTAL_ROW = /(?:^|\n)[ \t|]*(?:i alt|ialt|samlet (?:beløb|krav|gæld)|total\p{L}*|beløb i alt|at betale|til betaling)[ \t]*(?:inkl\.? [^\n\d]{0,25})?[:.|]?[^\n\p{L}\d]*(?:kr\.?|DKK)?\s*$/iu;
const SAID = /(?:at betale|skal betale|tilbagebetale|i alt|betales|afgift|rate \d+|saldo|skyldig|tilbage|to pay|amount due|total)[^\n]{0,80}$/iu;
/** A part of what is owed, to be paid now: then the sum is not what is asked for. */
const INSTALMENT = /(?<!\p{L})(?:\d+\.? ?rate|rate \d+|afdrag)(?!\p{L})[^\n]{0,80}$/iu;

/** The sum to pay: the total with fees and interest where the letter has one, else that of a line that asks for it, else the greatest. */
export function amountToPay({ letter: { raw }, findings }: Sight): Finding<'amount'> | null {
  const all = findingsOf(findings, 'amount');
  const after = (pattern: RegExp) => all.find(({ start }) => pattern.test(raw.slice(Math.max(0, start - BEFORE), start)));
  const said = after(SAID);
  const total = after(TOTAL_TO_PAY) ?? (after(INSTALMENT) ? undefined : after(TOTAL_ROW));
  return total ?? said ?? all.toSorted((a, b) => valueOf(b) - valueOf(a))[0] ?? null;
}

/** "3,120" has a comma of thousands, "3.120,00" one of øre. */
const valueOf = ({ value }: Finding<'amount'>): number => Number(value.replace(/,(?=\d{3})/gu, '').replace(/\.(?=\d{3})/gu, '').replace(/[^\d,.]/g, '').replace(',', '.').replace(/\.$/u, '')) || 0;
