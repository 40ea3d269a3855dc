import type { KnownThings } from './municipality-files';
import type { Phrase } from './phrase';
import type { YamlFile } from './yaml-file';

/**
 * What citizens read that stands in no phrase file: what sections of laws are about, and the glossary. In the shape of phrases, so that
 * it is measured as they are. A section's words are measured as the sentence that they end.
 */
export function dataTexts({ laws, glossary }: Pick<KnownThings, 'laws' | 'glossary'>): Phrase[] {
  const sections = laws === null ? [] : Object.entries(laws.value).flatMap(([law, { sections: all }]) =>
    Object.entries(all).map(([section, { da, en }]) => asPhrase(laws, [law, 'sections', section], 'sections', { da: `{law} handler om ${da}.`, en: `{law} is about ${en}.` })));
  const words = glossary === null ? [] : glossary.value.map(({ da, en }, at) => asPhrase(glossary, [at], 'glossary', { da, en }));
  return [...sections, ...words];
}

function asPhrase({ file, lineOf }: YamlFile<unknown>, path: readonly PropertyKey[], subject: string, texts: { readonly da: string; readonly en: string }): Phrase {
  const line = lineOf(path);
  const inLanguage = (text: string) => ({ text, file, line, lineAt: () => line });
  return { id: [subject, ...path.map(String)].join('.'), scope: 'denmark', subject, texts: { da: inLanguage(texts.da), en: inLanguage(texts.en) } };
}
