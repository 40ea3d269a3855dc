import type { ClosingDoubt } from '../../domain/desk/closing-doubts';
import { DateTime } from 'luxon';
import { ZONE } from '../../domain/calendar';
import { sayDay } from '../../domain/dates/say-day';
import { deadlineChip } from '../../domain/desk/deadline-chip';
import type { CaseSummary } from '../../domain/desk/case-summary';
import type { Say } from './frame';

/** A day in words, "torsdag den 26. november". */
export const dayInWords = (iso: string, now: DateTime): string => sayDay(DateTime.fromISO(iso, { zone: ZONE }), 'da', now);

/** A moment as it stands in a log: "25. nov. 2026 kl. 10.30". */
export const momentInWords = (iso: string): string => DateTime.fromISO(iso, { zone: ZONE }).setLocale('da').toFormat("d. LLL yyyy 'kl.' H.mm");

/** A date in figures, "26.11.2026". */
export const dateInFigures = (iso: string): string => DateTime.fromISO(iso, { zone: ZONE }).toFormat('dd.MM.yyyy');

/** A day that is kept as ISO in figures; her own words as they are. */
export const dayOrWords = (said: string): string => (/^\d{4}-\d\d-\d\d$/.test(said) ? dateInFigures(said) : said);

/** How long ago in whole days: "i dag", "1 dag", "12 dage". */
export function ageInWords(iso: string, now: DateTime, say: Say): string {
  const days = Math.round(now.setZone(ZONE).startOf('day').diff(DateTime.fromISO(iso, { zone: ZONE }).startOf('day'), 'days').days);
  return days <= 0 ? say('age.today') : days === 1 ? say('age.one-day') : say('age.days', { days: String(days) });
}

/** A last day with how near it is: "26.11.2026 – om 1 dag". */
export function deadlineInWords(date: string, now: DateTime, say: Say): { readonly text: string; readonly near: string; readonly level: string } {
  const { days, level } = deadlineChip(date, now);
  const near = days === 0 ? say('deadline.today') : days === 1 ? say('deadline.one-day') : days === -1 ? say('deadline.yesterday') : days < 0 ? say('deadline.passed', { days: String(-days) }) : say('deadline.days', { days: String(days) });
  return { text: `${dateInFigures(date)} – ${near}`, near, level };
}

/** What a case is about in a few words: the adviser's own title, else what the complaint is over, or what the letter is. */
export function subjectInWords({ title, subject, about, letter }: Pick<CaseSummary, 'title' | 'subject' | 'about' | 'letter'>, say: Say): string {
  if (title !== null) return title;
  if (about !== null) return say('case.complaint-about', { about: say(`about.${about}`) });
  if (letter === null) return say(`subject.${subject}`);
  return `${say(`subject.${subject}`)}: ${letter.outcome === null ? say(`letter-kind.${letter.kind}`) : say(`letter-outcome.${letter.outcome}`)}`.trim();
}

/** A Danish number as it is read aloud, in pairs; others as they are. */
export const phoneInGroups = (phone: string): string => phone.replace(/^\+45(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4');

/** "engelsk": by the platform's own table of languages; a code it does not know stands as it is. */
export function languageInWords(code: string): string {
  try {
    return new Intl.DisplayNames(['da'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** What would be lost by closing or erasing a case; only of a deadline is there a day. */
export const doubtInWords = (doubt: ClosingDoubt, deadline: string | null, say: Say): string => say(`closing.${doubt}`, deadline === null ? {} : { day: dateInFigures(deadline) });
