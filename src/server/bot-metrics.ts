import { monitorEventLoopDelay } from 'node:perf_hooks';
import { z } from 'zod';
import type { HandOff } from '../domain/cases/hand-off';
import type { ConversationStore } from '../domain/conversations/conversation-store';
import type { JsonObject } from '../domain/json';
import { Topic } from '../domain/topics/topic';
import type { Log } from './log';
import type { Metrics } from './metrics';

/** Seconds: a citizen feels a turn from a second on; a store is well below a hundredth. */
const TURN_BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
const STORE_BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5] as const;

/** Phrases by which the bot says that it did not understand. */
const UNSURE: ReadonlySet<string> = new Set(['doubt', 'unknown']);

const Reply = z.looseObject({ type: z.literal('message'), channelData: z.looseObject({ topic: Topic.optional(), content: z.string().optional() }) });

/** What is counted of the bot, by putting a meter where its parts meet; none of them knows of it. */
export interface BotMetrics {
  /** The same log, from which turns are counted. */
  log(log: Log): Log;
  /** The same store, with its times, and the topics of what is kept. */
  store(store: ConversationStore): ConversationStore;
  /** The same way of handing over; a case that could not be kept is told to the log at once. */
  handOff(handOff: HandOff, log: Log): HandOff;
}

export function createBotMetrics(metrics: Metrics): BotMetrics {
  const tookTurn = metrics.histogram('vejviser_turn_seconds', 'Turns of the bot, from their beginning until they are kept.', TURN_BOUNDS).series();
  const failed = metrics.counter('vejviser_turn_faults_total', 'Turns that failed, by the code of the log.');
  const topics = metrics.counter('vejviser_topics_total', 'Answers by what they are about.');
  const unsure = metrics.counter('vejviser_unsure_total', 'Answers that ask what is meant (doubt) or say that it was not understood (unknown).');
  const handOffs = metrics.counter('vejviser_handoffs_total', 'Cases handed to the adviser: kept, or failed.');
  const store = metrics.histogram('vejviser_store_seconds', 'Calls of the store, by what was asked.', STORE_BOUNDS);
  const storeFaults = metrics.counter('vejviser_store_faults_total', 'Calls of the store that failed, by code.');
  // From the start on: a rate of what is not there is no zero.
  for (const outcome of ['kept', 'failed']) handOffs.add({ outcome }, 0);
  for (const phrase of UNSURE) unsure.add({ phrase }, 0);
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  metrics.gauge('vejviser_event_loop_delay_seconds', 'The longest the process let anything wait since the last look.', () => {
    const longest = delay.max / 1e9;
    delay.reset();
    return longest;
  });
  metrics.gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  metrics.gauge('process_cpu_seconds', 'Processor time of the process since its start.', () => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6);

  /** A method of the store with its time. */
  const timed = <Given extends unknown[], Result>(call: string, method: (...given: Given) => Promise<Result>): ((...given: Given) => Promise<Result>) => {
    const took = store.series({ call });
    return async (...given) => {
      const began = performance.now();
      try {
        return await method(...given);
      } catch (fault) {
        storeFaults.add({ code: fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown' });
        throw fault;
      } finally {
        took((performance.now() - began) / 1000);
      }
    };
  };
  const count = (replies: readonly JsonObject[]): void => {
    const said = replies.flatMap((reply) => {
      const { success, data } = Reply.safeParse(reply);
      return success ? [data.channelData] : [];
    });
    const topic = said.findLast((each) => each.topic !== undefined)?.topic;
    if (topic !== undefined) topics.add({ topic });
    const phrase = said.find(({ content }) => content !== undefined && UNSURE.has(content))?.content;
    if (phrase !== undefined) unsure.add({ phrase });
  };
  return {
    log: (log) => ({
      ...log,
      info: (code, fields) => {
        if (code === 'turn' && typeof fields?.ms === 'number') tookTurn(fields.ms / 1000);
        log.info(code, fields);
      },
      error: (code, fields) => {
        if (code.startsWith('turn-')) failed.add({ code });
        log.error(code, fields);
      },
    }),
    store: (inner) => {
      const complete = timed('complete-turn', (...given: Parameters<ConversationStore['completeTurn']>) => inner.completeTurn(...given));
      return {
        create: timed('create', (conversation) => inner.create(conversation)),
        find: timed('find', (id) => inner.find(id)),
        receive: timed('receive', (id, activity, options) => inner.receive(id, activity, options)),
        completeTurn: async (id, turn, options) => {
          const kept = await complete(id, turn, options);
          count(turn.replies);
          return kept;
        },
        state: timed('state', (id) => inner.state(id)),
        activitiesAfter: timed('activities-after', (id, watermark, limit) => inner.activitiesAfter(id, watermark, limit)),
        unanswered: timed('unanswered', () => inner.unanswered()),
        waiting: timed('waiting', (id) => inner.waiting(id)),
        // Not timed: that is the turn itself.
        alone: (id, work) => inner.alone(id, work),
        saveUpload: timed('save-upload', (id, upload) => inner.saveUpload(id, upload)),
        findUpload: timed('find-upload', (id, uploadId) => inner.findUpload(id, uploadId)),
        erase: timed('erase', (id) => inner.erase(id)),
        eraseOlderThan: timed('erase-older-than', (limits) => inner.eraseOlderThan(limits)),
        watch: (changed, missed) => inner.watch(changed, missed),
        close: () => inner.close(),
      };
    },
    handOff: (inner, log) => ({
      send: async (answered, key) => {
        try {
          const sent = await inner.send(answered, key);
          handOffs.add({ outcome: 'kept' });
          return sent;
        } catch (fault) {
          handOffs.add({ outcome: 'failed' });
          log.error('hand-off-failed', { code: fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown' });
          throw fault;
        }
      },
    }),
  };
}
