import { z } from 'zod';

/** What a complaint is about (contract § 5). */
export const ComplaintAbout = z.enum(['decision', 'case-handling', 'staff-conduct', 'service', 'practical-work', 'discrimination']);
export type ComplaintAbout = z.infer<typeof ComplaintAbout>;

/** Whether the department has had the chance to answer: decides between first and second instance (facts S18–S22). */
export const Tried = z.enum(['not-yet', 'no-answer', 'answered']);
export type Tried = z.infer<typeof Tried>;

/** Whether an appeal of the decision has been made already, and where the matter lies: what is left to do depends on it. */
export const Complained = z.enum(['not-yet', 'municipality', 'elsewhere']);
export type Complained = z.infer<typeof Complained>;

/** Who has the matter before them, where it is no longer the municipality. */
export const PENDING = ['ankestyrelsen', 'decided', 'ombudsman', 'court'] as const;
export const Pending = z.enum(PENDING);
export type Pending = z.infer<typeof Pending>;

/** By what right somebody acts for another (contract § 5; forvaltningsloven § 8). */
export const BehalfAuthority = z.enum(['fuldmagt', 'forælder', 'værge', 'none']);
export type BehalfAuthority = z.infer<typeof BehalfAuthority>;

/** The person a complaint is for, where she is not the one who writes. */
export const OnBehalfOf = z.object({ name: z.string(), authority: BehalfAuthority });
export type OnBehalfOf = z.infer<typeof OnBehalfOf>;

/** One dated line of what happened; `date` is an ISO day, or null where she gave none. */
export interface TimelineEntry {
  readonly date: string | null;
  /** When it was, in her own words, where that is no single day. */
  readonly asWritten?: string;
  /** Her own words. */
  readonly text: string;
}

/** What the letter that is complained of says, as far as the draft needs it. */
export interface ComplainedDecision {
  readonly letterDate: string | null;
  readonly caseNumber: string | null;
  readonly department: string | null;
  readonly authority: string | null;
  /** The reasons that the letter gives, word for word, in their order. */
  readonly reasons: readonly string[];
  /** The one of several matters in the letter that is complained of, in its words; null where it is the whole letter. */
  readonly matter: string | null;
  /** What it should hold and does not (forvaltningsloven §§ 22–25). */
  readonly missing: readonly ('reasons' | 'legal-basis' | 'appeal-guidance')[];
}

/** A name that the complaint's road gives: whom it is written to, or who decides it. */
export interface NamedBody {
  readonly name: string;
  /** The letter named it, or the law's row. */
  readonly by: 'letter' | 'law';
}

/** All that a complaint is made of; what she did not tell is null. */
export interface Complaint {
  readonly about: ComplaintAbout;
  /** What a decision is about, in her own words; null where a letter says it. */
  readonly matter: string | null;
  /** The area as the law's row calls it, where she chose it among several or told of it before; it stands instead of her words. */
  readonly area: string | null;
  /** The day she got the decision, ISO; null where a letter with its own date lies before us. */
  readonly received: string | null;
  /** Whom it is written to, as far as the road is known. */
  readonly addressee: NamedBody | null;
  /** Who is to have it where the municipality stands by its decision (retssikkerhedsloven § 66). */
  readonly goesOnTo: NamedBody | null;
  /** Who decided, where it is sent to another than who did; null where it goes back to them. */
  readonly decidedBy: string | null;
  /** The municipality has given in partly, and she says that the rest of her complaint stands (bekendtgørelse 861/2025 § 12). */
  readonly keepsUp: boolean;
  /** She wants it dealt with at once. */
  readonly hurry: boolean;
  readonly decision: ComplainedDecision | null;
  readonly department: string | null;
  readonly caseNumber: string | null;
  readonly whatHappened: string | null;
  readonly timeline: readonly TimelineEntry[];
  readonly who: string | null;
  readonly meant: string | null;
  readonly tried: Tried | null;
  readonly wish: string | null;
  readonly onBehalfOf: OnBehalfOf | null;
  readonly name: string | null;
  /** Only where the law has suspensive effect on request, and she wants it. */
  readonly asksToWait: boolean;
  /** Sent before it is finished, since the last day is near. */
  readonly preliminary: boolean;
  /** Why it comes late, in her words; null when it does not. */
  readonly lateBecause: string | null;
}

/** First instance: the department has not yet had the chance to answer; null for a decision, which has its own road. */
export const isFirstInstance = ({ about, tried }: Pick<Complaint, 'about' | 'tried'>): boolean | null => (about === 'decision' || tried === null ? null : tried !== 'answered');
