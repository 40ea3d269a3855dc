import { z } from 'zod';
import { FormProgress } from '../../dialogs/form-progress';
import { CASE_FORMS } from '../../dialogs/case-forms';
import { HandoffCase } from '../../src/domain/cases/handoff-case';
import { roadNames } from '../../dialogs/complaint-road-words';
import { complaintOf, ComplaintAnswers, pointsOf } from '../../src/domain/complaints/complaint-answers';
import { draftComplaint } from '../../src/domain/complaints/draft-complaint';
import { prune, textsDropped, type Answers } from '../../src/domain/forms/form';
import { seededRandom } from '../../src/domain/topics/seeded-random';
import { HEARING, NO_APPEAL, REFUSAL, SILENT } from '../conversations/letters';
import { NOW, type BotInProcess, type Heard } from './bot-in-process';

/** What people may say at any time, besides what is offered and what is asked. */
const ANYTHING = [
  'hvornår har I åbent?', 'hvad kan borgerrådgiveren ikke?', 'tilbage', 'stop', 'forfra', 'jeg vil tale med et menneske', 'hvad gør I med mine data?', '😀', '???', 'nej', 'ja', 'ved ikke',
  'mit cpr er 010190-1234', 'Skriv en klage', 'jeg vil klage over afslag på kontanthjælp', 'min nabo larmer', 'jeg vil klage', 'ring mig op', 'jeg kan ikke mere, jeg vil dø', 'hello, are you open?', 'spring over', '2', 'fortsæt', 'hvordan går min sag?', 'asdf', 'vis udkastet', 'hent som word', 'ret i udkastet', 'slet', 'nej tak',
];
/** Letters that a walk may begin with. */
const LETTERS = [REFUSAL, SILENT, HEARING, NO_APPEAL];

/** Answers to what may be asked, by the field; a field that is not here gets some text. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  name: ['Fatma Yıldız', 'Ole'], behalfName: ['Aase Jensen'], phone: ['20 21 89 88', '+46 70 123 45 67', '12345678'], email: ['a@b.dk'], when: ['torsdag formiddag', 'i går', 'den 3. oktober'], received: ['i går', 'den 3. november', 'for 6 uger siden', 'spring over', 'for 28 dage siden'],
  about: ['En afgørelse', 'En afgørelse', 'Sagens gang eller ventetid', 'En ansats opførsel', 'Praktisk arbejde, fx rengøring', 'Noget andet', 'De sagde nej til min mors rengøring, og det er et afslag'], other: ['En nabo eller et firma', 'Mit job i kommunen'], complained: ['Nej, ikke endnu', 'Nej, ikke endnu', 'Nej, ikke endnu', 'Ja, kommunen har klagen', 'Ja, og sagen er gået videre'],
  tried: ['Nej, ikke endnu', 'Ja, men uden svar', 'Ja, og de har svaret', 'Sagen er et andet sted nu'], which: ['1', '2', 'Ingen af dem'], pending: ['En domstol', 'Ankestyrelsen har svaret', 'Ombudsmanden'], behalf: ['Min egen', 'Min mors eller fars'], byRight: ['Jeg har en fuldmagt', 'Intet papir endnu'], handover: ['ja', 'nej'],
  wait: ['ja', 'nej'], preliminary: ['ja', 'nej'], hurry: ['ja', 'nej'], mayLeaveMessage: ['ja', 'nej'], contactDepartment: ['ja', 'nej'], seeFile: ['ja', 'nej'], keepLetter: ['ja', 'nej'], point1: ['Det passer ikke.', 'spring over'], meant: ['Jeg har ikke råd til mad.', 'Jeg sover dårligt.', 'spring over'],
  area: ['de har stoppet mine penge', 'sygedagpenge og hjemmehjælp', 'pension', 'tilskud til kørsel', 'hjemmehjælp', 'sygedagpenge', 'p-bøde', 'noget andet', 'lokalplan', 'kontanthjælp', 'botilbud'], department: ['jobcentret', 'ved ikke'],
  whatHappened: ['De svarer ikke. Jeg skrev i mandags.', 'Min mor ventede tre timer.', 'Kimse bana cevap vermiyor ve çok üzgünüm'], disagree: ['Det passer ikke, at jeg selv kan.', 'Min søn har brug for det.'],
};
const TEXTS = ['Det er vigtigt for mig.', 'Jeg ved det ikke helt', 'Et svar, tak.', 'ja, gerne'];

/** What a walk found wrong; empty when nothing was. */
export interface Walked {
  readonly turns: number;
  readonly faults: readonly string[];
  readonly handedOver: number;
  readonly drafts: number;
}

const State = z.looseObject({ dialog: z.looseObject({ dialogStack: z.array(z.looseObject({ id: z.string(), state: z.unknown() })) }) });

/** One conversation of random turns, the same for the same seed; checks what must hold after each. */
export async function walk(bot: BotInProcess, seed: number, turns = 30): Promise<Walked> {
  // Neighbouring seeds begin alike: they are thrown far apart first, or thousands of walks would open with the same words.
  const random = seededRandom(Math.imul(seed, 0x9e3779b1));
  for (let drawn = 0; drawn < 4; drawn++) random();
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const talk = bot.talk(`walk-${seed}`);
  const faults: string[] = [];
  let handedOver = 0;
  let drafts = 0;
  let last: Heard = { text: '', phrases: [], choices: ['Jeg vil klage', 'Jeg vil klage', 'Ring mig op', 'Send et spørgsmål', 'Aftal et møde', ...LETTERS], events: [] };
  let before: Answers = {};
  let drafted = '';
  const complain = (turn: number, said: string, what: string): void => void faults.push(`seed ${seed}, turn ${turn}, after ${JSON.stringify(said)}: ${what}`);

  for (let turn = 1; turn <= turns; turn++) {
    const said = turn === 1 ? (pick(last.choices) ?? 'hej') : next(last, random(), pick);
    try {
      last = await talk.say(said);
    } catch (fault) {
      complain(turn, said, `threw ${String(fault)}`);
      break;
    }
    if (last.text.trim() === '') complain(turn, said, 'nothing was answered');
    const progress = formIn(talk.state());
    if (progress) {
      // What hangs on an answer that no longer applies goes with it: "when" with "what happened".
      const still = prune(CASE_FORMS[progress.form].form, { ...before, ...progress.answers });
      const lost = Object.keys(before).filter((field) => !(field in progress.answers) && field in still);
      if (sameRun(before, progress) && lost.length > 0 && !CASE_FORMS[progress.form].form.questions[lost[0] ?? '']?.hidden) complain(turn, said, `lost the answers ${lost.join(', ')}`);
      const gone = Object.keys(textsDropped(CASE_FORMS[progress.form].form, before, progress.answers)).filter((field) => !(field in progress.laidBy));
      if (sameRun(before, progress) && gone.length > 0) complain(turn, said, `lost her words on ${gone.join(', ')}`);
      const same = JSON.stringify(progress.answers) === drafted;
      drafted = JSON.stringify(progress.answers);
      for (const value of same ? [] : unfounded(bot, progress.answers, progress.form)) complain(turn, said, `the draft says ${JSON.stringify(value)}, which nobody said`);
    }
    if (last.phrases.includes('complaint.draft')) drafts++;
    for (const { name, value } of last.events) {
      if (name !== 'handoff.initiate') continue;
      handedOver++;
      const kept = HandoffCase.safeParse(value).data;
      if (!kept || !(await bot.cases.find(kept.reference))) complain(turn, said, 'said sent, and there is no case');
      if (JSON.stringify(value).includes('010190-1234')) complain(turn, said, 'a CPR number went into the case');
    }
    before = progress ? { ...progress.answers, __run: progress.run } : {};
  }
  const person = await talk.say('jeg vil tale med et menneske');
  if (!person.text.includes('20 21 89 88') && !person.choices.some((choice) => /menneske|ring mig op/i.test(choice))) complain(turns, 'jeg vil tale med et menneske', `no person: ${person.text.slice(0, 120)}`);
  return { turns, faults, handedOver, drafts };
}

/** Mostly what is offered or asked for, now and then something else. */
function next(last: Heard, chance: number, pick: <Item>(items: readonly Item[]) => Item | undefined): string {
  const asked = last.phrases.findLast((phrase) => phrase.startsWith('ask.'))?.split('.').at(-1);
  if (asked !== undefined && chance < 0.6) return pick(ANSWERS[asked] ?? TEXTS) ?? 'ja';
  if (last.choices.length > 0 && chance < 0.9) return pick(last.choices) ?? 'ja';
  return pick(ANYTHING) ?? 'hej';
}

function formIn(state: unknown): z.infer<typeof FormProgress> | null {
  const stack = State.safeParse(state).data?.dialog.dialogStack ?? [];
  return FormProgress.safeParse(stack.find(({ id }) => id === 'form')?.state).data ?? null;
}

const sameRun = (before: Answers, { run }: z.infer<typeof FormProgress>): boolean => before.__run === run;

/** Words in a draft that are neither an answer of hers, nor the letter's, nor the name of an area or of a body that the letter or the law's row gives. */
function unfounded({ content }: BotInProcess, given: Answers, form: string): string[] {
  if (form !== 'complaint') return [];
  const answers = ComplaintAnswers.parse(given);
  const known = JSON.stringify(answers);
  const days = new Set<string>();
  const lines = draftComplaint(complaintOf(answers, NOW, roadNames({ content, language: 'da', memory: { tongue: null } }, given)), pointsOf(answers), { day: (iso) => (days.add(iso), iso), foreign: () => null });
  // Her words are parted into sentences: each stands in what she wrote, blanks folded.
  const folded = known.replace(/\\n|\s+/g, ' ');
  const names = new Set([content.fact('municipality.name', 'da'), ...content.authorities.map(({ name }) => name), ...content.appealRules.flatMap(({ bodyName, sendToName, about }) => [bodyName, sendToName, about.da])]);
  return lines.flatMap(({ values }) => Object.values(values)).filter(({ text, from }) => (from.kind !== 'law' && from.field !== 'road') || !names.has(text)).map(({ text }) => text).filter((text) => !days.has(text) && !folded.includes(JSON.stringify(text).slice(1, -1).replace(/\\n|\s+/g, ' ')));
}
