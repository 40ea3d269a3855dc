/** The answer to one request: its status and its body where that was JSON. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly token?: string | null;
  readonly json?: unknown;
  readonly form?: FormData;
  /** Lets the request outlive the page: for the erasure that closes the window. */
  readonly keepalive?: boolean;
}

/** Sends one request to Direct Line. Rejects when no answer comes: no network, or none within `timeoutMs`. */
export type Transport = (path: string, call: Call, timeoutMs: number) => Promise<Answer>;

/** A transport over `fetch` to the server whose address is `base` (with a slash at its end). */
export function createTransport(base: string, send: typeof fetch = (input, init) => fetch(input, init)): Transport {
  return async (path, { method, token, json, form, keepalive }, timeoutMs) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), timeoutMs);
    try {
      const answer = await send(`${base}v3/directline/${path}`, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(json === undefined ? (form ? { body: form } : {}) : { body: JSON.stringify(json) }),
        ...(keepalive ? { keepalive } : {}),
        credentials: 'omit',
        cache: 'no-store',
        signal: stop.signal,
      });
      return { status: answer.status, body: readBody(await answer.text()) };
    } finally {
      clearTimeout(timer);
    }
  };
}

function readBody(text: string): Answer['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** A text in an answer; null when it is not there. */
export function textIn(body: Answer['body'], name: string): string | null {
  const value = body[name];
  return typeof value === 'string' ? value : null;
}

/** Whether the answer means that this conversation is over for us: erased, expired, or not ours. */
export function isOver({ status }: Answer): boolean {
  return status === 401 || status === 403 || status === 404;
}

/** Whether asking again can help: the server is down, busy or slow. */
export function isPassing({ status }: Answer): boolean {
  return status >= 500 || status === 429 || status === 408;
}
