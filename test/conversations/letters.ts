/** Letters as citizens paste them: invented, of November 2026. */
const GUIDANCE = `Klagevejledning
Du kan klage over afgørelsen til Ankestyrelsen. Du skal sende klagen til Ishøj Kommune, Center for Voksne og Velfærd. Vi skal have modtaget din klage senest 4 uger efter, at du har modtaget denne afgørelse. Vi vurderer sagen igen, og hvis vi fastholder afgørelsen, sender vi klagen videre til Ankestyrelsen.`;

const HEAD = `Ishøj Kommune
Center for Voksne og Velfærd
Ishøj Store Torv 20, 2635 Ishøj

Dato: 20. november 2026
Sagsnr. 26/018233

Kære Amira Testesen`;

const END = `Med venlig hilsen
Karen Hansen
Sagsbehandler`;

/** The municipality gives in partly: she must say whether the rest of her complaint stands. */
export const PARTLY = `Ishøj Kommune
Center for Børn og Familier
Dato: 20. november 2026
Sagsnr. 26/7712

Genvurdering af din klage
Vi har genvurderet vores afgørelse af 1. oktober 2026 om tabt arbejdsfortjeneste efter barnets lov § 87. Vi giver dig delvist medhold. Du får tabt arbejdsfortjeneste for 10 timer om ugen. Vi har lagt vægt på, at dit barn går i institution om formiddagen.
Du skal inden 4 uger fra modtagelsen af dette brev oplyse os, om du fastholder klagen over resten. Fastholder du den, sender vi sagen til Ankestyrelsen.

${END}`;

/** The board for children and young people decided; the complaint goes straight to Ankestyrelsen. */
export const BOARD = `Ishøj Kommune
Børne- og ungeudvalget
Dato: 20. november 2026

Afgørelse om støtte
Børne- og ungeudvalget har på møde den 19. november 2026 besluttet, at din søn anbringes uden for hjemmet, jf. barnets lov § 47, stk. 1, nr. 1. Udvalget lagde vægt på, at støtte i hjemmet ikke har hjulpet.
Du kan klage til Ankestyrelsen inden 4 uger. Klagen skal sendes direkte til Ankestyrelsen.

${END}`;

export const REFUSAL = `${HEAD}

Afslag på elscooter

Vi har truffet afgørelse i din sag. Vi kan ikke imødekomme din ansøgning om en elscooter.

Begrundelse
Vi har lagt vægt på, at din funktionsnedsættelse ikke er varig, og at du ifølge lægens oplysninger kan gå 800 meter uden hjælpemidler.

Lovgrundlag
Afgørelsen er truffet efter servicelovens § 112, stk. 1.

${GUIDANCE}

${END}
`;

/** Three matters in one letter: one granted, two against her. */
export const SEVERAL = `${HEAD}

Afgørelse om hjælp i hjemmet

Vi har truffet afgørelse om din hjælp. Vi bevilger dig fortsat personlig pleje hver morgen. Vi nedsætter din rengøring fra 90 til 45 minutter hver anden uge, fordi du selv kan tørre støv af. Vi giver dig afslag på hjælp til indkøb.

Begrundelse
Vi har lagt vægt på, at din søn handler ind for dig.

Lovgrundlag
Afgørelsen er truffet efter ældrelovens § 10.

${GUIDANCE}

${END}
`;

export const HEARING = `${HEAD}

Partshøring: vi påtænker at stoppe din kontanthjælp

Vi har fået nye oplysninger i din sag, og vi overvejer at træffe afgørelse om at stoppe din hjælp efter aktivlovens § 11. Vi har endnu ikke truffet afgørelse.

Du har mulighed for at komme med dine bemærkninger, inden vi træffer afgørelse. Vi skal have dine bemærkninger senest den 4. december 2026. Hører vi ikke fra dig, træffer vi afgørelse på det foreliggende grundlag.

${END}
`;

export const REQUEST = `${HEAD}

Vi mangler oplysninger til din ansøgning om enkeltudgift

For at kunne behandle din ansøgning skal vi bruge følgende dokumentation:
- lønsedler for de sidste tre måneder
- kontoudtog

Send venligst oplysningerne senest den 7. december 2026. Hvis vi ikke modtager dem, afgør vi sagen på det foreliggende grundlag, jf. retssikkerhedslovens § 11 b.

${END}
`;

export const INVITATION = `${HEAD}

Indkaldelse til opfølgningssamtale

Vi indkalder dig til en samtale om din sygemelding.

Tid: tirsdag den 8. december 2026 kl. 10.00
Sted: Ishøj Store Torv 20, lokale 3

Du må gerne tage en bisidder med. Hvis du ikke kan komme, skal du melde afbud til din sagsbehandler i god tid. Samtalen holdes efter sygedagpengelovens § 13 b.

${END}
`;

export const NO_APPEAL = `${HEAD}

Afslag på tilskud til individuel kørsel

Vi har truffet afgørelse om, at du ikke kan få tilskud til individuel befordring efter servicelovens § 117. Vi giver derfor afslag på din ansøgning.

Begrundelse
Vi har lagt vægt på, at du kan bruge bus og tog, og at du selv har oplyst, at du kører med bus to gange om ugen.

Afgørelsen kan ikke indbringes for anden administrativ myndighed.

${END}
`;

export const ENGLISH = `Ishøj Kommune
Center for Voksne og Velfærd

Date: 20 November 2026
Case number: 26/018233

Dear Amira Testesen

Decision: your application for a mobility scooter is refused

We have decided to refuse your application for a mobility scooter under section 112(1) of the Social Services Act (serviceloven § 112, stk. 1).

Reasons
We have given weight to the fact that your disability is not permanent, and that you can walk 800 metres without aids.

How to appeal
You can appeal against the decision to Ankestyrelsen. You must send your appeal to Ishøj Kommune. We must have received your appeal no later than 4 weeks after you received this decision.

Kind regards
Karen Hansen
Case worker
`;

/** A decision that gives neither how to appeal nor by when. */
export const SILENT = REFUSAL.replace(GUIDANCE, '').replace('REASONS', '');

/** A head of school who writes as she speaks, and says "jeg" more often than "I". */
export const FROM_SCHOOL = `Strandgårdskolen, Ishøj Kommune
Skolelederen

Kære Samira og Torben

Jeg har nu talt med klasselæreren og med Emil selv om hans ønske om at komme i 4.b. Jeg har besluttet, at han bliver i 4.a. Jeg kan ikke flytte ham, for 4.b har 27 elever, og jeg har lige taget to nye ind. Jeg hørte også, at de store drenge slår, og det har jeg sat en voksen på i frikvarteret fra mandag.

Det er mig som skoleleder, der fordeler eleverne (folkeskolelovens § 45, stk. 2), og der er ikke nogen anden myndighed, beslutningen kan ankes til.

Mange hilsner
Pia Roed
skoleleder, Ishøj Kommune`;

/** A complaint that changed nothing goes on without her. */
export const SENT_ON = `Ishøj Kommune
Center for Voksne og Velfærd
Dato: 20. november 2026
Sagsnr. 26/4410

Vi har set på din klage

Vi har genvurderet vores afslag på rengøring af 1. oktober 2026 efter ældrelovens § 10. Vi holder fast i afslaget, fordi du selv kan støvsuge, når du deler det op.

Klagen bliver i dag sendt til Ankestyrelsen sammen med sagens papirer. Du skal ikke gøre noget selv.

${END}`;
