/** What the bench measures of a node on PostgreSQL, and of that database. */
export interface Measured {
  /** Of one node, when everybody talks at once. */
  readonly turnsPerSecond: number;
  readonly kbPerConversation: number;
  readonly databaseCpuMsPerTurn: number;
  readonly databaseKbPerTurn: number;
}

/** What an installation needs. */
export interface Needs {
  readonly turnsInBusiestSecond: number;
  readonly nodes: number;
  readonly databaseCores: number;
  readonly conversationsMb: number;
  readonly databaseGb: number;
}

/** The busiest day of a year, as `src/deploy/figures.md` assumes it; nobody has counted. */
const WRITE = 1 / 20;
const MESSAGES_EACH = 20;
const IN_BUSIEST_HOUR = 1 / 5;
const BUSIEST_SECOND_TIMES = 5;
const OPEN_HOURS = 0.25;
const CHAT_DAYS = 21;
/** So much of what a node or a database bears is planned with. */
const SHARE = 1 / 2;

/** By the arithmetic of that page. */
export function needsOf(people: number, { turnsPerSecond, kbPerConversation, databaseCpuMsPerTurn, databaseKbPerTurn }: Measured): Needs {
  const turns = people * WRITE * MESSAGES_EACH;
  const busiest = ((turns * IN_BUSIEST_HOUR) / 3_600) * BUSIEST_SECOND_TIMES;
  return {
    turnsInBusiestSecond: busiest,
    // One may be down, or be changed, just then.
    nodes: Math.ceil(busiest / (turnsPerSecond * SHARE)) + 1,
    databaseCores: Math.ceil((busiest * databaseCpuMsPerTurn) / 1_000 / SHARE),
    conversationsMb: (people * WRITE * IN_BUSIEST_HOUR * OPEN_HOURS * kbPerConversation) / 1_024,
    databaseGb: (turns * CHAT_DAYS * databaseKbPerTurn) / SHARE / 1_024 / 1_024,
  };
}
