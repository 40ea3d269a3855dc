import type { VNode } from 'preact';
import type { LoggedIn } from '../people/sessions';

/** A request as the desk's handlers see it. */
export interface DeskRequest {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** The query; of a name given twice, the last. */
  readonly query: Readonly<Record<string, string>>;
  /** The fields of a form; empty for a GET. */
  readonly form: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
}

/** One by someone logged in. */
export interface DeskRequestOf extends DeskRequest, LoggedIn {}

/** What a handler answers. */
export type DeskAnswer =
  | { readonly kind: 'page'; readonly title: string; readonly body: VNode; readonly status?: number; readonly wide?: boolean; readonly cookies?: readonly string[]; /** Where the browser goes on to by itself. */ readonly goOnTo?: string }
  | { readonly kind: 'to'; readonly path: string; readonly cookie?: string }
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly text: string | Uint8Array }
  /** Server-sent events until the reader goes away or `longest` milliseconds have passed; `begin` gives back how to stop. */
  | { readonly kind: 'stream'; readonly longest: number; readonly begin: (send: (event: string, data: string) => void) => () => void };

/** Who may call a route: the one place that says so. */
export type DeskRoute = {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Cases leave the desk by it: she shows first that it is still she, and then comes back to the same page, or to the form as she filled it in. */
  readonly confirmedFirst?: true;
} & (
  | { readonly needs: 'anyone'; readonly handle: (request: DeskRequest) => Promise<DeskAnswer> }
  | { readonly needs: 'adviser' | 'administrator'; readonly handle: (request: DeskRequestOf) => Promise<DeskAnswer> }
);
