import fc from 'fast-check';
import { callbackForm } from '../../../src/domain/forms/callback-form';
import { dialogueForm } from '../../../src/domain/forms/dialogue-form';
import { change, isComplete, nextQuestion, previousQuestion, restore, type Answers, type Form } from '../../../src/domain/forms/form';
import { meetingForm } from '../../../src/domain/forms/meeting-form';
import { questionForm } from '../../../src/domain/forms/question-form';
import type { Json } from '../../../src/domain/json';

const answered = (form: Form, pairs: readonly (readonly [string, Json])[]): Answers => pairs.reduce<Answers>((known, [field, value]) => change(form, known, field, value), {});

test('asks in the order of the table, and only what applies', () => {
  expect(nextQuestion(questionForm, {})).toBe('about');
  const byMail = answered(questionForm, [['about', 'Hvem kan hjælpe?'], ['preferred', 'email']]);
  expect(nextQuestion(questionForm, byMail)).toBe('email');
  expect(nextQuestion(questionForm, change(questionForm, byMail, 'email', 'a@example.dk'))).toBe('name');
});

test('a question that may be skipped counts as answered by null; another does not take null', () => {
  const known = answered(questionForm, [['about', 'Hej der'], ['preferred', 'chat'], ['name', null]]);
  expect(isComplete(questionForm, known)).toBe(true);
  expect(() => change(questionForm, {}, 'about', null)).toThrow();
});

test('changing an answer keeps every other that still applies and drops those that no longer do', () => {
  const byPhone = answered(questionForm, [['about', 'Hej der'], ['preferred', 'phone'], ['phone', '+4520218988'], ['name', 'Ali'], ['mayLeaveMessage', true]]);
  expect(change(questionForm, byPhone, 'preferred', 'chat')).toEqual({ about: 'Hej der', preferred: 'chat', name: 'Ali' });
  expect(change(questionForm, byPhone, 'name', 'Bo')).toEqual({ ...byPhone, name: 'Bo' });
});

test('back goes over what does not apply, and stops at the first', () => {
  const known = answered(questionForm, [['about', 'Hej der'], ['preferred', 'chat'], ['name', 'Ali']]);
  expect(previousQuestion(questionForm, known, null)).toBe('name');
  expect(previousQuestion(questionForm, known, 'name')).toBe('preferred');
  expect(previousQuestion(questionForm, known, 'about')).toBeNull();
});

test('answers of an older version are kept where they still fit', () => {
  expect(restore(callbackForm, { about: 'Hej der', name: 'Ali', phone: 'abc', gone: 'x' })).toEqual({ about: 'Hej der', name: 'Ali' });
});

const VALUES: Readonly<Record<string, readonly Json[]>> = {
  about: ['Min sag', 'Noget andet'], name: ['Ali', 'Fatma Yıldız'], phone: ['+4520218988'], when: ['tirsdag'], mayLeaveMessage: [true, false], preferred: ['phone', 'email', 'chat'],
  email: ['a@example.dk'], department: ['ved ikke'], wish: ['et svar'], contactDepartment: [true, false], seeFile: [true, false],
};

test.each([callbackForm, questionForm, dialogueForm, meetingForm])('$name: a random walk of answers and changes loses no answer that applies, and always reaches the end', (form) => {
  const fields = Object.keys(form.questions);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(fields.length - 1), fc.nat(5)), { maxLength: 40 }), (steps) => {
      let known: Answers = {};
      for (const [place, pick] of steps) {
        const field = fields[place] ?? 'about';
        const values = VALUES[field] ?? [];
        const before = known;
        known = change(form, known, field, values[pick % values.length] ?? null);
        for (const [kept, value] of Object.entries(before)) {
          const applies = form.questions[kept]?.when?.(known) ?? true;
          if (kept !== field) expect(known[kept]).toEqual(applies ? value : undefined);
        }
      }
      for (let asked = nextQuestion(form, known); asked !== null; asked = nextQuestion(form, known)) known = change(form, known, asked, VALUES[asked]?.[0] ?? null);
      expect(isComplete(form, known)).toBe(true);
    }),
  );
});
