import type { PaperFile } from '../complaints/complaint-files';

/** A letter to a department, with the paper that goes along. */
export interface LetterToSend {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly file: PaperFile & { readonly name: string };
}

/**
 * PORT: sends letters to departments through the municipality's own mail server. Such a letter holds personal data, so it goes to the
 * municipality's own addresses alone (content fact S38: nothing sensitive in an ordinary mail).
 */
export interface LetterMail {
  /** The domains that letters may go to. */
  readonly domains: readonly string[];
  /** Rejects with `bad-request` for any other address, and with `mail-failed` when the server did not take it. */
  send(letter: LetterToSend): Promise<void>;
}

const ADDRESS = /^[^\s@<>,;"']{1,64}@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i;

/** Whether it is one address, and of one of these domains. */
export function isWithin(domains: readonly string[], address: string): boolean {
  const domain = ADDRESS.exec(address.trim())?.[1]?.toLowerCase();
  return domain !== undefined && domains.includes(domain);
}
