import fc from 'fast-check';
import { languageOf } from '../../../src/domain/topics/language';

describe('languageOf', () => {
  it.each([
    ['da', 'Hvornår har I åbent?'],
    ['da', 'kan jeg få hjælp'],
    ['da', 'ka i ik ringe te mæ'],
    ['da', 'JEG VIL KLAGE'],
    ['da', 'Jeg har fået et brev'],
    ['en', 'When are you open?'],
    ['en', 'can you call me'],
    ['en', 'I got a letter from the kommune'],
    ['sv', 'Jag har inte fått något svar från kommunen'],
    ['no', 'Jeg har ikke fått noe svar på vedtaket'],
    ['de', 'Ich habe einen Brief bekommen und verstehe ihn nicht'],
    ['tr', 'Mektubu anlamıyorum, yardım lütfen'],
    ['pl', 'Nie rozumiem tego listu, proszę o pomoc'],
    ['uk', 'Я не розумію цей лист, допоможіть'],
    ['ru', 'Я не понимаю это письмо, помогите'],
    ['ar', 'لا أفهم هذه الرسالة'],
    ['ur', 'مجھے یہ خط سمجھ نہیں آ رہا'],
    ['ur', 'mujhe yeh khat samajh nahi aa raha hai'],
    ['fa', 'من این نامه را نمی‌فهمم'],
    ['ar', 'أخاف من أخي وهو عنيف جدا'],
    ['ar', 'سلام عليكم'],
    ['fa', 'سلام، به کمک نیاز دارم'],
    ['fa', 'من اين نامه را نمي فهمم'],
    ['ur', 'سلام، مجھے مدد چاہیے'],
    ['so', 'waxaan rabaa inaan cabasho sameeyo'],
    ['ro', 'Nu înțeleg scrisoarea, vă rog ajutor'],
  ])('is %s for "%s"', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each(['ok', 'Peter Hansen', '20 21 89 88', 'BR-2026-7K4QX9', '👍', '', '?', 'Fatima Yilmaz', '24/018233', 'sms', 'Ishøj'.slice(0, 3)])('is not told by "%s"', (text) => {
    expect(languageOf(text)).toBeNull();
  });

  it('never fails', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => [null, 'string'].includes(languageOf(text) === null ? null : 'string')));
  });
});
