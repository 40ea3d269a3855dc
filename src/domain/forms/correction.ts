/** That something told before is wrong. */
const WRONG = /(?<!\p{L})(?:(?:er|var|står|blev|is|was)(?: \p{L}+)? )?(?:(?:ikke|not) (?:helt |quite )?(?:rigtigt?|korrekt|right|correct)|forkert|galt?|wrong|incorrect)(?!\p{L})/giu;
/** What leads up to the words that should stand instead. */
const INSTEAD = /(?<!\p{L})(?:(?:skal|skulle|bør) (?:der )?(?:\p{L}+ )?(?:stå|være|hedde|lyde)|(?:ret|rettes|rette|ændr|ændres|ændre|skift|change|changed|correct)(?: \p{L}+){0,3} (?:til|to)|should (?:be|say|read)|(?:det|den|it|that) (?:er|var|is|was)|it's|men(?: \p{L}+)? (?:hedder|er)|jeg hedder|mit navn er|my name is)(?!\p{L})[\s:,"]*/giu;
/** She has changed her mind. */
const REGRETS = /(?<!\p{L})(?:fortrud\p{L}*|fortryder|ombestemt|alligevel|changed my mind|after all|on second thoughts?)(?!\p{L})/iu;
const FORBIDS = /(?<!\p{L})(?:må|skal|vil)(?: (?:i|de|du|hun|man|der|jeg|\p{L}+en))?(?: (?:gerne|godt|alligevel))? (?:ikke|aldrig)|(?<!\p{L})(?:ikke (?:alligevel|længere)|(?:may|must|should|do|can) ?n[o']t|don't|rather not)(?!\p{L})/iu;
const PERMITS = /(?<!\p{L})(?:må (?:(?:i|de|du|hun|der|\p{L}+en) )?(?:\p{L}+ )?(?:gerne|godt)|(?:you|they|she) (?:may|can)|(?:er|is) (?:ok|okay|fint|i orden|fine))(?!\p{L})/iu;

/** A correction as it is told: what it names, and the words that should stand instead; null where she tells none. */
export interface ToldCorrection {
  /** Her words without the judgement that something is wrong. */
  readonly names: string;
  readonly instead: string | null;
}

/** Whether words say that something told before is wrong or no longer her wish. */
export const corrects = (text: string): boolean => text.search(WRONG) >= 0 || REGRETS.test(text) || /(?<!\p{L})(?:skal|skulle) (?:der )?(?:stå|være|hedde|rettes|ændres)|should (?:be|say|read)(?!\p{L})/iu.test(text);

/**
 * Takes a correction apart.
 *
 * @example readCorrection('mit nummer er forkert, det skal være 20304051') // { names: 'mit nummer, det skal være 20304051', instead: '20304051' }
 */
export function readCorrection(text: string): ToldCorrection {
  const last = [...text.matchAll(INSTEAD)].at(-1);
  const instead = last === undefined ? '' : text.slice(last.index + last[0].length).replace(/[,.!\s]*(?:ikke|not) .*$/iu, '').replace(/[\s.,!"]+$/u, '');
  return { names: text.replaceAll(WRONG, ' '), instead: instead === '' || instead.search(WRONG) === 0 ? null : instead };
}

/** "I må gerne tale med dem", "I må ikke se papirerne": what a yes or no would say; null where it is neither. */
export function permission(text: string): boolean | null {
  if (FORBIDS.test(text)) return false;
  return PERMITS.test(text) ? true : null;
}
