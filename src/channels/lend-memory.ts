import type { TurnContext } from 'botbuilder';
import { transcriptLines } from '../domain/conversations/transcript-lines';
import { TURN_MEMORY, type TurnMemory } from '../domain/conversations/turn-memory';
import type { LentTurn } from './direct-line';

/** Puts what the channel lends for one turn where our bot looks for it. */
export function lendMemory(context: TurnContext, turn: LentTurn): void {
  const memory: TurnMemory = Object.assign(turn, { transcript: async () => transcriptLines(await turn.activities()) });
  context.turnState.set(TURN_MEMORY, memory);
}
