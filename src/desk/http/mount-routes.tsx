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

interface MountParts {
  readonly sessions: Sessions;
  readonly say: Say;
  readonly log: { error(code: string, fields?: Readonly<Record<string, string>>): void };
}

/** Mounts the desk's routes: who may call, the secret of forms, pages and their policy, faults in words. Handlers do none of it. */
export function mountRoutes(server: Server, routes: readonly DeskRoute[], { sessions, say, log }: MountParts): void {
  for (const route of routes) {
    server[route.method](route.path, async (request: Request, response: Response) => {
      let who: LoggedIn | null = null;
      try {
        const asked = await requestOf(request, route.method);
        who = await sessions.find(asked.cookies[SESSION_COOKIE] ?? null, isByItself(request) ? 'look' : 'use');
        send(response, await answerTo(route, asked, who, request, sessions), who, say);
      } catch (fault) {
        const { status, text } = faultInWords(fault);
        if (status >= 500) log.error('desk-failed', { fault: fault instanceof AdviserError ? fault.code : fault instanceof Error ? fault.name : 'unknown' });
        if (response.headersSent) return void response.end();
        send(response, { kind: 'page', title: say('fault.title'), status, body: <FaultPage say={say} text={say(text)} /> }, who, say);
      }
    });
  }
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

async function answerTo(route: DeskRoute, asked: DeskRequest, who: LoggedIn | null, request: Request, sessions: Sessions): Promise<DeskAnswer> {
  if (route.method === 'post') fromOurOwnPage(request);
  if (route.needs === 'anyone') return route.handle(asked);
  if (!who) return { kind: 'to', path: route.method === 'get' ? `/adviser/login?to=${encodeURIComponent(asked.path)}` : '/adviser/login' };
  if (route.needs === 'administrator' && who.account.role !== 'administrator') throw new AdviserError('forbidden', 'This is for administrators.', 'Ask one.');
  if (route.method === 'post' && !sameSecret(asked.form['csrf'] ?? '', who.csrf)) throw new AdviserError('forbidden', 'The form is not of this session.', 'Open the page again.');
  if (route.confirmedFirst !== undefined && !sessions.isConfirmed(who.session)) return { kind: 'to', path: `/adviser/confirm?to=${encodeURIComponent(route.confirmedFirst === 'here' ? asked.path : route.confirmedFirst)}` };
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
