import type { ComplaintPaper } from '../../../src/domain/complaints/complaint-files';
import type { DraftStyle } from '../../../src/domain/complaints/draft-line';

type Row = readonly [style: DraftStyle, text: string];

const paper = (...rows: readonly [Row, ...Row[]]): ComplaintPaper => ({
  title: rows[0][1],
  lines: rows.map(([style, text], place) => ({ key: `line.${place}`, style, text, edited: false })),
});

const HEAD: readonly Row[] = [
  ['field', 'Til: Center for Beskæftigelse, Sygedagpenge'],
  ['field', 'Sagsnummer: 26/10482'],
  ['field', 'Afgørelsens dato: 3. november 2026'],
  ['field', 'Fra: Gülşen Åkjær Yıldız'],
  ['field', 'Adresse og telefon: ____________________'],
];
const END: readonly Row[] = [
  ['paragraph', 'Jeg beder om en kvittering for, at I har fået klagen.'],
  ['paragraph', 'Vedlagt: en kopi af afgørelsen.'],
  ['closing', 'Med venlig hilsen'],
  ['field', '____________________'],
];
const POINT = 'Det passer ikke. Jeg var til møde hos lægen den dag, og jeg ringede til jobcentret om morgenen og sagde det. Damen i telefonen skrev det ned og sagde, at det var i orden. Jeg har også sendt en besked på Jobnet samme aften, og den kan I se i min journal.';

/** Five complaints of different kinds, as the drafts of the complaint dialog say them. */
export const FIVE_COMPLAINTS: Readonly<Record<'preliminary' | 'appeal' | 'quotes' | 'behalf' | 'long', ComplaintPaper>> = {
  /** One minute before the last day: short. */
  preliminary: paper(
    ['title', 'Foreløbig klage over afgørelse'],
    ['field', 'Til: ____________________ (afdelingen)'],
    ['field', 'Afgørelsens dato: 28. oktober 2026'],
    ['field', 'Fra: ____________________ (dit navn)'],
    ['field', 'Adresse og telefon: ____________________'],
    ['paragraph', 'Jeg klager over afgørelsen.'],
    ['paragraph', 'Det er en foreløbig klage, så fristen er overholdt.'],
    ['paragraph', 'Jeg beder om, at afgørelsen ikke føres ud i livet, før klagen er afgjort.'],
    ['paragraph', 'Jeg skriver senere, hvorfor jeg er uenig.'],
    ...END,
  ),
  /** Point by point against the letter's reasons. */
  appeal: paper(
    ['title', 'Klage over afgørelse'],
    ...HEAD,
    ['paragraph', 'Jeg klager over afgørelsen.'],
    ['heading', 'Det er jeg uenig i'],
    ['paragraph', 'I skriver: "Du har uden rimelig grund ikke medvirket i kommunens opfølgning, jf. sygedagpengelovens § 21, stk. 1."'],
    ['paragraph', POINT],
    ['paragraph', 'I skriver: "Vi har ikke modtaget nye oplysninger fra din læge."'],
    ['paragraph', 'Lægen sendte LÆ 285 den 12. oktober. Jeg har kvitteringen.\n\nSe side 2 i det, jeg har vedlagt 🙂'],
    ['heading', 'Det mangler i afgørelsen'],
    ['paragraph', 'Afgørelsen indeholder ingen begrundelse, jf. forvaltningslovens § 22.'],
    ['paragraph', 'Afgørelsen indeholder ingen klagevejledning, jf. forvaltningslovens § 25.'],
    ['heading', 'Det har det betydet'],
    ['paragraph', 'Jeg kan ikke betale husleje den 1. december.'],
    ['heading', 'Det ønsker jeg'],
    ['paragraph', 'At mine sygedagpenge bliver udbetalt fra den 3. november.'],
    ...END,
  ),
  /** Her own words in Turkish, Ukrainian and Arabic, quoted. */
  quotes: paper(
    ['title', 'Klage over en medarbejders opførsel'],
    ...HEAD.slice(0, 1),
    ['field', 'Fra: Оксана Ґудзь'],
    ['paragraph', 'Jeg klager over den måde, jeg er blevet mødt på af en medarbejder.'],
    ['heading', 'Det er sket'],
    ['event', '14. oktober 2026:'],
    ['quote', 'Med mine egne ord, skrevet på tyrkisk: "Görüşmede bana çok kaba davrandı. Çocuğumun önünde bağırdı ve \'Danca öğren\' dedi. Şikâyetçiyim, çünkü hiçbir şey sormadan beni gönderdi."'],
    ['event', '20. oktober 2026:'],
    ['quote', 'Med mine egne ord, skrevet på ukrainsk: "Я прийшла вдруге, але мене не впустили. Їй було байдуже, що я маю лист із запрошенням на ґанку о 9:30."'],
    ['event', '22. oktober 2026:'],
    ['quote', 'Med mine egne ord, skrevet på arabisk: "ذهبت إلى البلدية يوم 22 أكتوبر وطلبت مترجماً (عربي). قالت الموظفة إن عليّ أن أنتظر 14 يوماً، ثم أغلقت النافذة ولم تجب على أسئلتي."'],
    ['event', '23. oktober 2026:'],
    ['quote', 'Med mine egne ord, skrevet på urdu: "میں نے دوبارہ فون کیا لیکن کسی نے جواب نہیں دیا۔ مجھے بہت دکھ ہوا۔"'],
    ['heading', 'Det gælder'],
    ['paragraph', 'Medarbejderen i Borgerservice ved skranke 3.'],
    ['heading', 'Det ønsker jeg'],
    ['paragraph', 'En undskyldning og en tolk næste gang.'],
    ...END.filter(([, text]) => !text.startsWith('Vedlagt')),
  ),
  /** For a mother, without a power of attorney yet. */
  behalf: paper(
    ['title', 'Klage over udførelsen af en opgave'],
    ['field', 'Til: Center for Omsorg og Sundhed, Hjemmeplejen, gruppe Øst, Ishøj Store Torv 20, 2635 Ishøj'],
    ['field', 'Fra: Søren Blåbjerg-Østergaard'],
    ['field', 'Adresse og telefon: ____________________'],
    ['paragraph', 'Jeg klager over den måde, en opgave er blevet udført på.'],
    ['paragraph', 'Jeg klager på vegne af Åse Østergaard. Jeg sender en fuldmagt, hvis I beder om det.'],
    ['heading', 'Det er sket'],
    ['event', '2. november 2026:'],
    ['paragraph', 'Der kom ingen hjælp om morgenen. Min mor lå i sengen til kl. 13.'],
    ['event', '5. november 2026:'],
    ['paragraph', 'Hjælperen blev i fire minutter. Badet blev sprunget over for tredje gang.'],
    ['heading', 'Det har det betydet'],
    ['paragraph', 'Hun tør ikke drikke vand, fordi hun ikke ved, hvornår nogen kommer.'],
    ['paragraph', 'Jeg har skrevet til afdelingen før, men har ikke fået svar.'],
    ['heading', 'Det ønsker jeg'],
    ['paragraph', 'At hjælpen kommer kl. 8, og at badet bliver givet hver tirsdag.'],
    ...END.filter(([, text]) => !text.startsWith('Vedlagt')),
  ),
  /** Over several pages. */
  long: paper(
    ['title', 'Klage over sagsbehandling i en lang sag om tabt arbejdsfortjeneste og merudgifter'],
    ...HEAD,
    ['paragraph', 'Jeg klager over den måde, sagen er blevet behandlet på.'],
    ['heading', 'Det er sket'],
    ...Array.from({ length: 14 }, (_, place): readonly Row[] => [
      ['event', `${place + 1}. oktober 2026:`],
      ['paragraph', `${place + 1}: ${Array(1 + (place % 3)).fill(POINT).join(' ')}`],
    ]).flat(),
    ['heading', 'Det har det betydet'],
    ['paragraph', POINT],
    ['heading', 'Det ønsker jeg'],
    ['paragraph', 'At sagen bliver behandlet af en anden, og at jeg får svar inden jul.'],
    ...END,
  ),
};
