import type { UrgentWords } from '../domain/complaints/urgent-needs';
import type { FlagWords } from '../domain/desk/red-flags';
import type { Authority, Department } from '../domain/directory/department';
import type { AppealRule } from '../domain/letters/appeal-rule';
import type { GlossaryEntry } from '../domain/letters/glossary';
import type { LawBook } from '../domain/letters/law-book';
import type { ReasonCue } from '../domain/letters/reason-cue';
import type { OpeningHours } from '../domain/hours/opening-hours';
import type { Language, Tongue } from '../domain/language';
import type { LetterWords } from '../domain/letters/letter-words';
import type { Topic } from '../domain/topics/topic';
import type { TongueWords } from '../domain/topics/tongue-words';
import type { TonguePart } from './tongues';

/** A choice shown as a button; typing its label does the same. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** A phrase in one language with its values put in: what a citizen reads. */
export interface Saying {
  /** The phrase it came from. */
  readonly id: string;
  /** The language it is said in. */
  readonly language: Language | Tongue;
  /** One message bubble each; plain text, a blank line parts paragraphs. */
  readonly bubbles: readonly string[];
  readonly actions: readonly Choice[];
  /** What the phrase is about; null when it is about nothing by itself. */
  readonly topic: Topic | null;
  /** ISO date of the last check, only when something said here has expired: the caller then adds the phrase `last-checked`. */
  readonly lastChecked: string | null;
}

/** All that is said and known for one municipality, read once and checked. */
export interface Content {
  /** A hash of all files: changes when anything does. */
  readonly version: string;
  readonly hours: OpeningHours;
  readonly departments: readonly Department[];
  readonly authorities: readonly Authority[];
  /** The laws that letters cite, and what their sections are about. */
  readonly laws: LawBook;
  /** Where decisions can be appealed, area by area. */
  readonly appealRules: readonly AppealRule[];
  /** Hard words in plain ones. */
  readonly glossary: readonly GlossaryEntry[];
  /** Kinds of reasons that letters give. */
  readonly reasons: readonly ReasonCue[];
  /** What the reader of letters knows by name: laws, bodies, cues. */
  readonly letterWords: LetterWords;
  /** Words that may hurt a complaint: pointed out to her, never taken out. */
  readonly rudeWords: readonly string[];
  /** What tells of a need that can't wait: she hears what to do today. Null where nothing is known. */
  readonly urgentWords: UrgentWords | null;
  /** What the adviser's desk says, in Danish alone. */
  readonly desk: {
    /** A text of a page with its values put in. Throws `content-invalid` when there is none, or a value is missing. */
    say(id: string, values?: Readonly<Record<string, string>>): string;
    has(id: string): boolean;
    /** What the annual report counts by: id and name, in order. */
    readonly topics: Readonly<Record<string, string>>;
    readonly flagWords: FlagWords;
  };
  /** Topics that answer "ask the adviser" until they are switched on again. */
  readonly topicsOff: ReadonlySet<Topic>;
  /** The whole bot is switched off: it says so, and how to reach the adviser. Danger and erasing are answered all the same. */
  readonly allOff: boolean;
  /** A hash of the Danish notice as citizens read it, contact data included. */
  readonly noticeVersion: string;
  /** Says a phrase, in her tongue where that has the words for it. Throws `content-invalid` when the phrase is unknown or a value of it is missing. */
  say(id: string, language: Language, values?: Readonly<Record<string, string>>, tongue?: Tongue | null): Saying;
  /**
   * Says a part in a language without full content, and that the Danish text holds; null when it has no words for it. Throws
   * `content-invalid` when a value is missing. The saying has no choices.
   */
  sayInTongue(part: TonguePart, tongue: Tongue, values?: Readonly<Record<string, string>>): Saying | null;
  /** Whether there is such a phrase. */
  has(id: string): boolean;
  /** Whether a tongue has its own words for a phrase. */
  hasInTongue(id: string, tongue: Tongue): boolean;
  /** The words of a tongue that steer a form; null where nothing is known of it. */
  wordsOf(tongue: Tongue): TongueWords | null;
  /** What a choice is called. Throws `content-invalid` when it has no label. */
  label(actionId: string, language: Language, tongue?: Tongue | null): string;
  /** The choice whose label, in Danish, English or the tongue, is exactly this text (case, spaces and end punctuation folded), or that its words command; null otherwise. */
  actionSaid(text: string, tongue?: Tongue | null): string | null;
  /** A fact of municipality.yaml. Throws `content-invalid` when it is not there, or nobody knows it yet. */
  fact(key: string, language: Language): string;
  /** The texts of the chat window: phrases `window.*` without the prefix; facts put in, values left for the window to put in. */
  allText(language: Language): Readonly<Record<string, string>>;
}
