import type { DialogContext } from 'botbuilder-dialogs';
import { looksLikeLetter } from '../src/domain/letters/looks-like-letter';
import { wordsBeside } from '../src/domain/letters/words-beside';
import { LetterDialog, type LetterOptions } from './letter-dialog';
import { ToldLetterDialog } from './told-letter-dialog';
import { FormDialog } from './form-dialog';
import { FormProgress } from './form-progress';
import type { Talk } from './talk';
import { readUploads, sayUploadFault } from './uploads';

/**
 * A letter, pasted or sent as files, is read as one, whatever its words would mean in a message: it may tell of violence or of death.
 * Only danger that she herself tells of beside it is answered as well. In the middle of a form what is pasted is an answer, and files are
 * read later; only a complaint that has come no further than what it is about gives way: the letter tells it better.
 * False where something is left that is to be answered as a message.
 */
export async function takeLetter(talk: Talk, dc: DialogContext, files: readonly string[]): Promise<boolean> {
  const { text, action, recognition } = talk.heard;
  const active = dc.activeDialog?.id;
  const complaining = isBeforeHerWords(dc);
  const elsewhere = active !== undefined && active !== LetterDialog.ID && active !== ToldLetterDialog.ID && !complaining;
  const pasted = files.length === 0 && !elsewhere && action === null && looksLikeLetter(text) === 'letter';
  if (files.length === 0 && !pasted) return false;
  talk.topic = 'letter.understand';
  const letter = pasted ? { kind: 'read' as const, text, poor: false } : await readUploads(talk);
  if (letter.kind === 'read' && !elsewhere) {
    await dc.cancelAllDialogs();
    if (complaining) await talk.say('complaint.letter-first', {}, { choices: [] });
    await dc.beginDialog(LetterDialog.ID, { read: letter.text, poor: letter.poor } satisfies LetterOptions);
    // Beside a file all that is written is hers; in what was pasted, only what is not the letter's.
    const { danger } = pasted ? talk.services.recognize(wordsBeside(text), { letterRead: false, formActive: false }) : recognition;
    if (danger === 'sure') await talk.aside('crisis.suspected');
    return true;
  }
  if (letter.kind === 'fault') await sayUploadFault(talk, letter.phrase);
  else await talk.say('letter.later', {}, { choices: [] });
  if (text !== '') return false;
  if (elsewhere || complaining) await dc.repromptDialog();
  return true;
}

/** What is asked of a complaint before she tells of it in her own words. */
const BEFORE_HER_WORDS: ReadonlySet<string> = new Set(['about', 'area', 'which', 'matter', 'received', 'complained', 'department']);

function isBeforeHerWords({ activeDialog }: DialogContext): boolean {
  if (activeDialog?.id !== FormDialog.ID) return false;
  const { form, asking, phase } = FormProgress.parse(activeDialog.state);
  return form === 'complaint' && phase === 'asking' && asking !== null && BEFORE_HER_WORDS.has(asking);
}
