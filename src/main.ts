import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import { AdviserBot } from '../dialogs/adviser-bot';
import { azureAuthentication } from './channels/azure-authentication';
import { createAzureBotService } from './channels/azure-bot-service';
import { createDirectLine, type DirectLineOptions } from './channels/direct-line';
import { lendMemory } from './channels/lend-memory';
import { ChildDocumentReader } from './documents/read/child-document-reader';
import { LiveContent } from './content/live-content';
import { takeParsedFrom } from './content/yaml-file';
import { createDesk } from './desk/desk';
import { knownWords } from './content/known-words';
import { loadTopicModel } from './content/load-topic-model';
import { AdviserError } from './domain/adviser-error';
import { systemClock, type Now } from './domain/calendar';
import type { SeeDanger } from './domain/cases/danger-told';
import { createCarryOn } from './domain/cases/carry-on';
import { createCaseStatus } from './domain/cases/case-status-desk';
import { createNoteQuestion } from './domain/conversations/unanswered-question';
import { createHandOff } from './domain/cases/hand-off';
import { HandoffCase } from './domain/cases/handoff-case';
import { LetterReading } from './domain/letters/letter-reading';
import { carriesLetter } from './domain/letters/looks-like-letter';
import { readLetter } from './domain/letters/read-letter';
import { maskActivity } from './domain/privacy/personal-data';
import { retentionLimits } from './domain/privacy/retention';
import { createRecognizer } from './domain/topics/recognize-topic';
import { TOPICS } from './domain/topics/topic';
import { createDeskPapers, createPapers } from './documents/write/papers';
import { startCaseNotices } from './notify/case-notices';
import { startCaseWebhook } from './notify/case-webhook';
import { smtpLetters } from './notify/letter-mail';
import { smtpMail } from './notify/mail';
import { createLog } from './server/log';
import { createBotMetrics } from './server/bot-metrics';
import { createDrain } from './server/drain';
import { listen } from './server/listen';
import { createMetrics } from './server/metrics';
import { createServer } from './server/server';
import { mountAppealDay } from './server/routes/appeal-day';
import { mountCases } from './server/routes/cases';
import { mountHealth } from './server/routes/health';
import { mountMetrics } from './server/routes/metrics';
import { mountOpeningHours } from './server/routes/opening-hours';
import { mountOpenApi } from './server/routes/open-api';
import { mountPage } from './server/routes/page';
import { mountSchemas } from './server/routes/schemas';
import { mountWebFiles } from './server/routes/web-files';
import { readSettings, type Settings } from './settings';
import { createLetterTexts } from './storage/letter-texts';
import { withQuestions } from './storage/questions-apart';
import { lettersApart } from './storage/letters-apart';
import { openStore } from './storage/open-store';
import { deriveKey, loadSecretKey } from './storage/secret-key';

/** A server that has started. */
export interface Running {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Where the first account of the desk is made, within 15 minutes; null when there is one. */
  readonly firstAccountUrl: string | null;
  /** Finishes the turns under way and lets go of everything. */
  stop(): Promise<void>;
}

/** What a test sets otherwise. */
interface StartOptions {
  readonly now?: Now;
  /** The program that reads files, as it was built. */
  readonly readingChild?: string;
  /** Where the chat's built scripts are. */
  readonly webFolder?: string;
  /** How channels of Azure Bot Service are checked. */
  readonly authentication?: BotFrameworkAuthentication;
}

const HOUR = 3_600_000;
/** What another node has left undone is taken up at the second look that finds it so. */
const TAKE_UP_MS = 2_500;
const MINUTE = 60_000;
/** A node that has not heard of the others for so long sends its clients away. */
const DEAF_MS = 1_000;
/** Whoever has asked gets an answer before the server goes, if it comes within this. */
const DRAIN_MS = 3_000;

/** The parts list: builds every part and hands them to each other; nothing else knows them all. */
export async function start(
  settings: Settings,
  { now = systemClock, webFolder = join(__dirname, 'web'), readingChild = join(__dirname, 'documents/read/reading-child.js'), authentication }: StartOptions = {},
): Promise<Running> {
  const metrics = createMetrics();
  const meters = createBotMetrics(metrics);
  const log = meters.log(createLog(settings.logLevel));
  const live = new LiveContent({
    folder: settings.contentDir,
    municipality: settings.municipality,
    onFault: (fault) => log.error('content-invalid', { reason: fault.message }),
    onChange: ({ version }) => log.info('content-changed', { version }),
  });
  const content = () => live.current();
  const recognizer = createRecognizer(loadTopicModel(settings.contentDir));
  const seeDanger: SeeDanger = (text) => recognizer.recognize(text).danger === 'sure';
  let url = '';
  let deaf: NodeJS.Timeout | undefined;
  const { key, origin } = loadSecretKey(settings);
  if (origin === 'made') log.warn('key-made', { remedy: `A key was made beside the data folder: keep a copy of ${settings.dataDir}.key apart from the data; without it all is lost.` });
  const store = await openStore(settings, {
    key: deriveKey(key, 'storage'),
    damaged: (code, fields) => log.error(code, fields),
    hearing: (code) => {
      log[code === 'store-lost' ? 'error' : 'info'](code);
      clearTimeout(deaf);
      // Clients of a node that hears nothing move to one that does.
      if (code === 'store-lost') deaf = setTimeout(() => directLine.sendAway(), DEAF_MS);
    },
  });
  const { cases } = store;

  const publicUrl = () => settings.publicUrl ?? url;
  // A moment in Copenhagen is dear: it was a fifth of a turn's time, and ids, tokens and stamps need none.
  const milliseconds = now === systemClock ? Date.now : () => now().toMillis();
  const limits = () => retentionLimits(milliseconds(), settings.retention);
  const conversations = withQuestions(lettersApart(meters.store(store.conversations), {
    isLetter: carriesLetter,
    placeholder: () => content().say('letter.left-out', 'da').bubbles.join(' '),
    now: milliseconds,
    filesBefore: () => limits().filesBefore,
  }), store.questions);
  const pinKey = deriveKey(key, 'pin');
  const hash = (purpose: string, text: string) => createHmac('sha256', pinKey).update(`${purpose}\n${text}`).digest();

  const notices = settings.mail
    ? startCaseNotices({
        cases,
        work: store.work,
        send: smtpMail(settings.mail),
        notice: (reference) => noticeOf(reference),
        now: milliseconds,
        log: (level, code, fields) => log[level](code, fields),
      })
    : null;
  const noticeOf = (reference: string) => ({
    subject: content().say('mail.notice.subject', 'da', { reference }).bubbles.join(' '),
    text: content().say('mail.notice.text', 'da', { reference, url: publicUrl() }).bubbles.join('\n\n'),
  });

  const documents = new ChildDocumentReader({ childFile: readingChild });
  const webhook = settings.webhook ? startCaseWebhook({ outbox: store.webhookCalls, exists: async (reference) => (await cases.find(reference)) !== null, work: store.work, ...settings.webhook, now, log: (level, code, fields) => log[level](code, fields) }) : null;
  const onCase = (reference: string): void => {
    notices?.wake();
    void webhook?.tell(reference);
  };

  const sayDanish = (id: string, values?: Readonly<Record<string, string>>) => content().say(id, 'da', values).bubbles.join('\n\n');
  const papers = createPapers(sayDanish);
  const bot = new AdviserBot({
    content,
    now,
    recognize: (text, context) => recognizer.recognize(text, context),
    thresholds: recognizer.thresholds,
    handOff: meters.handOff(createHandOff({ cases, hash, randomBytes, now, seeDanger, beforeKept: webhook?.prepare, onHandedOver: onCase }), log),
    caseStatus: createCaseStatus({ cases, work: store.work, hash, now, onLocked: (reference) => log.warn('case-status-locked', { reference }) }),
    documents,
    letterTexts: createLetterTexts(conversations, milliseconds),
    readLetter: (text, given) => readLetter(text, content().letterWords, given),
    upload: (conversationId, uploadId) => conversations.findUpload(conversationId, uploadId),
    carryOn: createCarryOn({ cases, now, seeDanger, beforeKept: webhook?.prepare, onAdded: onCase }),
    ...papers,
    keepFile: async (conversationId, file) => {
      const id = randomBytes(12).toString('hex');
      await store.conversations.saveUpload(conversationId, { id, ...file, receivedAt: milliseconds() });
      return { name: file.name, contentType: file.contentType, contentUrl: directLine.fileLink(conversationId, id) };
    },
    noteQuestion: createNoteQuestion({ questions: store.questions, isKnownWord: (word) => knownWords(content()).has(word), now: milliseconds, onFailed: () => log.warn('question-not-noted') }),
    publicUrl,
    retention: settings.retention,
    log: (level, code, fields = {}) => log[level](code, fields),
  });

  const desk = await createDesk({
    content,
    cases,
    accounts: store.accounts,
    sessions: store.sessions,
    apiTokens: store.apiTokens,
    tombstones: store.tombstones,
    questions: store.questions,
    keptForms: store.keptForms,
    chatsBefore: () => limits().chatsBefore,
    isKnownWord: (word) => knownWords(content()).has(word),
    seeDanger,
    audit: store.audit,
    work: store.work,
    eraseConversation: (id) => conversations.erase(id).catch((fault: unknown) => { if (codeOf(fault) !== 'conversation-unknown') throw fault; }),
    pinHash: hash,
    papers: papers.complaintFiles,
    ...createDeskPapers(sayDanish),
    letterMail: settings.mail && smtpLetters({ ...settings.mail, replyTo: settings.mail.to, domains: settings.mail.letterDomains }),
    deskKey: deriveKey(key, 'desk'),
    randomBytes,
    now,
    openId: settings.oidc,
    publicUrl,
    caseMonths: settings.retention.caseMonths,
    log,
  });

  const server = createServer({ log, trustProxy: settings.trustProxy });
  const drain = createDrain(server);
  const turns: Pick<DirectLineOptions, 'bot' | 'onTurnError' | 'clean' | 'now' | 'log'> = {
    bot: (context, turn) => {
      lendMemory(context, turn);
      return bot.run(context);
    },
    onTurnError: (context, turn, fault) => {
      lendMemory(context, turn);
      return bot.apologize(context, fault);
    },
    clean: maskActivity,
    now: milliseconds,
    log,
  };
  const directLine = createDirectLine({
    ...turns,
    store: conversations,
    tokenKey: deriveKey(key, 'direct-line-token'),
    ...(settings.directLineSecret === null ? {} : { secret: settings.directLineSecret }),
    publicUrl: (forwarded) => settings.publicUrl ?? forwarded ?? url,
    allowedOrigins: settings.allowedOrigins,
    trustProxy: settings.trustProxy,
  });
  directLine.mount(server);
  const azure = settings.azure && createAzureBotService({ ...turns, ...settings.azure, store: conversations, authentication: authentication ?? azureAuthentication(settings.azure) });
  azure?.mount(server);
  mountHealth(server, { ready: () => store.takesWrites() });
  mountMetrics(server, { metrics, token: settings.metricsToken, log });
  metrics.gauge('vejviser_sockets', 'Streams that are open.', () => directLine.load().streams);
  metrics.gauge('vejviser_turns_under_way', 'Conversations with a turn that runs or waits on this node.', () => directLine.load().turns);
  metrics.gauge('vejviser_unanswered', 'Messages that are kept and not answered yet, on all nodes.', async () => (await store.conversations.unanswered()).length);
  metrics.gauge('vejviser_requests_under_way', 'HTTP requests without their answer.', () => drain.count());
  metrics.gauge('vejviser_store_takes_writes', '1 when the store takes writes.', async () => Number(await store.takesWrites()));
  metrics.gauge('vejviser_topics_off', 'Topics that are switched off; all of them when the bot is.', () => (content().allOff ? TOPICS.length : content().topicsOff.size));
  // Oldest first: how long the adviser has not been told of a case that is here.
  if (notices) metrics.gauge('vejviser_notice_waiting_seconds', 'Age of the oldest case that the adviser has not been told of by mail; 0 when there is none.', async () => ageOf((await cases.unnoticed())[0]?.handoff.createdAt, milliseconds()));
  if (webhook) metrics.gauge('vejviser_webhook_waiting_seconds', 'Age of the oldest call that the webhook has not taken; 0 when there is none.', async () => ageOf((await store.webhookCalls.all())[0]?.at, milliseconds()));
  mountOpeningHours(server, { content, now, publicUrl, log });
  mountAppealDay(server, { content, publicUrl, log });
  mountCases(server, { cases, operatorKey: key, clock: Date.now, ...desk.api, log });
  mountSchemas(server, { schemas: { 'letter-reading': LetterReading, 'handoff-case': HandoffCase }, log });
  mountOpenApi(server);
  desk.mount(server);
  mountWebFiles(server, { folder: webFolder, content });
  mountPage(server, { content, now, publicUrl, retention: settings.retention });

  url = await listen(server, settings);
  const addressFile = join(settings.dataDir, 'server.json');
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(addressFile, JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });

  const sweep = () =>
    conversations
      .eraseOlderThan(limits())
      .then((erased) => log.info('retention-swept', erased))
      .catch((fault: unknown) => log.error('retention-failed', { code: codeOf(fault) }));
  // Alone: an erased case is put on record once, whichever node erases it.
  const sweepDesk = (): void => void store.work.alone('desk-sweep', () => desk.sweep()).catch((fault: unknown) => log.error('desk-sweep-failed', { code: codeOf(fault) }));
  const sweeper = setInterval(() => {
    void sweep();
    sweepDesk();
  }, HOUR);
  void sweep();
  sweepDesk();
  live.watch();
  notices?.wake();
  webhook?.wake();
  const takeUp = async (which: 'all' | 'left'): Promise<void> => {
    const resumed = (await directLine.resumeUnanswered(which)) + ((await azure?.resumeUnanswered(which)) ?? 0);
    if (resumed > 0) log.info('turns-resumed', { turns: resumed });
  };
  await takeUp('all');
  // Another node may have died over a message, or a store that was away have left one; a case may wait for its notice likewise.
  const takesUp = setInterval(() => void takeUp('left').catch((fault: unknown) => log.warn('take-up-failed', { code: codeOf(fault) })), TAKE_UP_MS);
  const wakes = setInterval(() => {
    notices?.wake();
    webhook?.wake();
  }, MINUTE);

  return {
    url,
    firstAccountUrl: desk.first.path === null ? null : publicUrl() + desk.first.path,
    stop: async () => {
      clearInterval(sweeper);
      clearInterval(takesUp);
      clearInterval(wakes);
      live.close();
      clearTimeout(deaf);
      await drain.stop(DRAIN_MS);
      desk.close();
      await directLine.close();
      await azure?.close();
      documents.close();
      await notices?.stop();
      await webhook?.stop();
      rmSync(addressFile, { force: true });
      await store.close();
    },
  };
}

const ageOf = (since: string | undefined, now: number): number => (since === undefined ? 0 : Math.max(0, (now - Date.parse(since)) / 1000));

const codeOf = (fault: unknown): string => (fault instanceof AdviserError ? fault.code : 'unknown');

/** Starts from the environment, says where to find the chat, and stops on SIGTERM or Ctrl-C. */
async function main(): Promise<void> {
  takeParsedFrom(join(__dirname, 'parsed-content.json'));
  const running = await start(readSettings(process.env));
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    // A document may take longer to read: after 9 s we go all the same, and what was not answered is answered at the next start.
    setTimeout(() => process.exit(0), 9_000).unref();
    void running.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Last, and in one piece: whoever has read it may stop us.
  const first = running.firstAccountUrl === null ? '' : `First account (within 15 minutes, once): ${running.firstAccountUrl}\n`;
  process.stdout.write(`Chat page:    ${running.url}/\nHealth check: ${running.url}/healthz\nDesk:         ${running.url}/adviser\n${first}`);
}

if (require.main === module) {
  main().catch((fault: unknown) => {
    const code = codeOf(fault);
    process.stderr.write(`${code}: ${fault instanceof AdviserError ? fault.message : String(fault)}\n`);
    // Exit 3: a second process on the same data; nothing was touched.
    process.exit(code === 'store-locked' ? 3 : 1);
  });
}
