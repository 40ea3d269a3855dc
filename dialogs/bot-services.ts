import type { CarryOn } from '../src/domain/cases/carry-on';
import type { CaseStatusDesk } from '../src/domain/cases/case-status-desk';
import type { ComplaintFiles, PaperFile, PowerOfAttorneyFile } from '../src/domain/complaints/complaint-files';
import type { HandOff } from '../src/domain/cases/hand-off';
import type { NoteQuestion } from '../src/domain/conversations/unanswered-question';
import type { Now } from '../src/domain/calendar';
import type { DocumentFile, DocumentReader } from '../src/domain/letters/document-reader';
import type { LetterTexts } from '../src/domain/letters/letter-texts';
import type { Given, ReadLetter } from '../src/domain/letters/read-letter';
import type { Retention } from '../src/domain/privacy/retention-in-words';
import type { Recognition, TopicContext } from '../src/domain/topics/topic';
import type { Thresholds } from '../src/domain/topics/topic-model';
import type { Content } from '../src/content/content';

/** What the dialogs are handed from outside. They know people and phrases, and nothing of HTTP or disks. */
export interface BotServices {
  /** The content as it stands now; ask anew in each turn, since an editor may have changed it. */
  readonly content: () => Content;
  readonly now: Now;
  readonly recognize: (text: string, context: TopicContext) => Recognition;
  readonly thresholds: Thresholds;
  readonly handOff: HandOff;
  readonly caseStatus: CaseStatusDesk;
  readonly documents: DocumentReader;
  /** A file that the citizen sent in this conversation; null when there is none, or when its time is over. */
  readonly upload: (conversationId: string, uploadId: string) => Promise<DocumentFile | null>;
  readonly letterTexts: LetterTexts;
  /** Reads the text of a letter; never throws. */
  readonly readLetter: (text: string, given: Given) => ReadLetter;
  readonly carryOn: CarryOn;
  /** Notes a question that was answered with a doubt, or not at all. */
  readonly noteQuestion: NoteQuestion;
  /** Writes a complaint out as a paper. */
  readonly complaintFiles: ComplaintFiles;
  readonly powerOfAttorney: PowerOfAttorneyFile;
  /** Keeps a file of ours with a conversation, as long as its own uploads are kept; gives the link to fetch it by. */
  readonly keepFile: (conversationId: string, file: PaperFile & { readonly name: string }) => Promise<{ readonly name: string; readonly contentType: string; readonly contentUrl: string }>;
  /** Where citizens reach us, without a slash at the end: for links in messages. */
  readonly publicUrl: () => string;
  readonly retention: Retention;
  /** Codes, ids and durations only; never what people wrote. */
  readonly log: (level: 'info' | 'warn' | 'error', code: string, fields?: Readonly<Record<string, string | number>>) => void;
}
