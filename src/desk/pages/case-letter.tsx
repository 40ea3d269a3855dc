import type { VNode } from 'preact';
import type { HandoffCase } from '../../domain/cases/handoff-case';
import type { LetterReading } from '../../domain/letters/letter-reading';
import type { Stretch } from '../../domain/letters/mark-letter';
import { Facts } from './facts';
import type { Say } from './frame';
import { dateInFigures } from './in-words';

interface LetterProps {
  readonly say: Say;
  readonly letter: LetterReading;
  readonly restsOn: HandoffCase['letterRestsOn'];
  /** The letter's own words with the places marked that the reading rests on; null where she did not let them be kept. */
  readonly text: readonly Stretch[] | null;
}

/** The letter: what it says and what was concluded from it, kept apart, beside its own words with the evidence marked. */
export function CaseLetter({ say, letter, restsOn, text }: LetterProps): VNode {
  const { kind, outcome, authority, department, caseNumber, letterDate, legalBasis, appeal, missing, action } = letter;
  return (
    <section aria-labelledby="letter">
      <h2 id="letter">{say('case.letter')}</h2>
      <p class="hint">{say(restsOn === 'told' ? 'case.letter-told' : 'case.letter-hint')}</p>
      <div class={text === null ? undefined : 'letter-beside'}>
        <div>
          <h3>{say('letter.says')}</h3>
          <Facts rows={[
            [say('letter.authority'), [authority, department].filter(Boolean).join(', ')],
            [say('letter.date'), letterDate && dateInFigures(letterDate)],
            [say('letter.case-number'), caseNumber],
            [say('letter.law'), legalBasis.map(({ law, section, subsection }) => `${law} § ${section}${subsection === null ? '' : `, stk. ${subsection}`}`).join('; ')],
            [say('letter.appeal'), appeal.possible === null ? say('not-said') : say(appeal.possible ? 'yes' : 'no')],
            [say('letter.deadline'), appeal.deadlineText],
            [say('letter.amount'), action?.amount],
            [say('letter.place'), action?.place],
          ]} />
          <h3>{say('letter.concluded')}</h3>
          <Facts rows={[
            [say('letter.kind'), say(`letter-kind.${kind}`)],
            [say('letter.outcome'), outcome && say(`letter-outcome.${outcome}`)],
            [say('letter.last-day'), appeal.deadline && dateInFigures(appeal.deadline)],
            [say('letter.action'), action && say(`action-kind.${action.kind}`)],
            [say('letter.action-by'), action?.by && dateInFigures(action.by)],
            [say('letter.missing'), missing.map((part) => say(`missing.${part}`)).join(', ')],
          ]} />
        </div>
        {text !== null && <LetterText say={say} text={text} />}
      </div>
    </section>
  );
}

/** A mark says in words what it shows, for whoever does not see its colour. */
function LetterText({ say, text }: { readonly say: Say; readonly text: readonly Stretch[] }): VNode {
  return (
    <div class="letter said" tabIndex={0} role="region" aria-label={say('letter.text')}>
      {text.map(({ text: words, mark }) => (mark === null ? words : <mark>{words} <span class="of-mark">{say(`mark.${mark}`)}</span></mark>))}
    </div>
  );
}
