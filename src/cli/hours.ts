import { parseArgs } from 'node:util';
import { loadContent } from '../content/load-content';
import { AdviserError } from '../domain/adviser-error';
import { systemClock } from '../domain/calendar';
import { hoursReport, readMoment } from '../domain/hours/hours-report';
import { readSettings } from '../settings';

/** `npm run -s hours -- [--at 2026-11-24T10:00]`: the opening hours at a moment, as contract § 2 has them. */
try {
  const { at } = parseArgs({ options: { at: { type: 'string' } } }).values;
  const { contentDir, municipality } = readSettings(process.env);
  const { hours } = loadContent({ folder: contentDir, municipality });
  console.log(JSON.stringify(hoursReport(hours, readMoment(at, systemClock)), null, 2));
} catch (fault) {
  // A wrong word on the command line is the caller's to put right: one line, no stack.
  const isUsage = fault instanceof TypeError && 'code' in fault;
  if (!isUsage && !(fault instanceof AdviserError)) throw fault;
  console.error(fault.message);
  process.exitCode = 2;
}
