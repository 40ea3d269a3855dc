import { join } from 'node:path';
import fc from 'fast-check';
import { loadTopicModel } from '../../../src/content/load-topic-model';
import { createRecognizer } from '../../../src/domain/topics/recognize-topic';

const recognizer = createRecognizer(loadTopicModel(join(__dirname, '../../../content')));

describe('what people open with', () => {
  it.each([
    ['Hvornår har I telefontid?', 'hours.phone'],
    ['har I åbent på torsdag', 'hours.phone'],
    ['hvornår har I åbent', 'hours.phone'],
    ['Er telefonen åben nu?', 'hours.phone'],
    ['hvornår kan jeg møde op personligt', 'hours.consultation'],
    ['hvad kan du hjælpe med', 'adviser.can'],
    ['what can the adviser do', 'adviser.can'],
    ['hvad kan du ikke hjælpe med', 'adviser.cannot'],
    ['ring mig op', 'callback'],
    ['call me back please', 'callback'],
    ['tal med et menneske', 'human'],
    ['I want to talk to a person', 'human'],
    ['slet mine data', 'privacy'],
    ['hvad er jeres telefonnummer', 'contact'],
    ['jeg har fået et brev jeg ikke forstår', 'letter.understand'],
    ['jeg vil klage', 'complaint.start'],
    ['jeg har fået afslag og vil klage over afgørelsen', 'complaint.decision'],
    ['hvad er klagefristen', 'complaint.deadline'],
    ['jeg vil klage over min sagsbehandler', 'complaint.staff'],
    ['kommunen svarer mig ikke', 'complaint.waiting'],
    ['jeg føler mig diskrimineret', 'complaint.discrimination'],
    ['hjemmehjælpen kom ikke i dag', 'complaint.practical'],
    ['jeg vil have aktindsigt i min sag', 'rights.documents'],
    ['må jeg have en bisidder med', 'rights.representation'],
    ['hvor langt er I med min sag BR-2026-7K4QX9', 'case.status'],
    ['hvad sker der når jeg har klaget', 'adviser.process'],
    ['hej', 'small-talk'],
    ['mange tak for hjælpen', 'small-talk'],
  ] as const)('"%s" is surely %s', (text, topic) => {
    const { topic: read, confidence } = recognizer.recognize(text);
    expect(read).toBe(topic);
    expect(confidence).toBeGreaterThanOrEqual(recognizer.thresholds.sure);
  });
});

describe('recognize', () => {
  it.each(['', '   ', '🙂', '🙏🏽🙏🏽', '...', '?!'])('takes "%s" for unknown, surely', (text) => {
    expect(recognizer.recognize(text)).toEqual({ topic: 'unknown', confidence: 1, alternatives: [], danger: null, second: null, language: null });
  });

  it.each([
    ['Hvornår har I åbent, og kan I ringe mig op?', ['callback', 'hours.phone']],
    ['Jeg vil have aktindsigt i min sag. Må jeg have en bisidder med til mødet?', ['rights.documents', 'rights.representation']],
    ['When are you open? And can you call me back?', ['callback', 'hours.phone']],
  ])('finds both wishes in "%s"', (text, wishes) => {
    const { topic, second } = recognizer.recognize(text);
    expect([topic, second].sort()).toEqual(wishes);
  });
  it.each(['Jeg vil klage', 'Hej, hvornår har I åbent?', 'Kan I ringe mig op i morgen, tak'])('finds no second wish in "%s"', (text) => {
    expect(recognizer.recognize(text).second).toBeNull();
  });

  it('sees danger at the end of a very long text', () => {
    const story = 'Jeg søgte om en bolig med plads til kørestolen, og kommunen bad om flere papirer. '.repeat(780);
    expect(recognizer.recognize(story).danger).not.toBe('sure');
    expect(recognizer.recognize(`${story} Jeg vil ikke leve mere.`).danger).toBe('sure');
  });
  it('gives confidences from 0 to 1, best first, and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const { confidence, alternatives } = recognizer.recognize(text);
        const shares = alternatives.map((guess) => guess.confidence);
        expect([confidence, ...shares].every((share) => share >= 0 && share <= 1)).toBe(true);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
      }),
    );
  });
});

describe('after a letter', () => {
  const context = { letterRead: true, formActive: false };

  it.each([
    ['hvornår er det senest?', 'complaint.deadline'],
    ['hvornår udløber den', 'complaint.deadline'],
    ['er det for sent', 'complaint.deadline'],
    ['how long do I have?', 'complaint.deadline'],
    ['hvad betyder det', 'letter.understand'],
    ['hvad mener de med det her', 'letter.understand'],
    ['what does it mean', 'letter.understand'],
    ['kan jeg klage over det', 'complaint.decision'],
    ['jeg er ikke enig i det', 'complaint.decision'],
  ] as const)('"%s" means the letter: %s', (text, topic) => {
    expect(recognizer.recognize(text, context).topic).toBe(topic);
  });
  it('means the letter in a form too, where it is a question', () => {
    const inForm = { letterRead: true, formActive: true };
    expect(recognizer.recognize('hvornår er det senest?', inForm).topic).toBe('complaint.deadline');
    expect(recognizer.recognize('det siger de ikke noget om', inForm).topic).toBe(recognizer.recognize('det siger de ikke noget om').topic);
  });
  it.each(['hvornår har I åbent', 'hvornår er telefonen åben senest', 'ring til mig', 'hej', 'jeg vil tale med et menneske', 'må jeg have min søster med'])('"%s" means what it always means', (text) => {
    expect(recognizer.recognize(text, context).topic).toBe(recognizer.recognize(text).topic);
  });
});
