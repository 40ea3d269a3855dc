import { AdviserError } from '../domain/adviser-error';

/** Something in a content file that an editor should look at: where it is, what it is, how to mend it. */
export interface ContentFault {
  /** The file's path, content folder included. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
}

/** Where readers and checks put the faults they find, so that an editor sees all of them at once. */
export type Report = (fault: ContentFault) => void;

/** More than these in one message would bury the first. */
const SHOWN = 20;

/**
 * A fault on one line, in the form that editors make into a link.
 *
 * @example faultInWords(fault) // 'content/ishoj/da/contact.yaml:12: "contact.email" has the unknown key "action". Permitted: …'
 */
export function faultInWords({ file, line, what, remedy }: ContentFault): string {
  return `${file}:${line}: ${what} ${remedy}`;
}

/** The faults as the one error that keeps content from going live. */
export function contentInvalid(faults: readonly ContentFault[]): AdviserError {
  const shown = faults.slice(0, SHOWN).map(faultInWords);
  if (faults.length > SHOWN) shown.push(`… and ${faults.length - SHOWN} more.`);
  return new AdviserError('content-invalid', shown.join('\n'), 'Put it right; "npm run content:check" shows when all is well.', { cause: faults });
}
