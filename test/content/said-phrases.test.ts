import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { becomesCase, FormName } from '../../dialogs/form-name';
import { CASE_FORMS } from '../../dialogs/case-forms';
import { CHOICE_ANSWERS } from '../../dialogs/routes';
import { loadContent } from '../../src/content/load-content';
import { CaseStatus } from '../../src/domain/cases/handoff-case';
import type { Form, Question } from '../../src/domain/forms/form';
import { PENDING } from '../../src/domain/complaints/complaint';
import { toldLetterForm } from '../../src/domain/forms/told-letter-form';
import { AppealBody, LetterKind, Outcome } from '../../src/domain/letters/letter-reading';
import { LANGUAGES } from '../../src/domain/language';
import { TOPICS } from '../../src/domain/topics/topic';

const content = loadContent({ folder: join(__dirname, '../../content'), municipality: 'ishoj' });
const DIALOGS = join(__dirname, '../../dialogs');
const sources = readdirSync(DIALOGS).map((name) => readFileSync(join(DIALOGS, name), 'utf8'));
const found = (pattern: RegExp) => sources.flatMap((source) => [...source.matchAll(pattern)].flatMap(([, id]) => id ?? []));

/** The phrases of one question; a choice that hangs on what is known is asked for with nothing known, and of rows that have their own names. */
const asked = ({ name }: Form) => ([field, { choices = [] }]: [string, Question]): string[] => {
  const values = typeof choices === 'function' ? choices({ areas: [] }) : choices;
  return [`ask.${name}.${field}`, `again.${field}`, `label.${field}`, ...values.map((choice) => `choice.${field}.${choice}`)];
};

/** Phrases whose ids the dialogs put together. */
function workedOut(): string[] {
  const forms = Object.values(CASE_FORMS).flatMap(({ form }) => [
    `${form.name}.start`,
    ...(form.name === 'complaint' ? ['decision', 'first', 'second'].map((next) => `handoff.next.complaint.${next}`) : becomesCase(FormName.parse(form.name)) ? [`handoff.next.${form.name}`] : [`${form.name}.sent`]),
    ...Object.entries(form.questions).filter(([, { hidden }]) => hidden !== true).flatMap(asked(form)),
  ]);
  const hours = ['regular', 'open-now', 'closed-now', 'closed-now-because', 'closed-now-unknown', 'open-on', 'closed-on', 'closed-on-because', 'closed-on-unknown', 'week', 'week-closed', 'closed-at'];
  return [
    ...forms,
    ...hours.flatMap((end) => [`hours.phone.${end}`, `hours.consultation.${end}`]),
    ...[...CaseStatus.options, 'investigation', 'concluded'].map((status) => `case.status.${status}`),
    ...['no-such-day', 'unknown-days'].map((why) => `hours.${why}`),
    ...['who', 'how-are-you', 'thanks', 'bye', 'hello'].map((kind) => `small-talk.${kind}`),
    ...['violence', 'child'].map((kind) => `crisis.${kind}`),
    ...['see-letter', 'department-first', 'adviser-second', ...['no-appeal', 'comment', 'passed-on', 'keep-up'].flatMap((end) => [end, `${end}.by`]), 'reassessing', 'where', 'where-same', 'where-portal', 'where-portal-same', 'where-letter'].map((road) => `complaint.road.${road}`),
    ...PENDING.flatMap((at) => [`complaint.pending.${at}`, `choice.pending.${at}`]),
    ...['authority', 'politics', 'employment', 'neighbour'].map((other) => `complaint.other.${other}`),
    ...['none', 'partly', 'statutory'].map((waits) => `complaint.waits.${waits}`),
    ...['food', 'home', 'child'].map((need) => `complaint.urgent.${need}`),
    'choice.which.none',
    ...['docx', 'pdf'].map((kind) => `complaint.file.${kind}`),
    'handoff.next.question-chat', 'last-checked', 'mail.notice.subject', 'mail.notice.text',
  ];
}

test('every phrase that the dialogs say stands in the content', () => {
  const named = [...found(/\b(?:say|words|aside)\('([a-z][a-zA-Z.-]+)'/g), ...found(/'(upload\.fault\.[a-z-]+)'/g), ...found(/say: \[([^\]]+)\]/g).flatMap((list) => [...list.matchAll(/'([^']+)'/g)].map(([, id]) => id ?? ''))];
  expect(named.length).toBeGreaterThan(60);
  expect([...new Set([...named, ...workedOut()])].filter((id) => !content.has(id))).toEqual([]);
});

test('every phrase that an explanation of a letter names stands in the content', () => {
  const folder = join(__dirname, '../../src/domain/letters/explanation');
  const named = readdirSync(folder).flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/'(letter\.[a-z][a-z.-]*[a-z])'/g)].map(([, id]) => id ?? ''));
  const families = [
    ...LetterKind.options.map((kind) => `letter.kind.${kind}`),
    ...LetterKind.options.filter((kind) => kind !== 'other').map((kind) => `letter.kind-short.${kind}`),
    ...[...Outcome.options, 'none'].flatMap((outcome) => [`letter.outcome.${outcome}`, `letter.outcome-short.${outcome}`]),
    ...AppealBody.options.map((body) => `letter.body.${body}`),
    ...['comment', 'send', 'pay', 'attend', 'confirm-appeal'].map((kind) => `letter.action.hint.${kind}`),
    ...['comment', 'send', 'pay', 'pay.amount', 'attend', 'confirm-appeal'].flatMap((kind) => [`letter.action.${kind}`, `letter.action.${kind}.no-day`]),
    ...['notice', 'receipt'].map((kind) => `letter.action.none.${kind}`),
    ...['reasons', 'legal-basis', 'appeal-guidance'].map((part) => `letter.lacks.${part}`),
    ...['received', 'letter-date', 'noticed'].map((from) => `letter.sum.from-${from}`),
    ...['stated', 'letter-time', 'law'].map((rests) => `letter.day.by.${rests}`),
    ...['klageportalen', 'klageportalen-or-mail'].map((via) => `letter.route.${via}`),
    ...['outcome', 'reasons', 'law', 'deadline', 'appeal', 'action', 'case-number', 'date'].map((mark) => `letter.mark.${mark}`),
    ...['kind', 'outcome', 'date', 'limit', 'enclosed'].map((question) => `letter.doubt.${question}`),
    ...['future', 'before-letter'].map((why) => `letter.received.${why}`),
    ...Object.entries(toldLetterForm.questions).filter(([, { hidden }]) => hidden !== true).flatMap(asked(toldLetterForm)),
  ];
  expect(named.length).toBeGreaterThan(60);
  expect([...new Set([...named, ...families])].filter((id) => !content.has(id))).toEqual([]);
});

test.each(LANGUAGES)('every choice that the dialogs offer has a label, in %s', (language) => {
  const listed = found(/choices: \[([^\]]*)\]/g).flatMap((list) => [...list.matchAll(/'([a-z][a-zA-Z.-]+)'/g)].map(([, id]) => id ?? ''));
  expect(listed.length).toBeGreaterThan(20);
  const offered = [...listed, ...Object.keys(CHOICE_ANSWERS), ...TOPICS.filter((topic) => !['unknown', 'small-talk', 'crisis'].includes(topic))];
  expect([...new Set(offered)].filter((id) => !content.has(`action.${id}`))).toEqual([]);
  for (const id of offered) expect(content.actionSaid(content.label(id, language))).toBe(id);
});
