import { DateTime } from 'luxon';
import { ZONE } from '../src/domain/calendar';
import { complaintOf, ComplaintAnswers, mattersAgainst, pointsOf } from '../src/domain/complaints/complaint-answers';
import { Road } from '../src/domain/complaints/complaint-road';
import { draftComplaint } from '../src/domain/complaints/draft-complaint';
import { draftAsText, sayDraft, type DraftLine, type SaidLine } from '../src/domain/complaints/draft-line';
import { rudeWordsIn } from '../src/domain/complaints/rude-words';
import { complaintForm } from '../src/domain/forms/complaint-form';
import { askedChoice } from '../src/domain/forms/asked-of-bot';
import { sayDay } from '../src/domain/dates/say-day';
import type { Answers } from '../src/domain/forms/form';
import { WHOLE_LETTER } from '../src/domain/forms/which-matter';
import type { Language } from '../src/domain/language';
import { languageOf } from '../src/domain/topics/language';
import { bodyInWords, roadNames } from './complaint-road-words';
import type { CaseForm } from './case-forms';
import { DraftEditDialog } from './draft-edit-dialog';
import { answersNamed } from './form-words';
import { lastDayFile } from './last-day-file';
import type { Talk } from './talk';

/** In a conversation in Danish, fewer words than this tell no language for certain: they stand as they are. */
const WORDS_OF_A_LANGUAGE = 4;

/** The lines of the draft as the answers make them now. */
export function draftLines(talk: Talk, answers: Answers, language: Language = 'da'): DraftLine[] {
  const known = ComplaintAnswers.parse(answers);
  const today = talk.services.now().setZone(ZONE);
  const hers = [known.whatHappened, known.disagree, known.meant, known.wish].filter((said) => typeof said === 'string').join('. ');
  const inDanish = talk.language === 'da' && talk.memory.tongue === null && foreignLanguage(hers, 'da', true) === null;
  return draftComplaint(complaintOf(known, today, roadNames(talk, answers)), pointsOf(known), {
    day: (iso) => sayDay(DateTime.fromISO(iso, { zone: ZONE }), language, DateTime.fromMillis(0)),
    foreign: (text) => foreignLanguage(text, language, inDanish),
  });
}

/** The draft in words. What is sent is Danish; the English is a reading copy (contract § 8). */
export function saidDraft(talk: Talk, answers: Answers, language: Language = 'da'): SaidLine[] {
  const { edits } = ComplaintAnswers.parse(answers);
  return sayDraft(draftLines(talk, answers, language), edits, (phrase, values) => talk.content.say(phrase, language, values).bubbles.join('\n\n'));
}

export const draftText = (talk: Talk, answers: Answers, language: Language = 'da'): string => draftAsText(saidDraft(talk, answers, language));

/** Shows the draft, what in it may hurt its cause, and that it is not sent. */
export async function sayDraftReady(talk: Talk, answers: Answers): Promise<void> {
  await talk.say('complaint.draft', { draft: draftText(talk, answers) }, { choices: [], copyable: true });
  if (talk.language === 'en') await talk.say('complaint.draft.english', { draft: draftText(talk, answers, 'en') }, { choices: [] });
  const rude = rudeWordsIn(draftText(talk, answers), talk.content.rudeWords);
  if (rude.length > 0) await talk.say('complaint.draft.rude', { words: rude.join(', ') }, { choices: [] });
  await talk.say('complaint.draft.not-sent', {}, { choices: [] });
}

/** What can be done with the draft at any question of the form. */
export const DRAFT_ACTS: NonNullable<CaseForm['acts']> = {
  'draft.show': async (talk, answers) => {
    await sayDraftReady(talk, answers);
    return null;
  },
  'draft.word': async (talk, answers) => carryAway(talk, answers, 'docx'),
  'draft.pdf': async (talk, answers) => carryAway(talk, answers, 'pdf'),
  'draft.edit': async (talk, answers) => ({ begin: DraftEditDialog.ID, options: { lines: saidDraft(talk, answers), edits: ComplaintAnswers.parse(answers).edits, answers: answersNamed(talk, complaintForm, answers) } }),
};

/** The draft of the complaint that was finished before, shown or fetched again; false when there is none, or nothing of it is asked for. */
export async function tellDraftAgain(talk: Talk): Promise<boolean> {
  const { heard: { action, text }, memory: { draft } } = talk;
  const asked = action ?? askedChoice(text);
  if (draft === null || asked === null || !asked.startsWith('draft.')) return false;
  talk.topic = 'complaint.start';
  if (asked === 'draft.word' || asked === 'draft.pdf') await carryAway(talk, draft, asked === 'draft.word' ? 'docx' : 'pdf');
  else await talk.say('complaint.draft', { draft: draftText(talk, draft) }, { choices: ['draft.word', 'draft.pdf', 'complaint.write'], copyable: true });
  return true;
}

/** She keeps it to herself: how to send it, and what to have with it. False when the adviser is to have it. */
export async function closeDraft(talk: Talk, answers: Answers): Promise<boolean> {
  if (answers.handover !== false) return false;
  talk.memory.draft = answers;
  const road = Road.safeParse(answers.road).data;
  await carryAway(talk, answers, 'docx');
  await offerPowerOfAttorney(talk, answers);
  await talk.say('complaint.send-yourself', { where: addresseeOf(talk, answers) }, { choices: [] });
  if (answers.about !== 'decision') await talk.say('complaint.check-list');
  else if ((road?.kind === 'appeal' || road?.kind === 'keep-up') && road.lastDay !== null && !road.late) await talk.say('complaint.check-list.decision-by', { day: talk.day(road.lastDay) }, { attachments: lastDayFile(talk, road.lastDay) });
  else await talk.say('complaint.check-list.decision');
  await sayNextMatter(talk, answers);
  return true;
}

/** To whom the complaint goes, with the department where it is the municipality's. */
function addresseeOf(talk: Talk, answers: Answers): string {
  const { department, letter } = ComplaintAnswers.parse(answers);
  const { addressee } = roadNames(talk, answers);
  if (addressee === null) return talk.words('complaint.place.letter');
  const unit = department ?? letter?.reading.department ?? null;
  return unit !== null && /kommune/iu.test(addressee.name) && !addressee.name.includes(unit) ? `${addressee.name}, ${unit}` : addressee.name;
}

/** What she must still do herself once the adviser has it: an appeal is made where it is to be sent, and nowhere else. */
export async function sayOwnDuty(talk: Talk, answers: Answers): Promise<void> {
  const road = Road.safeParse(answers.road).data;
  // Without her leave nobody takes it on to the department.
  if (answers.about !== 'decision' && answers.contactDepartment === false && answers.tried !== 'answered') {
    await carryAway(talk, answers, 'docx');
    return talk.say('complaint.own-duty.department', { where: addresseeOf(talk, answers) }, { choices: [] });
  }
  if (road?.kind !== 'appeal' && road?.kind !== 'keep-up') return;
  await carryAway(talk, answers, 'docx');
  const where = bodyInWords(talk, road.sendTo, road.sendToName) ?? talk.words('complaint.place.letter');
  if (road.lastDay === null || road.late) await talk.say('complaint.own-duty', { where }, { choices: [] });
  else await talk.say('complaint.own-duty.by', { where, day: talk.day(road.lastDay) }, { choices: [], attachments: lastDayFile(talk, road.lastDay) });
}

/** She named more matters than one, or her letter decides more: each has a complaint of its own. */
export async function sayNextMatter(talk: Talk, answers: Answers): Promise<void> {
  const { area, letter, matter } = ComplaintAnswers.parse(answers);
  const others = letter === undefined || matter === undefined || matter === WHOLE_LETTER ? [] : mattersAgainst(letter).filter((each) => each !== matter);
  if (others.length > 0) await talk.say('complaint.next-matter.letter', { others: others.map((each) => `• ${each}`).join('\n') });
  if (answers.several === true && area !== undefined) await talk.say('complaint.next-matter', { area });
}

async function carryAway(talk: Talk, answers: Answers, kind: 'docx' | 'pdf'): Promise<null> {
  const file = await talk.services.complaintFiles[kind]({ title: saidDraft(talk, answers)[0]?.text ?? '', lines: saidDraft(talk, answers) });
  const attachment = await talk.attach({ name: talk.words(`complaint.file.${kind}`), ...file });
  await talk.say('complaint.file', { fileHours: String(talk.services.retention.filesHours) }, { choices: [], attachments: [attachment] });
  return null;
}

/** For who acts for another without a paper, or has yet to get it signed. */
export async function offerPowerOfAttorney(talk: Talk, given: Answers): Promise<void> {
  const { byRight, behalfName, name } = ComplaintAnswers.parse(given);
  if (byRight !== 'none' && byRight !== 'fuldmagt') return;
  const file = await talk.services.powerOfAttorney.pdf({ ...(behalfName ? { giver: behalfName } : {}), ...(name ? { holder: name } : {}) });
  const attachment = await talk.attach({ name: talk.words('complaint.file.fuldmagt'), ...file });
  await talk.say('complaint.fuldmagt', {}, { choices: [], attachments: [attachment] });
}

/** The language that words of hers are written in, as Danes call it; null when they are Danish or too few to tell. */
function foreignLanguage(text: string, language: Language, inDanish: boolean): string | null {
  if (text.split(/\s+/).length < (inDanish ? WORDS_OF_A_LANGUAGE : 1)) return null;
  const written = languageOf(text);
  if (written === null || ['da', 'no', 'nb', 'nn', 'sv'].includes(written)) return null;
  return new Intl.DisplayNames([language], { type: 'language' }).of(written) ?? written;
}
