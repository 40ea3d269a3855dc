import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { looksLikeLetter } from '../../../src/domain/letters/looks-like-letter';

const LETTERS = join(__dirname, '../../fixtures/letters');

test.each(['dev', 'third', 'fourth', 'fifth', 'seventh', 'eighth', 'ninth', 'tenth'])('nearly every letter of the set "%s" is known as one, and none is passed over', (set) => {
  const folder = join(LETTERS, set);
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => ({ name, looks: looksLikeLetter(readFileSync(join(folder, name), 'utf8')) }));
  expect(texts.length).toBeGreaterThanOrEqual(60);
  expect(texts.filter(({ looks }) => looks === 'letter').length / texts.length).toBeGreaterThan(0.9);
  expect(texts.filter(({ looks }) => looks === 'no')).toEqual([]);
});

test.each([
  'Hvornår har I åbent?',
  'Jeg har fået en afgørelse fra kommunen, og jeg vil klage. Med venlig hilsen Amira',
  'Jeg har ringet til dem i tre uger. Hver gang siger de noget nyt. '.repeat(12),
  'Hej. Min mor på 84 fik den 3. november 2026 afslag på rengøring fra visitationen i Ishøj Kommune. Sagsbehandleren siger, at hun kan selv, men hun kan ikke løfte en støvsuger, og jeg bor i Aarhus. Jeg har skrevet til dem to gange inden fristen, senest i fredags, og jeg får ikke svar. Hvad gør jeg nu? Afgørelsen er efter servicelovens § 83, står der. Venlig hilsen Birgit, tlf. 22 33 44 55',
  'Kære borgerrådgiver. Jeg søgte om hjælp til tandlæge i august. Jeg fik nej i september, og de skrev "du kan klage", men jeg forstod ikke brevet, og nu er fristen gået. Jeg har været syg, og min datter har hjulpet mig med papirerne. Jeg synes ikke, at afgørelsen er rimelig, for min nabo fik ja til det samme. Kan du hjælpe mig, eller er det for sent? Hilsen Ole Jensen, Ishøj, 43 57 00 00. Jeg kan træffes inden klokken 12.',
  'I moved here in 2021 and my husband got a decision from the municipality on 12. oktober 2026 that we must pay back 18.400 kr. I called my case worker three times. I do not understand what section 91 means, and I am afraid that they take the money from my salary. My friend says that I can appeal within four weeks. Is it true? Kind regards, Maria',
  'Mit barn går i 2. klasse og skolen siger at han skal i specialklasse. Jeg fik et brev om partshøring og jeg skal svare inden den 4. december 2026. Jeg ved ikke hvad jeg skal skrive, for jeg er ikke enig, og min mand synes noget andet. Kan I hjælpe mig med at skrive til jobcentret også, de har stoppet mine sygedagpenge. Jeg har en sagsbehandler som aldrig ringer. Mvh Fatma',
])('her own words are none, and at most she is asked', (text) => expect(looksLikeLetter(text)).not.toBe('letter'));
