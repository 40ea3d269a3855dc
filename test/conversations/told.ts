import { Citizen, type Answer } from './citizen';
import type { TestServer } from './server';

/**
 * One turn of a story: what she says, then what the answer holds. `#id`: the phrase is among those said; `!words`: the answer lacks them;
 * anything else stands in the answer's text.
 */
export type Turn = readonly [said: string, ...holds: string[]];

/** How a whole conversation went. */
export interface Told {
  /** Questions of the complaint asked before the road was told; null where none was. */
  readonly questionsToTheRoad: number | null;
  readonly last: Answer;
  /** All that the bot said. */
  readonly text: string;
}

/** A road is known when she hears where to go, or what can be done instead. */
const ROAD = /^(?:complaint\.(?:road|pending|instead|other)\.|outside)/;

/** Tells a story over Direct Line, turn by turn; a turn that went wrong names itself. */
export async function tell(server: TestServer, turns: readonly Turn[], citizen?: Citizen): Promise<Told> {
  const she = citizen ?? (await Citizen.arrive(server.url));
  let asked = 0;
  let questionsToTheRoad: number | null = null;
  let last: Answer | undefined;
  const all: string[] = [];
  try {
    for (const [said, ...holds] of turns) {
      last = await she.say(said);
      all.push(last.text);
      const lacking = holds.filter((hold) => !heldIn(last as Answer, hold));
      if (lacking.length > 0) throw new Error(`After "${said}": expected ${lacking.join(' | ')}\nin {${last.phrases.join(', ')}}\n${last.text}`);
      if (questionsToTheRoad === null && last.phrases.some((phrase) => ROAD.test(phrase))) questionsToTheRoad = asked;
      asked += last.phrases.filter((phrase) => phrase.startsWith('ask.complaint.')).length;
    }
  } finally {
    if (citizen === undefined) she.leave();
  }
  if (last === undefined) throw new Error('Nothing was said.');
  return { questionsToTheRoad, last, text: all.join('\n') };
}

function heldIn({ text, phrases }: Answer, hold: string): boolean {
  if (hold.startsWith('#')) return phrases.includes(hold.slice(1));
  return hold.startsWith('!') ? !text.includes(hold.slice(1)) : text.includes(hold);
}

/** The case that was handed over in the last turn. */
export const handedOver = ({ last }: Told): unknown => last.activities.find(({ name }) => name === 'handoff.initiate')?.value;

/** The middle one of several figures; of an even number the greater of the two. */
export const median = (figures: readonly number[]): number => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
