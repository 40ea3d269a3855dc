import type { ServerResponse } from 'node:http';
import { buildBundles } from '../web/build-bundles';
import { FakeDirectLine, botSays, choices, type Said } from '../web/fake-direct-line';

/** What the scripted bot is asked for in the tests; anything else is answered with the words said. */
export function script({ type, name, text, attachments }: Said): readonly Said[] {
  if (type === 'event' && name === 'conversation.erase') return [botSays('Sagen BR-2026-7K4QX9 bliver.'), { type: 'endOfConversation', from: { id: 'bot', role: 'bot' } }];
  if (type === 'event') return [botSays(`(${String(name)})`)];
  if (Array.isArray(attachments)) return [botSays('Tak for filen.')];
  if (text === 'fem') return [1, 2, 3, 4, 5].map((number) => botSays(`Nummer ${number}`));
  if (text === 'lang') return [botSays(Array.from({ length: 40 }, (_, line) => `– Linje ${line} af en lang besked.`).join('\n'), choices('Videre'))];
  if (text === 'kvittering') return [botSays('Sendt.', { channelData: { receipt: { reference: 'BR-2026-7K4QX9', pin: '482913', lines: ['Nummer: BR-2026-7K4QX9', 'Pinkode: 482913'] } } })];
  if (text === 'kalender') return [botSays('Ring på 20 21 89 88.', { attachments: [{ contentType: 'text/calendar', contentUrl: '/tid.ics', name: 'telefontid.ics' }] })];
  return [botSays(`Du skrev: ${String(text)}`, choices('Første valg', 'Andet valg'))];
}

const WELCOME = [botSays('Hej! Jeg er et computerprogram.', choices('Første valg', 'Andet valg'))];
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self' ws:; style-src 'self'; img-src data:; base-uri 'none'";

/** Styles and elements of the kinds that host pages are known to have. */
const HOSTS: Readonly<Record<string, string>> = {
  '/': '<h1>Kommunen</h1><p>Noget tekst.</p><p><a href="/">Et link</a></p>',
  '/opener': '<h1>Kommunen</h1><button data-vejviser-open>Åbn her</button>',
  '/english': '<h1>The municipality</h1>',
  '/hostile': '<h1>Kommunen</h1><div aria-live="polite" id="log">Vært</div><label for="field">Værtens felt</label><input id="field">',
};
const HOSTILE_CSS = `html{font-size:62.5%}*{box-sizing:content-box!important;color:red!important;display:block!important;font:italic 8px serif!important;pointer-events:auto;letter-spacing:1em!important}
button,textarea{display:none!important}vejviser-launcher,vejviser-chat{display:none!important;opacity:0!important;transform:scale(0)!important}body{direction:rtl}`;

/** A host page with a strict policy, the chat embedded by its one line, and a Direct Line server behind it. */
export async function startHostSite(texts: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<FakeDirectLine> {
  const bundles = await buildBundles();
  // Not chained: a test of restify that ran before in this process has changed what `writeHead` gives.
  const send = (res: ServerResponse, type: string, body: Buffer | string): void => {
    res.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
    res.end(body);
  };
  const server = new FakeDirectLine(script, WELCOME, (path, res) => {
    const bundle = bundles.get(path.replace('/chat/', ''));
    const language = /^\/chat\/texts\/(da|en)\.json$/.exec(path)?.[1];
    const body = HOSTS[path];
    if (bundle) send(res, 'text/javascript', bundle);
    else if (language) send(res, 'application/json', JSON.stringify(texts[language] ?? {}));
    else if (path === '/hostile.css') send(res, 'text/css', HOSTILE_CSS);
    else if (body !== undefined) send(res, 'text/html; charset=utf-8', hostPage(path, body));
    else return false;
    return true;
  });
  await server.start();
  return server;
}

function hostPage(path: string, body: string): string {
  const style = path === '/hostile' ? '<link rel="stylesheet" href="/hostile.css">' : '';
  return `<!doctype html><html lang="${path === '/english' ? 'en' : 'da'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kommunen</title><link rel="icon" href="data:,">${style}</head>
<body><main>${body}</main><script src="/chat/launcher.js" async></script></body></html>`;
}
