import { AdviserError, type FaultCode } from '../../domain/adviser-error';

/** The ways in which a document cannot be read. */
export type DocumentFaultCode = Extract<FaultCode, `document-${string}`>;

const WORDS: Readonly<Record<DocumentFaultCode, readonly [what: string, remedy: string]>> = {
  'document-locked': ['The document is locked with a password.', 'Save it without the password, or paste its text.'],
  'document-broken': ['The document is broken or was cut off.', 'Fetch it anew, or take a photo of the letter.'],
  'document-empty': ['The document has nothing in it.', 'Choose another file, or paste the text.'],
  'document-wrong': ['The file is not a PDF, Word (DOCX), text, JPEG or PNG file.', 'Send one of these, or paste the text.'],
  'document-heic': ['The picture is in the HEIC format, which is not read.', 'Send it as JPEG, or take a screenshot of it.'],
  'document-no-text': ['No text was found in the document.', 'Take a sharper photo in good light, or paste the text.'],
  'document-too-large': ['The document is too large to be read.', 'Send at most 10 files of at most 10 MB and 40 megapixels.'],
  'document-too-many': ['The document has too many pages.', 'Send the pages of the letter alone, at most 20.'],
  'document-too-slow': ['The document took too long to read.', 'Send fewer pages at a time, or paste the text.'],
  'document-stopped': ['The reading was stopped.', 'Send the document again.'],
};

/** The fault of that code, with its cause kept for whoever looks for it; never shown to a citizen. */
export function documentFault(code: DocumentFaultCode, cause?: unknown): AdviserError {
  const [what, remedy] = WORDS[code];
  return new AdviserError(code, what, remedy, cause === undefined ? {} : { cause });
}

/** Whether a word from outside is one of the codes. */
export const isDocumentFaultCode = (word: string): word is DocumentFaultCode => word in WORDS;
