import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { applyAct } from '../../../src/domain/desk/apply-act';
import { changedSince, createCaseDesk, seenOf } from '../../../src/domain/desk/case-desk';
import { createCaseIndex } from '../../../src/domain/desk/case-index';
import { byUrgency, CaseQuery, selectCases } from '../../../src/domain/desk/case-query';
import { summaryOf } from '../../../src/domain/desk/case-summary';
import { deadlineChip } from '../../../src/domain/desk/deadline-chip';
import { DeskAct } from '../../../src/domain/desk/desk-act';
import { redFlags } from '../../../src/domain/desk/red-flags';
import { memoryCaseRepository } from '../cases/memory-case-repository';
import { aCase } from './a-case';

const at = (iso: string) => DateTime.fromISO(iso, { zone: ZONE });
const NOW = at('2026-11-25T09:00');
const acting = { by: 'Anne', at: NOW, key: 'k1' };
const WORDS = { stopped: ['stoppet'], eviction: ['sat ud'], children: ['mit barn'], childrenBeside: ['børn'], violence: ['slår mig'] };

describe('what may be done with a case', () => {
  test.each<{ rule: string; from: Parameters<typeof aCase>[1]; act: DeskAct; now: object; log: string[] }>([
    { rule: 'a new case is opened', from: {}, act: { act: 'status', to: 'open', message: null, outcome: null }, now: { status: 'open' }, log: ['status'] },
    { rule: 'a word to the citizen opens it, and is hers to read', from: {}, act: { act: 'message', text: 'Hej' }, now: { status: 'open', messages: [{ key: 'k1', from: 'adviser', text: 'Hej' }] }, log: ['message', 'status'] },
    { rule: 'a note is not hers to read', from: {}, act: { act: 'note', text: 'Ringet' }, now: { status: 'new', messages: [] }, log: ['note'] },
    { rule: 'investigating opens the second instance', from: { status: 'open' }, act: { act: 'investigate' }, now: { round: 'investigation' }, log: ['round'] },
    { rule: 'a statement is due after three weeks (S24)', from: { status: 'open', round: 'investigation' }, act: { act: 'ask-statement' }, now: { status: 'waiting-for-department' }, log: ['statement-asked', 'status'] },
    { rule: 'a conclusion goes to the citizen (S26)', from: { status: 'open', round: 'investigation' }, act: { act: 'conclude', outcome: 'criticism', message: 'Min vurdering' }, now: { round: 'concluded', messages: [{ text: 'Min vurdering' }] }, log: ['round', 'message'] },
    { rule: 'a closed case is opened again', from: { status: 'closed' }, act: { act: 'status', to: 'open', message: null, outcome: null }, now: { status: 'open' }, log: ['status'] },
  ])('$rule', ({ from, act, now, log }) => {
    const after = applyAct(aCase('BR-2026-AAAAAA', from), act, acting);
    expect(after.handoff).toMatchObject(now);
    expect(after.desk.events.map(({ kind }) => kind)).toEqual(log);
    expect(after.desk).toMatchObject({ version: 1, events: log.map(() => ({ by: 'Anne', version: 1 })) });
  });

  test.each<{ rule: string; from: Parameters<typeof aCase>[1]; act: DeskAct }>([
    { rule: 'a new case does not wait for the department', from: {}, act: { act: 'status', to: 'waiting-for-department', message: null, outcome: null } },
    { rule: 'nothing is closed without an outcome', from: { status: 'open' }, act: { act: 'status', to: 'closed', message: null, outcome: null } },
    { rule: 'no statement before an investigation', from: { status: 'open' }, act: { act: 'ask-statement' } },
    { rule: 'no conclusion before an investigation', from: { status: 'open' }, act: { act: 'conclude', outcome: 'criticism', message: 'x' } },
    { rule: 'no statement that nobody awaits', from: { status: 'open', round: 'investigation' }, act: { act: 'statement-received', text: null } },
    { rule: 'what is investigated is not investigated again', from: { round: 'investigation' }, act: { act: 'investigate' } },
  ])('$rule', ({ from, act }) => expect(() => applyAct(aCase('BR-2026-AAAAAA', from), act, acting)).toThrow(expect.objectContaining({ code: 'bad-request' })));

  test('the three weeks of a statement are calendar days, over the change of the clocks', () => {
    const asked = applyAct(aCase('BR-2026-AAAAAA', { round: 'investigation' }), { act: 'ask-statement' }, { ...acting, at: at('2026-10-20T23:30') });
    expect(asked.desk.statement).toEqual({ askedAt: '2026-10-20', due: '2026-11-10', receivedAt: null });
  });
});

describe('two at once', () => {
  const begin = async () => {
    const cases = memoryCaseRepository();
    await cases.add(aCase('BR-2026-AAAAAA'));
    return { cases, desk: createCaseDesk({ cases, now: () => NOW }) };
  };
  const note = (text: string): DeskAct => ({ act: 'note', text });

  test('the second is refused and shown what changed; nothing of the first is lost', async () => {
    const { cases, desk } = await begin();
    const seen = seenOf(aCase('BR-2026-AAAAAA'));
    await desk.act('BR-2026-AAAAAA', note('one'), { by: 'Anne', seen, key: 'k1' });
    await expect(desk.act('BR-2026-AAAAAA', note('two'), { by: 'Bo', seen, key: 'k2' })).rejects.toMatchObject({ code: 'case-changed' });
    const now = await cases.find('BR-2026-AAAAAA');
    expect(now?.desk.notes.map(({ text }) => text)).toEqual(['one']);
    expect(now && changedSince(now, seen)).toMatchObject({ events: [{ by: 'Anne', kind: 'note' }], messages: [] });
  });

  test('a word of the citizen counts as a change: nobody closes over it unread', async () => {
    const { cases, desk } = await begin();
    const seen = seenOf(aCase('BR-2026-AAAAAA'));
    await cases.change('BR-2026-AAAAAA', (record) => ({ ...record, handoff: { ...record.handoff, messages: [{ key: 'c1', at: NOW.toISO(), from: 'citizen', text: 'Vent!' }] } }));
    await expect(desk.act('BR-2026-AAAAAA', { act: 'status', to: 'closed', message: null, outcome: 'guided' }, { by: 'Bo', seen, key: 'k2' })).rejects.toMatchObject({ code: 'case-changed' });
    await desk.open('BR-2026-AAAAAA');
    expect((await cases.find('BR-2026-AAAAAA'))?.desk).toMatchObject({ seenMessages: 1, version: 0 });
  });

  test('the same form sent twice writes to the citizen once', async () => {
    const { cases, desk } = await begin();
    const seen = seenOf(aCase('BR-2026-AAAAAA'));
    for (const _ of [1, 2]) await desk.act('BR-2026-AAAAAA', { act: 'message', text: 'Hej' }, { by: 'Anne', seen, key: 'k1' });
    expect((await cases.find('BR-2026-AAAAAA'))?.handoff.messages).toHaveLength(1);
  });
});

describe('the list', () => {
  const lines = [
    aCase('BR-2026-AAAAAA', { createdAt: '2026-11-20T10:00:00.000+01:00', nextDeadline: '2026-12-20', contact: { ...aCase('BR-2026-AAAAAA').handoff.contact, name: "Fatma Yıldız O'Brien" } }),
    aCase('BR-2026-BBBBBB', { createdAt: '2026-11-24T10:00:00.000+01:00', contact: { ...aCase('BR-2026-BBBBBB').handoff.contact, name: 'Bent Østergård', phone: '+4543577575' } }),
    aCase('BR-2026-CCCCCC', { nextDeadline: '2026-11-26', department: 'Jobcenter' }),
    aCase('BR-2026-DDDDDD', { status: 'closed', nextDeadline: '2026-11-25' }),
    aCase('BR-2026-EEEEEE', { round: 'investigation', status: 'waiting-for-department' }, { statement: { askedAt: '2026-11-20', due: '2026-12-11', receivedAt: null } }),
    aCase('BR-2026-FFFFFF', { createdAt: '2026-11-01T10:00:00.000+01:00', message: 'De har stoppet min hjælp' }),
  ].map((record) => summaryOf(record, WORDS)).sort(byUrgency);
  const found = (query: object) => selectCases(lines, CaseQuery.parse(query)).rows.map(({ reference }) => reference.at(-1)).join('');

  test.each([
    { rule: 'the nearest day first; without one, red flags, then the newest; the closed ones are put away', query: {}, shown: 'CEAFB' },
    { rule: 'empty fields of the form ask for nothing', query: { q: '', status: '', instance: '', department: '', flagged: '' }, shown: 'CEAFB' },
    { rule: 'one status', query: { status: 'closed' }, shown: 'D' },
    { rule: 'second instance', query: { instance: 'second' }, shown: 'E' },
    { rule: 'red flags', query: { flagged: '1' }, shown: 'F' },
    { rule: 'a department', query: { department: 'Jobcenter' }, shown: 'C' },
    { rule: 'a reference as it is said on the phone', query: { q: 'br2026dddddd' }, shown: 'D' },
    { rule: 'a name, from the middle, in any case', query: { q: 'ØSTERGÅRD' }, shown: 'B' },
    { rule: 'a name without its marks', query: { q: 'yildiz obrien' }, shown: 'A' },
    { rule: 'a phone number in groups', query: { q: '43 57 75 75' }, shown: 'B' },
    { rule: 'a phone number with its country', query: { q: '+45 43577575' }, shown: 'B' },
    { rule: 'all words must be found', query: { q: 'bent jobcenter' }, shown: '' },
  ])('$rule', ({ query, shown }) => expect(found(query)).toBe(shown));

  test('fifty a page; a page beyond the last is the last', () => {
    const many = Array.from({ length: 120 }, (_, place) => ({ ...lines[0], reference: `BR-2026-${place}` })) as typeof lines;
    expect(selectCases(many, CaseQuery.parse({ page: '9' }))).toMatchObject({ total: 120, pages: 3, page: 3, rows: { length: 20 } });
  });

  test('knows at once what was added, changed and removed', async () => {
    const cases = memoryCaseRepository();
    const index = createCaseIndex({ cases, words: () => WORDS });
    const shown = async () => (await index.summaries()).map(({ reference, status }) => `${reference.at(-1)} ${status}`);
    expect(await shown()).toEqual([]);
    await cases.add(aCase('BR-2026-AAAAAA'));
    await cases.add(aCase('BR-2026-BBBBBB'));
    expect(await shown()).toEqual(['A new', 'B new']);
    await cases.change('BR-2026-AAAAAA', (record) => ({ ...record, handoff: { ...record.handoff, status: 'open' } }));
    await cases.remove(['BR-2026-BBBBBB']);
    expect(await shown()).toEqual(['A open']);
  });
});

test.each([
  { date: '2026-11-24', days: -1, level: 'over' },
  { date: '2026-11-25', days: 0, level: 'urgent' },
  { date: '2026-12-01', days: 6, level: 'urgent' },
  { date: '2026-12-02', days: 7, level: 'soon' },
  { date: '2027-03-29', days: 124, level: 'later' },
])('a last day of $date is $level on 25 November', ({ date, days, level }) => expect(deadlineChip(date, at('2026-11-25T23:59'))).toMatchObject({ days, level }));

test.each([
  { text: 'De har STOPPET, min hjælp', flags: ['stopped'] },
  { text: 'Vi bliver sat  ud på mandag, og mit barn er syg', flags: ['eviction', 'children'] },
  { text: 'Det er ustoppeligt', flags: [] },
])('"$text" raises $flags', ({ text, flags }) => expect(redFlags(aCase('BR-2026-AAAAAA', { message: text }).handoff, WORDS)).toEqual(flags));
