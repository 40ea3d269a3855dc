import type { FileLink, Incoming, Receipt, SuggestedAction } from './activity';

/** How far one of the citizen's messages has got. */
export type Delivery = 'sending' | 'sent' | 'not-sent';

/** One message as the window shows it. */
export interface Message {
  /** Stable while it is shown: the client's own id for what the citizen said, the server's for the rest. */
  readonly key: string;
  readonly fromCitizen: boolean;
  readonly text: string;
  readonly language: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly delivery: Delivery;
  readonly actions: readonly SuggestedAction[];
  readonly files: readonly FileLink[];
  readonly receipt: Receipt | null;
  readonly copyable: boolean;
}

/** The message that an activity from the wire is shown as. */
export function messageOf(incoming: Incoming, now: number): Message {
  return {
    key: incoming.clientId ?? incoming.id ?? `at-${now}`,
    fromCitizen: incoming.fromCitizen,
    text: incoming.text,
    language: incoming.language,
    at: incoming.at ?? now,
    delivery: 'sent',
    actions: incoming.actions,
    files: incoming.files,
    receipt: incoming.receipt,
    copyable: incoming.copyable,
  };
}

/**
 * The messages with one more. What the citizen said is shown at once and comes back from the server later, perhaps
 * with a number masked: then the server's words take its place.
 */
export function withMessage(messages: readonly Message[], message: Message): readonly Message[] {
  const known = messages.findIndex(({ key }) => key === message.key);
  if (known < 0) return [...messages, message];
  return messages.map((each, index) => (index === known ? { ...message, at: each.at } : each));
}

/** The choices open now: those of the last message, if it is the bot's. */
export function openChoices(messages: readonly Message[]): readonly SuggestedAction[] {
  const last = messages[messages.length - 1];
  return last && !last.fromCitizen ? last.actions : [];
}

/** The conversation as plain text, for the clipboard; `name` says who and when. */
export function asPlainText(messages: readonly Message[], name: (message: Message) => string): string {
  return messages
    .map((message) => [name(message), message.text, ...message.files.map((file) => file.name), ...(message.receipt?.lines ?? [])].filter(Boolean).join('\n'))
    .join('\n\n');
}
