import { sentencesOf } from '../../src/content/sentences';

test.each<{ rule: string; text: string; sentences: readonly string[] }>([
  { rule: 'a full stop, a question and an exclamation mark end a sentence', text: 'Vi har åbent. Har du tid? Kom! Vi ses', sentences: ['Vi har åbent.', 'Har du tid?', 'Kom!', 'Vi ses'] },
  {
    rule: 'abbreviations end none',
    text: 'Vi hjælper bl.a. Ishøj. Ring kl. 9 til nr. 5, jf. Brevet. Der er 3 stk. Eller f.eks. To. Det er ca. 4 på tlf. 20 21 89 88.',
    sentences: ['Vi hjælper bl.a. Ishøj.', 'Ring kl. 9 til nr. 5, jf. Brevet.', 'Der er 3 stk. Eller f.eks. To.', 'Det er ca. 4 på tlf. 20 21 89 88.'],
  },
  { rule: 'English ones end none either', text: 'Ask e.g. Dr. Hansen. Come at 9 a.m. on Monday.', sentences: ['Ask e.g. Dr. Hansen.', 'Come at 9 a.m. on Monday.'] },
  { rule: 'osv. ends one only before a capital', text: 'Breve, mails osv. er fine. Breve, mails osv. Ring først.', sentences: ['Breve, mails osv. er fine.', 'Breve, mails osv.', 'Ring først.'] },
  { rule: 'a date, a time and an address on the web end none', text: 'Den 24. december kl. 9.00 er borger.dk åben. Ja.', sentences: ['Den 24. december kl. 9.00 er borger.dk åben.', 'Ja.'] },
  { rule: 'a sentence in quotes ends within them', text: 'Skriv "Slet." Så sletter jeg.', sentences: ['Skriv "Slet."', 'Så sletter jeg.'] },
  { rule: 'list lines are sentences of their own', text: 'Du kan:\n– ringe til os\n– skrive\n1. Ring\n2. Vent', sentences: ['Du kan:', 'ringe til os', 'skrive', 'Ring', 'Vent'] },
  { rule: 'a line that goes on in small letters is the same sentence', text: 'Du kan ringe\ntil os.\nVi svarer', sentences: ['Du kan ringe\ntil os.', 'Vi svarer'] },
  { rule: 'a line that begins anew is a new one', text: 'Ishøj Store Torv 20\n2635 Ishøj', sentences: ['Ishøj Store Torv 20', '2635 Ishøj'] },
  { rule: 'a paragraph and a bubble end one', text: 'Hej\n\nmed dig\n---\nog jer', sentences: ['Hej', 'med dig', 'og jer'] },
  { rule: 'marks alone are none', text: '…\n\n?!', sentences: [] },
])('$rule', ({ text, sentences }) => {
  expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(sentences);
});

test.each([
  ['Ring på 20 21 89 88 nu', ['Ring', 'på', '20 21 89 88', 'nu']],
  ['Ring +45 20 21 89 88', ['Ring', '+45 20 21 89 88']],
  ['Torv 20, 2635 Ishøj', ['Torv', '20', '2635', 'Ishøj']],
  ['Skriv til a.b@ishoj.dk.', ['Skriv', 'til', 'a.b@ishoj.dk']],
  ['Se https://borger.dk/klage og borger.dk', ['Se', 'https://borger.dk/klage', 'og', 'borger.dk']],
  ['Gemt i {chatDays} dage – kl. 9-13, § 25', ['Gemt', 'i', '{chatDays}', 'dage', 'kl', '9-13', '25']],
  ["cpr-nummer, e-mail og don't", ['cpr-nummer', 'e-mail', 'og', "don't"]],
  ['og/eller', ['og', 'eller']],
])('the words of %j', (text, words) => {
  expect(sentencesOf(text).flatMap((sentence) => sentence.words)).toEqual(words);
});

test('tells where a sentence begins', () => {
  const text = 'Hej.\n\n– Ring nu. Vent så.\n';
  expect(sentencesOf(text).map(({ text: sentence, offset }) => text.slice(offset, offset + sentence.length))).toEqual(['Hej.', 'Ring nu.', 'Vent så.']);
});
