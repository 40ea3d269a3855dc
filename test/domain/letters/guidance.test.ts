import type { AppealBody } from '../../../src/domain/letters/letter-reading';
import { read } from './letter-words';

const HEAD = 'Nordby Kommune\nSocialafdelingen\n\n5. oktober 2026\nSagsnr. 26/100200\n\nAfslag på hjælp til briller\n\nKære Ole\n\nVi har besluttet at give afslag på din ansøgning om hjælp til briller efter aktivlovens § 82. Dit syn kan rettes med et par briller til 900 kr., som du selv har penge til, og øjenlægen skriver ikke noget om særlige glas.\n\n';
const END = '\n\nMed venlig hilsen\nAnne Jensen\nsagsbehandler';
const A = 'ankestyrelsen';
const K = 'kommunen';

/** Guidance in many hands: whether one can complain, who decides, where to send it, the last day. */
const WORDINGS: readonly (readonly [guidance: string, possible: boolean | null, body: AppealBody | null, sendTo: AppealBody | null, deadline: string | null])[] = [
  ['Hvis du synes, vi tager fejl, kan du bede os om at kigge på det igen. Det skal du gøre senest 4 uger efter i dag. Skriv til os på social@nordby.example. Kommer vi til samme svar, går sagen til Ankestyrelsen.', true, A, K, '2026-11-02'],
  ['Klagevejledning\nAfgørelsen kan indbringes for Ankestyrelsen. Klagen indgives til Nordby Kommune og skal være kommunen i hænde senest 4 uger efter modtagelsen af denne afgørelse.', true, A, K, '2026-11-02'],
  ['Ankefrist: 4 uger. Anken stiles til Ankestyrelsen, men sendes til Socialafdelingen.', true, A, K, '2026-11-02'],
  ['Er De ikke tilfreds med afgørelsen, kan De anke den til Ankestyrelsen. Anken skal være Socialafdelingen i hænde inden fire uger.', true, A, K, '2026-11-02'],
  ['Klage?\nJa. Du har fire uger. Skriv eller ring til Socialafdelingen. Ankestyrelsen afgør sagen, hvis vi holder fast.', true, A, K, '2026-11-02'],
  ['KLAG INDEN 2. NOVEMBER 2026\nRing 12 34 56 78 eller skriv til Socialafdelingen, Rådhusvej 1. Vi sender det videre til Ankestyrelsen, hvis vi ikke ændrer noget.', true, A, K, '2026-11-02'],
  ['Du har klageret. Benyttes den, skal det ske over for Nordby Kommune inden 4 uger efter modtagelsen. Kommunen sender klagen til Ankestyrelsen, såfremt afgørelsen fastholdes.', true, A, K, '2026-11-02'],
  ['Ønsker du at gå videre med sagen, skal du inden fire uger fra du har fået brevet give os besked om, at du klager. Ankestyrelsen tager så stilling, hvis vi fastholder.', true, A, K, '2026-11-02'],
  ['Der er mulighed for at få afgørelsen efterprøvet af Ankestyrelsen. Henvendelse herom rettes til Socialafdelingen inden 4 uger.', true, A, K, '2026-11-02'],
  ['Vi skal have din klage senest mandag den 2. november 2026. Adressen står øverst. Ankestyrelsen er klageinstans.', true, A, K, '2026-11-02'],
  ['Klagefristen er fire uger fra den dag, brevet er kommet frem. Klagen skal sendes til Nordby Kommune, der efter genvurdering videresender den til Ankestyrelsen.', true, A, K, '2026-11-02'],
  ['Hvem kan du klage til?\nAnkestyrelsen – men brevet skal gå gennem os.\n\nHvor længe har du?\nFire uger, fra du fik dette brev.', true, A, K, '2026-11-02'],
  ['Afgørelsen kan ikke påklages til anden administrativ myndighed.', false, null, null, null],
  ['Du kan ikke klage over denne afgørelse, men du kan gå til domstolene inden 6 måneder.', false, null, null, null],
  ['Der er ingen klageadgang.', false, null, null, null],
  ['Afgørelsen er endelig.', false, null, null, null],
  ['Loven giver ikke mulighed for at klage over den slags afgørelser.', false, null, null, null],
  ['Klagevejledning vedlægges.', null, null, null, null],
  ['Vejledning om, hvordan du klager, finder du på næste side.', null, null, null, null],
  ['You can complain about this decision. Send your complaint to Nordby Kommune no later than 4 weeks after you got this letter. We will then review the case and send it to Ankestyrelsen if we do not agree with you.', true, A, K, '2026-11-02'],
  ['If you are not happy with this decision, contact us within 4 weeks. The National Social Appeals Board (Ankestyrelsen) decides the appeal.', true, A, K, '2026-11-02'],
  ['The time limit for appeal is four weeks from the day you received the decision. The appeal is lodged with the municipality, which forwards it to Ankestyrelsen.', true, A, K, '2026-11-02'],
  ['Du kan klage til Ankestyrelsen. Skriv direkte til Ankestyrelsen, 7998 Statsservice, inden 4 uger.', true, A, A, '2026-11-02'],
  ['Klage over afgørelsen sendes til Klagenævnet for Specialundervisning via kommunen inden 4 uger.', true, 'other', K, '2026-11-02'],
  ['I kan klage til Byggeklageenheden gennem Klageportalen på naevneneshus.example inden 4 uger. Klagen skal være hos Byggeklageenheden inden fristen.', true, 'byggeklageenheden', 'byggeklageenheden', '2026-11-02'],
  ['Klage kan indgives til Styrelsen for Patientklager, Olof Palmes Allé 18 H, 8200 Aarhus N, inden to år.', true, 'patientklager', 'patientklager', '2028-10-05'],
  ['Vil du have sagen vurderet igen, skal du sige det til os senest om fire uger. Så ser vi på den igen, og bliver svaret det samme, sender vi den til Ankestyrelsen.', true, A, K, '2026-11-02'],
  ['Du har ret til at få prøvet afgørelsen i Ankestyrelsen. I givet fald skal du skrive til Socialafdelingen inden 4 uger.', true, A, K, '2026-11-02'],
  ['Eventuel klage må være modtaget af Nordby Kommune senest 4 uger efter modtagelsen af denne skrivelse. Ankestyrelsen træffer afgørelse i klagesagen.', true, A, K, '2026-11-02'],
  ['Klage til Ankestyrelsen: inden fire uger, gennem Nordby Kommune.', true, A, K, '2026-11-02'],
  ['• Frist: 4 uger fra modtagelsen\n• Klagen sendes til: Nordby Kommune, Socialafdelingen\n• Klageinstans: Ankestyrelsen', true, A, K, '2026-11-02'],
  ['Klageadgang     Ankestyrelsen\nSendes til      Nordby Kommune, Socialafdelingen\nFrist           4 uger fra modtagelsen', true, A, K, '2026-11-02'],
  ['Du kan få Ankestyrelsen til at se på sagen. Skriv til os om det, før der er gået fire uger.', true, A, K, '2026-11-02'],
  ['Hvis du vil brokke dig over vores nej, er fristen 4 uger. Du skal bare svare på denne mail. Ankestyrelsen bestemmer i sidste ende.', true, A, K, '2026-11-02'],
  ['Hvis du er utilfreds med afgørelsen, har du inden for 4 uger mulighed for at rette henvendelse til Nordby Kommune med en klage. Kommunen revurderer sagen og oversender den om nødvendigt til Ankestyrelsen.', true, A, K, '2026-11-02'],
  ['Afgørelsen kan inden for en frist af 4 uger fra modtagelsen indankes for Ankestyrelsen ved henvendelse til Socialafdelingen.', true, A, K, '2026-11-02'],
  ['Klagereglerne: 4 uger, til kommunen, som sender videre til Ankestyrelsen.', true, A, K, '2026-11-02'],
];

test.each(WORDINGS)('guidance is read: %s', (guidance, possible, body, sendTo, deadline) => {
  const { appeal, has, missing } = read(HEAD + guidance + END).reading;
  expect({ possible: appeal.possible, body: appeal.body, sendTo: appeal.sendTo, deadline: appeal.deadline }).toEqual({ possible, body, sendTo, deadline });
  expect(has.appealGuidance).toBe(true);
  expect(missing).toEqual([]);
});

test.each([
  ['told as over', 'Klagefristen er 4 uger og udløb derfor den 22. september 2026.'],
  ['to comment', 'Du skal sende flere oplysninger inden 14 dage.'],
  ['of the municipality', 'Vi svarer normalt inden 4 uger.'],
  ['to sue', 'Vil du have en dommer til at se på sagen, skal du anlægge sag inden 6 måneder.'],
])('a time %s is no time to complain in', (_what, sentence) => {
  const { appeal, has } = read(HEAD + sentence + END).reading;
  expect({ deadline: appeal.deadline, guidance: has.appealGuidance }).toEqual({ deadline: null, guidance: false });
});

test('a bare "kan påklages" says that one can, and is no guidance', () => {
  const { appeal, has, missing } = read(`${HEAD}Afgørelsen kan påklages.${END}`).reading;
  expect({ possible: appeal.possible, guidance: has.appealGuidance, missing }).toEqual({ possible: true, guidance: false, missing: ['appeal-guidance'] });
});

test('a complaint that was passed on has no time any more', () => {
  const { appeal } = read(`${HEAD}Jeres klage og sagens papirer er i dag sendt til Ankestyrelsen. Har du flere oplysninger, kan du sende dem til Ankestyrelsen inden 14 dage.${END}`).reading;
  expect({ possible: appeal.possible, body: appeal.body, sendTo: appeal.sendTo, deadline: appeal.deadline }).toEqual({ possible: true, body: A, sendTo: null, deadline: null });
});
