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
  ['child', /(?<!\p{L})(?:min|mit|vores|vor|my|our) (?:søn|søns|datter|datters|barn|barns|dreng|pige|børn|son|sons|daughter|daughters|child|childs|kid|boy|girl)(?!\p{L})/u],
  ['parent', /(?<!\p{L})(?:(?:min|mit|vores|my|our) (?:gamle |elderly |old )?(?:mor|mors|mor s|far|fars|mormor|morfar|farmor|farfar|forældre|svigermor|svigerfar|mother|mothers|father|fathers|mum|mums|dad|dads|parents|grandmother|grandfather)|mors|fars|mor|far)(?!\p{L})/u],
  ['client', /(?<!\p{L})(?:min|en|vores|my|a|our) (?:klient|borger|beboer|patient|bruger|client|resident|service user)s?(?!\p{L})/u],
  ['other', /(?<!\p{L})(?:min|mit|my) (?:mand|mands|kone|kones|kæreste|kærestes|ven|vens|veninde|venindes|nabo|naboens|bror|brors|søster|søsters|husband|husbands|wife|wifes|friend|friends|neighbour|neighbours|brother|brothers|sister|sisters)(?!\p{L})/u],
];

/**
 * Whose matter a story may be when it speaks of another person; null when it speaks of herself alone. It only decides
 * whether she is asked: "min mor" may stand in a story of her own.
 */
export function speaksOf(told: string): ForWhom | null {
  const folded = foldWords(told);
  return OTHERS.find(([, words]) => words.test(folded))?.[0] ?? null;
}
