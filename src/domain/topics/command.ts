import { foldWords } from './said-words';

/** What steers the conversation itself. */
export type Command = 'back' | 'stop' | 'restart' | 'erase' | 'skip';

/** Whole messages that are a command; a longer sentence never is, so that no story is taken for one. */
const WORDINGS: Readonly<Record<Command, readonly string[]>> = {
  back: ['tilbage', 'gå tilbage', 'et skridt tilbage', 'forrige', 'forrige spørgsmål', 'fortryd', 'back', 'go back', 'previous'],
  stop: ['stop', 'stop nu', 'annuller', 'annullér', 'afbryd', 'fortryd alt', 'glem det', 'drop det', 'jeg vil ikke alligevel', 'cancel', 'quit', 'abort', 'never mind', 'nevermind', 'forget it'],
  restart: ['forfra', 'start forfra', 'begynd forfra', 'start igen', 'prøv forfra', 'ny samtale', 'restart', 'start over', 'start again', 'begin again', 'new conversation'],
  erase: ['slet', 'slet alt', 'slet det', 'slet det hele', 'slet samtalen', 'slet min samtale', 'slet chatten', 'slet alle mine beskeder', 'delete', 'delete all', 'delete everything', 'delete this chat', 'delete the chat', 'delete my chat', 'delete the conversation', 'delete conversation', 'erase', 'erase everything'],
  skip: ['spring over', 'spring det over', 'næste', 'skip', 'skip it', 'skip this', 'next'],
};

const BY_WORDING = new Map(Object.entries(WORDINGS).flatMap(([command, wordings]) => wordings.map((wording) => [wording, command as Command] as const)));

/**
 * The command that a whole message is; null when it is none.
 *
 * @example readCommand('Start forfra!') // 'restart'
 */
export function readCommand(text: string): Command | null {
  return BY_WORDING.get(foldWords(text)) ?? null;
}
