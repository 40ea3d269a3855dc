/** `{name}` a value that code supplies; `{adviser.phone}` a fact of the municipality. */
const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9-]*(?:\.[a-zA-Z0-9-]+)*)\}/g;

/** The names of the places in a text, each once. */
export function placeholdersOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(PLACEHOLDER)].flatMap(([, name]) => name ?? []));
}

/** Where a brace stands that is part of no placeholder: a slip of the pen, such as `{ name }`; -1 when nowhere. */
export function strayBrace(text: string): number {
  return text.replaceAll(PLACEHOLDER, (whole) => ' '.repeat(whole.length)).search(/[{}]/);
}

/** Puts values in their places. What is put in is text and nothing else: braces in it are left as they are. */
export function fill(text: string, valueOf: (name: string) => string): string {
  return text.replaceAll(PLACEHOLDER, (_whole, name: string) => valueOf(name));
}
