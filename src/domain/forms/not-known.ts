import { foldWords } from '../topics/said-words';

/** That she does not know is no answer to be written into a letter. */
const NOT_KNOWN = /^(?:det )?(?:ved (?:jeg )?(?:det )?ikke|kan jeg ikke huske|husker jeg ikke|aner (?:jeg )?(?:det )?ikke|ingen anelse|i (?:don t|do not) (?:know|remember)|don t know|not sure|no idea)(?: men(?: .*)?| but(?: .*)?)?$/u;
const NOT_KNOWN_ALONE = / (?:men|but)(?: |$)/u;

/** Whether she says that she does not know; what she tells after it counts, except where only a name was asked for. */
export function saysNotKnown(text: string, onlyName = false): boolean {
  const said = foldWords(text);
  return NOT_KNOWN.test(said) && (onlyName || !NOT_KNOWN_ALONE.test(said));
}
