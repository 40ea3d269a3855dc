import { noisy } from '../../../src/cli/letters/noise';
import { seededRandom } from '../../../src/domain/topics/seeded-random';

/** Parts that letters are put together from: for volume and fuzzing, never for figures. */
const SENDERS = ['Ishøj Kommune', 'GREVE KOMMUNE', 'Københavns Kommune', 'Udbetaling Danmark', 'Høje-Taastrup Kommune', '', 'Skattestyrelsen'];
const UNITS = ['Center for Voksne og Velfærd', 'Ydelsesteamet', 'Byggesag', 'Pladsanvisningen', 'PPR', 'Jobcenter Nord', 'Visitationen', 'Borgerservice · Pensionsteamet', 'Børne- og ungeudvalget', 'Vej og Park', 'Folkeregistret', 'Hjælpemidler'];
const LAWS = ['servicelovens § 100, stk. 1', 'aktivlovens §§ 81 og 82', 'barnets lovs § 86', 'ældrelovens § 10', 'sygedagpengelovens § 7, stk. 1, nr. 2', 'planlovens § 19', 'byggelovens § 16, stk. 1, jf. § 17', 'BR18 §§ 493-495', 'databeskyttelsesforordningens artikel 17, stk. 3, litra b', 'lov om social service § 112', '§ 114 i serviceloven', 'SEL § 85', 'servicelovens §§ 82 a-d'];
const DATES = ['5. oktober 2026', 'Dato: 27. november 2026', 'Greve, den 22. september 2026', '05-10-2026', '5/10-26', 'Den 1. marts 2027', '5 October 2026', '', 'Oktober 2026', '31. februar 2026'];
const CASES = ['Sagsnr. 26/014877', 'J.nr. 27.36.00-G01-4-27', 'Sags-ID: S2026-004412', 'Sagsnummer 40 118 223', '', 'CPR-nr. 010180-xxxx', 'Kundenr. 0044 71 883'];
const TITLES = ['Afslag på kørestol', 'Bevilling af madservice', 'PARTSHØRING', 'Du skal betale boligstøtte tilbage', 'Vi mangler oplysninger', 'Indkaldelse til samtale', 'RYKKER 2', 'Kvittering', 'Orientering om nye regler', 'Påbud om lovliggørelse', 'Delvist medhold', 'Decision on your application', '', 'A F G Ø R E L S E', 'Emne: Svar på din klage'];
const OPERATIVE = ['Vi kan ikke imødekomme din ansøgning.', 'Vi har bevilget dig 5 timer om ugen.', 'Din hjælp stopper den 1. november 2026.', 'Din hjælp nedsættes fra 8 til 5 timer.', 'Du skal tilbagebetale 12.300 kr.', 'Vi afviser din klage, da den er kommet for sent.', 'Vi påtænker at stoppe din hjælp.', 'Vi fastholder afgørelsen.', 'Vi påbyder dig at klippe hækken.', 'Send os dine lønsedler senest den 19. oktober 2026.', 'Du skal møde onsdag den 21. oktober 2026 kl. 10.15.', 'Beløbet på 1.250,00 kr. skal betales senest den 1. november 2026.', 'Your application has been refused.', 'Kørestol ☒ bevilget ☐ afslag'];
const REASONS = ['Vi har lagt vægt på, at du kan gå 400 meter.', 'Begrundelse\nDet fremgår af lægens attest af 2. september 2026, at du er rask.', 'Du opfylder ikke betingelserne.', '', 'Du skriver, at du har ret til det hele, og at "kommunen har lovet det".', 'Regler\nDu har ret til hjælp, hvis du ikke kan forsørge dig selv.'];
const GUIDANCES = ['Klagevejledning\nDu kan klage til Ankestyrelsen. Klagen sendes til os inden 4 uger.', 'Afgørelsen kan ikke indbringes for anden administrativ myndighed.', 'Klagen skal sendes direkte til Byggeklageenheden senest den 2. november 2026.', 'Klagefristen er 4 uger fra offentliggørelsen. Klagen indgives via Klageportalen.', 'Klagevejledning vedlagt.', '', 'Du kan komme med bemærkninger inden 14 dage.', 'Kommunen har 4 uger til at vurdere sagen igen.'];
const ENDS = ['Med venlig hilsen\nLone Damgaard\nsocialrådgiver', 'Mvh. Jonas', '', 'Kind regards\nA. Jensen', 'Side 1 af 2\n\f\nKLAGEVEJLEDNING\nDu kan klage.\nSide 2 af 2'];
const JUNK = ['(', '[', '☒', '§§§§', '"', '\u0000', '\ud83d\ude00', '\u202e', '‏', '1'.repeat(300), ' '.repeat(500), '-\n'.repeat(40), 'a'.repeat(400), '|'.repeat(80), '\t\t\t', 'jf. jf. jf. § ', 'stk. 1, nr. 2, litra c, pkt. 3, og § ', 'Sagsnr.: Sagsnr.: ', '99/99-9999', 'I i I De de Du ', '. . . . ', '\r\n\r\n'];

const pick = <Item>(all: readonly Item[], random: () => number): Item | undefined => all[Math.floor(random() * all.length)];

/** A letter put together by chance, the same for the same seed; about one in three then mutilated. */
export function generatedLetter(seed: number): string {
  const random = seededRandom(seed * 7919 + 17);
  const one = (all: readonly string[]) => pick(all, random) ?? '';
  const law = `Afgørelsen er truffet efter ${one(LAWS)}.`;
  const head = random() < 0.3 ? `${one(SENDERS)}          ${one(DATES)}\n${one(UNITS)}          ${one(CASES)}` : `${one(SENDERS)}\n${one(UNITS)}\n\n${one(DATES)}\n${one(CASES)}`;
  const paragraphs = [one(OPERATIVE), random() < 0.4 ? one(OPERATIVE) : '', one(REASONS), random() < 0.7 ? law : '', one(GUIDANCES), random() < 0.2 ? one(GUIDANCES) : ''].filter((each) => each !== '');
  let text = [head, one(TITLES), ...paragraphs, one(ENDS)].join('\n\n');
  if (random() < 0.4) text = wrapped(text, 40 + Math.floor(random() * 60));
  if (random() < 0.5) text = noisy(text, [0.01, 0.03, 0.1][Math.floor(random() * 3)] ?? 0.01, seed + 1, random() < 0.3);
  return random() < 0.35 ? mutilated(text, random) : text;
}

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`([^\\n]{${width}}[^\\s\\n]{0,12}) `, 'gu'), '$1\n');
}

/** Loses, doubles and mixes pieces, and puts in what no writer would. */
function mutilated(text: string, random: () => number): string {
  let out = text;
  for (let times = 1 + Math.floor(random() * 5); times > 0; times--) {
    const at = Math.floor(random() * out.length);
    const to = at + Math.floor(random() * 120);
    const kind = random();
    if (kind < 0.2) out = out.slice(0, at) + out.slice(to);
    else if (kind < 0.4) out = out.slice(0, to) + out.slice(at);
    else if (kind < 0.7) out = out.slice(0, at) + (pick(JUNK, random) ?? '') + out.slice(at);
    else if (kind < 0.8) out = out.replaceAll('\n', ' ');
    else if (kind < 0.9) out = out.split('\n').toSorted(() => random() - 0.5).join('\n');
    else out = out.toUpperCase();
  }
  return out;
}
