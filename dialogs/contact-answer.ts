import { findInDirectory } from '../src/domain/directory/find-in-directory';
import { sayDepartments } from './department-words';
import type { Talk } from './talk';

/** The municipality as such, not a part of it and not its adviser. */
const MUNICIPALITY = /(?<!\p{L})(?:kommunen|kommunens|rådhuset|rådhusets|omstillingen|town hall|the municipality)(?!\p{L})/iu;
const ADVISER = /rådgiver|adviser|advisor/iu;
/** The adviser's own entry of the directory. */
const OWN = 'borgerraadgiver';

/** Where the adviser is reached; the department or the municipality where her words name one of those. */
export async function tellContact(talk: Talk): Promise<void> {
  const { text, action } = talk.heard;
  if (action === null && !ADVISER.test(text)) {
    const [named] = findInDirectory(text, talk.content.departments);
    if (named && named.record.id !== OWN && (await sayDepartments(talk))) return;
    if (MUNICIPALITY.test(text)) return talk.say('contact.municipality');
  }
  await talk.say('contact');
}
