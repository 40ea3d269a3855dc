import pino from 'pino';

/** Values that may stand in a log: codes, ids, durations. Never what people wrote, and no objects that could hold it. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** The one logger. Every line has a code that a runbook can name; the code of a fault stands beside it as its cause. */
export interface Log {
  debug(code: string, fields?: LogFields): void;
  info(code: string, fields?: LogFields): void;
  warn(code: string, fields?: LogFields): void;
  error(code: string, fields?: LogFields): void;
}

/** Logs JSON lines to stderr; stdout is for the addresses that the start prints. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
  const at = (rank: 'debug' | 'info' | 'warn' | 'error') => (code: string, { code: cause, ...fields }: LogFields = {}) => logger[rank]({ code, ...(cause === undefined ? {} : { cause }), ...fields });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
