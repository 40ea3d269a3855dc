import type { Sight } from '../draft';
import { findingsOf, type Finding } from '../finding';

/** So far before an amount its line is looked at. */
const BEFORE = 110;

/** "I alt at betale: 4.462,00 kr.", "Du skal betale i alt 4.462 kr.", "Beløb til betaling". */
const TOTAL_TO_PAY = /(?:i alt|ialt|samlet|samlede|total\w*|inkl\w*\.? (?:gebyr\w*|renter))[^\n.]{0,30}(?:betal\p{L}*|to pay|due|payable)[^\n\d]{0,40}$|(?:betal\p{L}*|pay|due|payable)[^\n.\d]{0,25}(?:i alt|ialt|samlet|total)[^\n\d]{0,20}$|(?:beløb|sum) (?:til|at) betal\p{L}*[^\n\d]{0,30}$/iu;
/** A row of a bill that sums up: "I alt   4.462,00". */
const TOTAL_ROW = /(?:^|\n)[ \t|]*(?:i alt|ialt|samlet (?:beløb|krav|gæld)|total\p{L}*|beløb i alt|at betale|til betaling)[ \t]*(?:inkl\.? [^\n\d]{0,25})?[:.|]?[^\n\p{L}\d]*(?:kr\.?|DKK)?\s*$/iu;
const SAID = /(?:at betale|skal betale|tilbagebetale|i alt|betales|afgift|rate \d+|saldo|skyldig|tilbage|to pay|amount due|total)[^\n]{0,80}$/iu;
/** Asked for in the same clause: "Du skal desuden betale 22.416 kr.", "Vi kræver 9.100 kr."; what was paid already is not. */
const ASKED = /(?<!\p{L})(?:betale[rs]?|tilbagebetal\p{L}*|indbetal\p{L}*|skylde[rs]?|opkræve[rs]?|kræve[rs]?|krav(?:et)?|pay|repay|owe)(?!\p{L})[^\n,.;:!?]{0,45}$/iu;
/** "22.416 kr. skal betales tilbage". */
const TO_PAY_AFTER = /^[^\n,.;:!?]{0,12}(?:(?:skal|bedes) (?:\p{L}+ ){0,3}(?:tilbage)?betal|tilbage(?!\p{L}))/iu;
/** What she has, earned or got: no claim, however great. */
const HERS = /(?<!\p{L})(?:\p{L}*(?:formue|opsparing|indtægt|løn|arv|værdi|indestående)\p{L}*|indkomst\p{L}*|konto\p{L}*|saldo|tjen(?:te|t)|fået|fik|udbetalt|modtaget|savings|income|wages|earned|assets|received)(?!\p{L})[^\n,.;:!?]{0,45}$/iu;
/** A part of what is owed, to be paid now: then the sum is not what is asked for. */
const INSTALMENT = /(?<!\p{L})(?:\d+\.? ?rate|rate \d+|afdrag)(?!\p{L})[^\n]{0,80}$/iu;

/** The sum to pay: the total with fees and interest where the letter has one, else that of a clause or a line that asks for it, else the greatest that is not hers. */
export function amountToPay({ letter: { raw }, findings }: Sight): Finding<'amount'> | null {
  const all = findingsOf(findings, 'amount');
  const after = (pattern: RegExp) => all.find(({ start }) => pattern.test(raw.slice(Math.max(0, start - BEFORE), start)));
  const total = after(TOTAL_TO_PAY) ?? (after(INSTALMENT) ? undefined : after(TOTAL_ROW));
  const asked = after(ASKED) ?? all.find(({ end }) => TO_PAY_AFTER.test(raw.slice(end, end + BEFORE)));
  const said = total ?? asked ?? after(SAID);
  if (said) return said;
  const owed = all.filter(({ start }) => !HERS.test(raw.slice(Math.max(0, start - BEFORE), start)));
  return (owed.length > 0 ? owed : all).toSorted((a, b) => valueOf(b) - valueOf(a))[0] ?? null;
}

/** "3,120" has a comma of thousands, "3.120,00" one of øre. */
const valueOf = ({ value }: Finding<'amount'>): number => Number(value.replace(/,(?=\d{3})/gu, '').replace(/\.(?=\d{3})/gu, '').replace(/[^\d,.]/g, '').replace(',', '.').replace(/\.$/u, '')) || 0;
