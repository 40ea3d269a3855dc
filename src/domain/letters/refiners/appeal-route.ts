import { doubt, say, type Draft, type Refiner, type Sight } from '../draft';
import { findingsOf, type Finding } from '../finding';
import type { GuidanceSentence } from '../guidance';
import type { AppealBody, LetterReading } from '../letter-reading';
import type { GuidanceCue } from '../letter-words';

const KINDS_WITH_APPEAL: readonly LetterReading['kind'][] = ['decision', 'payment-demand'];

/** Whether one can complain, who decides it and where it must be sent. Other letters than decisions and charges tell of no complaint of their own. */
export const appealRoute: Refiner = (draft, sight) => {
  const { guidance } = sight;
  if (!KINDS_WITH_APPEAL.includes(draft.reading.kind) || (draft.reading.kind !== 'decision' && guidance.strength < 3 && !guidance.mayNotComplain && !guidance.mayComplain)) return draft;
  const possible = isPossible(sight);
  if (possible !== true) {
    const place = guidance.mayNotComplain;
    return say(draft, sight, { appeal: { ...draft.reading.appeal, possible } }, 'appeal.possible', place);
  }
  const bodies = guidance.sentences.flatMap((each) => bodiesIn(each, sight));
  const named = choose(bodies) ?? namedNearby(sight);
  const sendTo = whereToSend(sight, draft, named?.finding.slug ?? null);
  // What is sent to us, courts may try afterwards: they decide no complaint.
  const chosen = named?.finding.slug === 'domstolene' && sendTo !== null && sendTo.slug !== 'domstolene' ? null : named;
  const body = chosen?.finding.slug ?? ownDecides(draft, sendTo?.slug ?? null, sight);
  let next = say(draft, sight, { appeal: { ...draft.reading.appeal, possible, body, sendTo: sendTo?.slug ?? null } }, 'appeal.possible', guidance.mayComplain ?? guidance.enclosed ?? guidance.sentences.find(({ says }) => says.has('goes-on'))?.sentence);
  if (chosen) next = say(next, sight, {}, 'appeal.body', chosen.finding);
  if (sendTo) next = say(next, sight, {}, 'appeal.sendTo', sendTo);
  const others = [...new Set(findingsOf(sight.findings, 'body').map(({ slug }) => slug))].filter((slug) => slug !== body && slug !== 'other');
  if (body === null) next = doubt(next, 'appeal.body', 'which-body');
  return say(next, sight, { otherRoutes: others });
};

function isPossible({ guidance }: Sight): boolean | null {
  const { mayComplain, mayNotComplain, enclosed, sentences } = guidance;
  if (mayNotComplain && !mayComplain && !sentences.some(({ says }) => says.has('keep-up') && says.has('time-limit'))) return false;
  if (mayNotComplain && (!mayComplain || mayNotComplain.purpose === 'guidance') && !sentences.some(({ says }) => says.has('send') || (says.has('time-limit') && says.has('may-complain')))) return false;
  if (mayComplain || sentences.some(({ says }) => says.has('keep-up'))) return true;
  // "Kan vi klage? Ja, …": the heading asks, the text answers.
  if (!mayNotComplain && sentences.some(({ sentence, says }) => sentence.purpose === 'guidance' && sentence.zone === 'body' && (says.has('send') || says.has('time-limit') || says.has('decided-by') || sentence.cues.some(({ meaning }) => meaning.of === 'body' && !meaning.aside)))) return true;
  if (sentences.some(({ says }) => says.has('goes-on'))) return true;
  return mayNotComplain ? false : enclosed ? null : null;
}

/** "Ankestyrelsen får sagen, hvis …": named right after the guidance, though no cue of guidance stands there. */
function namedNearby({ guidance, findings }: Sight): BodyNamed | null {
  const places = guidance.sentences.map(({ sentence }) => sentence.index);
  const [from, to] = [Math.min(...places) - 1, Math.max(...places) + 3];
  const finding = findingsOf(findings, 'body').find((each) => !each.aside && each.certainty > 0 && each.sentence >= from && each.sentence <= to);
  return finding ? { finding, weight: 1 } : null;
}

interface BodyNamed {
  readonly finding: Finding<'body'>;
  readonly weight: number;
}

/** A body counts most where it decides the complaint, less where the case is merely passed on to it, least beside another matter. */
function bodiesIn({ sentence, says }: GuidanceSentence, sight: Sight): BodyNamed[] {
  return findingsOf(sight.findings, 'body')
    .filter((finding) => finding.sentence === sentence.index && finding.certainty > 0)
    .map((finding) => {
      const has = (cue: GuidanceCue) => says.has(cue);
      let weight = 1;
      if (has('decided-by')) weight += 2;
      // "I sender klagen til Skatteankestyrelsen, som er sekretariat": where to send, not who decides.
      const sentByCitizen = SENT_BY_CITIZEN.test(sentence.spelt.join(' '));
      if ((has('passed-on') && !sentByCitizen) || has('send-directly')) weight += 1.5;
      if (SECRETARIAT.test(sentence.spelt.join(' '))) weight -= 1.5;
      if (has('may-complain')) weight += 1;
      if (has('court') && finding.slug === 'domstolene') weight -= 2;
      if (has('elsewhere')) weight -= 2;
      if (finding.aside) weight -= 1.4;
      return { finding, weight };
    });
}

const SENT_BY_CITIZEN = /\b(?:du|i|de|man) (?:skal |kan |bedes )?(?:sender?|indsender?|indgiver?)\b|\b(?:sender?|indsender?) (?:du|i|de|man)\b/iu;
const SECRETARIAT = /\bsom (?:er )?(?:fælles )?sekretariat|sekretariat for/iu;

function choose(bodies: readonly BodyNamed[]): BodyNamed | null {
  const total = new Map<AppealBody, { weight: number; first: BodyNamed }>();
  for (const each of bodies) {
    const old = total.get(each.finding.slug);
    total.set(each.finding.slug, { weight: Math.max(old?.weight ?? -9, each.weight) + (old ? 0.4 : 0), first: old?.first ?? each });
  }
  let best: { weight: number; first: BodyNamed } | null = null;
  for (const each of total.values()) if (!best || each.weight > best.weight) best = each;
  return best && best.weight > 0 ? best.first : null;
}

/**
 * Nobody else is named, and the complaint goes to the municipality: of a charge it decides itself, of what a school decided the leader and
 * the municipality do. Who decides on another decision is then not said: it only looks at it again.
 */
function ownDecides(draft: Draft, sendTo: AppealBody | null, sight: Sight): AppealBody | null {
  const toOwn = sendTo === 'kommunen' || sight.guidance.sentences.some(({ sentence }) => /klage\w* (?:\S+ ){0,4}til (?:kommunen|os)\b/iu.test(sight.letter.raw.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ')));
  // "Så ser vi på det igen": that is the reassessment; who decides after it is not said.
  if (!toOwn || sight.guidance.sentences.some(({ sentence }) => REASSESSES.test(sentence.spelt.join(' ')))) return null;
  const { department, authority } = draft.reading;
  const toLeader = sight.guidance.sentences.some(({ sentence }) => /(?<!\p{L})skole(?:ns )?leder(?:en)?(?!\p{L})/iu.test(sentence.spelt.join(' ')));
  if (toLeader || /skole(?:n|leder)?$/iu.test(department ?? '') || /skole$/iu.test(authority ?? '')) return 'skoleleder-og-kommune';
  return draft.reading.kind === 'payment-demand' ? 'kommunen' : null;
}

const REASSESSES = /genvurder|revurder|(?<!\p{L})(?:ser|kigger|vurderer|behandler|look) (?:\p{L}+ ){0,4}(?:igen|på ny|en gang til|again)(?!\p{L})/iu;

/** Where the complaint must be sent: named as such; "vi", "os" and the municipality's own units are `kommunen`, those of another authority `other`. */
function whereToSend(sight: Sight, draft: Draft, body: AppealBody | null): { slug: AppealBody; start: number; end: number } | null {
  const own: AppealBody = isMunicipal(draft) ? 'kommunen' : 'other';
  // Named as the one to complain to, or as receiver; who is named later as the one to hand it in at, is the receiver.
  let byName: { slug: AppealBody; start: number; end: number } | null = null;
  let fallback: { slug: AppealBody; start: number; end: number } | null = null;
  for (const { sentence, says } of sight.guidance.sentences) {
    if (sentence.zone === 'heading' || (says.has('court') && !says.has('send'))) continue;
    const place = { start: sentence.start, end: sentence.end };
    const words = sentence.spelt.join(' ');
    const named = findingsOf(sight.findings, 'body').filter((finding) => finding.sentence === sentence.index);
    const [first] = named;
    if (says.has('send-directly') && first && !/(?:ikke|not) direkte/iu.test(words) && !ANOTHER_MATTER.test(words)) return { slug: first.slug, ...place };
    if (throughOwn(words, draft)) return { slug: own, ...place };
    const target = targetOf(words, sight, named, draft, body);
    if (target === 'own' || SENT_TO_US.test(words) || (says.has('portal') && THROUGH_PORTAL.test(words)) || reachesOwn(words, draft)) return { slug: own, ...place };
    if (target !== null) byName ??= { slug: target, ...place };
    // "klage til Styrelsen for Patientklager, Olof Palmes Allé 18": with its address it is where to send.
    if (says.has('may-complain') && first && first.slug === body && first.slug !== 'ankestyrelsen') fallback ??= { slug: first.slug, ...place };
  }
  return byName ?? fallback ?? inTable(sight, draft, own) ?? ownNamed(sight, draft, own) ?? unitUnknown(sight, own, body);
}

/** "Klagen tilgår derfra kommunen": Klageportalen brings it to the authority that decided. */
const THROUGH_PORTAL = /(?<!\p{L})(?:tilgår|lander|kommer|modtages|havner|går|ligger|sendes|videregives|deler)(?: \p{L}+){0,4} (?:kommunen|os|\p{Lu}[\p{L}-]+ Kommune)(?!\p{L})/u;

/** "Når I trykker send, modtager Ringkøbing-Skjern Kommune klagen", "klagen skal nå mig": it comes to us. */
function reachesOwn(words: string, draft: Draft): boolean {
  const reached = RECEIVES.exec(words)?.[1] ?? REACHES.exec(words)?.[1];
  return reached !== undefined && isOwn(reached, draft);
}
const RECEIVES = /(?<!\p{L})(?:modtager|får) (\p{L}[\p{L} -]{1,60}?) (?:din |jeres |deres )?klage[nr]?(?!\p{L})/iu;
const REACHES = /(?<!\p{L})(?:klagen?|den) (?:\p{L}+ ){0,2}(?:skal|bør|må) (?:nå|være nået|være kommet|komme|ligge|lande)(?: frem)?(?: til| hos)? (\p{L}.{1,40})/iu;

/** "via kommunen": whoever decides, it goes through the municipality. */
function throughOwn(words: string, draft: Draft): boolean {
  const through = /(?<!\p{L})(?:via|gennem|igennem) (?=\S)/iu.exec(words);
  return through !== null && isOwn(words.slice(through.index + through[0].length), draft);
}

/** What comes before a receiver that is named in another way than by a verb of sending. */
const TOWARDS = /(?<!\p{L})(?:(?:modtaget|modtages) (?:af|hos)|over for|overfor|henvendelse (?:herom )?(?:rettes )?til|rettes til|post til|mail til|til|hos|forbi|ind på|kontakt|contact) (?=\S)/giu;
const TO_HAVE_IT = /(?:[Dd]et er )?(\p{Lu}[^,.;:]{2,60}?) ?,? (?:der|som) skal have (?:din |jeres |deres )?klage/u;
/** "Ring eller skriv inden fire uger": to us, where nobody else is named. */
const ANY_WAY = /(?<!\p{L})(?:skriv|skrive|ring|ringe|kom forbi|komme forbi|mød op|sig det|sige det|sig til|giv besked|mail|svare?|call|phone|contact us|come)(?!\p{L})/iu;
const BY_OWN = /(?<!\p{L})(?:(?:vi|kommunen|som|der|den) (?:sender|videresender|oversender|genvurderer|revurderer|fremsender)|sender vi|sender kommunen)(?!\p{L})/iu;

/** The municipality or its unit, named as receiver in guidance that tells of complaining or of the time for it. */
function ownNamed({ guidance }: Sight, draft: Draft, own: AppealBody): { slug: AppealBody; start: number; end: number } | null {
  for (const { sentence, says } of guidance.sentences) {
    if (sentence.zone === 'heading' || (!says.has('may-complain') && !says.has('time-limit') && !says.has('send'))) continue;
    const words = sentence.spelt.join(' ');
    if (ANOTHER_MATTER.test(words) || says.has('court')) continue;
    const clause = words.slice(0, BY_OWN.exec(words)?.index ?? words.length);
    const named = [...clause.matchAll(TOWARDS)].some((toward) => isOwn(clause.slice(toward.index + toward[0].length), draft));
    const inHand = /(\p{Lu}[\p{L}-]+(?: Kommune)?) i hænde/u.exec(clause)?.[1];
    const toHave = TO_HAVE_IT.exec(clause)?.[1];
    const anyWay = (says.has('time-limit') || says.has('may-complain')) && ANY_WAY.test(clause) && !sentence.cues.some(({ meaning }) => meaning.of === 'body');
    if (named || anyWay || (toHave !== undefined && (isOwn(toHave, draft) || isOwn(toHave.split(' ').at(-1) ?? '', draft))) || (inHand !== undefined && isOwn(inHand, draft)) || /(?<!\p{L})svare? (?:bare |blot )?på (?:denne|mailen|dette)(?!\p{L})/iu.test(clause)) return { slug: own, start: sentence.start, end: sentence.end };
  }
  return null;
}

/** "Det gør du til Voksenhuset inden fire uger": a name we do not know, where the body is one that complaints reach through who decided. */
function unitUnknown({ guidance }: Sight, own: AppealBody, body: AppealBody | null): { slug: AppealBody; start: number; end: number } | null {
  if (body !== 'ankestyrelsen') return null;
  const found = guidance.sentences.find(({ sentence, says }) =>
    (says.has('time-limit') || says.has('may-complain')) && sentence.zone !== 'heading' && !says.has('court') && !sentence.cues.some(({ meaning }) => meaning.of === 'body') && /(?<!\p{L})(?:til|hos) \p{Lu}\p{Ll}{3}/u.test(sentence.spelt.join(' ')) && !ANOTHER_MATTER.test(sentence.spelt.join(' ')));
  return found ? { slug: own, start: found.sentence.start, end: found.sentence.end } : null;
}

const WHERE_TO = /^(?:hvortil|hvorhen|sted|indgives til|stiles til|til hvem|modtager|sendes til|send til|adresse|where|to whom)\s?[?:]?\s*/iu;

/** "Hvortil?   Visitationen, Struer Kommune": guidance in rows, in the guidance or right after its beginning. */
function inTable({ guidance, letter }: Sight, draft: Draft, own: AppealBody): { slug: AppealBody; start: number; end: number } | null {
  const begin = guidance.mayComplain?.index ?? -1;
  if (begin < 0) return null;
  for (const { start, end, spelt, index } of letter.sentences.slice(begin, begin + 8)) {
    const words = spelt.join(' ');
    const asked = WHERE_TO.exec(words)?.[0].length ?? (/^(?:hvortil|hvorhen|til hvem|where)\s?\?$/iu.test(letter.sentences[index - 1]?.spelt.join(' ') ?? '') ? 0 : null);
    if (asked !== null && isOwn(words.slice(asked), draft)) return { slug: own, start, end };
  }
  return null;
}

const SENT_TO_US =
  /(?:(?:vi|kommunen) skal have|skal (?:vi|kommunen) have) (?:modtaget )?(?:din |jeres |deres )?(?:klage|den)|(?:kommunen|os) i hænde|klage[nr]?\b[^.]{0,30} hertil|(?:klage[nr]?|den) (?:\p{L}+ ){0,4}(?:hos|til) (?:os|kommunen)\b|(?:sig|sige|gør|gøre) det til os|giv(?:e)? os besked|(?:sig|sige) til os|fortæl(?:le)? os|(?:to|with) (?:us|the municipality)\b/iu;
/** A verb of sending with what follows it up to the receiver. */
const SENDING =
  /(?<!\p{L})(?:sendes|sende|send|indgives|indgive|indsendes|indsende|stiles|stile|afleveres|aflevere|fremsendes|fremsende|skriv|skrive|ring|ringe|rettes|rette|indleveres|klage|klager|klagen|fremsættes|mail|maile|kontakt|kontakte|henvende (?:sig|dig|jer|dem)|(?:gør|skal) (?:du|i|de)|indsigelse|submitted|submit|sent|send|lodged|file|write|complain|klag|tale|modtaget|modtages|i hænde|gives|være|går|(?:du|i|de) sender|sender (?:du|i|de))\s/giu;
/** Before a verb of sending: it is the municipality that sends. */
const SENT_ON = /(?<!\p{L})(?:(?:vi|kommunen|som|forvaltningen|jobcenteret|municipality) (?:\p{L}+ ){0,2}|(?:og|and) (?:\p{L}+ ){0,4}|we (?:\p{L}+ ){0,6})$/iu;
/** Verbs that ask for a call or a letter about anything: meant only where the sentence is of complaining. */
const ANY_CONTACT = /^(?:skriv|skrive|ring|ringe|kontakt|kontakte|mail|maile|henvende)/iu;
const STOP = /^(?:;|som|der|hvis|når|fordi|så|men|for|which|who|inden|senest)$/iu;

/** Who receives what is sent: the first receiver after a verb of sending; null when there is none. What "vi" or the municipality sends on is not meant. */
function targetOf(words: string, sight: Sight, named: readonly Finding<'body'>[], draft: Draft, chosen: AppealBody | null): AppealBody | 'own' | null {
  let addressed: AppealBody | 'own' | null = null;
  for (const verb of words.matchAll(SENDING)) {
    const before = words.slice(Math.max(0, verb.index - 40), verb.index);
    if (SENT_ON.test(before) && /^(?:send|sende|sendes|går|fremsende)\s/iu.test(verb[0])) {
      // "stiles til nævnet og sendes til kommunen": both are the citizen's to do.
      const hers = /(?:skal|kan|bedes) (?:du|i|de|man) $/iu.test(before) || /klage[n]? $/iu.test(before) || (addressed !== null && /^sendes/iu.test(verb[0]) && / og $/iu.test(before));
      if (!hers) continue;
    }
    if (ANY_CONTACT.test(verb[0]) && (!/klag|uenig|utilfreds|complain|appeal|holde? fast|fasthold/iu.test(words) || isOfAnotherMatter(words, verb.index)) && !isInGuidance(sight, words)) continue;
    const plain = /^(?:klage?|klager|klagen|være|går|gives|tale|complain|indsigelse|(?:gør|skal) (?:du|i|de))\s/iu.test(verb[0]);
    const rest = words.slice(verb.index + verb[0].length);
    // "kontakte Hjælpemidler": who is contacted follows at once.
    const receiver = /^kontakt/iu.test(verb[0]) && isOwn(rest, draft) ? 'own' : receiverAfter(rest, sight, named, draft, chosen);
    if (receiver === null || (plain && receiver !== 'own')) continue;
    // "stiles til nævnet, men indsendes til skolen": addressed to one, sent to the other.
    if (!/^stile/iu.test(verb[0])) return receiver;
    addressed ??= receiver;
  }
  return addressed;
}

/** What one may write or ring about beside complaining. */
const ANOTHER_MATTER = /tilsendt|(?:nye|nyt|flere|yderligere|new|more) (?:oplysninger|bilag|papirer|information)|spørgsmål|aktindsigt|hjælp(?!emid)|rater|afdrag|(?<!ud)betal|partsrepræsentant|bisidder|borgerrådgiver|kopi|forklar/iu;

/** What is told after a dash or a "men" is not what to write about: "… – det er en hjælp, hvis du begrunder klagen". */
const isOfAnotherMatter = (words: string, at: number): boolean => {
  const end = words.slice(at).search(/ [–;] | , men /u);
  return ANOTHER_MATTER.test(end < 0 ? words : words.slice(0, at + end));
};

/** "Er du uenig, kan du klage. Skriv til …": right after it, or with a time limit under the heading. */
function isInGuidance({ guidance }: Sight, words: string): boolean {
  const at = guidance.sentences.findIndex(({ sentence }) => sentence.spelt.join(' ') === words);
  const own = guidance.sentences[at];
  if (!own || ANOTHER_MATTER.test(words)) return false;
  const before = guidance.sentences[at - 1];
  if (before?.says.has('may-complain') === true) return true;
  return own.sentence.purpose === 'guidance' && (own.says.has('time-limit') || (before?.says.has('time-limit') === true && before.sentence.purpose === 'guidance'));
}

/** "Klagen sendes til styrelsen", "dertil": the body named before. */
const THE_BODY = /^(?:styrelsen|nævnet|ministeriet|klageenheden|tilsynet|enheden|the board|the agency)(?!\p{L})/iu;

function receiverAfter(rest: string, sight: Sight, named: readonly Finding<'body'>[], draft: Draft, chosen: AppealBody | null): AppealBody | 'own' | null {
  const all = rest.split(' ');
  const end = all.findIndex((word, at) => at > 0 && STOP.test(word) && !/^(?:inden|senest|for)$/iu.test(word));
  const clause = all.slice(0, end < 0 ? 40 : Math.min(end, 40)).join(' ');
  const there = /^(?:\p{L}+ ){0,2}?(dertil|derhen|hertil|herhen|her|herind)(?!\p{L})/iu.exec(clause)?.[1]?.toLowerCase();
  if (there?.startsWith('her')) return 'own';
  if (there !== undefined && chosen !== null) return chosen;
  for (const joint of ` ${clause}`.matchAll(/\s(?:til|hos|to|with|med|på|kontakt|vedrørende|at|i|ved|,)\s/giu)) {
    const after = clause.slice(joint.index + joint[0].length - 1);
    const small = after.toLowerCase();
    const body = named.find(({ start, end: to }) => small.startsWith(sight.letter.raw.slice(start, to).toLowerCase().split(/\s/u)[0] ?? ' '));
    if (body) return body.slug;
    if (THE_BODY.test(after) && chosen !== null) return chosen;
    if (isOwn(after, draft)) return 'own';
  }
  return null;
}

/** "Grønnemose Skole", "Benefits Unit": a name of several words that ends as units do. */
const NAMED_UNIT = /^(?:\p{Lu}[\p{L}-]+ ){1,3}(?:Skole|Skolen|Team|Teamet|Center|Centret|Centeret|Afdeling|Afdelingen|Enhed|Jobcenter|Unit|Department|Centre|Office|Team)(?!\p{L})/u;

function isOwn(named: string, { reading }: Draft): boolean {
  const after = named.replace(/^(?:the|our) (?=\p{L})/iu, (article) => (/^the municipality/iu.test(named) ? article : ''));
  if (NAMED_UNIT.test(after)) return true;
  if (/^(?:os|mig|kommunen|afdelingen|forvaltningen|centeret|centret|jobcenteret|jobcentret|visitationen|us|me|the municipality|ovenstående|ovennævnte|nedenstående|undertegnede|skolen|teamet|borgerservice|denne adresse|adressen)(?![\p{L}])/iu.test(after)) return true;
  if (/^[\p{Lu}][\p{L}-]+(?: [\p{L}-]+){0,3}? (?:Kommune|Municipality)(?![\p{L}])/u.test(after)) return true;
  if (reading.authority !== null && after.toLowerCase().startsWith(reading.authority.toLowerCase())) return true;
  if (reading.department !== null && nameOf(after).startsWith(nameOf(reading.department).slice(0, 12))) return true;
  return /^\p{Lu}[\p{L}-]*(?:afdeling|afdelingen|team|teamet|center|centeret|centret|forvaltning|forvaltningen|kontor|kontoret|service|udvalg|udvalget|visitation|visitationen|ydelse|gruppen|skole|sekretariat|sekretariatet|myndighed|enhed|enheden|rådgivningen|rådgivning|anvisningen|registret|miljø|byg)(?![\p{L}])/u.test(after) || /^(?:Center|Team|Afdelingen|Jobcenter|Borgerservice|Teknik|Familie|Børn|Social|Ydelse|Parkering|PPR|Byg|Plan)/u.test(after);
}

/** A name as it is compared: "Fleks- og Rehabilitering" and "Fleks - og Rehabilitering" are one. */
const nameOf = (text: string): string => text.toLocaleLowerCase('da').replace(/[^\p{L}\d]+/gu, ' ').trim();

function isMunicipal({ reading }: Draft): boolean {
  return reading.authority === null || /kommune|municipality|komm/iu.test(reading.authority);
}
