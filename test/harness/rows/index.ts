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
import { secondProcess } from './c18-second-process';
import { limits } from './c19-limits';
import { backup } from './c20-backup';
import { versions } from './c21-versions';
import { calendarNights } from './c22-calendar-nights';

/** What a row waits for that is not built yet, or not of this store. */
const absent = (id: string, what: string, lack: string): Row => ({ id, what, lacks: () => lack, run: async () => ({ pass: false, figures: {} }) });

/** The rows that one node on the embedded store can meet; C13 to C16 are about more nodes and another store. */
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
  absent('C17', 'the database is cut off from its node', 'a store in a database'),
  secondProcess,
  limits,
  backup,
  versions,
  calendarNights,
  absent('C23', 'the parser of files hangs or crashes', 'the parser process'),
];
