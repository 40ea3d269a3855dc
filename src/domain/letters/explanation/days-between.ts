import { DateTime } from 'luxon';
import { ZONE } from '../../calendar';

/** Calendar days from one ISO date to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => Math.round(DateTime.fromISO(to, { zone: ZONE }).diff(DateTime.fromISO(from, { zone: ZONE }), 'days').days);
