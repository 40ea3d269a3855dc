/** How long the parts of a connection take, in milliseconds. */
export interface Pace {
  /** Between two renewals of the token, which lives for at least twice as long. */
  readonly refresh: number;
  readonly firstRetry: number;
  readonly longestRetry: number;
  /** A socket without even a keep-alive for this long is dead. */
  readonly silence: number;
  /** Our own message must come back on the socket within this time, else something on the way swallows it. */
  readonly echo: number;
  /** Between two polls soon after we sent something, and when all is quiet. */
  readonly pollSoon: number;
  readonly pollIdle: number;
  readonly request: number;
  readonly upload: number;
}

/** The pace of a citizen's window. */
export const PACE: Pace = {
  refresh: 15 * 60_000,
  firstRetry: 250,
  longestRetry: 2000,
  silence: 50_000,
  echo: 4000,
  pollSoon: 1000,
  pollIdle: 4000,
  request: 15_000,
  upload: 120_000,
};
