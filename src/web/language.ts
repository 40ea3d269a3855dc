import type { WindowLanguage } from './texts';

/** The language of the window: what the script tag asks for, else the page's own, else Danish. */
export function windowLanguage(asked: string | null | undefined, page: string | null | undefined): WindowLanguage {
  return /^en\b/i.test(asked || page || '') ? 'en' : 'da';
}

/** The locale that goes with messages in this language. */
export function localeOf(language: WindowLanguage): string {
  return language === 'en' ? 'en-GB' : 'da-DK';
}

/** The other language: the one the switch in the menu leads to. */
export function otherLanguage(language: WindowLanguage): WindowLanguage {
  return language === 'da' ? 'en' : 'da';
}

/** The time of day as people of that language write it. */
export function clockTime(at: number, language: WindowLanguage): string {
  return new Date(at).toLocaleTimeString(localeOf(language), { hour: '2-digit', minute: '2-digit' });
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'ur']);

/** Which way words of a language run; by their first strong letter where it is not known. One that begins with a Danish name runs its own way all the same. */
export function directionOf(language: string | null): 'rtl' | 'auto' {
  return language !== null && RIGHT_TO_LEFT.has(language) ? 'rtl' : 'auto';
}
