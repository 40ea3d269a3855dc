import type { VNode } from 'preact';
import type { QuestionGroup } from '../../domain/conversations/unanswered-question';
import { DeskForm, type Say } from './frame';
import { dateInFigures } from './in-words';

interface QuestionsProps {
  readonly say: Say;
  readonly csrf: string;
  readonly groups: readonly QuestionGroup[];
  readonly iso: (at: number) => string;
}

/** More than these nobody works through in one go. */
const SHOWN = 200;

/** Questions that the bot could not answer or was not sure of, the most frequent first. */
export function QuestionsPage({ say, csrf, groups, iso }: QuestionsProps): VNode {
  return (
    <>
      <h1>{say('menu.questions')}</h1>
      <p>{say('questions.lead')}</p>
      {groups.length === 0 ? <p class="box">{say('questions.none')}</p> : (
        <div class="scroll" tabIndex={0} role="region" aria-label={say('menu.questions')}>
          <table class="cards">
            <caption class="hint">{say('questions.order')}</caption>
            <thead><tr><th scope="col">{say('questions.text')}</th><th scope="col" class="number">{say('questions.count')}</th><th scope="col">{say('questions.kind')}</th><th scope="col">{say('questions.topic')}</th><th scope="col">{say('questions.last')}</th><th scope="col">{say('account.change')}</th></tr></thead>
            <tbody>
              {groups.slice(0, SHOWN).map(({ text, count, kind, topic, language, lastAt, ids }) => (
                <tr key={ids[0]}>
                  <th scope="row" lang={language === 'da' ? undefined : language}>{text}</th>
                  <td class="number beside">{count}</td>
                  <td class="beside">{say(`questions.kind.${kind}`)}</td>
                  <td class="beside"><code>{topic}</code></td>
                  <td class="beside">{dateInFigures(iso(lastAt))}</td>
                  <td><DeskForm action="/adviser/questions/remove" csrf={csrf}><input type="hidden" name="id" value={ids[0] ?? ''} /><button type="submit" class="second">{say('questions.done')}<span class="of"> {text}</span></button></DeskForm></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
