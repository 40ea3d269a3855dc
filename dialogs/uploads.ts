import { ActivityTypes, type Activity } from 'botbuilder';
import { AdviserError } from '../src/domain/adviser-error';
import type { DocumentFile, DocumentText } from '../src/domain/letters/document-reader';
import { maskPersonalData } from '../src/domain/privacy/personal-data';
import { comeByInWords } from './hours-answer';
import { LOCALE } from './reply';
import type { Talk } from './talk';

/** What came of a message's files: the text of one letter, CPR numbers masked, or the phrase that says why there is none. */
export type UploadReading = ({ readonly kind: 'read' } & DocumentText) | { readonly kind: 'fault'; readonly phrase: string };

/** A window takes "is writing" back after some seconds; until the reading is done it is told anew. */
const TELL_AGAIN_MS = 4000;
/** Where our channel keeps a file; the id is all that is taken from an address, and no address is ever fetched. */
const UPLOAD_ID = /\/files\/([0-9a-f]{32})(?:\?|$)/;

/** The phrase for each way in which files cannot be read; any other fault is the bot's own. */
const FAULT_PHRASES: Readonly<Record<string, string>> = {
  'document-locked': 'upload.fault.locked',
  'document-broken': 'upload.fault.broken',
  'document-empty': 'upload.fault.empty',
  'document-wrong': 'upload.fault.wrong',
  'document-heic': 'upload.fault.heic',
  'document-no-text': 'upload.fault.no-text',
  'document-too-large': 'upload.fault.too-large',
  'document-too-many': 'upload.fault.too-many',
  'document-too-slow': 'upload.fault.too-slow',
  'document-stopped': 'upload.fault.stopped',
};

/** The names of the files that came with a message. */
export function uploadsIn(activity: Partial<Activity>): readonly string[] {
  return (activity.attachments ?? []).filter(({ contentUrl }) => contentUrl !== undefined).map(({ name }) => name ?? '?');
}

/** Reads the files of this turn's message as one letter, in the order they came; the citizen sees how far it has got. */
export async function readUploads(talk: Talk): Promise<UploadReading> {
  const { services } = talk;
  const files = await load(talk);
  if (files === null) return { kind: 'fault', phrase: 'upload.fault.gone' };
  const began = performance.now();
  let progress = talk.words('upload.opening');
  const tell = (): void => void tellProgress(talk, progress);
  tell();
  const again = setInterval(tell, TELL_AGAIN_MS);
  try {
    const { text, pages, poor } = await services.documents.read(files, {
      onProgress: ({ page, pages: all }) => {
        progress = talk.words('upload.progress', { page: String(page), pages: String(all) });
        tell();
      },
    });
    talk.log('info', 'document-read', { pages, poor: poor ? 1 : 0, ms: Math.round(performance.now() - began) });
    return { kind: 'read', text: maskPersonalData(text), pages, poor };
  } catch (fault) {
    const phrase = fault instanceof AdviserError ? FAULT_PHRASES[fault.code] : undefined;
    if (!(fault instanceof AdviserError) || phrase === undefined) throw fault;
    talk.log('info', fault.code, { files: files.length, ms: Math.round(performance.now() - began) });
    return { kind: 'fault', phrase };
  } finally {
    clearInterval(again);
  }
}

/** Says why the files could not be read, and the other ways: paste the text, take a photo, come by. */
export async function sayUploadFault(talk: Talk, phrase: string): Promise<void> {
  await talk.say(phrase, {}, { choices: [] });
  await talk.say('upload.instead', { comeBy: comeByInWords(talk) });
}

/** The files' bytes, as this conversation keeps them; null when one of them is not here (any more). */
async function load({ context: { activity }, services }: Talk): Promise<readonly DocumentFile[] | null> {
  const files: DocumentFile[] = [];
  for (const { contentUrl } of activity.attachments ?? []) {
    if (contentUrl === undefined) continue;
    const id = UPLOAD_ID.exec(contentUrl)?.[1];
    const file = id === undefined ? null : await services.upload(activity.conversation.id, id);
    if (file === null) return null;
    files.push(file);
  }
  return files;
}

/** Goes out at once and is kept nowhere. That it could not be told stops no reading. */
async function tellProgress({ context, language }: Talk, text: string): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.Typing, text, locale: LOCALE[language] }).catch(() => undefined);
}
