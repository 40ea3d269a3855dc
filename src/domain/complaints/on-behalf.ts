import { foldWords } from '../topics/said-words';
import type { BehalfAuthority } from './complaint';

/** For whom a complaint is, as she may answer. */
export const FOR_WHOM = ['self', 'child', 'parent', 'client', 'other'] as const;
export type ForWhom = (typeof FOR_WHOM)[number];

/** By what right she acts for another, as she may answer; the contract has its own words for it (§ 5). */
export const BY_RIGHT = ['parent', 'guardian', 'fuldmagt', 'none'] as const;
export type ByRight = (typeof BY_RIGHT)[number];
export const AUTHORITY: Readonly<Record<ByRight, BehalfAuthority>> = { parent: 'forælder', guardian: 'værge', fuldmagt: 'fuldmagt', none: 'none' };

/** Words for a person whose matter it may be; folded. */
const OTHERS: readonly (readonly [ForWhom, RegExp])[] = [
  ['child', /(?<!\p{L})(?:min|mit|vores|vor|my|our) (?:\p{L}+ )?(?:søn|søns|datter|datters|barn|barns|dreng|pige|børn|son|sons|daughter|daughters|child|childs|kid|boy|girl)(?!\p{L})/u],
  ['parent', /(?<!\p{L})(?:(?:min|mit|vores|my|our) (?:(?:\d+ årige |\p{L}+ )?)(?:mor|mors|mor s|far|fars|mormor|morfar|farmor|farfar|forældre|svigermor|svigerfar|mother|mothers|father|fathers|mum|mums|dad|dads|parents|grandmother|grandfather)|mors|fars|mor|far)(?!\p{L})/u],
  ['client', /(?<!\p{L})(?:min|en|vores|my|a|our) (?:klient|borger|beboer|patient|bruger|client|resident|service user)s?(?!\p{L})/u],
  ['other', /(?<!\p{L})(?:min|mit|my) (?:\p{L}+ )?(?:mand|mands|kone|kones|kæreste|kærestes|ven|vens|veninde|venindes|nabo|nabos|naboens|naboers|tante|onkel|svoger|svigerinde|bedstemor|bedstefar|barnebarn|kusine|fætter|plejebarn|uncle|aunt|grandchild|bror|brors|søster|søsters|husband|husbands|wife|wifes|friend|friends|neighbour|neighbours|brother|brothers|sister|sisters)(?!\p{L})/u],
];

/** Said as such: she acts for another. */
const ON_BEHALF = /(?<!\p{L})(?:på (?:\p{L}+ )?vegne(?: af)?|on behalf of|on (?:his|her|their|my \p{L}+) behalf|(?:skriver|klager|henvender mig|spørger|writing|complaining) (?:her )?(?:for|til fordel for) (?:min|mit|en|et|vores|my|a|our))(?!\p{L})/u;

/**
 * Whose matter a story may be when it speaks of another person; null when it speaks of herself alone. It only decides
 * whether she is asked: "min mor" may stand in a story of her own.
 */
export function speaksOf(told: string): ForWhom | null {
  const folded = foldWords(told);
  return OTHERS.find(([, words]) => words.test(folded))?.[0] ?? (ON_BEHALF.test(folded) ? 'other' : null);
}

/** A correction of whose matter it is says no more than that. */
const WORDS_AT_MOST = 12;
const NOT_MINE = /(?:^|(?<!\p{L})(?:men|nej|but|no) )(?:(?:det|sagen|klagen|it|the (?:case|complaint)) (?:er|gælder|handler om|drejer sig om|is|s)|it s)(?: jo| ikke min| not mine| ikke mig| for| about| om| kun| faktisk| det er| men)*? (?:min|mit|mine|vores|en|my|our|a)(?: \p{L}+){1,3}(?: (?:sag|klage|case|complaint))?$/u;

/** Whose matter it is, where a short message says that it is another's; null where it says nothing of it. */
export function saysWhose(text: string): ForWhom | null {
  const folded = foldWords(text);
  if (folded.split(' ').length > WORDS_AT_MOST || (!ON_BEHALF.test(folded) && !NOT_MINE.test(folded))) return null;
  return speaksOf(text);
}

/** Words for the right to act, beside those of the choices; folded, in the order in which they count. */
const RIGHTS: readonly (readonly [ByRight, RegExp])[] = [
  ['none', /(?<!\p{L})(?:ikke (?:noget|nogen|en|et|endnu|lov)|intet|ingen|ingenting|har ikke|uden|nothing|none|no (?:paper|power|papers)|don t have|do not have|not yet)(?!\p{L})/u],
  ['fuldmagt', /(?<!\p{L})(?:fuldmagt\p{L}*|power of attorney|fremtidsfuldmagt|underskrevet|signed)(?!\p{L})/u],
  ['guardian', /(?<!\p{L})(?:værge\p{L}*|værgemål\p{L}*|guardian\p{L}*)(?!\p{L})/u],
  ['parent', /(?<!\p{L})(?:forælder|forældre\p{L}*|(?:jeg er|er) (?:\p{L}+ )?(?:mor|far|moren|faren|moderen|faderen)(?: til)?|^(?:mor|far|moren|faren|mother|father|parent)$|(?:hans|hendes|dens|deres|barnets|his|her|their) (?:mor|far|mother|father|parent|mum|dad)|parent\p{L}*|custody|i am (?:his|her|the) (?:mother|father))(?!\p{L})/u],
  // A grown relative has no right by that alone (forvaltningsloven § 8).
  ['none', /(?<!\p{L})(?:pårørende|søn|datter|barnebarn|ven|veninde|nabo|bror|søster|ægtefælle|mand|kone|kæreste|relative|son|daughter|friend|neighbour|brother|sister|husband|wife)(?!\p{L})/u],
];

/** By what right she acts, in words of her own; null where they tell none. */
export const rightTold = (text: string): ByRight | null => RIGHTS.find(([, words]) => words.test(foldWords(text)))?.[0] ?? null;
