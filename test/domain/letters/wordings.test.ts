import type { Written } from '../../../src/cli/letters/written-letters';
import { read } from './letter-words';
import { WRITTEN } from './written';

type Wording = Written['wordings'][number];

/** What is read, cut to the fields a row names. */
function readAs({ letter, name: _name, ...want }: Wording): Omit<Wording, 'letter' | 'name'> {
  const { kind, outcome, appeal, missing } = read(letter).reading;
  return {
    kind,
    outcome,
    ...('body' in want ? { body: appeal.body } : {}),
    ...('sendTo' in want ? { sendTo: appeal.sendTo } : {}),
    ...('deadline' in want ? { deadline: appeal.deadline } : {}),
    ...('missing' in want ? { missing } : {}),
  };
}

test.each(WRITTEN.wordings)('reads: $name', (wording) => {
  const { letter: _letter, name: _name, ...want } = wording;
  expect(readAs(wording)).toEqual(want);
});
