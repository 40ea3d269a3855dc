import type { WindowLanguage } from './texts';

/** All that the browser keeps of a conversation. No word of what was said is among it. */
export interface Session {
  readonly token: string;
  readonly conversationId: string;
  readonly language: WindowLanguage;
  /** Milliseconds since 1970: when the citizen last did something in the window. */
  readonly at: number;
  /** Whether the window stood open, so that a reload brings it back as it was. */
  readonly open: boolean;
}

/** After this long without the citizen, nothing is taken up again: the computer may be in other hands. */
export const IDLE_LIMIT_MS = 30 * 60_000;

const KEY = 'vejviser';

/** The conversation of this tab; null when there is none, or when it has been left alone too long. */
export function loadSession(storage: Storage | null, now: number): Session | null {
  const session = readSession(storage?.getItem(KEY) ?? null);
  if (session && now - session.at < IDLE_LIMIT_MS) return session;
  clearSession(storage);
  return null;
}

/** Remembers the conversation for this tab. A browser that refuses storage only loses the resuming. */
export function saveSession(storage: Storage | null, session: Session): void {
  try {
    storage?.setItem(KEY, JSON.stringify(session));
  } catch {
    // Full or forbidden: the conversation goes on, it just does not survive a reload.
  }
}

/** Leaves nothing of the conversation in the browser. */
export function clearSession(storage: Storage | null): void {
  storage?.removeItem(KEY);
}

/** The tab's storage; null where the browser forbids even to look at it. */
export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

function readSession(text: string | null): Session | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isSession(value) ? value : null;
  } catch {
    return null;
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false;
  const { token, conversationId, language, at, open }: Partial<Record<keyof Session, unknown>> = value;
  return (
    typeof token === 'string' && typeof conversationId === 'string' && (language === 'da' || language === 'en') && typeof at === 'number' && typeof open === 'boolean'
  );
}
