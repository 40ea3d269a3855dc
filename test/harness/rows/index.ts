import type { Row } from '../row';
import { crashPoints } from './c01-crash-points';
import { crashTimes } from './c02-crash-times';
import { powerCut } from './c03-power-cut';
import { diskFull } from './c04-disk-full';
import { tornTail } from './c05-torn-tail';
import { corruptMiddle } from './c06-corrupt-middle';
import { clockJump } from './c07-clock-jump';
import { stall } from './c08-stall';
import { slowClient } from './c09-slow-client';
import { droppedSockets } from './c10-dropped-sockets';
import { lostAnswers, repeatedRequests } from './c11-repeated-requests';
import { databaseRestarts } from './c13-database-restarts';
import { databaseAway } from './c14-database-away';
import { hoppingClients } from './c15-hopping-clients';
import { behindNginx, rollingRestarts } from './c16-rolling-restarts';
import { split } from './c17-split';
import { secondProcess } from './c18-second-process';
import { limits } from './c19-limits';
import { backup } from './c20-backup';
import { versions } from './c21-versions';
import { calendarNights } from './c22-calendar-nights';
import { overload } from './overload';

/** What a row waits for that is not built yet, or not of this store. */
const absent = (id: string, what: string, lack: string): Row => ({ id, what, lacks: () => lack, run: async () => ({ pass: false, figures: {} }) });

/** C13 to C17 are about PostgreSQL, with one node or two; all others about one node on the embedded store. */
export const ROWS: readonly Row[] = [
  crashPoints,
  crashTimes,
  powerCut,
  diskFull,
  tornTail,
  corruptMiddle,
  clockJump,
  stall,
  slowClient,
  droppedSockets,
  repeatedRequests,
  lostAnswers,
  databaseRestarts,
  databaseAway,
  hoppingClients,
  rollingRestarts,
  split,
  secondProcess,
  limits,
  backup,
  versions,
  calendarNights,
  overload,
  behindNginx,
  absent('C23', 'the parser of files hangs or crashes', 'the parser process'),
];
