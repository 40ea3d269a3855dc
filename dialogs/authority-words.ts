import { shownContact, type Authority } from '../src/domain/directory/department';
import { findInDirectory } from '../src/domain/directory/find-in-directory';
import type { Talk } from './talk';

/** Names the authority whose matter it is; false when none is found. */
export async function sayAuthorityOf(talk: Talk, said: string): Promise<boolean> {
  const [best] = findInDirectory(matterOf(said), talk.content.authorities);
  if (best) await sayAuthority(talk, best.record);
  return best !== undefined;
}

/** Without the wish to complain: "klage over Udbetaling Danmark" is a matter of theirs, not of those who decide complaints. */
export const matterOf = (said: string): string => said.replace(/(?<!\p{L})(?:klage|klager|klagen|complain|complaint) (?:over|about|against)(?!\p{L})/giu, ' ');

/** Names an authority, with as much of its contact as is known for sure. */
export async function sayAuthority(talk: Talk, authority: Authority): Promise<void> {
  const { name } = authority;
  const { phone, web } = shownContact(authority);
  if (phone !== null && web !== null) await talk.say('outside.phone-and-web', { name, phone, web }, { choices: [] });
  else if (phone !== null) await talk.say('outside.phone', { name, phone }, { choices: [] });
  else if (web !== null) await talk.say('outside.web', { name, web }, { choices: [] });
  else await talk.say('outside.name', { name }, { choices: [] });
}
