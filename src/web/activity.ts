/** A choice that the bot offers as a button; `value` is what is said when it is pressed. */
export interface SuggestedAction {
  readonly title: string;
  readonly value: string;
}

export interface FileLink {
  readonly name: string;
  readonly url: string | null;
}

/** What the citizen takes home from a hand-off. */
export interface Receipt {
  readonly lines: readonly string[];
}

/** An activity as far as the window has use for it. */
export interface Incoming {
  readonly id: string | null;
  readonly type: string;
  readonly fromCitizen: boolean;
  readonly clientId: string | null;
  readonly text: string;
  /** ISO 639-1; null when the activity does not say. */
  readonly language: string | null;
  /** Milliseconds since 1970. */
  readonly at: number | null;
  readonly actions: readonly SuggestedAction[];
  readonly files: readonly FileLink[];
  readonly receipt: Receipt | null;
  /** A text that she will want elsewhere, such as a draft: to be copied or printed as it stands. */
  readonly copyable: boolean;
}

type Loose = Readonly<Record<string, unknown>>;

const record = (value: unknown): Loose => (typeof value === 'object' && value !== null ? { ...value } : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Reads what came over the wire; whatever is not as expected is left out, never thrown at the citizen. */
export function readActivity(raw: unknown, userId: string | null, base: string): Incoming {
  const activity = record(raw);
  const from = record(activity['from']);
  const channelData = record(activity['channelData']);
  const at = Date.parse(word(activity['timestamp']) ?? '');
  return {
    id: word(activity['id']),
    type: word(activity['type']) ?? '',
    fromCitizen: from['role'] === 'user' || (userId !== null && from['id'] === userId),
    clientId: word(channelData['clientActivityID']),
    text: word(activity['text']) ?? '',
    language: word(activity['locale'])?.slice(0, 2).toLowerCase() ?? null,
    at: Number.isNaN(at) ? null : at,
    actions: list(record(activity['suggestedActions'])['actions']).flatMap(readAction),
    files: list(activity['attachments']).flatMap((each) => readFile(each, base)),
    receipt: readReceipt(channelData['receipt']),
    copyable: channelData['copyable'] === true,
  };
}

function readAction(raw: unknown): SuggestedAction[] {
  const action = record(raw);
  const value = word(action['value']) ?? word(action['title']);
  return value === null ? [] : [{ title: word(action['title']) ?? value, value }];
}

function readFile(raw: unknown, base: string): FileLink[] {
  const file = record(raw);
  const name = word(file['name']);
  return name === null ? [] : [{ name, url: safeUrl(word(file['contentUrl']), base) }];
}

/** Only the web's own addresses become links: a `javascript:` one would run in the municipality's page. */
function safeUrl(url: string | null, base: string): string | null {
  try {
    const { href, protocol } = new URL(url ?? '', base);
    return url !== null && (protocol === 'https:' || protocol === 'http:') ? href : null;
  } catch {
    return null;
  }
}

function readReceipt(raw: unknown): Receipt | null {
  const receipt = record(raw);
  const lines = list(receipt['lines']).flatMap((line) => word(line) ?? []);
  // The number and the PIN are what she came for: they stand there even if the lines forgot them.
  const keys = [word(receipt['reference']), word(receipt['pin'])].flatMap((key) => (key !== null && !lines.some((line) => line.includes(key)) ? [key] : []));
  return lines.length + keys.length === 0 ? null : { lines: [...lines, ...keys] };
}
