import type { Server } from 'restify';
import { z } from 'zod';
import { Language } from '../../domain/language';
import { lastDayFile } from '../../documents/write/calendar-file';
import type { Log } from '../log';
import { queryOf } from '../query';
import { answering } from '../server';

interface AppealDayRoutes {
  readonly content: () => { say(id: string, language: Language): { readonly bubbles: readonly string[] } };
  /** Its host makes the event's id one of our own. */
  readonly publicUrl: () => string;
  readonly log: Log;
}

const DayQuery = z.object({ day: z.iso.date(), lang: Language.default('da') });

/** `GET /api/appeal-day.ics?day=2026-12-21`: the last day to appeal as a calendar file. The address holds the day and nothing else. */
export function mountAppealDay(server: Server, { content, publicUrl, log }: AppealDayRoutes): void {
  server.get('/api/appeal-day.ics', answering(log, async (request, response) => {
    const { day, lang } = DayQuery.parse(queryOf(request));
    const say = (id: string): string => content().say(`last-day.calendar.${id}`, lang).bubbles.join(' ');
    const file = lastDayFile({ uid: `appeal-${day}@${new URL(publicUrl()).hostname}`, title: say('title'), day, description: say('text'), reminder: say('reminder') });
    response.writeHead(200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="appeal-day.ics"',
      'Content-Length': Buffer.byteLength(file),
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-store',
    });
    response.end(file);
  }));
}
