/** Where the digits of other scripts begin: Arabic-Indic, and its Persian and Urdu row. */
const ZEROS = [0x0660, 0x06f0] as const;

/**
 * The text with Arabic-Indic digits as ours; every other sign stays.
 *
 * @example latinDigits('٢٠ ٢١') // '20 21'
 */
export function latinDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.findLast((each) => code >= each) ?? 0;
    return String(code - zero);
  });
}
