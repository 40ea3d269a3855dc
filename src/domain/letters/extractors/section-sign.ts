import type { Token } from '../letter-tokens';
import { digitsOf } from './dates';

/** A section sign, or the word for an article, found. */
export interface SectionSign {
  /** The token after it. */
  readonly to: number;
  readonly plural: boolean;
  readonly article: boolean;
}

/** What stands before: the more it looks like a citation, the worse a sign may be read. */
export interface SignContext {
  /** A law's name right before, in the genitive or not. */
  readonly afterLaw: 'genitive' | 'plain' | null;
  readonly articles: boolean;
}

/** Read for §, wherever a number follows: hardly a letter of a municipality has them otherwise. */
const OFTEN_MISREAD = /^[$&£ß€¤]$/u;
/** Read for § only where a citation stands around it: these are true signs as well. */
const SELDOM_MISREAD = /^(?:[S58s5B36%]|SS|S\$|\$S|55|88|58|85|ss|9|g|8S|S8)$/u;
const ARTICLE = /^(?:artikel|artiklerne|art|article|articles|artikler|artiklen)$/iu;
const WORD = /^(?:paragraf|paragraffen|paragrafferne|paragraffer|pgf|section|sections|sec|par)$/iu;
const BEFORE = /^(?:jf|efter|medfør|henhold|af|i|og|hold|iht|cf|se|følger|under|reglerne|bestemmelsen|bestemmelserne|,|\(|med|til)$/iu;

/** Finds a section sign at a token; null when none stands there, or what stands there is no citation. */
export function sectionSign(tokens: readonly Token[], at: number, { afterLaw, articles }: SignContext): SectionSign | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.text === '§') {
    const plural = tokens[at + 1]?.text === '§';
    return { to: at + (plural ? 2 : 1), plural, article: false };
  }
  const dot = tokens[at + 1]?.text === '.' ? 1 : 0;
  const numberNext = isNumber(tokens[at + 1 + dot]);
  if (ARTICLE.test(token.text) && numberNext) return { to: at + 1 + dot, plural: /[es]$|er/iu.test(token.text.slice(5)), article: true };
  if (WORD.test(token.text) && numberNext) return { to: at + 1 + dot, plural: /s$|er|rne$/iu.test(token.text), article: false };
  if (articles) return null;
  return misread(tokens, at, afterLaw);
}

const isNumber = (token: Token | undefined): boolean => token !== undefined && /^[\dlIO]{1,4}[a-z]?$/u.test(token.text) && (/\d/.test(token.text) || digitsOf(token, 4) !== null);

function misread(tokens: readonly Token[], at: number, afterLaw: SignContext['afterLaw']): SectionSign | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token) return null;
  if (OFTEN_MISREAD.test(token.text)) {
    if (isNumber(next)) return citedAround(tokens, at, at + 1, afterLaw, token.text === '&') ? { to: at + 1, plural: false, article: false } : null;
    if (next && OFTEN_MISREAD.test(next.text) && isNumber(tokens[at + 2])) return { to: at + 2, plural: true, article: false };
    return null;
  }
  // "S100" in one piece.
  const glued = /^[S$](\d{1,3}[a-z]?)$/u.exec(token.text);
  if (glued && afterLaw !== null) return null;
  if (SELDOM_MISREAD.test(token.text) && isNumber(next) && next?.spaced === true) {
    const strong = afterLaw === 'genitive' || hasSubsection(tokens, at + 1) || /^(?:S|SS)$/.test(token.text);
    if (afterLaw === 'genitive' || (strong && isCitedBefore(tokens, at))) return { to: at + 1, plural: token.text.length === 2, article: false };
  }
  if (afterLaw !== 'genitive') return afterJf(tokens, at) ? { to: at, plural: false, article: false } : null;
  // After "servicelovens" even a lost or quite misread sign leaves a citation.
  if (isNumber(token) && !isAmount(tokens, at)) return { to: at, plural: false, article: false };
  if (token.text.length <= 2 && token.kind !== 'number' && isNumber(next) && !/^[,.:;()]$/u.test(token.text) && !isAmount(tokens, at + 1)) return { to: at + 1, plural: token.text.length === 2, article: false };
  return null;
}

function citedAround(tokens: readonly Token[], at: number, number: number, afterLaw: SignContext['afterLaw'], ampersand: boolean): boolean {
  if (isAmount(tokens, number)) return false;
  // "5 & 6" and "Byg & 3" are no citations.
  return !ampersand || afterLaw !== null || hasSubsection(tokens, number) || isCitedBefore(tokens, at);
}

const isCitedBefore = (tokens: readonly Token[], at: number): boolean => BEFORE.test(tokens[at - 1]?.text ?? '') || (tokens[at - 1]?.text === '.' && /^jf$/iu.test(tokens[at - 2]?.text ?? ''));

/** ", stk. 1" or "stk. 1" after the number. */
function hasSubsection(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next <= at + 3; next++) if (/^(?:stk|stykke)$/iu.test(tokens[next]?.text ?? '')) return true;
  return false;
}

/** "jf. 66, stk. 1", the sign lost. */
const afterJf = (tokens: readonly Token[], at: number): boolean => isNumber(tokens[at]) && /^jf$/iu.test(tokens[at - 2]?.text ?? '') && tokens[at - 1]?.text === '.' && hasSubsection(tokens, at);

const isAmount = (tokens: readonly Token[], at: number): boolean => /^(?:kr|kroner|timer|uger|dage|pct|procent|måneder|gange|år|%)$/iu.test(tokens[at + 1]?.text ?? '') || (/^[.,]$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.kind === 'number' && (tokens[at + 2]?.text.length ?? 0) >= 2 && tokens[at + 2]?.spaced === false);
