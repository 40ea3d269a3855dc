import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, Server } from 'restify';
import { z } from 'zod';
import type { ApiToken, Scope } from '../../domain/accounts/api-token';
import type { AuditAction } from '../../domain/audit/audit-entry';
import { AdviserError } from '../../domain/adviser-error';
import type { CaseRepository } from '../../domain/cases/case-repository';
import type { CaseRecord } from '../../domain/cases/desk-file';
import { Period, type AnnualReport } from '../../domain/desk/annual-report';
import { seenOf, type CaseDesk } from '../../domain/desk/case-desk';
import { StatusChange } from '../api-schemas';
import { readJsonBody } from '../json-body';
import type { Log } from '../log';
import { verifyOperatorToken } from '../operator-token';
import { queryOf } from '../query';
import { answering } from '../server';

interface CaseRoutes {
  readonly cases: CaseRepository;
  readonly operatorKey: Uint8Array;
  /** Milliseconds since 1970, by the wall clock: the command that signs has no other. */
  readonly clock: () => number;
  readonly machines: { find(token: string): Promise<ApiToken | null> };
  readonly act: CaseDesk['act'];
  readonly report: (period: Period) => Promise<AnnualReport>;
  readonly record: (recorded: { readonly actor: string; readonly action: AuditAction; readonly references?: readonly string[]; readonly purpose?: string }) => Promise<void>;
  readonly log: Log;
}

/** Who calls: whoever has the server's key, or a machine with a token. */
interface Caller {
  /** As the audit log names it. */
  readonly actor: string;
  /** As the log of a case names it. */
  readonly name: string;
}

/** `GET /api/cases` and `/api/cases/{reference}` (contract § 5), changes of status, and the annual report, for machines; each by its scope. */
export function mountCases(server: Server, { cases, operatorKey, clock, machines, act, report, record, log }: CaseRoutes): void {
  const callerOf = async (request: Request, scope: Scope): Promise<Caller> => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (scope === 'cases:read' && verifyOperatorToken(operatorKey, token, clock())) return { actor: 'operator', name: 'operator' };
    const machine = await machines.find(token);
    if (!machine) throw new AdviserError('not-allowed', 'This is for the adviser.', 'Use "npm run -s cases" where the key is, or a token made at the desk.');
    if (!machine.scopes.includes(scope)) throw new AdviserError('forbidden', `The token has not the scope ${scope}.`, 'Make one at the desk that has.');
    return { actor: `token:${machine.id.slice(0, 12)}`, name: machine.label };
  };
  const found = async (request: Request): Promise<CaseRecord> => {
    const reference = referenceOf(request);
    const kept = await cases.find(reference);
    if (!kept) throw new AdviserError('not-found', `There is no case ${reference}.`, 'Check the reference with the citizen.');
    return kept;
  };
  server.get('/api/cases', answering(log, async (request, response) => {
    const { actor } = await callerOf(request, 'cases:read');
    const all = await cases.list();
    await record({ actor, action: 'list', purpose: 'api', references: all.map(({ handoff }) => handoff.reference) });
    response.header('cache-control', 'no-store');
    response.send(200, { cases: all.map(({ handoff: { transcript: _transcript, ...rest } }) => rest) });
  }));
  server.get('/api/cases/:reference', answering(log, async (request, response) => {
    const { actor } = await callerOf(request, 'cases:read');
    await record({ actor, action: 'read', purpose: 'api', references: [referenceOf(request)] });
    const kept = await found(request);
    response.header('cache-control', 'no-store');
    response.header('x-case-version', seenOf(kept));
    response.send(200, kept.handoff);
  }));
  server.post('/api/cases/:reference/status', answering(log, async (request, response) => {
    const { actor, name } = await callerOf(request, 'cases:status');
    const { to, message, outcome, version, key = randomUUID() } = StatusChange.parse(await readJsonBody(request as unknown as IncomingMessage));
    const before = await found(request);
    const reference = before.handoff.reference;
    const after = await act(reference, { act: 'status', to, message, outcome }, { by: name, seen: version ?? seenOf(before), key: `api:${actor}:${key}` });
    await record({ actor, action: 'change', purpose: 'api', references: [reference] });
    response.header('cache-control', 'no-store');
    response.send(200, { reference, status: after.handoff.status, version: seenOf(after) });
  }));
  server.get('/api/report', answering(log, async (request, response) => {
    const { actor } = await callerOf(request, 'report:read');
    const period = Period.parse(queryOf(request));
    await record({ actor, action: 'report', purpose: 'api' });
    response.header('cache-control', 'no-store');
    response.send(200, await report(period));
  }));
}

/** As it is kept: in capitals. */
function referenceOf(request: Request): string {
  const { reference } = z.object({ reference: z.string().max(40) }).parse(request.params);
  return reference.toUpperCase();
}
