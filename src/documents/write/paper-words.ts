import type { PaperWords } from './paper';

/** Says a phrase of the content in Danish. */
export type SayDanish = (phrase: string, values?: Readonly<Record<string, string>>) => string;

/** What the writers say themselves, from `papers.yaml`. */
export const paperWords = (say: SayDanish): PaperWords => ({
  page: (number, of) => say('paper.page', { number, of }),
  unshown: (mark) => say('paper.unshown', { mark }),
});
