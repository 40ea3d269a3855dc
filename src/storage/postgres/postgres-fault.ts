import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';

/** Connection gone, server stopping or starting, no connection to be had (PostgreSQL's appendix A, and Node's own codes). */
const GONE = /^(?:08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** Two transactions in each other's way: the same again may well succeed. */
const IN_THE_WAY = new Set(['40001', '40P01']);
/** Errors that pg gives no code. */
const GONE_IN_WORDS = /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error)/;

const Told = z.object({ code: z.string().catch(''), message: z.string().catch('') });
/** By its shape: an error of the network is not always one of this realm's `Error`. */
const told = (fault: unknown): z.infer<typeof Told> => Told.catch({ code: '', message: '' }).parse(fault);
export const codeOf = (fault: unknown): string => told(fault).code;

/** Whether the connection is lost, or none could be had: nothing is known of what was under way on it. */
export const isGone = (fault: unknown): boolean => GONE.test(told(fault).code) || GONE_IN_WORDS.test(told(fault).message);

/** Whether the same again may succeed at once. */
export const isInTheWay = (fault: unknown): boolean => fault instanceof TakenMeanwhile || IN_THE_WAY.has(codeOf(fault));

/** The row that an insert wanted to make is there already. */
export const isTaken = (fault: unknown): boolean => codeOf(fault) === '23505';

/** Someone else wrote between our look and our write: look again. */
export class TakenMeanwhile extends Error {
  override readonly name = 'TakenMeanwhile';
}

/** What the ports tell of a fault of the database: its code, never its words, for those may quote what was written. */
export function storeFailed(cause: unknown): AdviserError {
  return new AdviserError('store-failed', `The database did not take it (${codeOf(cause) || 'no connection'}).`, 'Look at PostgreSQL: does it run, is its disk full, does it let this server in?', { cause });
}
