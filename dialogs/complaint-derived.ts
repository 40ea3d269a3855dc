import { ZONE } from '../src/domain/calendar';
import { Complained, Pending, Tried } from '../src/domain/complaints/complaint';
import { ComplaintAnswers } from '../src/domain/complaints/complaint-answers';
import { findRoad } from '../src/domain/complaints/complaint-road';
import { isLongAgo } from '../src/domain/complaints/long-ago';
import { timelineOf } from '../src/domain/complaints/timeline';
import { urgentNeeds } from '../src/domain/complaints/urgent-needs';
import type { Answers } from '../src/domain/forms/form';
import { NO_AREA } from '../src/domain/forms/which-area';
import { areasInWords, type AreasFound } from '../src/domain/letters/appeal-area';
import { appealRuleFor, type AppealRule } from '../src/domain/letters/appeal-rule';
import type { Talk } from './talk';

/** Her first words may stand as what the decision is about, if they are no longer than a line. */
const AREA_AT_MOST = 120;
/** More words than this are no name of a matter. */
const NAME_WORDS_AT_MOST = 6;
/** The wish to complain is no part of what it is about. */
const WISH = /^(?:(?:hej|goddag|hello|hi)[\s,.!]+)?(?:jeg (?:vil|ønsker|skal)|i (?:want|would like) to)(?: (?:gerne|også))? (?:klage|complain|appeal) (?:over|about|against)(?: at| that)?\s+/iu;

/** What follows from the answers so far: hidden beside them, and worked out anew after each. */
export function derived(talk: Talk, given: Answers): Answers {
  const needs = needsTold(talk, given);
  // What no choice names is told as any matter that was dealt with wrongly.
  if (given.about === 'other' && given.other === 'municipal') return { ...derived(talk, { ...given, about: 'case-handling' }), about: 'case-handling' };
  if (given.about === undefined || given.about === 'other') return { needs };
  const area = areaIn(talk, given);
  const answers: Answers = area === null ? given : { ...given, area };
  const known = ComplaintAnswers.parse(answers);
  const found = known.area === undefined ? NOTHING : areasInWords(known.area, talk.content.appealRules);
  const asked = found.kind === 'unsure' || found.kind === 'several';
  return {
    ...(area === null ? {} : { area }),
    areas: asked ? found.rules.map(({ id }) => id) : [],
    several: found.kind === 'several',
    needs,
    longAgo: longAgo(talk, known),
    road: roadOf(talk, answers, known, found),
  };
}

function needsTold({ content }: Talk, { story, area, whatHappened, disagree, meant }: Answers): Answers[string] {
  return urgentNeeds([story, area, whatHappened, disagree, meant].filter((said) => typeof said === 'string').join('\n'), content.urgentWords);
}

const NOTHING: AreasFound = { kind: 'none', rules: [] };

/** What the decision is about, from her first words, where they name it and she has not been asked. */
function areaIn({ content }: Talk, { about, area, letter, story }: Answers): string | null {
  if (about !== 'decision' || area !== undefined || letter !== undefined || typeof story !== 'string') return null;
  const said = story.replace(WISH, '').trim();
  if (said.length > AREA_AT_MOST) return null;
  const found = areasInWords(said, content.appealRules);
  // A few words name the matter; a whole sentence is her story, and the matter goes by its own name.
  const name = found.kind === 'named' && said.split(/\s+/).length > NAME_WORDS_AT_MOST ? (found.rules[0]?.about.da ?? said) : said;
  return found.kind === 'none' ? null : name;
}

function longAgo({ services }: Talk, { about, received, whatHappened, when }: ComplaintAnswers): boolean {
  const today = services.now().setZone(ZONE).startOf('day');
  if (about === 'decision') return isLongAgo([received ?? null], today);
  return typeof whatHappened === 'string' && isLongAgo(timelineOf(whatHappened, when ?? null, today).map(({ date }) => date), today);
}

function roadOf(talk: Talk, answers: Answers, known: ComplaintAnswers, found: AreasFound): Answers[string] {
  const { about, letter } = known;
  return findRoad({
    about,
    tried: Tried.safeParse(answers.tried).data ?? null,
    complained: Complained.safeParse(answers.complained).data ?? null,
    pending: Pending.safeParse(answers.pending).data ?? null,
    letter: letter?.reading ?? null,
    ...(letter === undefined ? {} : { told: letter }),
    rule: ruleOf(talk, known, found),
    received: known.received ?? null,
    today: talk.services.now().setZone(ZONE).toISODate() ?? '',
  });
}

/** The row that the letter's sections lead to, else the one she chose, else the one her words name; none where they may mean several. */
function ruleOf({ content }: Talk, { letter, which }: ComplaintAnswers, found: AreasFound): AppealRule | null {
  const row = (id: string) => content.appealRules.find((rule) => rule.id === id) ?? null;
  if (letter !== undefined) return letter.row === null ? appealRuleFor(letter.reading.legalBasis, content.appealRules, content.laws) : row(letter.row);
  if (which !== undefined) return which === NO_AREA ? null : row(which);
  return found.kind === 'named' ? (found.rules[0] ?? null) : null;
}
