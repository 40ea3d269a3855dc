import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askedChoice, asksBot, takenBack, wordsToAdd } from '../../../src/domain/forms/asked-of-bot';
import { readCommand } from '../../../src/domain/topics/command';

const PHRASES = join(__dirname, '../../../content/denmark/topics/phrases');

test.each([
  ['kan jeg få det som word', 'draft.word'],
  ['word', 'draft.word'],
  ['som Word, tak', 'draft.word'],
  ['can I get it as a Word file?', 'draft.word'],
  ['as a PDF please', 'draft.pdf'],
  ['kan jeg få den som pdf', 'draft.pdf'],
  ['vis udkast', 'draft.show'],
  ['kan jeg se min klage igen', 'draft.show'],
  ['show me the draft', 'draft.show'],
  ['jeg vil gerne rette i udkastet', 'draft.edit'],
  ['send det til borgerrådgiveren', 'send'],
  ['ja send den til borgerrådgiveren tak', 'send'],
  ['jeg vil springe over', 'skip'],
  ['spring det her over', 'skip'],
  ['tilbage igen', 'back'],
  ['kan vi gå et skridt tilbage?', 'back'],
  ['can we speak english', 'language.en'],
  ['på engelsk tak', 'language.en'],
  ['på dansk', 'language.da'],
] as const)('"%s" asks for %s', (said, choice) => expect(askedChoice(said)).toBe(choice));

test.each(['jeg vil have min hjælp tilbage', 'min hjælp tilbage', 'at de sender den til Ankestyrelsen', 'de vil ikke vise mig papirerne', 'hun sprang over mig i køen', 'jeg kan ikke engelsk', 'De skrev på engelsk til mig', 'jeg kan ikke åbne pdf', 'send mine penge', 'at I ser på det igen', 'get my help back', 'ret', 'skriv til mig'])(
  '"%s" is told, not asked for',
  (said) => expect(askedChoice(said)).toBeNull(),
);

test.each(['hvad er forskellen på en klage og en afgørelse', 'kan jeg få en tolk', 'hvorfor den dato?', 'til hvem', 'skal jeg betale imens', 'hvor skal jeg sende den', 'can I get an interpreter', 'koster det noget?', 'må de sætte hjælpen ned imens', 'hvor lang tid tager det'])('"%s" asks', (said) => expect(asksBot(said)).toBe(true));
test.each(['Hvad de skriver, er forkert', 'Kan ikke gøre rent', 'har ondt hver dag', 'Hvorfor svarer de ikke? Jeg har skrevet tre gange.', 'er blevet stresset', 'Hvordan de taler til mig er ikke i orden'])('"%s" tells', (said) => expect(asksBot(said)).toBe(false));

test.each([
  ['nej vent, det er en afgørelse jeg vil klage over', 'det er en afgørelse jeg vil klage over'],
  ['vent jeg fik brevet den 6. november', 'jeg fik brevet den 6. november'],
  ['I meant 5 November', '5 November'],
  ['ventede tre timer', null],
  ['Nej, hun råbte', null],
])('%j takes back: %j', (said, rest) => expect(takenBack(said)).toBe(rest));

test.each([
  ['ret: skriv også at hun lo', 'hun lo'],
  ['tilføj at jeg ringede tre gange', 'jeg ringede tre gange'],
  ['Skriv også, at min mor er 84', 'min mor er 84'],
  ['add that she laughed', 'she laughed'],
  ['ja', null],
  ['ret', null],
])('%j asks to add %j', (said, words) => expect(wordsToAdd(said)).toBe(words));

/** What people wrote as answers in forms, day or name, story, meaning or wish. */
const answers = readdirSync(PHRASES)
  .filter((name) => name.startsWith('answers-in-'))
  .flatMap((name) => readFileSync(join(PHRASES, name), 'utf8').split('\n').slice(1).flatMap((line) => line.split('\t')[0] || []));

test('no answer that people gave in forms is taken for a command, a question or a correction', () => {
  expect(answers.length).toBeGreaterThan(350);
  const taken = answers.filter((said) => !['spring over', 'skip it'].includes(said) && (readCommand(said) !== null || askedChoice(said) !== null || asksBot(said) || takenBack(said) !== null || wordsToAdd(said) !== null));
  expect(taken).toEqual([]);
});
