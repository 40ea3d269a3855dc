import type { Report } from './content-fault';
import type { KnownThings } from './municipality-files';
import type { Phrase } from './phrase';

/** Every law that an appeal falls under has its name in the law book, and every kind of reason its phrase, so that both can be told. */
export function checkLaws({ laws, appealRules, reasons, phrases }: Pick<KnownThings, 'laws' | 'appealRules' | 'reasons'> & { readonly phrases: ReadonlyMap<string, Phrase> }, report: Report): void {
  if (!laws || !appealRules) return;
  appealRules.value.forEach((rule, at) => {
    for (const law of rule.laws) {
      if (laws.value[law]) continue;
      report({ file: appealRules.file, line: appealRules.lineOf([at, 'laws']), what: `The row ${rule.id} names the law "${law}", which the law book has not.`, remedy: `Correct it, or add the law to ${laws.file}.` });
    }
  });
  reasons?.value.forEach(({ id }, at) => {
    if (!phrases.has(`letter.reason.${id}`)) report({ file: reasons.file, line: reasons.lineOf([at]), what: `The reason ${id} has no words.`, remedy: `Add the phrase "letter.reason.${id}".` });
  });
}
