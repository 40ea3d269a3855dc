import { ZodError } from 'zod';
import { AdviserError, type FaultCode } from '../domain/adviser-error';

/** A fault as a client is told of it. */
export interface Problem {
  readonly status: number;
  readonly body: { readonly error: { readonly code: string; readonly message: string } };
}

const STATUS: Partial<Record<FaultCode, number>> = {
  'bad-request': 400,
  'not-allowed': 401,
  forbidden: 403,
  'not-found': 404,
  'case-unknown': 404,
  'case-changed': 409,
  'conversation-unknown': 404,
  'too-large': 413,
  'too-many': 429,
  'store-failed': 503,
  'store-unsure': 504,
};

/** Fault → status and body, in this one place. Of a fault we did not foresee nothing is told: its text may hold anything. */
export function problemOf(fault: unknown): Problem {
  if (fault instanceof ZodError) return problem(400, 'bad-request', fault.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  if (fault instanceof AdviserError && STATUS[fault.code] !== undefined) return problem(STATUS[fault.code] ?? 500, fault.code, fault.message);
  const status = statusOf(fault);
  if (status === 404) return problem(404, 'not-found', 'There is nothing here.');
  if (status === 405) return problem(405, 'method-not-allowed', 'That cannot be done here.');
  if (status >= 400 && status < 500) return problem(status, 'bad-request', 'The request is not as it should be.');
  return problem(500, 'failed', 'Something went wrong on the server.');
}

const problem = (status: number, code: string, message: string): Problem => ({ status, body: { error: { code, message } } });

/** restify's own errors carry a status. */
function statusOf(fault: unknown): number {
  const status = typeof fault === 'object' && fault !== null && 'statusCode' in fault ? fault.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}
