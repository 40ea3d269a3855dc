import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Authorities, Departments, shownContact } from '../../../src/domain/directory/department';
import { findInDirectory } from '../../../src/domain/directory/find-in-directory';

const content = (file: string): unknown => parse(readFileSync(join(__dirname, '../../../content', file), 'utf8'));
const departments = Departments.parse(content('ishoj/departments.yaml'));
const authorities = Authorities.parse(content('denmark/authorities.yaml'));

test.each([
  ['hvem står for byggetilladelse', 'byggesager'],
  ['jeg vil bygge en carport', 'byggesager'],
  ['hvor søger jeg om tilbygning', 'byggesager'],
  ['min mors hjemmehjælp', 'visitationen'],
  ['hjælperen kom ikke i dag', 'hjemmeplejen'],
  ['PPR', 'ppr'],
  ['hvem er skolepsykologen', 'ppr'],
  ['talepædagog til min søn', 'ppr'],
  ['jobcentret', 'jobcenter'],
  ['jeg er sygemeldt', 'jobcenter'],
  ['hvem bestemmer over mit fleksjob', 'jobcenter'],
  ['skolestart', 'center-for-dagtilbud-og-skoler'],
  ['skift af skole', 'center-for-dagtilbud-og-skoler'],
  ['plads i vuggestuen', 'pladsanvisningen'],
  ['økonomisk friplads', 'pladsanvisningen'],
  ['jeg skal have nyt pas', 'borgerservice'],
  ['kørekort', 'borgerservice'],
  ['jeg er flyttet og skal ændre adresse', 'borgerservice'],
  ['kontanthjælp', 'ydelse'],
  ['hjælp til medicin', 'ydelse'],
  ['enkeltydelser', 'ydelse'],
  ['rollator', 'hjaelpemidler'],
  ['min kørestol er gået i stykker', 'hjaelpemidler'],
  ['genoptræning efter operation', 'genoptraening'],
  ['hul i vejen', 'park-vej-og-miljoe'],
  ['hvem rydder sne', 'park-vej-og-miljoe'],
  ['der er rotter i gården', 'park-vej-og-miljoe'],
  ['lokalplan', 'center-for-byudvikling'],
  ['jeg vil skrive til borgmesteren', 'ledelsessekretariatet'],
  ['biblioteket', 'kulturium-bibliotek'],
  ['svømmehallen', 'center-for-kultur-og-fritid'],
  ['bøjle på tænderne', 'tandplejen'],
  ['jeg er bekymret for et barn', 'straxen'],
  ['ældrebolig', 'aeldreboliger'],
  ['min far drikker for meget alkohol', 'pitstop'],
  ['plejehjem', 'plejecentrene'],
  ['jeg er hjemløs', 'center-for-voksne-og-velfaerd'],
  ['bostøtte', 'det-gule-hus'],
  ['sundhedsplejersken', 'sundhedsplejen'],
  ['mobning i skolen', 'folkeskolerne'],
  ['I need a passport', 'borgerservice'],
  ['who handles building permits', 'byggesager'],
  ['my wheelchair', 'hjaelpemidler'],
  ['the job centre', 'jobcenter'],
  ['pothole in my street', 'park-vej-og-miljoe'],
])('%j belongs to %s', (said, id) => expect(findInDirectory(said, departments).map(({ record }) => record.id)).toContain(id));

test.each([
  ['jeg vil skilles', 'familieretshuset'],
  ['skilsmisse', 'familieretshuset'],
  ['hvem har forældremyndighed', 'familieretshuset'],
  ['min årsopgørelse fra skat', 'skattestyrelsen'],
  ['folkepension', 'udbetaling-danmark-pension'],
  ['boligstøtte', 'udbetaling-danmark-boligstoette'],
  ['børnepenge', 'udbetaling-danmark-familieydelser'],
  ['barselsdagpenge', 'udbetaling-danmark-barsel'],
  ['jeg vil anmelde tyveri', 'politi-114'],
  ['gæld til det offentlige', 'gaeldsstyrelsen'],
  ['klage over læge', 'patientklager'],
  ['min husleje er for høj', 'huslejenaevnet'],
  ['familiesammenføring', 'udlaendingestyrelsen'],
  ['retssag', 'domstolene'],
  ['vandregning', 'ishoej-forsyning'],
  ['storskrald', 'vestforbraending'],
  ['my tax return', 'skattestyrelsen'],
  ['I want a divorce', 'familieretshuset'],
])('%j belongs to %s', (said, id) => expect(findInDirectory(said, authorities).map(({ record }) => record.id)).toContain(id));

/** No name is better than a false one. */
test.each([
  'my boss fired me', 'min chef har fyret mig', 'telefonselskabet snyder mig', 'togkontrolløren gav mig en bøde', 'politiet har beslaglagt min knallert', 'naboen spiller høj musik hver nat',
  'a-kassen vil ikke udbetale mine dagpenge', 'hvor søger jeg SU', 'jeg bor i høje taastrup og vil klage over dem', 'min arbejdsgiver har ikke betalt løn', 'hvor søger man tolk', 'min eks vil ikke lade mig se mit barn',
  'I lost my residence permit',
])('%j names nobody by chance', (said) => expect([...findInDirectory(said, departments), ...findInDirectory(said, authorities)].map(({ record }) => record.id)).toEqual([]));

test.each(['hvem skal jeg tale med?', 'hvilken afdeling i kommunen', 'xyzzy', '', '42', 'who do I contact'])('%j fits nothing', (said) => expect(findInDirectory(said, departments)).toEqual([]));

test('a number that one source gave, or none, is not shown', () => {
  const contact = (id: string) => shownContact(authorities.find((each) => each.id === id) ?? authorities[0]!);
  expect(contact('gaeldsstyrelsen')).toEqual({ phone: '70 15 73 04', web: 'gaeldst.dk' });
  expect(contact('familieretshuset')).toEqual({ phone: null, web: 'familieretshuset.dk' });
  expect(contact('huslejenaevnet')).toEqual({ phone: null, web: null });
});

test('no department’s phone or hours are shown before the municipality has confirmed them, the adviser’s own apart', () =>
  expect(departments.filter(({ confirmed }) => confirmed).map(({ id }) => id)).toEqual(['borgerraadgiver']));
