import { DateTime } from 'luxon';
import { z } from 'zod';
import { ZONE } from '../calendar';
import type { StoredActivity } from './conversation-store';
import type { TranscriptLine } from './turn-memory';

const Spoken = z.looseObject({
  type: z.literal('message'),
  text: z.string().min(1),
  timestamp: z.string(),
  from: z.looseObject({ role: z.string().optional() }),
  channelData: z.looseObject({ receipt: z.unknown().optional(), content: z.string().optional() }).optional(),
});

const PIN = /(?<!\d)\d{3}\s?\d{3}(?!\d)/g;

/**
 * What was said, for the adviser: messages only, Copenhagen time. PINs of earlier cases are hidden, since whoever
 * reads one case must not be able to ask for another.
 */
export function transcriptLines(activities: readonly StoredActivity[]): TranscriptLine[] {
  return activities.flatMap(({ activity }): TranscriptLine[] => {
    const spoken = Spoken.safeParse(activity).data;
    if (!spoken) return [];
    const fromBot = spoken.from.role === 'bot';
    const holdsPin = fromBot ? spoken.channelData?.receipt !== undefined : /^\s*\d{3}\s?\d{3}\s*$/.test(spoken.text);
    const at = DateTime.fromISO(spoken.timestamp, { zone: ZONE }).toISO();
    return [{ at, from: fromBot ? 'bot' : 'citizen', text: holdsPin ? spoken.text.replaceAll(PIN, '••••••') : spoken.text, ...(fromBot && spoken.channelData?.content !== undefined ? { phrase: spoken.channelData.content } : {}) }];
  });
}
