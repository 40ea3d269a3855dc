import type { SaidLine } from '../domain/complaints/draft-line';
import type { CaseRecord } from '../domain/cases/desk-file';
import { departmentOf, instanceOf } from '../domain/desk/case-summary';
import { eventInWords } from './pages/case-log';
import { toldInWords } from './pages/told-in-words';
import type { Say } from './pages/frame';
import { dateInFigures, momentInWords, subjectInWords } from './pages/in-words';

/** A case as the lines of a paper, in the order of its page: the same words, without what only works on a screen. */
export function linesOfCase({ handoff, desk }: CaseRecord, say: Say): SaidLine[] {
  const { reference, contact, complaint, letter, onBehalfOf, messages, transcript, consent } = handoff;
  const lines: (readonly [SaidLine['style'], string])[] = [];
  const field = (name: string, value: string | null | undefined): void => void (value && lines.push(['field', `${say(name)}: ${value.replace(/\s+/gu, ' ')}`]));
  const section = (name: string, within: () => void): void => {
    const before = lines.length;
    lines.push(['heading', say(name)]);
    within();
    if (lines.length === before + 1) lines.pop();
  };
  const said = (head: string, text: string): void => void lines.push(['event', head], ['quote', text]);
  lines.push(['title', `${subjectInWords({ title: desk.title, subject: handoff.subject, about: complaint?.about ?? null, letter }, say)}, ${reference}`]);
  field('list.status', `${say(`status.${handoff.status}`)}, ${say(`instance.${instanceOf(handoff)}`)}`);
  field('case.who', contact.name ?? say('unknown-name'));
  if (onBehalfOf) field('case.for-whom', `${onBehalfOf.name} (${say(`authority.${onBehalfOf.authority}`)})`);
  field('case.department', departmentOf(handoff));
  field('case.deadline', handoff.nextDeadline && dateInFigures(handoff.nextDeadline));
  field('case.wanted', handoff.wants.map((want) => say(`want.${want}`)).join(', '));
  field('details.journal', desk.journal);
  section('case.contact', () => {
    field('contact.phone', contact.phone);
    field('contact.email', contact.email);
    field('contact.when', complaint === null ? contact.when : null);
    field('contact.consent', consent.scope.length === 0 ? say('consent.none') : consent.scope.map((scope) => say(`consent.${scope}`)).join(', '));
  });
  section('case.told', () => {
    for (const [name, text] of toldInWords(handoff, say)) if (text) said(name, text);
    const wish = complaint?.wish ?? handoff.wish;
    if (wish && !handoff.told.some(({ field: asked }) => asked === 'wish')) lines.push(['quote', wish]);
  });
  section('case.written', () => messages.forEach(({ at, from, text }) => said(`${say(`from.${from}`)}, ${momentInWords(at)}`, text)));
  section('case.letters', () => desk.letters.forEach(({ at, by, subject, text }) => said(`${subject}, ${momentInWords(at)}, ${by}`, text)));
  if (letter) {
    section('case.letter', () => {
      field('letter.kind', say(`letter-kind.${letter.kind}`));
      field('letter.outcome', letter.outcome && say(`letter-outcome.${letter.outcome}`));
      field('letter.date', letter.letterDate && dateInFigures(letter.letterDate));
      field('letter.case-number', letter.caseNumber);
      field('letter.last-day', letter.appeal.deadline && dateInFigures(letter.appeal.deadline));
      if (handoff.letterText) lines.push(['quote', handoff.letterText]);
    });
  }
  if (complaint?.draft) section('case.draft', () => lines.push(['paragraph', complaint.draft ?? '']));
  section('case.notes', () => desk.notes.forEach(({ at, by, text }) => said(`${by}, ${momentInWords(at)}`, text)));
  section('case.log', () => desk.events.forEach((event) => lines.push(['paragraph', eventInWords(event, say)])));
  section('case.chat', () => transcript.forEach(({ at, from, text }) => said(`${say(`from.${from}`)}, ${momentInWords(at)}`, text)));
  return lines.map(([style, text], place) => ({ key: String(place), style, text, edited: false }));
}
