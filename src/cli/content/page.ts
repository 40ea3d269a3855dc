import { dataTexts } from '../../content/data-texts';
import { LABEL } from '../../content/actions';
import { isExpired } from '../../content/load-content';
import { bubblesOf, topicOf, type Phrase } from '../../content/phrase';
import type { PlainWord } from '../../content/plain-words';
import { readabilityOf, type Readability } from '../../content/readability';
import type { ReadContent } from '../../content/read-content';
import { LANGUAGES, type Language } from '../../domain/language';
import { Html, html } from '../../server/html';

const NAMES: Readonly<Record<Language, string>> = { da: 'Dansk', en: 'English' };

const STYLE = `body{max-width:72rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}
nav ul{columns:14rem}h2{margin-top:3rem;border-bottom:2px solid}h3{margin:2rem 0 .5rem;font-family:ui-monospace,monospace;font-size:1rem}
.texts{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1rem}.texts h4{margin:0;font-size:.875rem}
.bubble{margin:.5rem 0;padding:.5rem .75rem;border:1px solid #767676;border-radius:.25rem;white-space:pre-line;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.5rem 0;font-size:.875rem}dd{margin:0}
table{border-collapse:collapse}th,td{padding:.25rem .75rem;border:1px solid #767676;text-align:left}
article{break-inside:avoid}@media print{nav{display:none}body{margin:0;font-size:10pt}h2{break-after:avoid}}`;

/** All texts of a municipality as one page: by subject, languages side by side. `today` is an ISO date. */
export function contentPage(read: ReadContent, isPlain: PlainWord, today: string): string {
  const phrases = [...read.phrases.values(), ...dataTexts(read)];
  const readability = readabilityOf(phrases, isPlain);
  const subjects = readability.filter(({ language }) => language === 'da').sort((a, b) => anchor(a).localeCompare(anchor(b), 'da'));
  const name = read.facts.get('municipality.name')?.texts?.da ?? read.place.municipality;
  const { markup } = html`<html lang="da">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Alle tekster – ${name}</title>
      <style>${new Html(STYLE)}</style>
    </head>
    <body>
      <header><h1>Alle tekster – ${name}</h1><p>Udskrevet ${today}. Version ${read.version}.</p></header>
      <nav aria-label="Emner"><ul>${subjects.map((subject) => html`<li><a href="#${anchor(subject)}">${anchor(subject)}</a></li>`)}</ul></nav>
      <main>
        ${subjects.map(
          (subject) => html`<section aria-labelledby="${anchor(subject)}">
            <h2 id="${anchor(subject)}">${anchor(subject)}</h2>
            <p>LIX: ${readability.filter((each) => anchor(each) === anchor(subject)).map((each) => `${NAMES[each.language]} ${lixInWords(each)}`).join(', ')}</p>
            ${phrases.filter((phrase) => anchor(phrase) === anchor(subject)).map((phrase) => entry(phrase, read, today))}
          </section>`,
        )}
        <section aria-labelledby="_facts"><h2 id="_facts">Kommunens fakta</h2>${factTable(read, today)}</section>
      </main>
    </body>
  </html>`;
  return `<!doctype html>\n${markup}\n`;
}

const anchor = ({ scope, subject }: Pick<Phrase, 'scope' | 'subject'>): string => `${scope}/${subject}`;
const lixInWords = ({ lix, bound, words }: Readability): string => (lix === null ? `måles ikke (${words} ord)` : `${lix.toFixed(1)} (højst ${bound})`);

function entry(phrase: Phrase, { phrases }: ReadContent, today: string): Html {
  const { id, actions = [], facts = [], source, checked, expires, texts } = phrase;
  const label = (action: string) => phrases.get(LABEL + action)?.texts.da.text.trim() ?? action;
  return html`<article aria-labelledby="${id}">
    <h3 id="${id}">${id}</h3>
    <div class="texts">
      ${LANGUAGES.map((language) => html`<div lang="${language}"><h4>${NAMES[language]}</h4>${bubblesOf(texts[language].text).map((bubble) => html`<div class="bubble">${bubble}</div>`)}</div>`)}
    </div>
    <dl>
      ${row('Knapper', actions.map((action) => `${label(action)} (${action})`).join(', '))} ${row('Emne', topicOf(phrase) ?? '')}
      ${row('Fakta', facts.join(', '))} ${row('Kilde', source ?? '')} ${row('Kontrolleret', checked ?? '')} ${row('Udløber', expiryInWords(expires, today))}
      ${row('Står i', `${texts.da.file}:${texts.da.line}`)}
    </dl>
  </article>`;
}

const row = (name: string, text: string): Html => html`${text !== '' && html`<dt>${name}</dt><dd>${text}</dd>`}`;
const expiryInWords = (expires: string | null | undefined, today: string): string => (expires ? `${expires}${isExpired(expires, today) ? ' – UDLØBET' : ''}` : '');

function factTable({ facts }: ReadContent, today: string): Html {
  return html`<table>
    <thead><tr>${['Nøgle', NAMES.da, NAMES.en, 'Kontrolleret', 'Udløber'].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
    <tbody>
      ${[...facts.values()].map(
        ({ key, texts, checked, expires }) => html`<tr>
          <th scope="row">${key}</th>
          <td>${texts?.da ?? 'Ingen ved det endnu'}</td>
          <td lang="en">${texts?.en ?? ''}</td>
          <td>${checked ?? ''}</td>
          <td>${expiryInWords(expires, today)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
