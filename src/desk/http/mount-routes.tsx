import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { ZodError } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import { renderPage, type Say } from '../pages/frame';
import { FaultPage } from '../pages/fault-page';
import { sameSecret, type LoggedIn, type Sessions } from '../people/sessions';
import { readCookies, SESSION_COOKIE } from './cookies';
import type { DeskAnswer, DeskRequest, DeskRoute } from './desk-request';
import { readForm } from './form-body';
import { ownPath } from './own-path';
import { keptPath, type KeptForms } from './kept-forms';

interface MountParts {
  readonly sessions: Sessions;
  readonly keptForms: KeptForms;
  readonly say: Say;
  readonly log: { error(code: string, fields?: Readonly<Record<string, string>>): void };
}

/** Mounts the desk's routes: who may call, the secret of forms, pages and their policy, faults in words. Handlers do none of it. */
export function mountRoutes(server: Server, routes: readonly DeskRoute[], parts: MountParts): void {
  const { sessions, keptForms, say, log } = parts;
  mountRest(server, parts);
  for (const route of routes) {
    server[route.method](route.path, async (request: Request, response: Response) => {
      let who: LoggedIn | null = null;
      try {
        const asked = await requestOf(request, route.method);
        who = await sessions.find(asked.cookies[SESSION_COOKIE] ?? null, isByItself(request) ? 'look' : 'use');
        send(response, await answerTo(route, asked, who, request, { sessions, keptForms }), who, say);
      } catch (fault) {
        const { status, text } = faultInWords(fault);
        if (status >= 500) log.error('desk-failed', { fault: fault instanceof AdviserError ? fault.code : fault instanceof Error ? fault.name : 'unknown' });
        if (response.headersSent) return void response.end();
        send(response, { kind: 'page', title: say('fault.title'), status, body: <FaultPage say={say} text={say(text)} /> }, who, say);
      }
    });
  }
}

/** Addresses that lead a reader to a page of ours all the same: with a stroke too many, or cut short. */
const MEANT: Readonly<Record<string, string>> = { '/adviser/cases': '/adviser' };

/** What is below `/adviser` and no page: told in words, with the way back; a program is answered elsewhere. */
function mountRest(server: Server, { sessions, say }: MountParts): void {
  const answer = async (request: Request, response: Response): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.replace(/\/+$/, '');
    const meant = MEANT[path] ?? (path === pathname ? undefined : path);
    if (meant !== undefined && request.method === 'GET') return send(response, { kind: 'to', path: ownPath(meant) }, null, say);
    const who = await sessions.find(readCookies(request.headers.cookie)[SESSION_COOKIE] ?? null, 'look').catch(() => null);
    send(response, { kind: 'page', title: say('fault.title'), status: 404, body: <FaultPage say={say} text={say('fault.not-found')} /> }, who, say);
  };
  server.get('/adviser/*', answer);
  server.post('/adviser/*', async (request: Request, response: Response) => {
    request.resume();
    await answer(request, response);
  });
}

/** What an open list asks without anybody at it: the stream, and the list anew (its script says so). */
const isByItself = (request: Request): boolean => request.headers['x-live'] !== undefined || /\btext\/event-stream\b/.test(request.headers.accept ?? '');

async function requestOf(request: Request, method: 'get' | 'post'): Promise<DeskRequest> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  return {
    path: url.pathname + url.search,
    params: Object.fromEntries(Object.entries((request.params ?? {}) as Record<string, unknown>).map(([key, value]) => [key, String(value)])),
    query: Object.fromEntries(url.searchParams),
    cookies: readCookies(request.headers.cookie),
    form: method === 'post' ? await readForm(request as unknown as IncomingMessage) : {},
  };
}

async function answerTo(route: DeskRoute, asked: DeskRequest, who: LoggedIn | null, request: Request, { sessions, keptForms }: Pick<MountParts, 'sessions' | 'keptForms'>): Promise<DeskAnswer> {
  if (route.method === 'post') fromOurOwnPage(request);
  if (route.needs === 'anyone') return route.handle(asked);
  // Where she goes on once she has shown who she is: a page again, a form to what she had filled in.
  const later = async (accountId: string | null): Promise<string | null> => {
    if (route.method === 'get') return asked.path;
    const id = accountId === null ? null : await keptForms.keep(accountId, asked.path, asked.form);
    return id === null ? null : keptPath(id);
  };
  if (!who) {
    const to = await later(await sessions.authorOf(asked.form['csrf']));
    return { kind: 'to', path: to === null ? '/adviser/login' : `/adviser/login?to=${encodeURIComponent(to)}` };
  }
  if (route.needs === 'administrator' && who.account.role !== 'administrator') throw new AdviserError('forbidden', 'This is for administrators.', 'Ask one.');
  if (route.method === 'post' && !sameSecret(asked.form['csrf'] ?? '', who.csrf)) {
    // A form of an earlier session of hers is shown again, not done: only a form of this session can be trusted to be sent on purpose.
    const to = (await sessions.authorOf(asked.form['csrf'])) === who.account.id ? await later(who.account.id) : null;
    if (to === null) throw new AdviserError('forbidden', 'The form is not of this session.', 'Open the page again.');
    return { kind: 'to', path: to };
  }
  if (route.confirmedFirst === true && !sessions.isConfirmed(who.session)) return { kind: 'to', path: `/adviser/confirm?to=${encodeURIComponent((await later(who.account.id)) ?? '/adviser')}` };
  return route.handle({ ...asked, ...who });
}

/** Browsers say where a request was begun; one that another site began is refused before anything is looked at. */
function fromOurOwnPage(request: Request): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw new AdviserError('forbidden', 'The form was sent by another site.', 'Open the page again.');
}

function send(response: Response, answer: DeskAnswer, who: LoggedIn | null, say: Say): void {
  const always = { 'Cache-Control': 'no-store', 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Resource-Policy': 'same-origin' };
  if (answer.kind === 'to') {
    response.writeHead(303, { ...always, Location: answer.path, ...(answer.cookie === undefined ? {} : { 'Set-Cookie': answer.cookie }) });
    response.end();
  } else if (answer.kind === 'file') {
    response.writeHead(200, { ...always, 'Content-Type': answer.type, 'Content-Disposition': `attachment; filename="${answer.name}"` });
    response.end(answer.text);
  } else if (answer.kind === 'stream') {
    response.writeHead(200, { ...always, 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
    response.write('retry: 2000\n\n');
    const stop = answer.begin((event, data) => void response.write(`event: ${event}\ndata: ${data}\n\n`));
    const end = setTimeout(() => response.end(), answer.longest);
    end.unref();
    response.once('close', () => {
      clearTimeout(end);
      stop();
    });
  } else {
    const nonce = randomBytes(16).toString('base64');
    response.writeHead(answer.status ?? 200, { ...always, 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': 'da', 'Content-Security-Policy': policy(nonce), ...(answer.cookies === undefined ? {} : { 'Set-Cookie': [...answer.cookies] }) });
    response.end(renderPage(answer, { say, nonce, who }));
  }
}

/** Nothing but our own style and script; no markup from text but by the one maker that the desk's script names. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types desk',
  ].join('; ');
}

const STATUS: Readonly<Record<string, { status: number; text: string }>> = {
  'bad-request': { status: 400, text: 'fault.bad-request' },
  forbidden: { status: 403, text: 'fault.forbidden' },
  'not-found': { status: 404, text: 'fault.not-found' },
  'case-unknown': { status: 404, text: 'fault.not-found' },
  'case-changed': { status: 409, text: 'fault.case-changed' },
  'id-taken': { status: 409, text: 'fault.id-taken' },
  'too-large': { status: 413, text: 'fault.too-large' },
  'too-many': { status: 429, text: 'fault.too-many' },
  'mail-failed': { status: 502, text: 'fault.mail-failed' },
  'store-failed': { status: 503, text: 'fault.store-failed' },
};

function faultInWords(fault: unknown): { status: number; text: string } {
  if (fault instanceof ZodError) return { status: 400, text: 'fault.bad-request' };
  return (fault instanceof AdviserError ? STATUS[fault.code] : undefined) ?? { status: 500, text: 'fault.failed' };
}
