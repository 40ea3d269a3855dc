import { findInDirectory } from '../src/domain/directory/find-in-directory';
import { matterOf, sayAuthority } from './authority-words';
import { sayDepartments } from './department-words';
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
