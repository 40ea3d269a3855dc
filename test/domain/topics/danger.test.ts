import { join } from 'node:path';
import { loadTopicModel } from '../../../src/content/load-topic-model';
import { createRecognizer } from '../../../src/domain/topics/recognize-topic';

const recognizer = createRecognizer(loadTopicModel(join(__dirname, '../../../content')));

describe('danger', () => {
  it.each([
    'jeg vil ikke leve mere',
    'Jeg tager livet af mig i aften',
    'har tænkt på at begå selvmord',
    'jeg har selvmordstanker',
    'min mand slår mig',
    'han truer med at slå mig ihjel',
    'min far banker min lillebror',
    'hun trækker ikke vejret',
    'jeg har taget alt for mange piller',
    'han står udenfor med en kniv',
    'det brænder i opgangen',
    'der er brand i vores opgang',
    'det er brand hos os',
    'min datter har slugt klorin',
    'min mor er væltet og svarer mig ikke',
    'jeg dræber jer alle sammen',
    'jeg er så vred, at jeg kunne slå min sagsbehandler ihjel',
    'har lyst til at skyde dem alle sammen derinde',
    'farvel og tak for ingenting, kig efter min hund',
    'Farvel alle sammen. I hører ikke fra mig mere.',
    'pas på min kat når jeg er væk',
    'det her er det sidste jeg skriver',
    'jeg lægger mig på skinnerne',
    'goodbye, please look after my dog',
    'I want to kill myself',
    'my husband beats me',
    'he is going to kill me',
    'kocam beni dövüyor',
    'chcę umrzeć',
    'хочу померти',
    'أريد أن أموت',
    'хочу вмерти',
    'waxaan rabaa inaan dhinto',
    'vreau sa mor',
    'chce umrzec',
    'hellere død end det her',
    'sosu-assistenten slog min mor',
  ])('is sure in "%s"', (text) => {
    expect(recognizer.recognize(text)).toMatchObject({ topic: 'crisis', danger: 'sure' });
  });

  it.each([
    'jeg dør af grin',
    'de tager livet af mig med alle de breve',
    'det tager livet af mig med den ventetid',
    'min mor er faldet i gården og svarer ikke på breve, så jeg skriver for hende',
    'hvad koster en plads i ældrebolig',
    'hvornår har I åbent',
    'jeg skriver opgave om selvmordsforebyggelse',
    'de har slået hjemmehjælpen ned til en gang om ugen',
    'hvem slår græsset på fællesarealet',
    'vi drukner i breve fra jer',
    'deadline is killing me, when is the last day to complain',
    'hvem har ansvaret for at slå græsset',
    'sagen er død, der sker intet',
    'farvel og tak for i dag',
    'tak for alt, det var en stor hjælp',
    'jeg skal slå en time ihjel på rådhuset',
    'vil I skyde papiret ind i systemet',
    'kan I passe på min sag mens jeg er på ferie',
    'hvem passer min hund når jeg er til møde hos jer',
    'goodbye and thanks for your help',
  ])('is not sure in "%s"', (text) => {
    expect(recognizer.recognize(text).danger).not.toBe('sure');
  });

  it.each([
    'mig selv',
    'jeg er hendes datter',
    'i går',
    'i aften',
    'jeg var syg',
    'jeg bor IKKE sammen med Peter, han er min bror',
    'Lilly har epilepsi og kan ikke passes i institution',
    'at hun ikke kommer mere og siger undskyld',
    'min mand er blind han kan ikke støvsuge',
    'skriv også at jeg har to børn',
    'Ali Khan',
    'my son is ill',
    'I want an answer',
    'tomorrow',
  ])('is not seen in the answer "%s"', (text) => {
    expect(recognizer.recognize(text).danger).toBeNull();
  });

  it('leaves the topic as it is when only suspected', () => {
    const suspected = recognizer.recognize('jeg kan ikke mere, de har taget min kontanthjælp, hvor klager jeg');
    expect(suspected.topic).not.toBe('crisis');
  });
});
