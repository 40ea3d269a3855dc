/** She cannot be called: no phone, or none that she can hear. */
const NO_PHONE = /(?<!\p{L})(?:(?:ingen|ikke (?:nogen|en|et)|har ikke) (?:mobil)?(?:telefon|nummer|telefonnummer|mobil)\p{L}*|(?:er|hører) (?:døv|dårligt|svært)|døv|hørehæmmet|kan ikke (?:tale|høre|ringe)|no phone|have no (?:phone|number)|don.?t have a (?:phone|number)|deaf|skriv(?:e)? (?:til mig|i stedet|hellere))(?!\p{L})/iu;

/** She wants to be written to, and says how. */
const BY_MAIL = /(?<!\p{L})(?:(?:kun|helst|hellere|bare|bruger|foretrækker|har|på|via|per|pr\.?|skriv|only|just|rather|prefer|by|use|have)(?: (?:en|kun|på|via|per|pr\.?|til mig på|have|an|by|use))* (?:e-?)?mail\p{L}*|(?:e-?)?mail (?:i stedet|tak|er bedst|instead|please))(?!\p{L})|^\s*(?:e-?)?mail[.!]?\s*$/iu;
const IN_CHAT = /(?<!\p{L})(?:(?:kun|helst|hellere|bare|svar|her) (?:her )?(?:i )?chat\p{L}*|i chatten|in the chat|only (?:the )?chat)(?!\p{L})/iu;

/** How she would rather have the answer than by phone; null when she does not say. */
export function writtenWay(text: string): 'email' | 'chat' | null {
  if (BY_MAIL.test(text)) return 'email';
  return IN_CHAT.test(text) ? 'chat' : null;
}

/** @example cannotBeCalled('jeg er døv, skriv til mig') // true */
export const cannotBeCalled = (text: string): boolean => NO_PHONE.test(text);
