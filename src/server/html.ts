/** Markup that is known to be safe: made of our own templates, with everything put into them escaped. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/**
 * A piece of a page. Whatever is put in is escaped unless it is such a piece itself; lists are joined, and what is
 * null or false leaves nothing.
 *
 * @example html`<p>${'1 < 2'}</p>`.markup // '<p>1 &lt; 2</p>'
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((markup, string, index) => markup + render(parts[index - 1]) + string));
}

/** Data for machines inside a page: JSON that cannot end its own script element. */
export function jsonScript(type: string, data: unknown): Html {
  return new Html(`<script type="${escapeHtml(type)}">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`);
}

function render(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (Array.isArray(part)) return part.map(render).join('');
  return part === null || part === undefined || part === false ? '' : escapeHtml(String(part));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
