import { readPlace } from '../../../src/domain/forms/read-place';

test.each([
  ['jobcentret', 'jobcentret'],
  ['det er nok Jobcentret.', 'Jobcentret'],
  ['Center for Børn og Familier', 'Center for Børn og Familier'],
  ['Ydelse, Opkrævning', 'Ydelse, Opkrævning'],
  ['min søns skole', 'min søns skole'],
  ['I think it was the job centre', 'the job centre'],
  ['det var hende med det røde hår', null],
  ['det ved jeg ikke', null],
  ['nej vent, det er en afgørelse jeg vil klage over', null],
  ['hvem er det?', null],
  ['nej', null],
  ['hun sidder i borgerservice og er altid sur på folk', null],
])('%j names the place %j', (said, place) => expect(readPlace(said)).toBe(place));
