/** She cannot be called: no phone, or none that she can hear. */
const NO_PHONE = /(?<!\p{L})(?:(?:ingen|ikke (?:nogen|en|et)|har ikke) (?:mobil)?(?:telefon|nummer|telefonnummer|mobil)\p{L}*|(?:er|hører) (?:døv|dårligt|svært)|døv|hørehæmmet|kan ikke (?:tale|høre|ringe)|no phone|have no (?:phone|number)|don.?t have a (?:phone|number)|deaf|skriv(?:e)? (?:til mig|i stedet|hellere))(?!\p{L})/iu;

/** @example cannotBeCalled('jeg er døv, skriv til mig') // true */
export const cannotBeCalled = (text: string): boolean => NO_PHONE.test(text);
