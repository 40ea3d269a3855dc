import { read } from './letter-words';

const HEAD = 'Nordby Kommune\nSocialafdelingen\n\n5. oktober 2026\nSagsnr. 26/100200\n\nAfslag på hjælp til briller\n\nVi har besluttet at give afslag på din ansøgning om hjælp til briller. ';
const END = '\n\nAfgørelsen er truffet efter aktivlovens § 82.\n\nDu kan klage til Ankestyrelsen. Send klagen til os inden 4 uger efter, at du har modtaget brevet.\n\nMed venlig hilsen\nAnne Jensen';

test.each([
  ['in words', 'Vi har lagt vægt på, at du selv kan betale.'],
  ['in a short because', 'Det er, fordi du har penge på kontoen.'],
  ['as measured', 'Skolen ligger 2,1 km fra jeres hjem, grænsen er 2,5 km, og cykelstien er ikke trafikfarlig.'],
  ['as seen and told', 'Du flyttede den 15. januar til Korsør. Det fremgår af folkeregisteret.'],
  ['in old Danish', 'Man har ikke fundet det godtgjort, at udgiften er en lægeligt begrundet nødvendighed, idet rådighedsbeløbet er opgjort til 2.870 kr.'],
  ['as a conclusion', 'Vi har tre klasser med 27, 27 og 26 elever. Klasserne er altså lukket.'],
  ['before what she may do', 'Du har 11.400 kr. stående på kontoen, og brillerne koster 900 kr., så dem må du selv klare. Øjenlægen skriver, at du ser godt nok.'],
])('a reason is found: %s', (_how, reason) => {
  expect(read(`${HEAD}${reason}${END}`).reading).toMatchObject({ has: { reasons: true }, missing: [] });
});

test.each([
  ['a bare formula', 'Du opfylder ikke betingelserne.'],
  ['her own words', 'Du skriver, at du har ret til hjælp, fordi du ikke har penge.'],
  ['what is to be done', 'Du skal selv aftale betalingen med butikken. Du kan søge igen, hvis du får det værre.'],
  ['when money is paid', 'Sidste udbetaling sker den 30. juni 2026. Pengene er på din NemKonto den 31. marts 2026.'],
  ['rules in general', 'En person kan få hjælp, hvis udgiften er nødvendig. Ansøgere, der har formue, skal bruge den først.'],
])('no reason is made of %s', (_what, sentences) => {
  expect(read(`${HEAD}${sentences}${END}`).reading).toMatchObject({ has: { reasons: false }, missing: ['reasons'] });
});

test('what the citizen wrote in the mail that is answered is no reason', () => {
  const letter = `${HEAD}Du opfylder ikke betingelserne.${END}\n\n-----Oprindelig meddelelse-----\nFra: ole@post.example\nEmne: briller\n\nJeg kan jo ikke se uden, og jeg faldt i Bycentret i sidste uge, fordi jeg ikke så kantstenen.`;
  expect(read(letter).reading.has.reasons).toBe(false);
});
