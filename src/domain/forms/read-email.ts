const ADDRESS = /[^\s<>(),;:"]+@[^\s<>(),;:"]+\.[\p{L}]{2,}/u;

/** The e-mail address in what was written; null when there is none. */
export function readEmail(text: string): string | null {
  return ADDRESS.exec(text)?.[0].replace(/[.]+$/u, '').toLowerCase() ?? null;
}
