import { shownContact, type Authority } from '../src/domain/directory/department';
import { findInDirectory } from '../src/domain/directory/find-in-directory';
import { sayDepartments } from './department-dialog';
import { tellAreaNamed } from './road-asked';
import type { Talk } from './talk';

/**
 * A matter of another authority: which one, and how to reach it as far as that is known for sure. Where the words name a
 * thing that a department of the municipality deals with, and better so, it is no matter of another.
 */
export async function tellOutside(talk: Talk): Promise<void> {
  talk.topic = 'outside';
  const { action } = talk.heard;
  const text = matterOf(talk.heard.text);
  const [best] = action !== null ? [] : findInDirectory(text, talk.content.authorities);
  const [own] = action !== null ? [] : findInDirectory(text, talk.content.departments);
  if (best && own && own.score > best.score) return void (await sayDepartments(talk));
  if (!best && (await tellAreaNamed(talk))) return;
  if (best) await sayAuthority(talk, best.record);
  else await talk.say('outside', {}, { choices: [] });
  await talk.say('outside.still');
}

/** Names the authority whose matter it is; false when none is found. */
export async function sayAuthorityOf(talk: Talk, said: string): Promise<boolean> {
  const [best] = findInDirectory(matterOf(said), talk.content.authorities);
  if (best) await sayAuthority(talk, best.record);
  return best !== undefined;
}

/** Without the wish to complain: "klage over Udbetaling Danmark" is a matter of theirs, not of those who decide complaints. */
const matterOf = (said: string): string => said.replace(/(?<!\p{L})(?:klage|klager|klagen|complain|complaint) (?:over|about|against)(?!\p{L})/giu, ' ');

async function sayAuthority(talk: Talk, authority: Authority): Promise<void> {
  const { name } = authority;
  const { phone, web } = shownContact(authority);
  if (phone !== null && web !== null) await talk.say('outside.phone-and-web', { name, phone, web }, { choices: [] });
  else if (phone !== null) await talk.say('outside.phone', { name, phone }, { choices: [] });
  else if (web !== null) await talk.say('outside.web', { name, web }, { choices: [] });
  else await talk.say('outside.name', { name }, { choices: [] });
}
