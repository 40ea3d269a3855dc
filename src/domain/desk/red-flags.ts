import { dangerShown, textsOf } from '../cases/danger-told';
import type { HandoffCase } from '../cases/handoff-case';
import { crisisKinds } from '../topics/crisis-kind';
import { threatens } from '../topics/threat';

/** What must be seen first (domain/adviser § 4), beside a near deadline; the gravest first. `perhaps`: danger was suspected, and nothing named. */
export const RED_FLAGS = ['danger', 'threat', 'violence', 'eviction', 'children', 'stopped', 'perhaps'] as const;
export type RedFlag = (typeof RED_FLAGS)[number];

/** Of these words tell; the others are seen. */
export const WORD_FLAGS = ['stopped', 'eviction', 'children', 'violence'] as const;
/** Words by the start of a word in small letters; a phrase may have spaces. `childrenBeside`: whole words, that count beside another flag. */
export type FlagWords = Readonly<Record<(typeof WORD_FLAGS)[number] | 'childrenBeside', readonly string[]>>;

/**
 * The flags of a case: by the danger that was seen, by what its letter says, and by words in what the citizen wrote. A flag is a
 * reason to look, and decides nothing.
 */
export function redFlags(handoff: HandoffCase, words: FlagWords): RedFlag[] {
  const hers = [...textsOf(handoff), ...handoff.transcript.flatMap(({ from, text }) => (from === 'citizen' ? text : []))];
  const said = ` ${hers.join(' ').toLocaleLowerCase('da').replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const named = (flag: (typeof WORD_FLAGS)[number]): boolean => words[flag].some((word) => said.includes(` ${word}`));
  const danger = handoff.danger ? 'sure' : dangerShown(handoff);
  // Where danger was seen, the words that tell the chat which further help fits tell it here as well.
  const kinds = danger === 'sure' ? hers.flatMap(crisisKinds) : [];
  const found = new Set<RedFlag>([
    ...(danger === 'sure' ? (['danger'] as const) : []),
    ...(hers.some(threatens) ? (['threat'] as const) : []),
    ...(named('violence') || kinds.includes('violence') ? (['violence'] as const) : []),
    ...(named('eviction') ? (['eviction'] as const) : []),
    ...(handoff.letter?.outcome === 'stopped' || named('stopped') ? (['stopped'] as const) : []),
  ]);
  if (named('children') || kinds.includes('child') || (found.size > 0 && words.childrenBeside.some((word) => said.includes(` ${word} `)))) found.add('children');
  if (danger === 'suspected' && !found.has('threat') && !found.has('violence') && !found.has('eviction')) found.add('perhaps');
  return RED_FLAGS.filter((flag) => found.has(flag));
}
