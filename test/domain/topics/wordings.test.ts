import { readCommand } from '../../../src/domain/topics/command';
import { crisisKinds } from '../../../src/domain/topics/crisis-kind';
import { smallTalkKind } from '../../../src/domain/topics/small-talk';

test.each([
  ['tilbage', 'back'],
  ['  Gå tilbage! ', 'back'],
  ['STOP', 'stop'],
  ['glem det', 'stop'],
  ['Start forfra.', 'restart'],
  ['slet', 'erase'],
  ['Delete everything', 'erase'],
  ['spring over', 'skip'],
])('%j is the command %s', (said, command) => expect(readCommand(said)).toBe(command));

test.each(['de stoppede min hjælp', 'jeg vil tilbage på arbejde', 'kan I slette min sag', 'hun sagde stop til mig', 'start', ''])('%j is no command', (said) =>
  expect(readCommand(said)).toBeNull(),
);

test.each([
  ['Hej', 'hello'],
  ['hej, hvem er du?', 'who'],
  ['tusind tak for hjælpen', 'thanks'],
  ['hej hej', 'bye'],
  ['Hvordan går det?', 'how-are-you'],
  ['good morning', 'hello'],
  ['thank you so much', 'thanks'],
  ['betakke', null],
  ['😊', null],
])('%j is small talk of the sort %s', (said, kind) => expect(smallTalkKind(said)).toBe(kind));

test.each([
  ['min mand slår mig', ['violence']],
  ['min nabo slår sit barn', ['violence', 'child']],
  ['jeg vil ikke leve mere', []],
  ['my husband beats me', ['violence']],
  ['voldsomt dårlig service', []],
])('%j names %j', (said, kinds) => expect(crisisKinds(said)).toEqual(kinds));
