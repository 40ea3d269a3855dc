import { letterQuestion } from '../../../src/domain/letters/explanation/parts-asked';

const WHERE = { parts: ['route', 'action', 'deadline'] };

test.each([
  ['hvor skal jeg sende klagen hen?', WHERE], ['hvem skal jeg sende klagen til', WHERE], ['hvor klager jeg henne', WHERE], ['Where do I send the appeal?', WHERE], ['hvem afgør klagen?', WHERE],
  ['kan jeg overhovedet klage?', WHERE], ['skal jeg klage igen', WHERE], ['can I still appeal', WHERE], ['kan jeg klage over det her', WHERE],
  ['til hvilken adresse', { parts: ['route', 'action'] }],
  ['hvad skal jeg så gøre nu', { parts: ['action', 'route', 'deadline'] }], ['what should I do', { parts: ['action', 'route', 'deadline'] }],
  ['hvor meget skal jeg betale', { parts: ['action', 'decided'] }],
  ['hvorfor fik jeg afslag', { parts: ['why', 'law'] }], ['why did they say no', { parts: ['why', 'law'] }],
  ['hvilken lov er det efter', { parts: ['law'] }], ['mangler der noget i brevet', { parts: ['lacking'] }],
  ['skal jeg betale imens', 'waits'], ['får jeg penge mens de ser på klagen', 'waits'],
  ['kan jeg ringe og klage', 'phone'], ['hvad er nummeret til afdelingen', 'phone'],
  ['hvad betyder det', 'again'], ['jeg forstår det ikke', 'again'],
] as const)('"%s" is asked of the letter', (text, asked) => expect(letterQuestion(text)).toEqual(asked));

test.each([
  'hvor længe er telefonen åben', 'kan I ringe mig op om klagen', 'hvornår har borgerrådgiveren åbent', 'kan jeg klage over min sagsbehandler', 'hvor ligger rådhuset', 'tak for hjælpen', 'hvem er borgerrådgiveren', 'jeg vil gerne tale med et menneske', 'can I complain about my caseworker',
])('"%s" is not', (text) => expect(letterQuestion(text)).toBeNull());
