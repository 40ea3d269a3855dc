import { randomBytes } from 'node:crypto';
import type { ConversationStore } from '../domain/conversations/conversation-store';
import type { LetterTexts } from '../domain/letters/letter-texts';

/** Texts of letters among the conversation's uploads: what sweeps those, and what erases the conversation, takes them along. */
export function createLetterTexts(conversations: Pick<ConversationStore, 'saveUpload' | 'findUpload'>, now: () => number): LetterTexts {
  return {
    keep: async (conversationId, text) => {
      const id = randomBytes(16).toString('hex');
      await conversations.saveUpload(conversationId, { id, name: 'letter.txt', contentType: 'text/plain; charset=utf-8', bytes: Buffer.from(text, 'utf8'), receivedAt: now() });
      return id;
    },
    find: async (conversationId, id) => {
      const upload = await conversations.findUpload(conversationId, id);
      return upload && Buffer.from(upload.bytes).toString('utf8');
    },
  };
}
