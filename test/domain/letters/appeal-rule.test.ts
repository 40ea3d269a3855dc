import { join } from 'node:path';
import { loadContent } from '../../../src/content/load-content';
import { appealRuleFor, isVerified } from '../../../src/domain/letters/appeal-rule';
import { wordAsked } from '../../../src/domain/letters/glossary';

const { appealRules, glossary, laws } = loadContent({ folder: join(__dirname, '../../../content'), municipality: 'ishoj' });

/** Sections written short: "serviceloven 100, forvaltningsloven 19 stk. 1". */
const cited = (written: string) =>
  written.split(', ').filter(Boolean).map((each) => {
    const [, law = '', section = '', subsection] = /^(.+?) (\d+[a-z]?)(?: stk\. (\d+))?$/.exec(each) ?? [];
    return { law, section, subsection: subsection ?? null };
  });

describe('the row that a letter falls under', () => {
  test.each([
    { rule: 'a row that names the section', letter: 'serviceloven 112', row: 'sel-112-113' },
    { rule: 'else the row of the whole law', letter: 'serviceloven 102a', row: 'sel-general' },
    { rule: 'substance before procedure, though cited later', letter: 'forvaltningsloven 9, retssikkerhedsloven 66, aktivloven 81', row: 'las-kap10' },
    { rule: 'the first of substance decides', letter: 'barnets lov 86, barnets lov 87', row: 'bl-86' },
    { rule: 'what took its place, for a section replaced', letter: 'serviceloven 42 stk. 1', row: 'bl-87' },
    { rule: 'access to documents, where nothing else is cited', letter: 'forvaltningsloven 9, forvaltningsloven 15', row: 'fvl-16' },
    { rule: 'no appeal for § 117, though the law in general has one', letter: 'serviceloven 117', row: 'sel-no-117' },
    { rule: 'only the subsection that can be appealed', letter: 'ældreloven 18 stk. 4', row: 'ael-18-20' },
    { rule: 'the committee on a placement without consent', letter: 'barnets lov 47 stk. 1, barnets lov 140', row: 'bl-buu' },
    { rule: 'the regulations with the building act', letter: 'bygningsreglementet 180', row: 'byg' },
  ])('$rule', ({ letter, row }) => expect(appealRuleFor(cited(letter), appealRules, laws)?.id).toBe(row));

  test.each(['', 'retssikkerhedsloven 66', 'forvaltningsloven 19, forvaltningsloven 22', 'skatteloven 3', 'ældreloven 18 stk. 1'])('is not guessed at: %j', (letter) =>
    expect(appealRuleFor(cited(letter), appealRules, laws)).toBeNull());
});

test('of what nobody has read in the law, nothing is certain, and no time limit stands in the row', () => {
  const unread = appealRules.filter((rule) => !isVerified(rule, 'deadline'));
  expect(unread.map(({ id }) => id)).toEqual(expect.arrayContaining(['stu', 'sul-patient', 'byf', 'bevilling', 'dp', 'sel-133']));
  expect(unread.filter(({ time }) => time !== null)).toEqual([]);
});

test('a section that says where its matter stands now names sections of that law', () => {
  const replaced = Object.entries(laws).flatMap(([law, { sections }]) => Object.entries(sections).flatMap(([section, { replaced: now }]) => (now ? [{ at: `${law} § ${section}`, now }] : [])));
  expect(replaced.length).toBeGreaterThan(9);
  expect(replaced.filter(({ now }) => !now.sections.some((section) => laws[now.law]?.sections[section])).map(({ at }) => at)).toEqual([]);
});

test.each([
  ['hvad betyder partshøring?', 'partshøring'],
  ['Hvad er opsættende virkning', 'opsættende-virkning'],
  ['jeg forstår ikke ordet klagefristen', 'klagefrist'],
  ['hvad er et delvist afslag', 'delvist-afslag'],
  ['what does BPA mean', 'bpa'],
  ['hvad betyder kvadratrod', null],
])('the word asked about: %s', (said, id) => expect(wordAsked(said, glossary)?.id ?? null).toBe(id));
