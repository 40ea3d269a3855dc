import { join } from 'node:path';
import { loadContent } from '../../../src/content/load-content';
import { areasInWords } from '../../../src/domain/letters/appeal-area';

const { appealRules } = loadContent({ folder: join(__dirname, '../../../content'), municipality: 'ishoj' });
const found = (said: string) => {
  const { kind, rules } = areasInWords(said, appealRules);
  return { kind, ids: rules.map(({ id }) => id) };
};

/** What people call their matter → the row it is. */
test.each([
  ['de har taget mors rengøring', 'sel-83'],
  ['kommunen, hjemmehjælp', 'sel-83'],
  ['sygedagpenge', 'sdp-77'],
  ['sygedagpenge fra jobcentret', 'sdp-77'],
  ['stop af mine sygedagpenge', 'sdp-77'],
  ['jeg har fået en p-bøde', 'park'],
  ['det er kontanthjælpen', 'las-98'],
  ['afslag på førtidspension', 'pen-16'],
  ['byggetilladelse', 'byg'],
  ['min søns specialskole', 'fsl-spec'],
  ['min søn skal i specialklasse', 'fsl-spec'],
  ['tabt arbejdsfortjeneste', 'bl-87'],
  ['tvangsfjernet', 'bl-buu'],
  ['lokalplan', 'plan'],
  ['støtte til bil', 'sel-114'],
  ['boligstøtte', 'bos-udk'],
  ['specialundervisning for voksne', 'vsu'],
  ['de siger nej til en transportkørestol', 'sel-112-113'],
  ['merudgifter til mit barn', 'bl-86'],
  ['elderly care', 'ael-10'],
  ['disability pension', 'pen-16'],
  ['cash benefit', 'las-98'],
])('%s is a matter of %s', (said, id) => expect(found(said)).toMatchObject({ kind: 'named', ids: expect.arrayContaining([id]) }));

/** What may mean several: asked about, with what is offered. */
test.each([
  ['de har stoppet mine penge', ['las-98', 'sdp-77']],
  ['stop af min ydelse', ['las-98', 'sdp-77', 'pen-16', 'bos-udk']],
  ['pension', ['pen-16', 'pen-udk']],
  ['afslag på hjælp', ['sel-83', 'las-kap10']],
  ['min bolig', ['bos-udk', 'alm-no-59']],
  ['noget med min søn', ['bl-general', 'fsl-spec']],
  ['depositum', ['las-kap10', 'husleje']],
  ['kørsel', ['sel-no-117', 'sul-koersel']],
  ['jeg skal betale tilbage', ['las-98', 'bos-udk']],
])('"%s" is asked about', (said, ids) => {
  const { kind, ids: offered } = found(said);
  expect(kind).toBe('unsure');
  expect(offered).toEqual(expect.arrayContaining(ids));
  expect(offered.length).toBeLessThanOrEqual(4);
});

test.each(['sygedagpenge og hjemmehjælp', 'kontanthjælp, boligstøtte', 'cash benefit and a wheelchair'])('"%s" is several matters', (said) => expect(found(said).kind).toBe('several'));

/** Words that begin like one of ours, and are none. */
test.each(['noget helt andet', 'hej', '', 'vejledning', 'jeg passer mit job godt', 'billeder', 'der er ingen grund til det', 'pastor'])('%j names no row for certain', (said) => expect(found(said).kind).not.toBe('named'));
