import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { Now } from '../../domain/calendar';
import type { OpeningHours } from '../../domain/hours/opening-hours';
import type { Language } from '../../domain/language';
import type { Retention } from '../../domain/privacy/retention-in-words';
import { pageFacts } from '../page-facts';
import { pageHtml, type PageContent } from '../page-html';

export interface PageRouteOptions {
  /** The content as it stands now; asked at every request. */
  readonly content: () => PageContent & { readonly hours: OpeningHours };
  readonly now: Now;
  /** The address citizens use: the chat's socket goes there. */
  readonly publicUrl: () => string;
  readonly retention: Retention;
}

/** The page for people who come without a host site: `/` in Danish, `/en` in English. */
export function mountPage(server: Server, { content, now, publicUrl, retention }: PageRouteOptions): void {
  const answer = (language: Language) => async (_req: Request, res: Response) => {
    const nonce = randomBytes(16).toString('base64');
    const current = content();
    const page = Buffer.from(pageHtml({ content: current, language, facts: pageFacts(current, language, now()), retention, nonce }));
    res.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': page.length,
      'Content-Language': language,
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': policy(nonce, publicUrl()),
    });
    res.end(page);
  };
  for (const [path, language] of [['/', 'da'], ['/en', 'en']] as const) {
    server.get(path, answer(language));
    server.head(path, answer(language));
  }
}

/** Nothing but our own script and style, and no one else's frame. The socket is named, since older browsers' 'self' leaves it out. */
function policy(nonce: string, publicUrl: string): string {
  const socket = new URL(publicUrl).origin.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `connect-src 'self' ${socket}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
