import type { Department } from '../src/domain/directory/department';
import { findInDirectory } from '../src/domain/directory/find-in-directory';
import { areasInWords } from '../src/domain/letters/appeal-area';
import { matterOf, sayAuthority } from './authority-words';
import type { Talk } from './talk';

/** The names of departments that may be meant, for her to choose from. */
export const departmentsFor = (talk: Talk, said: string): readonly string[] =>
  findInDirectory(said, talk.content.departments).slice(0, 2).map(({ record }) => record.name);

/** Names the department or the two that fit; false when none does. */
export async function sayDepartments(talk: Talk): Promise<boolean> {
  if (talk.heard.action === null && (await sayAuthorityBetter(talk))) return true;
  const [first, second] = findInDirectory(talk.heard.text, talk.content.departments);
  if (!first) return false;
  talk.topic = 'find.department';
  if (second) await talk.say('find.department.two', { first: nameOf(talk, first.record), second: nameOf(talk, second.record) });
  else await sayOne(talk, first.record);
  const { address, sources } = first.record;
  if (WHERE.test(talk.heard.text) && address !== null && sources >= PAGES_AT_LEAST) await talk.say('find.department.where', { address }, { choices: ['find.department', 'human'] });
  return true;
}

/** "Hvor ligger det?": asked of a place, not of who deals with a thing. */
const WHERE = /(?<!\p{L})(?:hvor (?:ligger|er|bor|holder|finder jeg|finder man)|adresse\p{L}*|where is|where do i find|address)(?!\p{L})/iu;
/** An address is told that stood on so many pages. */
const PAGES_AT_LEAST = 2;

/** A phone number is given only where the municipality has confirmed it; else the switchboard knows the way. */
async function sayOne(talk: Talk, department: Department): Promise<void> {
  const name = nameOf(talk, department);
  if (department.confirmed && department.phone !== null) await talk.say('find.department.one-confirmed', { name, phone: department.phone });
  else await talk.say('find.department.one-main', { name });
}

const nameOf = ({ language }: Talk, { name, nameEn }: Department): string => (language === 'en' && nameEn ? `${name} (${nameEn})` : name);

/** A thing that an authority deals with was named whole. */
const WHOLE = 2;

/** "Hvem har med boligstøtte at gøre?": another authority's matter, where its words name that one better than any department. */
async function sayAuthorityBetter(talk: Talk): Promise<boolean> {
  const { heard: { text }, content } = talk;
  const [best] = findInDirectory(matterOf(text), content.authorities);
  const [own] = findInDirectory(text, content.departments);
  if (!best || best.score < WHOLE || (own && own.score >= best.score)) return false;
  // What the law leaves to the municipality is decided there, though another pays it out.
  const area = areasInWords(text, content.appealRules);
  if (area.kind === 'named' && area.rules[0]?.sendTo === 'kommunen') return false;
  talk.topic = 'outside';
  await sayAuthority(talk, best.record);
  await talk.say('outside.still');
  return true;
}
