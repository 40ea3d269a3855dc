import { foldWord } from './fold-word';
import type { Token } from './letter-tokens';
import type { Lexicon } from './lexicon';

/** Shorter cue words are not put together: "og så" must not become one. */
const SHORTEST = 7;

/** "afgø relsen": puts words together that a scan tore apart, where the whole is a cue word and the parts are none. */
export function joinTornWords(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token) continue;
    const whole = next && isTorn(token, next, lexicon) ? `${token.text}${next.text}` : null;
    if (whole === null || !next) joined.push(token);
    else {
      joined.push({ text: whole, fold: foldWord(whole), kind: 'word', start: token.start, end: next.end, spaced: token.spaced });
      at++;
    }
  }
  return joined;
}

function isTorn(a: Token, b: Token, lexicon: Lexicon): boolean {
  if (a.kind !== 'word' || b.kind !== 'word' || !b.spaced || /^\p{Lu}\p{Ll}/u.test(b.text)) return false;
  const whole = foldWord(a.text + b.text);
  if (whole.length < SHORTEST || whole.length > 30) return false;
  // No two true words make one so long by chance: "service lovens", "klage vejledning".
  if (whole.length >= 10 && lexicon.has(whole)) return true;
  if (lexicon.has(a.fold) && lexicon.has(b.fold)) return false;
  return lexicon.hasWhole(whole) && (!lexicon.hasWhole(a.fold) || a.fold.length <= 2) && !lexicon.hasWhole(b.fold);
}
