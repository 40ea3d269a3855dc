import { read } from './letter-words';

const cited = (text: string): string[] => read(`Nordby Kommune\n\nVi har set på sagen. ${text}`).reading.legalBasis.map(({ law, section, subsection }) => `${law} ${section}${subsection === null ? '' : ` stk. ${subsection}`}`);

describe('citations, in all the ways letters write them', () => {
  test.each([
    ['the genitive', 'Det følger af servicelovens § 100, stk. 1.', ['serviceloven 100 stk. 1']],
    ['the law after the section', 'Det følger af § 100 i serviceloven.', ['serviceloven 100']],
    ['the law after the section and subsection', 'Det følger af § 58, stk. 1, i planloven.', ['planloven 58 stk. 1']],
    ['the long name', 'Efter lov om social service § 112 kan du få hjælp.', ['serviceloven 112']],
    ['a short form', 'Jf. SEL § 100, stk. 1.', ['serviceloven 100 stk. 1']],
    ['no spaces', 'Jf. servicelovens §100,1.', ['serviceloven 100 stk. 1']],
    ['a letter apart', 'Jf. servicelovens § 83 a, stk. 2.', ['serviceloven 83a stk. 2']],
    ['a letter joined', 'Jf. servicelovens § 83a.', ['serviceloven 83a']],
    ['two sections', 'Jf. barnets lovs §§ 81 og 82.', ['barnets lov 81', 'barnets lov 82']],
    ['a list', 'Jf. beskæftigelsesindsatslovens §§ 27, 28 og 31.', ['beskæftigelsesindsatsloven 27', 'beskæftigelsesindsatsloven 28', 'beskæftigelsesindsatsloven 31']],
    ['a range', 'Jf. aktivlovens §§ 52-54.', ['aktivloven 52', 'aktivloven 53', 'aktivloven 54']],
    ['a range of letters', 'Jf. servicelovens §§ 82 a-d.', ['serviceloven 82a', 'serviceloven 82b', 'serviceloven 82c', 'serviceloven 82d']],
    ['numbers and letters that are dropped', 'Jf. servicelovens § 12, stk. 2, nr. 3, litra b.', ['serviceloven 12 stk. 2']],
    ['a bare section of the law last named', 'Jf. aktivlovens § 11. Se også § 14, stk. 1.', ['aktivloven 11', 'aktivloven 14 stk. 1']],
    ['the law meant by "loven"', 'Jf. byggelovens § 16. Der kan ikke dispenseres efter lovens § 22.', ['byggeloven 16', 'byggeloven 22']],
    ['the same law', 'Jf. aktivlovens § 68. Det står i samme lovs § 77.', ['aktivloven 68', 'aktivloven 77']],
    ['two laws in one sentence', 'Jf. vejlovens § 87 og privatvejslovens § 52.', ['vejloven 87', 'privatvejsloven 52']],
    ['articles', 'Jf. databeskyttelsesforordningens artikel 17, stk. 3, litra b.', ['databeskyttelsesforordningen 17 stk. 3']],
    ['BR18', 'Jf. BR18 §§ 493-495.', ['bygningsreglementet 493', 'bygningsreglementet 494', 'bygningsreglementet 495']],
    ['an executive order', 'Jf. bilbekendtgørelsens §§ 1-3.', ['bilbekendtgørelsen 1', 'bilbekendtgørelsen 2', 'bilbekendtgørelsen 3']],
    ['a law that nobody listed', 'Jf. kolonihavelovens § 4, stk. 2.', ['kolonihaveloven 4 stk. 2']],
    ['a law of two words joined by "og"', 'Jf. børne- og ungeydelseslovens § 2 a.', ['børne- og ungeydelsesloven 2a']],
    ['English', 'The decision rests on section 81 of the Act on Active Social Policy.', ['aktivloven 81']],
    ['English with the Danish name', 'See section 19 of the Public Administration Act (forvaltningsloven § 19).', ['forvaltningsloven 19']],
    ['once, with the first subsection', 'Jf. aktivlovens § 91 og aktivlovens § 91, stk. 1.', ['aktivloven 91 stk. 1']],
  ])('%s', (_name, text, want) => expect(cited(text)).toEqual(want));
});

describe('citations as OCR leaves them', () => {
  test.each([
    ['servicelovens S 100, stk. 1', ['serviceloven 100 stk. 1']],
    ['servicelovens $ 100', ['serviceloven 100']],
    ['servicelovens 5 100, stk. l', ['serviceloven 100 stk. 1']],
    ['servicelovens 8 112', ['serviceloven 112']],
    ['servicelovens & 97', ['serviceloven 97']],
    ['retssikkerhedslovens $$ 66 og 67', ['retssikkerhedsloven 66', 'retssikkerhedsloven 67']],
    ['bygningsreglementets SS 378 og 379', ['bygningsreglementet 378', 'bygningsreglementet 379']],
    ['servlcelovens § 100', ['serviceloven 100']],
    ['serviceiovens § l00', ['serviceloven 100']],
    ['aeldrelovens § 10', ['ældreloven 10']],
    ['aktivlovens 82, stk. 1', ['aktivloven 82 stk. 1']],
    ['sygedagpengelovens § 2l', ['sygedagpengeloven 21']],
  ])('%s', (text, want) => expect(cited(`Det følger af ${text}.`)).toEqual(want));
});

describe('what is no section of a law', () => {
  test.each([
    ['a section of a local plan', 'Hegnet er i strid med lokalplanens § 9.2.'],
    ['a whole section of a local plan', 'Det følger af lokalplanens § 9, at hegn skal være levende.'],
    ['a law without a section', 'Du kan få hjælp efter serviceloven.'],
    ['the number of an act', 'Jf. lovbekendtgørelse nr. 1129 af 22. september 2025.'],
    ['a chapter', 'Jf. aktivlovens kapitel 12.'],
    ['a principle decision', 'Jf. principmeddelelse 38-23.'],
    ['an amount', 'Du får 100 kr. efter serviceloven.'],
    ['dollars', 'Prisen er $ 100 i alt.'],
    ['a street', 'Jeg bor på Søvej 8 100 meter fra skolen.'],
    ['a statute of a society', 'Det følger af vedtægternes § 4.'],
    ['the rules of a contract', 'Det følger af lejekontraktens § 11.'],
  ])('%s', (_name, text) => expect(cited(text)).toEqual([]));
});
