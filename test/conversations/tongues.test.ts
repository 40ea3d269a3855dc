import { Citizen, type Answer } from './citizen';
import { startServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

async function through(citizen: Citizen, ...said: string[]): Promise<Answer> {
  let answer: Answer | undefined;
  for (const each of said) answer = await citizen.say(each);
  if (!answer) throw new Error('Nothing was said.');
  return answer;
}

const locales = (answer: Answer): string[] => [...new Set(answer.activities.flatMap(({ type, locale }) => (type === 'message' && locale !== undefined ? [locale] : [])))];
const caseOf = (answer: Answer): unknown => answer.activities.find(({ name }) => name === 'handoff.initiate')?.value;

/** Of each language: a greeting or wish, her matter, her name with the words around it, a number, a time, danger in between, a yes with words behind it. */
const ROADS = [
  { tongue: 'tr', locale: 'tr-TR', wish: 'Bir insanla konuşmak istiyorum', call: 'Beni arayın', about: 'Kira yardımım azaltıldı, sebebini bilmiyorum', danger: 'kocam beni dövüyor, yardım edin', on: 'Devam et', named: 'Benim adım Ayşe Demir', name: 'Ayşe Demir', number: '20 21 89 88', when: 'perşembe öğleden sonra', doubtful: 'bilmiyorum', yes: 'EVET, tabii', send: 'Gönder', send2: 'gönder' },
  { tongue: 'ar', locale: 'ar', wish: 'أريد التحدث مع شخص', call: 'اتصلوا بي', about: 'توقفت مساعدتي ولا أعرف السبب', danger: 'زوجي يضربني الآن ساعدوني', on: 'متابعة', named: 'اسمي ليلى حداد', name: 'ليلى حداد', number: '٢٠٢١٨٩٨٨', when: 'بعد ظهر الخميس', doubtful: 'لا أعرف', yes: 'نعم، تفضلوا', send: 'إرسال', send2: 'أرسل' },
  { tongue: 'ur', locale: 'ur-PK', wish: 'میں ایک انسان سے بات کرنا چاہتا ہوں', call: 'مجھے فون کریں', about: 'مجھے کمیون کے خط کی سمجھ نہیں آئی', danger: 'میرا شوہر مجھے مار رہا ہے', on: 'جاری رکھیں', named: 'میرا نام نادیہ ملک ہے', name: 'نادیہ ملک', number: '۲۰ ۲۱ ۸۹ ۸۸', when: 'جمعرات کی دوپہر', doubtful: 'معلوم نہیں', yes: 'جی ہاں', send: 'بھیجیں', send2: 'بھیج دیں' },
  { tongue: 'pl', locale: 'pl-PL', wish: 'Chcę rozmawiać z człowiekiem', call: 'Proszę oddzwonić', about: 'Nie rozumiem pisma z gminy o zasiłku', danger: 'mąż mnie bije, proszę o pomoc', on: 'Kontynuuj', named: 'Nazywam się Ewa Lis', name: 'Ewa Lis', number: '20218988', when: 'w czwartek po południu', doubtful: 'nie wiem', yes: 'Tak, oczywiście', send: 'Wyślij', send2: 'proszę wysłać' },
  { tongue: 'uk', locale: 'uk-UA', wish: 'Хочу поговорити з людиною', call: 'Зателефонуйте мені', about: 'Мені відмовили в допомозі, не розумію чому', danger: "чоловік мене б'є, допоможіть", on: 'Продовжити', named: 'Мене звати Олена Шевчук', name: 'Олена Шевчук', number: '20-21-89-88', when: 'у четвер після обіду', doubtful: 'не знаю', yes: 'так, звичайно', send: 'Надіслати', send2: 'відправити' },
] as const;

test.each(ROADS)('in $tongue she is called back: asked, understood, thanked in it, with danger in the middle', async (road) => {
  const citizen = await Citizen.arrive(server.url);
  const met = await citizen.say(road.wish);
  expect(met.choices).toContain(road.call);
  const begun = await citizen.say(road.call);
  expect(begun.phrases).toEqual(['callback.start', 'notice.short', 'ask.callback.about']);
  expect(locales(begun)).toEqual([road.locale]);
  await citizen.say(road.about);
  const danger = await citizen.say(road.danger);
  expect(danger.phrases[0]).toBe('tongue.crisis');
  expect(danger.choices).toContain(road.on);
  const back = await citizen.say(road.on);
  expect(back.phrases).toEqual(['ask.callback.name']);
  expect(locales(back)).toEqual([road.locale]);
  const asked = await through(citizen, road.named, road.number, road.when);
  expect(asked.phrases).toContain('ask.callback.mayLeaveMessage');
  expect((await citizen.say(road.doubtful)).phrases).toContain('again.mayLeaveMessage');
  const review = await citizen.say(road.yes);
  expect(review.phrases).toContain('form.review');
  for (const word of [road.about, road.name, '20 21 89 88', road.when]) expect(review.text).toContain(word);
  expect(review.choices[0]).toBe(road.send);
  const sent = await citizen.say(road.send2);
  expect(sent.phrases[0]).toBe('handoff.sent');
  expect(locales(sent)).toEqual([road.locale]);
  expect(sent.receipt?.reference).toMatch(/^BR-2026-/);
  // The desk reads codes and her own words; only they are not Danish.
  expect(caseOf(sent)).toMatchObject({ language: road.tongue, subject: 'callback', message: road.about, contact: { name: road.name, phone: '+4520218988', preferred: 'phone', when: road.when, mayLeaveMessage: true } });
  citizen.leave();
});

test.each([
  { tongue: 'tr', wish: 'Bir insanla konuşmak istiyorum', ask: 'Soru gönder', about: 'Kararı ne zaman alacağım?', chat: 'Burada, sohbette', skip: 'atla', send: 'Gönder' },
  { tongue: 'pl', wish: 'Chcę rozmawiać z człowiekiem', ask: 'Wyślij pytanie', about: 'Kiedy dostanę odpowiedź z gminy?', chat: 'na czacie', skip: 'Pomiń', send: 'Wyślij' },
  { tongue: 'ar', wish: 'أريد التحدث مع شخص', ask: 'Send et spørgsmål', about: 'متى سأحصل على رد من البلدية؟', chat: '٣', skip: 'تخطي', send: 'Send' },
  { tongue: 'uk', wish: 'Хочу поговорити з людиною', ask: 'Надіслати запитання', about: 'Коли я отримаю відповідь?', chat: 'Her i chatten', skip: 'пропустити', send: 'Надіслати' },
])('a question in $tongue, its choices said in her words, in Danish or by number', async ({ tongue, wish, ask, about, chat, skip, send }) => {
  const citizen = await Citizen.arrive(server.url);
  await through(citizen, wish, ask, about);
  expect((await citizen.say(chat)).phrases).toEqual(['ask.question.name']);
  expect((await citizen.say(skip)).phrases).toContain('form.review');
  const sent = await citizen.say(send);
  expect(sent.phrases).toContain('handoff.next.question-chat');
  expect(caseOf(sent)).toMatchObject({ language: tongue, message: about, contact: { name: null, preferred: 'chat' } });
  citizen.leave();
});

test('no is no, back goes back, stop asks first and keeps', async () => {
  const citizen = await Citizen.arrive(server.url);
  await through(citizen, 'Chcę rozmawiać z człowiekiem', 'Proszę oddzwonić', 'Pismo o mieszkaniu');
  expect((await citizen.say('tak')).phrases).toEqual(['again.name']);
  expect((await citizen.say('Adam Wilk')).phrases).toEqual(['ask.callback.phone']);
  expect((await citizen.say('wróć')).phrases).toEqual(['ask.callback.name']);
  expect((await citizen.say('przerwij')).phrases).toEqual(['form.abandoned-ask']);
  expect((await citizen.say('nie, dziękuję')).phrases).toEqual(['ask.callback.name']);
  const review = await through(citizen, 'Adam Wilk', '20218988', 'rano', 'nie');
  expect(review.text).toContain('Wiadomość głosowa: Nie');
  const changed = await through(citizen, 'popraw', 'Numer telefonu', '20 21 89 89');
  expect(changed.text).toContain('20 21 89 89');
  citizen.leave();
});

test('who begins by a Danish button is asked on in the language of her answer, and the case names it', async () => {
  const citizen = await Citizen.arrive(server.url);
  await citizen.say('Ring mig op');
  const next = await citizen.say('Evimden çıkarılacağım, mektubu anlamıyorum');
  expect(locales(next)).toEqual(['tr-TR']);
  const sent = await through(citizen, 'Mehmet Kaya', '20218988', 'yarın', 'hayır', 'gönder');
  expect(caseOf(sent)).toMatchObject({ language: 'tr', contact: { mayLeaveMessage: false } });
  citizen.leave();
});

test('a button typed in Danish does not make her Danish; a Danish sentence does', async () => {
  const citizen = await Citizen.arrive(server.url);
  await through(citizen, 'Хочу поговорити з людиною', 'години телефону');
  expect(locales(await citizen.say('Ring mig op'))).toEqual(['uk-UA']);
  await through(citizen, 'стоп', 'так');
  expect(locales(await citizen.say('hvornår kan jeg ringe til jer?'))).toEqual(['da-DK']);
  citizen.leave();
});

test.each([
  { hello: 'Merhaba', hours: 'telefon saatleri', day: 'Salı 09:00–13:00' },
  { hello: 'Cześć', hours: 'telefon kiedy?', day: 'wtorek 09:00–13:00' },
  { hello: 'Привіт', hours: 'години телефону', day: 'вівторок 09:00–13:00' },
])('"$hello" and two words more are answered in one language', async ({ hello, hours, day }) => {
  const citizen = await Citizen.arrive(server.url);
  expect((await citizen.say(hello)).phrases).toEqual(['tongue.card']);
  const answer = await citizen.say(hours);
  expect(answer.phrases).toEqual(['tongue.hours']);
  expect(answer.text).toContain(day);
  citizen.leave();
});

test.each([
  { said: 'Guten Tag, ich möchte mich beschweren', locale: 'de-DE', call: 'Rufen Sie mich an' },
  { said: 'Bună ziua, vreau să depun o plângere', locale: 'ro-RO', call: 'Sunați-mă' },
  { said: 'waxaan rabaa inaan cabasho sameeyo', locale: 'so', call: 'I soo waca' },
  { said: 'می‌خواهم از شهرداری شکایت کنم', locale: 'fa-IR', call: 'با من تماس بگیرید' },
  { said: 'şikayet etmek istiyorum', locale: 'tr-TR', call: 'Beni arayın' },
  { said: 'chcę złożyć skargę na gminę', locale: 'pl-PL', call: 'Proszę oddzwonić' },
])('before the Danish complaint begins she is told in $locale, once, and offered a person and English', async ({ said, locale, call }) => {
  const citizen = await Citizen.arrive(server.url);
  const told = await citizen.say(said);
  expect(told.phrases).toEqual(['tongue.card', 'tongue.complaint']);
  expect(locales(told)).toEqual([locale]);
  expect(told.choices).toEqual(expect.arrayContaining([call, 'English']));
  const begun = await citizen.say('Skriv en klage');
  expect(begun.phrases).toContain('complaint.start');
  // Danish as a whole: questions and buttons.
  expect(begun.choices).toContain('Stop');
  citizen.leave();
});

test('the button of a complaint is held back once by who writes another language, and English is one press away', async () => {
  const citizen = await Citizen.arrive(server.url);
  await citizen.say('Dzień dobry, potrzebuję pomocy');
  expect((await citizen.say('Jeg vil klage')).phrases).toEqual(['tongue.complaint']);
  expect(locales(await citizen.say('English'))).toEqual(['en-GB']);
  const begun = await citizen.say('I want to complain');
  expect(begun.phrases).toContain('complaint.start');
  expect(locales(begun)).toEqual(['en-GB']);
  citizen.leave();
});

test('starting over begins in her language', async () => {
  const citizen = await Citizen.arrive(server.url);
  await citizen.say('Dzień dobry, potrzebuję pomocy');
  expect((await citizen.say('od nowa')).phrases).toEqual(['tongue.card']);
  citizen.leave();
});
