/** What the recogniser makes of a §. */
const MISREAD = '[8&$5S6B]';
const NUMBER = String.raw`\d{1,3}(?:\s?[a-z](?![\p{L}\p{N}]))?(?![\p{L}\p{N}.]*\d)`;
const LAW = String.raw`\p{L}{3,40}(?:lov|loven|lovens|bekendtgørelse|bekendtgørelsen|bekendtgørelsens)|(?:lov|loven|lovens|bekendtgørelsen|bekendtgørelsens)`;
const AFTER_A_LAW = new RegExp(String.raw`((?:^|[^\p{L}\p{N}])(?:${LAW}),?\s+)(${MISREAD}{1,2})(\s{1,2})(?=${NUMBER})`, 'giu');
const BEFORE_A_SUBSECTION = new RegExp(String.raw`(^|[\s(])(${MISREAD}{1,2})(\s{1,2})(?=\d{1,3}(?:\s?[a-z])?,?\s+(?:stk|nr)\.)`, 'giu');
const AFTER_A_SMALL_WORD = new RegExp(String.raw`((?:^|[^\p{L}\p{N}])(?:efter|se|og|eller|samt|af|i)\s+)([&$]{1,2})(\s{1,2})(?=${NUMBER})`, 'giu');
const IN_BRACKETS = new RegExp(String.raw`(\()(${MISREAD})(\s)(?=\d{1,3}(?:\.\d{1,2})?(?:\s?[a-z])?\))`, 'giu');
const AFTER_JF = new RegExp(String.raw`((?:^|[^\p{L}\p{N}])jf\.?\s+)(${MISREAD}{1,2})(\s{1,2})(?=${NUMBER})`, 'giu');

/**
 * Puts the § back where the recogniser took it for an 8, a &, a $ or a 5: between a law's name and a number, after
 * "jf.", and before "17, stk. 3". Only where the sign stands by itself, so that no date and no amount is touched.
 */
export function restoreParagraphSigns(text: string): string {
  const put = (_: string, before: string, sign: string, space: string): string => `${before}${'§'.repeat(sign.length)}${space}`;
  return [AFTER_A_LAW, BEFORE_A_SUBSECTION, AFTER_JF, AFTER_A_SMALL_WORD, IN_BRACKETS].reduce((mended, pattern) => mended.replace(pattern, put), text);
}
