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
