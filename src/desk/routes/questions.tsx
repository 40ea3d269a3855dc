import { DateTime } from 'luxon';
import type { KeyedStore } from '../../domain/accounts/keyed-store';
import { ZONE, type Now } from '../../domain/calendar';
import type { CaseRepository } from '../../domain/cases/case-repository';
import { storyOf } from '../../domain/conversations/story';
import { groupQuestions, type UnansweredQuestion } from '../../domain/conversations/unanswered-question';
import { AdviserError } from '../../domain/adviser-error';
import type { RecordAudit } from '../desk-audit';
import type { DeskRoute } from '../http/desk-request';
import type { Say } from '../pages/frame';
import { QuestionsPage } from '../pages/questions-page';
import { noSuchCase, referenceIn } from './case';

interface QuestionParts {
  readonly questions: KeyedStore<UnansweredQuestion>;
  readonly cases: CaseRepository;
  /** Milliseconds since 1970: what was asked before has gone with its chat, also while the sweep has not reached it. */
  readonly chatsBefore: () => number;
  readonly isKnownWord: (word: string) => boolean;
  readonly record: RecordAudit;
  readonly say: Say;
  readonly now: Now;
}

/** What the bot does not know, for whoever writes its phrases; and a conversation as a test of it. */
export function questionRoutes({ questions, cases, chatsBefore, isKnownWord, record, say, now }: QuestionParts): DeskRoute[] {
  const current = async (): Promise<UnansweredQuestion[]> => (await questions.all()).filter(({ at }) => at >= chatsBefore());
  return [
    {
      method: 'get', path: '/adviser/questions', needs: 'adviser',
      handle: async ({ account, csrf }) => {
        await record({ actor: account.id, action: 'list', purpose: 'questions' });
        return { kind: 'page', title: say('menu.questions'), wide: true, body: <QuestionsPage say={say} csrf={csrf} groups={groupQuestions(await current())} iso={(at) => DateTime.fromMillis(at, { zone: ZONE }).toISO()} /> };
      },
    },
    {
      method: 'post', path: '/adviser/questions/remove', needs: 'adviser',
      handle: async ({ account, form }) => {
        // By its newest question: what has been asked in the same words since then goes as well.
        const group = groupQuestions(await current()).find(({ ids }) => ids.includes(form['id'] ?? ''));
        if (group) await questions.remove(group.ids);
        await record({ actor: account.id, action: 'change', purpose: 'questions' });
        return { kind: 'to', path: '/adviser/questions' };
      },
    },
    {
      method: 'get', path: '/adviser/cases/:reference/story', needs: 'adviser', confirmedFirst: true,
      handle: async (request) => {
        const reference = referenceIn(request);
        await record({ actor: request.account.id, action: 'export', references: [reference], purpose: 'story' });
        const kept = await cases.find(reference);
        if (!kept) throw noSuchCase();
        const story = storyOf(kept.handoff, isKnownWord);
        if (story === null) throw new AdviserError('not-found', 'There is no conversation in this case.', 'Take a case that came by the chat.');
        // The file's name tells nothing of the case either.
        return { kind: 'file', name: `story-${now().setZone(ZONE).toISODate()}.json`, type: 'application/json; charset=utf-8', text: `${JSON.stringify(story, null, 2)}\n` };
      },
    },
  ];
}
