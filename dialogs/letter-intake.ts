import type { DialogContext } from 'botbuilder-dialogs';
import { looksLikeLetter } from '../src/domain/letters/looks-like-letter';
import { LetterDialog, type LetterOptions } from './letter-dialog';
import { ToldLetterDialog } from './told-letter-dialog';
import type { Talk } from './talk';
import { readUploads, sayUploadFault } from './uploads';

/**
 * A letter, pasted or sent as files, is read as one, whatever its words would mean in a message: it may tell of violence or of death.
 * Only what is surely danger is answered as well. In the middle of a form what is pasted is an answer, and files are read later.
 * False where something is left that is to be answered as a message.
 */
export async function takeLetter(talk: Talk, dc: DialogContext, files: readonly string[]): Promise<boolean> {
  const { text, action, recognition } = talk.heard;
  const active = dc.activeDialog?.id;
  const elsewhere = active !== undefined && active !== LetterDialog.ID && active !== ToldLetterDialog.ID;
  const pasted = files.length === 0 && !elsewhere && action === null && looksLikeLetter(text) === 'letter';
  if (files.length === 0 && !pasted) return false;
  talk.topic = 'letter.understand';
  const letter = pasted ? { kind: 'read' as const, text, poor: false } : await readUploads(talk);
  if (letter.kind === 'read' && !elsewhere) {
    await dc.cancelAllDialogs();
    await dc.beginDialog(LetterDialog.ID, { read: letter.text, poor: letter.poor } satisfies LetterOptions);
    if (recognition.danger === 'sure') await talk.aside('crisis.suspected');
    return true;
  }
  if (letter.kind === 'fault') await sayUploadFault(talk, letter.phrase);
  else await talk.say('letter.later', {}, { choices: [] });
  if (text !== '') return false;
  if (elsewhere) await dc.repromptDialog();
  return true;
}
