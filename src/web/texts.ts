/** The window's words in one language, by id; they come from the server's content, never from code. */
export type Texts = Readonly<Record<string, string>>;

/** Says one of the window's texts, with its values put in. */
export type Say = (id: string, values?: Readonly<Record<string, string>>) => string;

/** The languages the window can be in. */
export type WindowLanguage = 'da' | 'en';

/**
 * The way to say these texts. A text that is missing says its id: a button without a name would be worse.
 *
 * @example sayer({ 'said-bot': 'Assistenten sagde kl. {time}' })('said-bot', { time: '10.12' })
 */
export function sayer(texts: Texts): Say {
  return (id, values = {}) => (texts[id] ?? id).replace(/\{([a-z-]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Fetches the window's texts. Rejects when the server cannot be reached or does not have them. */
export async function fetchTexts(base: string, language: WindowLanguage): Promise<Texts> {
  const answer = await fetch(`${base}chat/texts/${language}.json`);
  if (!answer.ok) throw new Error(`The texts were answered with ${answer.status}.`);
  return readTexts(await answer.json());
}

function readTexts(value: unknown): Texts {
  const texts: Record<string, string> = {};
  if (typeof value !== 'object' || value === null) return texts;
  for (const [id, text] of Object.entries(value)) if (typeof text === 'string') texts[id] = text;
  return texts;
}
