import { CHAT_COLOURS } from './chat-colours';

/** Where the window stands: over the corner of a large page, over the whole of a small one. */
const PLACE = `
:host{all:initial!important;direction:ltr!important;font:medium/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif!important}
*,*::before{box-sizing:border-box}
[hidden]{display:none!important}
.window{position:fixed;z-index:2147483001;right:16px;bottom:80px;display:flex;flex-direction:column;width:420px;height:min(700px,calc(100vh - 96px));overflow:hidden;color:var(--ink);background:var(--paper);border:1px solid var(--edge);border-radius:8px;box-shadow:0 4px 24px rgba(0,0,0,.3)}
@media (max-width:639px),(max-height:599px){.window{left:0;right:0;bottom:auto;top:var(--seen-top,0);width:auto;height:var(--seen-height,100%);border:0;border-radius:0}}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
p{margin:0}
`;

const CONTROLS = `
button{min-width:44px;min-height:44px;padding:8px 16px;font:inherit;font-weight:600;color:var(--primary);background:var(--paper);border:1px solid var(--primary);border-radius:4px;cursor:pointer;overflow-wrap:anywhere}
button:hover{text-decoration:underline;border-color:var(--primary-strong);color:var(--primary-strong)}
.send{padding:8px 24px;color:var(--on-primary);background:var(--primary)}
.send:hover{color:var(--on-primary);background:var(--primary-strong)}
a{color:var(--primary)}
a[href^="tel:"]{white-space:nowrap}
a:hover{color:var(--primary-strong);text-decoration-thickness:2px}
:focus{outline:none}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.row{display:flex;flex-wrap:wrap;gap:8px}
`;

const HEADER = `
header{position:relative;z-index:1;display:flex;flex:none;flex-wrap:wrap;align-items:center;gap:4px;padding:6px 8px 6px 16px;color:var(--on-head);background:var(--head);border-bottom:1px solid transparent}
h2{flex:1 1 8em;min-width:min(100%,7em);margin:0;font-size:1em;font-weight:600;line-height:1.3;overflow-wrap:anywhere;hyphens:auto}
@media (max-width:359px){header{padding-left:12px}h2{font-size:.9375em}}
header>button{padding:8px 10px;color:inherit;background:none;border-color:transparent}
header>button:hover{color:inherit;border-color:currentColor}
header>:focus-visible{outline-color:var(--on-head);outline-offset:0}
.menu{position:absolute;top:100%;right:8px;min-width:15em;max-width:calc(100% - 16px);max-height:calc(var(--seen-height,100vh) - 64px);overflow:auto;margin:0;padding:4px 0;list-style:none;color:var(--ink);background:var(--paper);border:1px solid var(--edge);border-radius:4px;box-shadow:0 4px 16px rgba(0,0,0,.3)}
.menu button{display:block;width:100%;font-weight:400;text-align:left;color:var(--ink);border:0;border-radius:0}
.menu button:hover{background:var(--soft)}
.menu :focus-visible{outline-offset:-3px}
`;

const LOG = `
.log-frame{position:relative;flex:1;min-height:0;display:flex}
.log{position:relative;flex:1;overflow-y:auto;overscroll-behavior:contain;padding:16px}
.log:focus-visible{outline-offset:-3px}
.message{max-width:92%;margin:0 0 16px}
.message:focus-visible{border-radius:4px}
.mine{margin-left:auto;text-align:left;width:fit-content}
.who,.delivery{display:block;font-size:.875em;color:var(--muted)}
.who{margin-bottom:2px}
.bubble{padding:10px 14px;background:var(--soft);border:1px solid transparent;border-radius:2px 12px 12px 12px;white-space:pre-line;overflow-wrap:anywhere}
.bubble:empty{display:none}
.mine .bubble{background:var(--mine);border-radius:12px 2px 12px 12px}
.bubble p+p{margin-top:.75em}
.file{display:inline-block;min-height:44px;padding:10px 0}
.delivery{display:flex;flex-wrap:wrap;align-items:center;gap:8px;margin-top:4px}
.delivery.fault,.notice,p.fault{font-size:1em}
.delivery.fault{color:var(--fault);font-weight:600}
.receipt{margin-top:8px;padding:14px;border:2px solid var(--primary);border-radius:4px}
.receipt p{margin-bottom:8px;overflow-wrap:anywhere}
.typing{color:var(--muted);font-style:italic}
.choices{display:flex;flex-wrap:wrap;gap:8px;margin-bottom:8px}
.choice{text-align:start;border-radius:22px}
.latest{position:absolute;right:8px;bottom:8px;padding:0;border-radius:50%;box-shadow:0 2px 8px rgba(0,0,0,.3)}
.latest svg{display:block;width:20px;height:20px;margin:0 auto;fill:none;stroke:currentColor;stroke-width:2}
`;

const FOOT = `
.status{display:flex;flex:none;align-items:baseline;gap:8px;padding:8px 16px;font-size:.9375em;background:var(--soft);border-bottom:1px solid var(--hair)}
.status.quiet{padding:0;border:0}
.status.lost{color:var(--fault);background:var(--fault-ground)}
.dot{flex:none;width:10px;height:10px;border:2px solid currentColor;border-radius:50%}
.online .dot{background:currentColor}
.notice,p.fault{flex:none;padding:8px 16px;font-weight:600;border-top:1px solid var(--hair)}
.notice:empty,p.fault:empty{padding:0;border:0}
p.fault{color:var(--fault);background:var(--fault-ground)}
.composer,.question{flex:none;padding:10px 16px 12px;border-top:1px solid var(--hair)}
.question p{margin-bottom:12px}
.composer{display:grid;grid-template-columns:auto 1fr auto;gap:8px 12px;align-items:center}
label{grid-column:1/-1;margin-bottom:-4px;font-weight:600}
textarea{grid-column:1/3;display:block;width:100%;min-height:48px;max-height:144px;padding:8px 12px;resize:none;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--edge);border-radius:4px}
textarea:focus-visible{outline-offset:0}
::placeholder{color:var(--muted);opacity:1}
.composer .send{align-self:end;min-height:48px}
.help{grid-column:2/-1;font-size:.875em;line-height:1.35;color:var(--muted)}
@media (max-height:420px){
header{padding:0 4px 0 12px}
h2{font-size:1em;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.log{padding:8px 12px}
.message{margin-bottom:8px}
.composer{grid-template-columns:1fr auto;gap:0 8px;padding:2px 8px 6px}
label{grid-column:1;margin:0}
textarea{grid-column:1;min-height:44px;max-height:44px;overflow:auto}
.composer .send{grid-column:2;grid-row:2;min-height:44px;padding:4px 16px}
.attach{grid-column:2;grid-row:1;justify-self:end;padding:4px 8px;border-color:transparent}
.latest{display:none}
.help{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.question{padding:6px 12px}
.question p{margin-bottom:6px}
}
`;

const MODES = `
@media (forced-colors:active){header,header>button{color:CanvasText;background:Canvas}.window,header,.bubble,.receipt{border-color:CanvasText}.send{forced-color-adjust:none;color:HighlightText;background:Highlight;border-color:Highlight}:focus-visible,header>:focus-visible{outline-color:Highlight}}
@media print{
.window{position:static;width:auto;height:auto;overflow:visible;border:0;box-shadow:none;display:block}
header{display:block;padding:0 0 12px;border:0}
header button,.menu,.status,.notice,p.fault,.composer,.question,.choices,.latest,.typing,.receipt button,.delivery button{display:none!important}
.log-frame{display:block}
.log{overflow:visible;padding:0}
.message{max-width:none;break-inside:avoid}
.bubble{padding:0 0 0 12px;border:0;border-left:3px solid #000;border-radius:0!important}
.only-card header,.only-card .message:not(:has(.printed)),.only-card .who,.only-card .bubble{display:none}
.printed{border:0;padding:0}
}
`;

/** How the window looks: borrowed in spirit and colour from the common design system, in a size an old phone can bear. */
export const CHAT_STYLE = CHAT_COLOURS + PLACE + CONTROLS + HEADER + LOG + FOOT + MODES;
