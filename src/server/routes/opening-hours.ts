import type { Server } from 'restify';
import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import type { Now } from '../../domain/calendar';
import { hoursReport, readMoment } from '../../domain/hours/hours-report';
import type { OpeningHours } from '../../domain/hours/opening-hours';
import { nextOpening } from '../../domain/hours/opening-status';
import { Language } from '../../domain/language';
import { calendarFile } from '../../documents/write/calendar-file';
import type { Log } from '../log';
import { queryOf } from '../query';
import { answering } from '../server';

/** What the hours need of the content. */
interface HoursContent {
  readonly hours: OpeningHours;
  say(id: string, language: Language): { readonly bubbles: readonly string[] };
  fact(key: string, language: Language): string;
}

interface OpeningHoursRoutes {
  readonly content: () => HoursContent;
  readonly now: Now;
  /** Its host makes the event's id one of our own. */
  readonly publicUrl: () => string;
  readonly log: Log;
}

const HoursQuery = z.object({ at: z.string().optional() });
const CalendarQuery = z.object({ channel: z.enum(['phone', 'consultation']).default('phone'), from: z.string().optional(), lang: Language.default('da') });

/** `GET /api/opening-hours` (contract § 2), and the next opening as a calendar file. Anyone may read them from any page. */
export function mountOpeningHours(server: Server, { content, now, publicUrl, log }: OpeningHoursRoutes): void {
  server.get('/api/opening-hours', answering(log, async (request, response) => {
    const { at } = HoursQuery.parse(queryOf(request));
    response.header('access-control-allow-origin', '*');
    response.header('cache-control', 'no-store');
    response.send(200, hoursReport(content().hours, readMoment(at, now)));
  }));
  server.get('/api/opening-hours/next.ics', answering(log, async (request, response) => {
    const { channel, from, lang } = CalendarQuery.parse(queryOf(request));
    const { hours, say, fact } = content();
    // A minute before: an opening that begins at `from` is the one that is meant.
    const opening = nextOpening(hours, channel, from === undefined ? now() : readMoment(from, now).minus({ minutes: 1 }));
    if (!opening) throw new AdviserError('not-found', 'No opening is announced.', 'Ask the adviser.');
    const file = calendarFile({
      uid: `${channel}-${opening.start.toUTC().toFormat("yyyyMMdd'T'HHmm'Z'")}@${new URL(publicUrl()).hostname}`,
      title: say(`hours.calendar.${channel}`, lang).bubbles.join(' '),
      ...opening,
      ...(channel === 'consultation' ? { location: fact('adviser.consultation-place', lang) } : {}),
    });
    response.writeHead(200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${channel}.ics"`,
      'Content-Length': Buffer.byteLength(file),
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-store',
    });
    response.end(file);
  }));
}
