import type { TopicContext } from '../src/domain/topics/topic';
import type { BotMemory } from './bot-memory';
import { FormDialog } from './form-dialog';

/** What the conversation so far says of the next message. */
export function contextOf({ topic, dialog }: BotMemory): TopicContext {
  return {
    letterRead: topic === 'letter.understand',
    formActive: dialog.dialogStack?.some(({ id }) => id === FormDialog.ID) ?? false,
  };
}
