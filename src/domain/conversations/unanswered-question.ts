import { z } from 'zod';
import type { KeyedStore } from '../accounts/keyed-store';
import { AdviserError } from '../adviser-error';
import { maskQuestion } from '../privacy/mask-question';
import { foldWords } from '../topics/said-words';

/** A question that the bot could not answer, or was not sure of: for the editor, who can add phrases. It goes with its conversation. */
export const UnansweredQuestion = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  kind: z.enum(['unknown', 'doubt']),
  /** Masked: numbers, addresses and names are left out. */
  text: z.string(),
  /** The topic it was likeliest about. */
  topic: z.string(),
  language: z.string(),
});
export type UnansweredQuestion = z.infer<typeof UnansweredQuestion>;

/** What is to be noted, as it was said. */
export interface AskedInVain extends Pick<UnansweredQuestion, 'conversationId' | 'kind' | 'text' | 'topic' | 'language'> {
  /** The message that asked: a turn run again after a crash notes nothing twice. */
  readonly messageId: string;
}

/** Never rejects: nobody waits for an answer because her question could not be noted. */
export type NoteQuestion = (asked: AskedInVain) => Promise<void>;

/** Longer than this is a story, not a question. */
const LONGEST = 300;

interface NoteParts {
  readonly questions: KeyedStore<UnansweredQuestion>;
  /** Words that are nobody's name, in small letters: departments and the like. */
  readonly isKnownWord: (word: string) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onFailed: () => void;
}

export function createNoteQuestion({ questions, isKnownWord, now, onFailed }: NoteParts): NoteQuestion {
  return async ({ messageId, text, conversationId, ...rest }) => {
    const masked = maskQuestion(text, isKnownWord);
    if (text.length > LONGEST || foldWords(masked) === '') return;
    const id = `${conversationId}:${messageId}`;
    try {
      await questions.add(id, { id, conversationId, at: now(), text: masked, ...rest });
    } catch (fault) {
      if (!(fault instanceof AdviserError) || fault.code !== 'id-taken') onFailed();
    }
  };
}

/** The same question asked in vain, how often, and when last. */
export interface QuestionGroup extends Pick<UnansweredQuestion, 'kind' | 'text' | 'topic' | 'language'> {
  readonly count: number;
  readonly lastAt: number;
  readonly ids: readonly string[];
}

/** The questions by their words, the most frequent first, then the newest. */
export function groupQuestions(questions: readonly UnansweredQuestion[]): QuestionGroup[] {
  const groups = new Map<string, UnansweredQuestion[]>();
  for (const question of questions) {
    const words = foldWords(question.text);
    const same = groups.get(words);
    if (same) same.push(question);
    else groups.set(words, [question]);
  }
  return [...groups.values()]
    .flatMap((same) => {
      const newest = [...same].sort((a, b) => b.at - a.at)[0];
      return newest === undefined ? [] : [{ kind: newest.kind, text: newest.text, topic: newest.topic, language: newest.language, count: same.length, lastAt: newest.at, ids: same.map(({ id }) => id) }];
    })
    .sort((a, b) => b.count - a.count || b.lastAt - a.lastAt);
}
