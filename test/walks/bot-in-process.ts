import { createHash, createHmac } from 'node:crypto';
import { join } from 'node:path';
import { ActivityTypes, TestAdapter, TurnContext, type Activity } from 'botbuilder';
import { DateTime } from 'luxon';
import { AdviserBot } from '../../dialogs/adviser-bot';
import type { BotServices } from '../../dialogs/bot-services';
import { loadContent } from '../../src/content/load-content';
import { loadTopicModel } from '../../src/content/load-topic-model';
import { ZONE } from '../../src/domain/calendar';
import type { CaseRepository } from '../../src/domain/cases/case-repository';
import { createCarryOn } from '../../src/domain/cases/carry-on';
import { createCaseStatus } from '../../src/domain/cases/case-status-desk';
import { LocalWork } from '../../src/domain/exclusive-work';
import { createHandOff } from '../../src/domain/cases/hand-off';
import { TURN_MEMORY, type TranscriptLine, type TurnMemory } from '../../src/domain/conversations/turn-memory';
import type { LetterTexts } from '../../src/domain/letters/letter-texts';
import { readLetter } from '../../src/domain/letters/read-letter';
import type { JsonObject } from '../../src/domain/json';
import { maskPersonalData } from '../../src/domain/privacy/personal-data';
import { createRecognizer } from '../../src/domain/topics/recognize-topic';
import { memoryCaseRepository } from '../domain/cases/memory-case-repository';

const CONTENT = join(__dirname, '../../content');
export const NOW = DateTime.fromISO('2026-11-25T10:00', { zone: ZONE });

/** What came of one message. */
export interface Heard {
  readonly text: string;
  /** Ids of the phrases said, in order. */
  readonly phrases: readonly string[];
  readonly choices: readonly string[];
  readonly events: readonly Partial<Activity>[];
}

/** The real dialogs, content and recogniser, without wire and disk: thousands of conversations in a minute. */
export class BotInProcess {
  readonly content = loadContent({ folder: CONTENT, municipality: 'ishoj', now: () => NOW });
  readonly cases: CaseRepository = memoryCaseRepository();
  private readonly bot: AdviserBot;
  private readonly adapter = new TestAdapter(async () => undefined);

  constructor(more: Partial<BotServices> = {}) {
    const recognizer = createRecognizer(loadTopicModel(CONTENT));
    const hash = (purpose: string, text: string) => createHmac('sha256', 'a key of the test').update(`${purpose}\n${text}`).digest();
    let drawn = 0;
    const randomBytes = (size: number): Buffer => createHash('sha512').update(String(drawn++)).digest().subarray(0, size);
    this.bot = new AdviserBot({
      content: () => this.content,
      now: () => NOW,
      // The same few hundred messages come again and again, and a message alone decides what is recognised.
      recognize: remembered((text) => recognizer.recognize(text)),
      thresholds: recognizer.thresholds,
      handOff: createHandOff({ cases: this.cases, hash, randomBytes, now: () => NOW, onHandedOver: () => undefined }),
      caseStatus: createCaseStatus({ cases: this.cases, work: new LocalWork(), hash, now: () => NOW, onLocked: () => undefined }),
      carryOn: createCarryOn({ cases: this.cases, now: () => NOW, onAdded: () => undefined }),
      documents: { read: async () => ({ text: '', pages: 0, poor: true }) },
      upload: async () => null,
      letterTexts: letterTextsInMemory(),
      readLetter: (text, given) => readLetter(text, this.content.letterWords, given),
      complaintFiles: { docx: paper, pdf: paper },
      powerOfAttorney: { pdf: paper },
      keepFile: async (_conversation, { name, contentType }) => ({ name, contentType, contentUrl: 'https://example.dk/file' }),
      noteQuestion: async () => undefined,
      publicUrl: () => 'https://example.dk',
      retention: { chatDays: 21, filesHours: 24, caseMonths: 60 },
      log: () => undefined,
      ...more,
    });
  }

  /** A conversation of its own: says things and hears the answers. */
  talk(id: string): { say: (text: string) => Promise<Heard>; state: () => JsonObject } {
    let state: JsonObject = {};
    const transcript: TranscriptLine[] = [];
    const say = async (text: string): Promise<Heard> => {
      const said: Partial<Activity>[] = [];
      const context = new TurnContext(this.adapter, { type: ActivityTypes.Message, text: maskPersonalData(text), conversation: { id }, from: { id: 'dl_citizen', name: '' }, recipient: { id: 'bot', name: '' }, channelId: 'test', serviceUrl: '', locale: 'da-DK' } as Partial<Activity> as Activity);
      context.onSendActivities(async (_context, activities) => {
        said.push(...activities);
        return activities.map(() => ({ id: '' }));
      });
      const memory: TurnMemory = { state: structuredClone(state), request: null, eraseAfterTurn: false, transcript: async () => transcript };
      context.turnState.set(TURN_MEMORY, memory);
      transcript.push({ at: NOW.toISO() ?? '', from: 'citizen', text: maskPersonalData(text) });
      await this.bot.run(context);
      transcript.push(...said.flatMap(({ type, text: words }) => (type === ActivityTypes.Message && words ? [{ at: NOW.toISO() ?? '', from: 'bot' as const, text: words }] : [])));
      // What is kept has been through JSON, as on the disk.
      state = JSON.parse(JSON.stringify(memory.state)) as JsonObject;
      return heardIn(said);
    };
    return { say, state: () => state };
  }
}

/** A function that works each text out once. */
function remembered<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const result = known.get(text) ?? work(text);
    known.set(text, result);
    return result;
  };
}

/** Texts of letters, as long as the process lives. */
function letterTextsInMemory(): LetterTexts {
  const texts = new Map<string, string>();
  return {
    keep: async (conversationId, text) => {
      const id = String(texts.size);
      texts.set(`${conversationId}/${id}`, text);
      return id;
    },
    find: async (conversationId, id) => texts.get(`${conversationId}/${id}`) ?? null,
  };
}

const paper = async () => ({ contentType: 'application/octet-stream', bytes: new Uint8Array(1) });

function heardIn(said: readonly Partial<Activity>[]): Heard {
  const messages = said.filter(({ type }) => type === ActivityTypes.Message);
  return {
    text: messages.map(({ text }) => text ?? '').join('\n'),
    phrases: messages.flatMap(({ channelData }) => (channelData as { content?: string } | undefined)?.content ?? []),
    choices: messages.at(-1)?.suggestedActions?.actions.map(({ title }) => title) ?? [],
    events: said.filter(({ type }) => type === ActivityTypes.Event),
  };
}
