import type { Judged } from './calibrate';
import { dangerScores, probabilityOf } from './danger-scale';
import type { Topic } from './topic';
import type { DangerScale, UnseenFigures } from './topic-model';

/** How phrases fared with what never saw their writer: a quick look, of which the whole is `npm run eval`. */
export function unseenFigures(judged: readonly Judged[], topics: readonly Topic[], danger: DangerScale): UnseenFigures {
  const ordinary = judged.filter(({ topic }) => topic !== 'crisis').map(({ topic, scores }) => ({ topic, read: topics[scores.indexOf(Math.max(...scores))] }));
  const share = <Case>(cases: readonly Case[], is: (each: Case) => boolean) => (cases.length === 0 ? 0 : cases.filter(is).length / cases.length);
  const f1 = topics.map((topic) => {
    const right = ordinary.filter((each) => each.topic === topic && each.read === topic).length;
    const all = ordinary.filter((each) => each.topic === topic).length + ordinary.filter((each) => each.read === topic).length;
    return all === 0 ? 0 : (2 * right) / all;
  });
  const seen = (least: number) => (each: Judged) => probabilityOf(dangerScores([...each.scores, each.danger]), danger) >= least;
  return {
    accuracy: rounded(share(ordinary, ({ topic, read }) => topic === read)),
    macroF1: rounded(f1.reduce((sum, each) => sum + each, 0) / topics.length),
    dangerSeen: rounded(share(judged.filter(({ topic }) => topic === 'crisis'), seen(danger.suspected))),
    falseAlarms: rounded(share(judged.filter(({ topic }) => topic !== 'crisis'), seen(danger.sure))),
  };
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
