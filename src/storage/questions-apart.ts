import type { KeyedStore } from '../domain/accounts/keyed-store';
import type { ConversationStore } from '../domain/conversations/conversation-store';
import type { UnansweredQuestion } from '../domain/conversations/unanswered-question';

/** A store of conversations whose unanswered questions go with them: at "Slet" at once, and otherwise no later than the chat (contract § 6). `store` is a plain object, as `lettersApart` gives it. */
export function withQuestions(store: ConversationStore, questions: KeyedStore<UnansweredQuestion>): ConversationStore {
  const removeWhere = async (goes: (question: UnansweredQuestion) => boolean): Promise<void> => {
    const ids = (await questions.all()).filter(goes).map(({ id }) => id);
    if (ids.length > 0) await questions.remove(ids);
  };
  return {
    ...store,
    // The questions first: an erase that was cut short is begun again as long as the conversation is there.
    erase: async (conversationId) => {
      await removeWhere((question) => question.conversationId === conversationId);
      await store.erase(conversationId);
    },
    eraseOlderThan: async (limits) => {
      await removeWhere(({ at }) => at < limits.chatsBefore);
      return store.eraseOlderThan(limits);
    },
  };
}
