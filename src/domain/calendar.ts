import { DateTime, Settings } from 'luxon';

// A date that does not exist is a fault of ours, never a silent `Invalid DateTime` on its way to a citizen.
Settings.throwOnInvalid = true;
declare module 'luxon' {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

/** The one time zone of every hour and date that a citizen meets. */
export const ZONE = 'Europe/Copenhagen';

/** The clock, handed in wherever time matters, so that a test can stop it. */
export type Now = () => DateTime;

/** The wall clock in Copenhagen. */
export const systemClock: Now = () => DateTime.now().setZone(ZONE);
