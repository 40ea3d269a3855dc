import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { LoggedIn } from '../people/sessions';
import { DESK_SCRIPT } from './desk-script';
import { DESK_STYLE } from './desk-style';

/** A text of the desk by its id. */
export type Say = (id: string, values?: Readonly<Record<string, string>>) => string;

interface FrameParts {
  readonly say: Say;
  /** Lets our own style and script through the page's policy, this one time. */
  readonly nonce: string;
  readonly who: LoggedIn | null;
}

/** A whole page as HTML. Everything that comes from people is text to the renderer: it escapes all of it. */
export function renderPage({ title, body, wide, goOnTo }: { readonly title: string; readonly body: VNode; readonly wide?: boolean; readonly goOnTo?: string }, { say, nonce, who }: FrameParts): string {
  const page = (
    <html lang="da">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – ${say('title')}`}</title>
        {goOnTo !== undefined && <meta http-equiv="refresh" content={`0;url=${goOnTo}`} />}
        <link rel="icon" href="data:," />
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: DESK_STYLE }} />
      </head>
      <body>
        <a class="skip" href="#main">{say('skip-link')}</a>
        <header class="bar">
          <div class="inner">
            <strong>{say('title')}</strong>
            {who && <Menu say={say} who={who} />}
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          <div class={wide ? 'inner wide' : 'inner'}>{body}</div>
        </main>
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: DESK_SCRIPT }} />
      </body>
    </html>
  );
  return `<!doctype html>${render(page)}`;
}

const LINKS = [['/adviser', 'menu.list'], ['/adviser/enter', 'menu.enter'], ['/adviser/report', 'menu.report']] as const;
/** What is needed now and then: folded away, so that a phone shows the cases and not the menu. */
const RARE = [['/adviser/person', 'menu.person'], ['/adviser/retention', 'menu.retention'], ['/adviser/questions', 'menu.questions'], ['/adviser/me', 'menu.me']] as const;
const FOR_ADMINISTRATORS = [['/adviser/accounts', 'menu.accounts'], ['/adviser/audit', 'menu.audit']] as const;

function Menu({ say, who }: { readonly say: Say; readonly who: LoggedIn }): VNode {
  const rare = [...RARE, ...(who.account.role === 'administrator' ? FOR_ADMINISTRATORS : [])];
  return (
    <>
      <nav aria-label={say('menu.label')}>
        <ul>
          {LINKS.map(([path, text]) => <li key={path}><a href={path}>{say(text)}</a></li>)}
          <li><details class="more"><summary>{say('menu.more')}</summary><ul>{rare.map(([path, text]) => <li key={path}><a href={path}>{say(text)}</a></li>)}</ul></details></li>
        </ul>
      </nav>
      <form method="post" action="/adviser/logout" class="logout">
        <input type="hidden" name="csrf" value={who.csrf} />
        <span>{who.account.name}</span>
        <button type="submit" class="plain">{say('logout')}</button>
      </form>
    </>
  );
}

/** A form that carries the session's secret. */
export function DeskForm({ id, action, csrf, children, label }: { readonly id?: string; readonly action: string; readonly csrf: string; readonly children: ComponentChildren; readonly label?: string | undefined }): VNode {
  return (
    <form id={id} method="post" action={action} aria-label={label}>
      <input type="hidden" name="csrf" value={csrf} />
      {children}
    </form>
  );
}
