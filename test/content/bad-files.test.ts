import { loadContent } from '../../src/content/load-content';
import { removeTemporaryContent, temporaryContent, type TemporaryContent } from './temporary-content';

const DA = 'denmark/da/common.yaml';
const EN = 'denmark/en/common.yaml';
const OWN = 'nordby/da/adviser.yaml';
const FACTS = 'nordby/municipality.yaml';
const HOURS = 'nordby/opening-hours.yaml';

interface Bad {
  readonly rule: string;
  readonly spoil: (content: TemporaryContent) => void;
  /** File and line. */
  readonly at: string;
  readonly what: string;
  readonly remedy: string;
}

const replaced = (path: string, from: string, to: string) => (content: TemporaryContent) => content.edit(path, (text) => text.replace(from, to));
const written = (path: string, text: string | Uint8Array) => (content: TemporaryContent) => content.write(path, text);

const BAD: readonly Bad[] = [
  { rule: 'a tab', spoil: replaced(OWN, '  values:', '\tvalues:'), at: `${OWN}:5`, what: 'A tab stands where spaces belong.', remedy: 'Replace it by spaces' },
  { rule: 'a key that stands twice', spoil: replaced(OWN, '  facts: [N1]', '  values: [reach]\n  facts: [N1]'), at: `${OWN}:7`, what: 'The same key stands twice.', remedy: 'Remove one of the two' },
  { rule: 'an unknown key', spoil: replaced(OWN, 'actions:', 'buttons:'), at: `${OWN}:6`, what: '"human" has the unknown key "buttons".', remedy: 'Permitted: text, actions, topic, values, facts, source, checked, expires.' },
  { rule: 'an unknown key in a translation', spoil: replaced(EN, 'human:', 'human:\n  actions: [callback]'), at: `${EN}:9`, what: '"human" has the unknown key "actions".', remedy: 'Permitted: text.' },
  { rule: 'an unknown key of another schema', spoil: replaced(HOURS, 'source:', 'kilde:'), at: `${HOURS}:5`, what: '"channels" › no. 1 has the unknown key "kilde".', remedy: 'Permitted: id, weekly, source, checked, expires.' },
  { rule: 'a missing translation', spoil: replaced(EN, 'action.erase:\n  text: Delete\n', ''), at: `${DA}:37`, what: '"action.erase" has no translation.', remedy: EN },
  { rule: 'a phrase that is only in English', spoil: replaced(EN, 'action.erase:', 'action.delete:\n  text: Remove\naction.erase:'), at: `${EN}:23`, what: '"action.delete" does not stand in Danish.', remedy: DA },
  { rule: 'a file that is only in Danish', spoil: (content) => content.remove('nordby/en/adviser.yaml'), at: 'nordby/en/adviser.yaml:1', what: 'The file is missing', remedy: 'Add it with the same ids' },
  { rule: 'an unknown action', spoil: replaced(OWN, '[callback]', '[calback]'), at: `${OWN}:2`, what: '"human" offers the action "calback", which has no label.', remedy: 'Known that begin alike: callback.' },
  { rule: 'a placeholder that the translation lacks', spoil: replaced(EN, ' for {chatDays} days', ''), at: `${EN}:3`, what: '"notice" lacks {chatDays}, which the Danish text has.', remedy: 'Put it into the English text' },
  { rule: 'a placeholder that only the translation has', spoil: replaced(EN, 'Write to', '{who}: write to'), at: `${EN}:5`, what: '"notice" has {who}, which the Danish text lacks.', remedy: 'Permitted there: {chatDays}, {dpo.email}.' },
  { rule: 'a placeholder that nobody fills', spoil: (content) => [DA, EN].forEach((path) => content.edit(path, (text) => text.replace('{dpo.email}', '{dpo.mail}'))), at: `${DA}:5`, what: '"notice" has {dpo.mail}, which nobody fills.', remedy: 'Known that begin alike: dpo.name, dpo.email.' },
  { rule: 'a fact that nobody knows yet', spoil: (content) => [DA, EN].forEach((path) => content.edit(path, (text) => text.replace('{dpo.email}', '{dpo.name}'))), at: `${DA}:5`, what: '"notice" says {dpo.name}, which nobody knows yet.', remedy: `${FACTS}:11` },
  { rule: 'a value that is declared and not said', spoil: replaced(DA, 'values: [date]', 'values: [date, time]'), at: `${DA}:10`, what: '"last-checked" declares the value time and does not say it.', remedy: 'Put {time} into the text' },
  { rule: 'a placeholder with spaces', spoil: replaced(DA, 'gemmes i', 'gemmes { fast } i'), at: `${DA}:3`, what: '"notice" has a brace that is part of no placeholder.', remedy: 'Write placeholders as {name}' },
  { rule: 'broken YAML', spoil: replaced(OWN, 'values: [reach]', 'values: [reach'), at: `${OWN}:6`, what: 'It is not YAML', remedy: 'Look at the indentation, colons and quotes' },
  { rule: 'a parting line that is not indented', spoil: replaced(DA, '    ---\n', '---\n'), at: `${DA}:4`, what: 'A line of "---" begins a new document.', remedy: 'Indent it like the text around it' },
  { rule: 'a reference that leads nowhere', spoil: replaced(OWN, '[callback]', '*callback'), at: `${OWN}:1`, what: 'It cannot be read', remedy: 'Write the text out' },
  { rule: 'an empty file', spoil: written(OWN, ''), at: `${OWN}:1`, what: 'The file holds nothing.', remedy: 'Write its content, or delete the file.' },
  { rule: 'a file of comments', spoil: written(OWN, '# soon\n'), at: `${OWN}:1`, what: 'The file holds nothing.', remedy: 'Write its content' },
  { rule: 'a byte order mark', spoil: (content) => content.edit(OWN, (text) => `\uFEFF${text}`), at: `${OWN}:1`, what: 'It begins with a byte order mark (BOM).', remedy: 'Save it as UTF-8 without BOM.' },
  { rule: 'UTF-16', spoil: written(OWN, Buffer.from('\uFEFFhuman:\n', 'utf16le')), at: `${OWN}:1`, what: 'byte order mark', remedy: 'Save it as UTF-8' },
  { rule: 'Latin-1', spoil: written(OWN, Buffer.from('# ok\nhuman:\n  text: på\n', 'latin1')), at: `${OWN}:3`, what: 'It holds a character that is not UTF-8.', remedy: 'Save it as UTF-8' },
  { rule: 'a list where a text belongs', spoil: replaced(DA, 'text: Slet', 'text: [Slet]'), at: `${DA}:38`, what: '"action.erase" › "text" is a list.', remedy: 'Write a text there.' },
  { rule: 'a number where a text belongs', spoil: replaced(DA, 'text: Slet', 'text: 112'), at: `${DA}:38`, what: '"action.erase" › "text" is the number 112.', remedy: 'Put it in quotes to make it a text: "112".' },
  { rule: 'nothing where a text belongs', spoil: replaced(DA, 'text: Slet', 'text:'), at: `${DA}:38`, what: '"action.erase" › "text" is empty.', remedy: 'Write a text there.' },
  { rule: 'a text of spaces', spoil: replaced(DA, 'text: Slet', 'text: "  "'), at: `${DA}:38`, what: '"action.erase" › "text" is not as it must be.', remedy: 'It is not empty.' },
  { rule: 'a phrase without its text', spoil: replaced(DA, 'text: Slet', 'topic: privacy'), at: `${DA}:37`, what: '"action.erase" › "text" is missing.', remedy: 'Add it: it is a text.' },
  { rule: 'a list of phrases', spoil: written(OWN, '- human\n'), at: `${OWN}:1`, what: 'The file is a list.', remedy: 'Write keys with values there.' },
  { rule: 'a topic that does not exist', spoil: replaced(DA, 'topic: privacy', 'topic: secrets'), at: `${DA}:8`, what: '"notice" › "topic" is "secrets".', remedy: 'Permitted: adviser.can,' },
  { rule: 'an id with a space', spoil: replaced(OWN, 'human:', 'hu man:'), at: `${OWN}:2`, what: '"hu man" cannot be a name here', remedy: 'Correct the name.' },
  { rule: 'a day that does not exist', spoil: replaced(OWN, 'checked: 2026-11-01', 'checked: 2026-11-31'), at: `${OWN}:9`, what: '"human" › "checked" is "2026-11-31".', remedy: 'Write a day that exists, such as 2026-11-24.' },
  { rule: 'facts without a source', spoil: replaced(OWN, '  source: nordby.dk\n', ''), at: `${OWN}:2`, what: '"human" is not as it must be.', remedy: 'It has a "source", because it states facts.' },
  { rule: 'facts that nobody checked', spoil: replaced(OWN, '  checked: 2026-11-01\n', ''), at: `${OWN}:2`, what: '"human" is not as it must be.', remedy: 'It has "checked", the day' },
  { rule: 'an expiry before the check', spoil: replaced(OWN, 'expires: 2026-12-01', 'expires: 2026-10-01'), at: `${OWN}:2`, what: '"human" is not as it must be.', remedy: 'It has "expires" on a day after "checked".' },
  { rule: 'a fact of the list that no phrase states', spoil: replaced(OWN, 'facts: [N1]', 'facts: [N2]'), at: 'nordby/facts.yaml:1', what: "No phrase states N1: The adviser's phone number.", remedy: 'put N1 among its "facts"' },
  { rule: 'an id that stands in two files', spoil: (content) => ['da', 'en'].forEach((language) => content.write(`nordby/${language}/zoo.yaml`, 'human:\n  text: Hej\n')), at: 'nordby/da/zoo.yaml:1', what: '"human" stands twice.', remedy: `${OWN}:2` },
  { rule: 'one label for two actions', spoil: replaced(EN, 'text: Delete', 'text: call me back!'), at: `${EN}:23`, what: '"action.erase" and "action.callback" have the same label.', remedy: 'Word one of them differently' },
  { rule: 'a phrase that the content relies on', spoil: (content) => [DA, EN].forEach((path) => content.edit(path, (text) => text.replace('last-checked:', 'last-seen:'))), at: 'denmark/da:1', what: 'There is no phrase "last-checked".', remedy: 'Add it.' },
  { rule: 'a fact without source', spoil: replaced(FACTS, 'value: Nordby Kommune, source: nordby.dk,', 'value: Nordby Kommune,'), at: `${FACTS}:2`, what: 'municipality.name: "source" is missing.', remedy: 'Add it: it is a text.' },
  { rule: 'a fact with one language', spoil: replaced(FACTS, "en: the citizens' guide, ", ''), at: `${FACTS}:4`, what: 'adviser.title: "en" is missing.', remedy: 'Add it' },
  { rule: 'a fact without its braces', spoil: replaced(FACTS, '{ unknown: true }', 'Jens'), at: `${FACTS}:11`, what: 'dpo.name: It is "Jens".', remedy: 'Write keys with values there.' },
  { rule: 'a fact that the page needs', spoil: replaced(FACTS, '{ value: 11 22 33 44, source: nordby.dk, checked: 2026-11-01, expires: 2027-11-01 }', '{ unknown: true }'), at: `${FACTS}:5`, what: 'The fact adviser.phone is not known.', remedy: 'Write it' },
  { rule: 'an unknown topic that is off', spoil: replaced('nordby/topics-off.yaml', 'complaint.discrimination', 'complaint.everything'), at: 'nordby/topics-off.yaml:2', what: 'no. 1 is "complaint.everything".', remedy: 'Permitted: adviser.can,' },
  { rule: 'hours that end before they begin', spoil: replaced(HOURS, 'to: "10:00"', 'to: "07:00"'), at: `${HOURS}:4`, what: '"channels" › no. 1 › "weekly" › no. 1 is not as it must be.', remedy: 'It ends after it begins.' },
  { rule: 'a time that does not exist', spoil: replaced(HOURS, 'to: "10:00"', 'to: "25:00"'), at: `${HOURS}:4`, what: '"to" is "25:00".', remedy: 'It is a time such as "09:00".' },
  { rule: 'a file that is missing', spoil: (content) => content.remove(HOURS), at: `${HOURS}:1`, what: 'The file is missing.', remedy: 'Add it' },
  { rule: 'a file with the other ending', spoil: written('nordby/da/more.yml', 'x: 1\n'), at: 'nordby/da/more.yml:1', what: 'The name ends in .yml, which is not read.', remedy: 'Let it end in .yaml.' },
  { rule: 'a file that nothing reads', spoil: written('nordby/topic-off.yaml', '[]\n'), at: 'nordby/topic-off.yaml:1', what: 'Nothing reads a file of the name topic-off.yaml here.', remedy: 'topics-off.yaml' },
];

afterEach(removeTemporaryContent);

/** What loading the content said against it. */
function faultOf(content: TemporaryContent): string {
  try {
    loadContent(content);
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'content-invalid') return fault.message;
    throw fault;
  }
  return 'nothing';
}

test.each(BAD)('$rule is refused with file, line and remedy', ({ spoil, at, what, remedy }) => {
  const content = temporaryContent();
  spoil(content);
  const said = faultOf(content);
  const place = `${content.folder}/${at}: `;
  expect(said).toContain(place);
  const line = said.split('\n').find((each) => each.startsWith(place));
  expect(line).toContain(what);
  expect(line).toContain(remedy);
});

test('the fixture without a spoiled file is as it should be', () => {
  expect(faultOf(temporaryContent())).toBe('nothing');
});

test('one broken file is one fault, not one for each phrase in it', () => {
  const content = temporaryContent();
  content.edit(EN, (text) => text.replace('human:', 'human'));
  expect(faultOf(content).split('\n')).toHaveLength(1);
});

test('all faults are told at once', () => {
  const content = temporaryContent();
  content.edit(OWN, (text) => text.replace('actions:', 'buttons:'));
  content.edit(HOURS, (text) => text.replace('to: "10:00"', 'to: "25:00"'));
  expect(faultOf(content)).toContain(`${content.folder}/${OWN}:6`);
  expect(faultOf(content)).toContain(`${content.folder}/${HOURS}:4`);
});

test('what an editor leaves behind is passed over', () => {
  const content = temporaryContent();
  content.write('nordby/da/adviser.yaml~', '{');
  content.write('nordby/da/.adviser.yaml.swp', '{');
  content.write('nordby/da/.#adviser.yaml', '{');
  content.write('nordby/notes.txt', '{');
  expect(faultOf(content)).toBe('nothing');
});

test.each([
  { rule: 'a municipality without a folder', place: { municipality: 'sydby' }, remedy: 'Set MUNICIPALITY to one of: nordby.' },
  { rule: 'the country as a municipality', place: { municipality: 'denmark' }, remedy: 'Set MUNICIPALITY to one of: nordby.' },
  { rule: 'a way out of the folder', place: { municipality: '../nordby' }, remedy: 'Set MUNICIPALITY to one of: nordby.' },
  { rule: 'no content at all', place: { folder: 'nowhere' }, remedy: 'Set CONTENT_DIR to the folder that holds the content.' },
])('$rule is refused', ({ place, remedy }) => {
  expect(() => loadContent({ ...temporaryContent(), ...place })).toThrow(expect.objectContaining({ code: 'content-invalid', remedy }));
});
