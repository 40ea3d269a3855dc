import { readTime } from '../../../src/domain/dates/read-time';

const at = (hour: number, minute = 0): { from: number; to: number } => ({ from: hour * 60 + minute, to: hour * 60 + minute });
const span = (from: number, to: number): { from: number; to: number } => ({ from: from * 60, to: to * 60 });

test.each([
  ['kan jeg ringe på tirsdag kl. 14', at(14)],
  ['tirsdag kl 13', at(13)],
  ['tirsdag klokken 9.30', at(9, 30)],
  ['tirsdag kl. halv ni', at(8, 30)],
  ['klokken ni', at(9)],
  ['kvart over to', at(14, 15)],
  ['kl. 2', at(14)],
  ['can I call Thursday at 5pm', at(17)],
  ['at 5', at(17)],
  ['9 am', at(9)],
  ['torsdag 14:30', at(14, 30)],
  ['på tirsdag mellem 14 og 15', span(14, 15)],
  ['kl. 9-13', span(9, 13)],
  ['between 2 and 4 pm', span(14, 16)],
  ['helst efter kl 14', span(14, 24)],
  ['efter 14', span(14, 24)],
  ['før kl. 9', span(0, 9)],
  ['torsdag aften', span(18, 24)],
  ['torsdag eftermiddag', span(12, 18)],
  ['on Thursday afternoon', span(12, 18)],
])('%j asks for %j', (said, time) => expect(readTime(said)).toEqual(time));

test.each(['kan jeg ringe i morgen', 'den 24. december', 'efter 14 dage', 'uge 52', 'sidste torsdag i december', 'jeg har ni børn', 'ring 20 21 89 88', '5/1', 'efter 3 måneder', 'kl. 45', ''])('%j asks for no time of day', (said) =>
  expect(readTime(said)).toBeNull(),
);
