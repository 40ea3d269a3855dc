import { join } from 'node:path';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { partsInWords } from '../../../dialogs/letter-words';
import { loadContent } from '../../../src/content/load-content';
import { ZONE } from '../../../src/domain/calendar';
import { LANGUAGES } from '../../../src/domain/language';
import { appealRuleFor } from '../../../src/domain/letters/appeal-rule';
import { explainLetter } from '../../../src/domain/letters/explain-letter';
import { whyThatDay } from '../../../src/domain/letters/explanation/by-when';
import { AppealBody, LetterKind, Outcome, type LetterReading } from '../../../src/domain/letters/letter-reading';

const content = loadContent({ folder: join(__dirname, '../../../content'), municipality: 'ishoj' });
const books = { laws: content.laws, reasons: content.reasons, authorities: content.authorities, glossary: content.glossary, home: 'Ishøj Kommune' };
const now = DateTime.fromISO('2026-11-25T10:00', { zone: ZONE });

const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const sections = Object.entries(content.laws).flatMap(([law, { sections: all }]) => [...Object.keys(all), '999'].map((section) => ({ law, section })));
const cited = fc.record({ at: fc.constantFrom(...sections, { law: 'månelandingsloven', section: '1' }), subsection: orNull(fc.constantFrom('1', '2', '4')) }).map(({ at, subsection }) => ({ ...at, subsection }));
const time = fc.oneof(fc.constant({ deadlineText: null, deadlineDays: null }), fc.constant({ deadlineText: '4 uger', deadlineDays: 28 }), fc.constant({ deadlineText: '3 måneder', deadlineDays: null }), fc.constant({ deadlineText: '2. november', deadlineDays: null }));
const reading: fc.Arbitrary<LetterReading> = fc.record({
  kind: fc.constantFrom(...LetterKind.options), outcome: orNull(fc.constantFrom(...Outcome.options)), authority: orNull(fc.constantFrom('Ishøj Kommune', 'Udbetaling Danmark', 'Greve Kommune', 'Skattestyrelsen')),
  department: orNull(fc.constant('Center')), caseNumber: orNull(fc.constant('26/1')), letterDate: orNull(day), legalBasis: fc.array(cited, { maxLength: 5 }),
  appeal: fc.tuple(fc.record({ possible: orNull(fc.boolean()), sendTo: orNull(fc.constantFrom(...AppealBody.options)), body: orNull(fc.constantFrom(...AppealBody.options)), deadline: orNull(day) }), time).map(([one, two]) => ({ ...one, ...two })),
  has: fc.record({ decision: fc.boolean(), reasons: fc.boolean(), legalBasis: fc.boolean(), appealGuidance: fc.boolean() }),
  missing: fc.subarray(['reasons', 'legal-basis', 'appeal-guidance'] as const).map((all) => [...all]), terms: fc.subarray(content.glossary.map(({ id }) => id)).map((all) => all.slice(0, 8)),
  action: orNull(fc.record({ kind: fc.constantFrom('comment', 'send', 'pay', 'attend', 'confirm-appeal' as const), by: orNull(day), at: orNull(fc.constant('kl. 10')), place: orNull(fc.constant('Rådhuset')), amount: orNull(fc.constantFrom('1.250 kr.', '10.008,00')), what: fc.array(fc.constant('lønsedler'), { maxLength: 2 }) })),
  decisions: fc.array(fc.record({ about: fc.constant('hjælp'), outcome: orNull(fc.constantFrom(...Outcome.options)) }), { maxLength: 3 }), otherRoutes: fc.array(fc.constantFrom(...AppealBody.options), { maxLength: 2 }),
});
const facts = fc.record({
  reading, quotes: fc.constantFrom<Record<string, string[]>>({}, { outcome: ['Vi fastholder vores afgørelse.'], 'has.reasons': ['Din indkomst er for høj.'], 'appeal.body': ['Nævnet'] }),
  received: orNull(fc.record({ day, how: fc.constantFrom('told', 'letter-date' as const) })), noticed: orNull(day), told: fc.boolean(), today: day,
  time: orNull(fc.record({ time: fc.constantFrom({ weeks: 4 }, { days: 14 }, { months: 3 }), from: fc.constantFrom('receipt', 'letter-date', 'public-notice' as const), day: orNull(day) })),
}).map((all) => ({ ...all, rule: appealRuleFor(all.reading.legalBasis, content.appealRules, content.laws) }));

test('whatever was read, it can be said in both languages: no phrase is unknown, no value lacking', () => {
  fc.assert(fc.property(facts, (letter) => {
    for (const language of LANGUAGES) {
      const said = partsInWords({ content, language, now }, [...explainLetter(letter, books), { part: 'sum', points: whyThatDay(letter) }]);
      expect(said.map(({ text }) => text).join('\n')).not.toMatch(/[{}]|undefined|\bnull\b|NaN/);
    }
  }), { numRuns: 1_500 });
});
