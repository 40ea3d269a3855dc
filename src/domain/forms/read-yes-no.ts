import { foldWords } from '../topics/said-words';

const YES: ReadonlySet<string> = new Set(['ja', 'jo', 'jep', 'jeps', 'japs', 'jaja', 'ja da', 'ja tak', 'ja gerne', 'jo tak', 'meget gerne', 'gerne', 'ok', 'okay', 'okey', 'oki', 'det er fint', 'det er i orden', 'det er ok', 'fint', 'helt fint', 'det må du gerne', 'det må i gerne', 'selvfølgelig', 'naturligvis', 'bestemt', 'korrekt', 'rigtigt', 'det er rigtigt', 'yes', 'yes please', 'yep', 'yeah', 'yup', 'sure', 'of course', 'thats fine', 'that is fine', 'fine', 'correct', 'right', 'y', 'j']);
const NO: ReadonlySet<string> = new Set(['nej', 'nej tak', 'næ', 'nix', 'niks', 'nope', 'nop', 'ikke', 'helst ikke', 'nej helst ikke', 'det vil jeg ikke', 'det vil jeg helst ikke', 'det må du ikke', 'det må i ikke', 'aldrig', 'forkert', 'det er forkert', 'no', 'no thanks', 'no thank you', 'nah', 'not', 'rather not', 'please dont', 'please do not', 'wrong', 'n']);

/** Yes or no; null where the words leave doubt: then it is asked again, never guessed. */
export function readYesNo(text: string): boolean | null {
  if (/^\s*👍\p{M}*\s*$/u.test(text)) return true;
  if (/^\s*👎\p{M}*\s*$/u.test(text)) return false;
  const said = foldWords(text.replaceAll("'", ''));
  if (YES.has(said)) return true;
  if (NO.has(said)) return false;
  return firstWord(said);
}

/** "Ja, det må du gerne": a clear first word decides where nothing after it turns it round. */
function firstWord(said: string): boolean | null {
  const [first, ...rest] = said.split(' ');
  if (first === undefined || rest.length === 0 || rest.length > 8) return null;
  if (rest.some((word) => ['men', 'ikke', 'dog', 'måske', 'but', 'not', 'maybe', 'dont', 'nej', 'no'].includes(word))) return ['nej', 'no'].includes(first) && !rest.includes('men') && !rest.includes('but') ? false : null;
  if (['ja', 'jo', 'yes', 'jep'].includes(first)) return true;
  return ['nej', 'no'].includes(first) ? false : null;
}
