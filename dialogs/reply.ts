import { ActionTypes, ActivityTypes, InputHints, type Activity, type Attachment, type CardAction } from 'botbuilder';
import type { Saying } from '../src/content/content';
import type { Language, Tongue } from '../src/domain/language';
import type { Topic } from '../src/domain/topics/topic';

/** The locales we write, by language. The chat window marks a message's language and direction by it. */
export const LOCALE: Readonly<Record<Language | Tongue, string>> = { da: 'da-DK', en: 'en-GB', tr: 'tr-TR', ur: 'ur-PK', ar: 'ar', pl: 'pl-PL', uk: 'uk-UA', so: 'so', ro: 'ro-RO', fa: 'fa-IR', de: 'de-DE' };

/** A receipt the citizen can copy and print. */
export interface Receipt {
  readonly reference: string;
  readonly pin: string;
  readonly lines: readonly string[];
}

/** A choice: a button that says its label on the citizen's behalf, so that typing it does the same. */
export const asChoice = (label: string): CardAction => ({ type: ActionTypes.ImBack, title: label, value: label });

/** What a reply may carry beside the phrase's own text and choices. */
export interface Extras {
  /** Ids of choices, instead of the phrase's own. */
  readonly choices?: readonly string[];
  readonly topic?: Topic;
  readonly attachments?: readonly Attachment[];
  readonly receipt?: Receipt;
  /** A text she will want elsewhere: the window lets her copy it. */
  readonly copyable?: true;
}

/**
 * A phrase as activities: one a bubble; choices, files and the receipt on the last. Every one says in `text` all
 * there is to say, so that a channel without buttons loses nothing, and names in `channelData` its topic and the
 * phrase it came from.
 */
export function replies(saying: Saying, labels: readonly string[], topic: Topic, extras: Extras): Partial<Activity>[] {
  const channelData = { topic: extras.topic ?? topic, content: saying.id };
  const plain = saying.bubbles.map((text): Partial<Activity> => ({
    type: ActivityTypes.Message,
    text,
    textFormat: 'plain',
    locale: LOCALE[saying.language],
    inputHint: InputHints.AcceptingInput,
    channelData,
  }));
  const last = plain.at(-1);
  if (!last) return [];
  if (labels.length > 0) {
    last.suggestedActions = { to: [], actions: labels.map(asChoice) };
  }
  if (extras.attachments && extras.attachments.length > 0) last.attachments = [...extras.attachments];
  if (extras.receipt) last.channelData = { ...channelData, receipt: extras.receipt };
  if (extras.copyable) last.channelData = { ...channelData, copyable: true };
  return plain;
}
