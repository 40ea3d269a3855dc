import { foldWords, saysAny } from './said-words';

/** What sort of small talk a message is. */
export type SmallTalk = 'who' | 'how-are-you' | 'thanks' | 'bye' | 'hello';

/** In order: what asks for an answer comes before what only greets. */
const WORDINGS: readonly (readonly [SmallTalk, readonly string[]])[] = [
  ['who', ['hvem er du', 'hvad er du', 'hvem taler jeg med', 'hvem snakker jeg med', 'hvem skriver jeg med', 'er du en robot', 'er du et menneske', 'er du en computer', 'er du ai', 'er du en bot', 'hvad hedder du', 'are you a robot', 'are you human', 'are you a person', 'are you a bot', 'are you real', 'are you ai', 'who are you', 'what are you', 'who am i talking to', 'what is your name']],
  ['how-are-you', ['hvordan går det', 'hvordan har du det', 'går det godt', 'how are you', 'how is it going', 'hows it going']],
  ['thanks', ['tak', 'tusind tak', 'mange tak', 'takker', 'tak for hjælpen', 'thanks', 'thank you', 'thx', 'cheers']],
  ['bye', ['farvel', 'hej hej', 'hejhej', 'vi ses', 'ha det', 'hav en god dag', 'god dag til dig', 'god weekend', 'bye', 'goodbye', 'see you', 'have a nice day']],
  ['hello', ['hej', 'hejsa', 'hallo', 'halløj', 'goddag', 'god dag', 'godmorgen', 'god morgen', 'godaften', 'god aften', 'dav', 'davs', 'hi', 'hello', 'hey', 'good morning', 'good evening', 'good afternoon']],
];

/** The sort of small talk; null when the words do not tell. */
export function smallTalkKind(text: string): SmallTalk | null {
  const said = foldWords(text);
  return WORDINGS.find(([, wordings]) => saysAny(said, wordings))?.[0] ?? null;
}
