import type { JsonObject } from '../domain/json';
import type { Language } from '../domain/language';
import { retentionInWords, type Retention } from '../domain/privacy/retention-in-words';
import { Html, html, jsonScript } from './html';
import { PAGE_STYLE } from './page-style';

/** What the page needs of the content. */
export interface PageContent {
  say(id: string, language: Language, values?: Readonly<Record<string, string>>): { readonly bubbles: readonly string[] };
  fact(key: string, language: Language): string;
}

/** The hours of one way to reach the adviser, in words. */
export interface HoursInWords {
  /** How it stands this minute: open until, or closed and when next. */
  readonly now: string;
  /** One line a weekday with hours. */
  readonly week: readonly string[];
}

/** All that the page says that is not a phrase. */
export interface PageFacts {
  readonly phone: HoursInWords;
  readonly consultation: HoursInWords;
  /** The opening hours for search engines, as schema.org has it. */
  readonly jsonLd: JsonObject | readonly JsonObject[];
}

export interface PageOptions {
  readonly content: PageContent;
  readonly language: Language;
  readonly facts: PageFacts;
  /** How long things are kept: the notice says it. */
  readonly retention: Retention;
  /** Lets our own style and script through the page's policy, this one time. */
  readonly nonce: string;
}

/** The page around the chat. All that matters on it stands in plain HTML: it serves without script, too. */
export function pageHtml({ content, language, facts, retention, nonce }: PageOptions): string {
  const say = (id: string) => content.say(`page.${id}`, language).bubbles.join('\n\n');
  const fact = (key: string) => content.fact(key, language);
  const other = language === 'da' ? { path: '/en', language: 'en' } : { path: '/', language: 'da' };
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say('title')} – ${fact('municipality.name')}</title>
        <link rel="icon" href="data:," />
        <link rel="alternate" hreflang="${other.language}" href="${other.path}" />
        <style nonce="${nonce}">
          ${new Html(PAGE_STYLE)}
        </style>
        <noscript><style nonce="${nonce}">.open{display:none}</style></noscript>
        ${jsonScript('application/ld+json', facts.jsonLd)}
      </head>
      <body>
        <a class="skip" href="#main">${say('skip-link')}</a>
        <header class="bar">
          <div class="inner">
            <strong>${fact('municipality.name')}</strong>
            <a href="${other.path}" lang="${other.language}" hreflang="${other.language}">${say('language-link')}</a>
          </div>
        </header>
        <main id="main" tabindex="-1">
          <div class="inner">
            <h1>${say('title')}</h1>
            ${paragraphs(say('lead'), 'lead')}
            <button type="button" class="open" data-vejviser-open>${say('chat-open')}</button>
            <noscript>${paragraphs(say('noscript'))}</noscript>
            ${paragraphs(say('about-computer'))}
            <p><a href="#privacy">${say('privacy-link')}</a></p>
            <div class="danger">${paragraphs(say('danger'))}</div>
            ${contact(say, fact, facts)}
            <section id="privacy" aria-labelledby="privacy-heading">
              <h2 id="privacy-heading">${say('privacy-heading')}</h2>
              ${content.say('notice', language, retentionInWords(retention)).bubbles.map((bubble) => paragraphs(bubble))}
            </section>
          </div>
        </main>
        <footer><div class="inner">${paragraphs(say('footer'))} ${paragraphs(say('accessibility'))}</div></footer>
        <script src="/chat/launcher.js" nonce="${nonce}" async></script>
      </body>
    </html>`.markup;
}

function contact(say: (id: string) => string, fact: (key: string) => string, { phone, consultation }: PageFacts): Html {
  return html`<div class="cards">
    <section class="card" aria-labelledby="phone">
      <h2 id="phone">${say('phone-heading')}</h2>
      <p><a class="tel" href="${fact('adviser.phone-uri')}">${fact('adviser.phone')}</a></p>
      <p>${phone.now}</p>
      <h3>${say('hours-heading')}</h3>
      ${hours(phone)}
    </section>
    <section class="card" aria-labelledby="consultation">
      <h2 id="consultation">${say('consultation-heading')}</h2>
      <address>${fact('adviser.consultation-place')}</address>
      <p>${consultation.now}</p>
      ${hours(consultation)}
    </section>
    <section class="card" aria-labelledby="address">
      <h2 id="address">${say('address-heading')}</h2>
      <address>${fact('adviser.address')}</address>
      <h3>${say('email-heading')}</h3>
      <address><a href="mailto:${fact('adviser.email')}">${fact('adviser.email')}</a></address>
      ${paragraphs(say('write-safely'))}
    </section>
  </div>`;
}

function hours({ week }: HoursInWords): Html {
  return html`<ul>
    ${week.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}

/** Text with blank lines between its paragraphs; the emergency number can be pressed. */
function paragraphs(text: string, name = ''): Html[] {
  return text.split(/\n{2,}/).map((paragraph) => {
    const words = paragraph.split(/\b(112|1-1-2)\b/).map((piece, index) => (index % 2 === 1 ? html`<a href="tel:112">${piece}</a>` : piece));
    return name === '' ? html`<p>${words}</p>` : html`<p class="${name}">${words}</p>`;
  });
}
