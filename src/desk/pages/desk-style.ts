/** How the desk looks: the calm of the common design system (Det Fælles Designsystem), in its blue, with the fonts that the reader already has. */
export const DESK_STYLE = `
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--soft:#f1f3f5;--edge:#707070;--hair:#d0d4d8;--primary:#0055aa;--primary-strong:#003f80;--on-primary:#fff;--danger:#a30000;--danger-soft:#fdeaea;--warn-soft:#fff3d1;--ok-soft:#e6f4ea;--mark:#fff0a8;--focus:#1a1a1a}
@media (prefers-color-scheme:dark){:root{--ink:#f5f5f5;--paper:#1b1e22;--soft:#2a2f36;--edge:#9aa3ad;--hair:#454c55;--primary:#a5cfff;--primary-strong:#d2e7ff;--on-primary:#00264d;--danger:#ffb8b8;--danger-soft:#4a1f1f;--warn-soft:#4a3b10;--ok-soft:#1f3d2a;--mark:#5c4d00;--focus:#fff}}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:break-word}
a{color:var(--primary)}a:hover{color:var(--primary-strong);text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:8px;top:-100px;z-index:1;padding:12px 16px;background:var(--paper)}.skip:focus{top:8px}
.inner{max-width:68rem;margin:0 auto;padding:0 24px}.inner.wide{max-width:84rem}
.bar{border-top:6px solid var(--primary);border-bottom:1px solid var(--hair)}
.bar .inner{max-width:84rem;display:flex;flex-wrap:wrap;align-items:center;gap:0 24px;min-height:60px}
.bar nav{flex:1 1 16rem}.bar nav ul{display:flex;flex-wrap:wrap;gap:0 20px;margin:0;padding:0;list-style:none}.bar nav a{display:inline-block;padding:12px 0;line-height:20px}
.more{position:relative;margin:0;border:0}.more summary{padding:12px 0;line-height:20px;font-weight:400;color:var(--primary);text-decoration:underline}.more[open] ul{position:absolute;right:0;z-index:2;display:block;min-width:13rem;padding:4px 16px;background:var(--paper);border:1px solid var(--edge);border-radius:4px}.more li{display:block}
.logout{display:flex;align-items:center;gap:12px}
main{padding:28px 0 56px}
h1{margin:0 0 16px;font-size:clamp(1.5rem,4vw,2rem);line-height:1.25;hyphens:auto}h2{margin:32px 0 12px;font-size:1.25rem;line-height:1.3}h3{margin:20px 0 8px;font-size:1.0625rem}
p{margin:0 0 12px;max-width:72ch}
label,legend{display:block;margin:0 0 4px;font-weight:600}.hint{margin:0 0 4px;font-size:.9375rem}
input:not([type=checkbox],[type=radio]),select,textarea{width:100%;min-height:44px;padding:8px 10px;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--edge);border-radius:4px}
textarea{min-height:8rem;resize:vertical}
input[type=checkbox],input[type=radio]{width:24px;height:24px;margin:0 8px 0 0;vertical-align:middle}
.field{margin:0 0 16px;max-width:40rem}.check label{display:inline;font-weight:400}
.check{padding:8px 0}
button,.button{display:inline-block;min-height:44px;padding:9px 20px;font:inherit;font-weight:600;line-height:24px;color:var(--on-primary);background:var(--primary);border:2px solid transparent;border-radius:4px;cursor:pointer;text-decoration:none}
button:hover,.button:hover{color:var(--on-primary);background:var(--primary-strong)}
button.second,.button.second{color:var(--primary);background:none;border-color:var(--primary)}
button.plain{min-height:44px;padding:8px;color:var(--primary);background:none;text-decoration:underline;font-weight:400}
button.danger{color:var(--paper);background:var(--danger)}
.filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:12px 16px;align-items:end;margin:0 0 20px;padding:16px;background:var(--soft);border-radius:4px}
.filters .field{margin:0}.filters .wide-field{grid-column:span 2}.more-filters{grid-column:1/-1;margin:0;border:0}.more-filters summary{padding:10px 0}.more-filters .within{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:12px 16px;align-items:end;padding:0}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;margin:0 0 16px}caption{padding:0 0 8px;text-align:left;font-weight:600}
th,td{padding:10px 12px 10px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--hair)}th{font-size:.9375rem}td.number,th.number{text-align:right}
.chip{display:inline-block;padding:1px 8px;border:1px solid var(--edge);border-radius:4px;background:var(--soft);font-size:.9375rem}
.chip.over,.chip.urgent{border-color:var(--danger);background:var(--danger-soft);font-weight:600}.chip.soon{background:var(--warn-soft)}.chip.flag{border-color:var(--danger);color:var(--danger);background:none}
.beside{white-space:nowrap}.reference{font-size:1.125rem;font-weight:400;white-space:nowrap}.counts a{margin-right:16px}.gist{font-weight:400}
.top{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:12px 24px;margin:0 0 20px;padding:16px 20px;background:var(--soft);border-left:6px solid var(--primary)}
.top div{min-width:0}.top .told{font-weight:400}.top dt{font-size:.9375rem}.top dd{margin:0;font-weight:600}dl{margin:0}
.facts{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:4px 20px;margin:0 0 16px}.facts dt{font-weight:600}.facts dd{margin:0;min-width:0;white-space:pre-line}
.columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 40px}
.said{margin:0 0 12px;padding:10px 14px;border:1px solid var(--hair);border-radius:4px;white-space:pre-line;max-width:72ch}.said.adviser{background:var(--soft)}.said.note{background:var(--warn-soft)}.said p{margin:0}.said .when{font-size:.9375rem}.transcript .said{margin:0 0 4px;padding:4px 10px}.transcript .when{font-size:.8125rem}
.said.fresh{border-color:var(--danger);border-width:2px}
ol.plain-list,ul.plain-list{margin:0 0 16px;padding:0;list-style:none}
details{margin:0 0 12px;border:1px solid var(--hair);border-radius:4px}summary{padding:10px 14px;min-height:44px;cursor:pointer;font-weight:600}details>.within{padding:4px 14px 14px}
.box{margin:0 0 20px;padding:14px 18px;border-left:6px solid var(--edge);background:var(--soft)}.box.warn{border-color:var(--danger);background:var(--danger-soft)}.box.ok{background:var(--ok-soft)}
.box>:last-child{margin-bottom:0}
mark{background:var(--mark);color:inherit;padding:0 2px}
.letter{white-space:pre-line}
.actions>a:not(.button){padding:6px 0}.actions{display:flex;flex-wrap:wrap;gap:12px;align-items:center;margin:0 0 16px}
.of{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}fieldset{margin:0 0 16px;padding:12px;border:1px solid var(--hair)}
code.secret{display:block;padding:12px;background:var(--soft);overflow-wrap:anywhere;user-select:all}
svg.chart{max-width:40rem;width:100%;height:auto;margin:0 0 8px}svg.chart text{fill:var(--ink);font:14px system-ui,sans-serif}svg.chart rect{fill:var(--primary)}
.next{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;margin:0 0 8px;padding:12px 18px;border:2px solid var(--primary);border-radius:4px}.next p{margin:0}.next .button{margin-left:auto}
.timeline{margin:0 0 16px;padding:0;list-style:none}.timeline li{display:grid;grid-template-columns:7rem 1fr;gap:0 12px;padding:4px 0 4px 12px;border-left:3px solid var(--hair)}.timeline li.ahead{border-color:var(--primary)}
@media (min-width:1100px){.letter-beside{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:0 24px}.letter-beside .facts{grid-template-columns:minmax(0,1fr)}.letter-beside .facts dd{margin-bottom:6px}}
.letter.said{max-height:40rem;overflow:auto;background:none}.letter mark{border-bottom:2px solid var(--edge)}.letter .of-mark{font-size:.8125rem;padding:0 4px;border-radius:3px;background:var(--ink);color:var(--paper);white-space:nowrap}
@media (max-width:860px){.columns{grid-template-columns:minmax(0,1fr)}}
form+form{margin-top:24px}
@media (max-width:640px){th,td{overflow-wrap:anywhere;hyphens:auto;padding-right:8px}svg.chart{display:none}.inner{padding:0 16px}main{padding-top:20px}.filters .wide-field{grid-column:auto}.facts{grid-template-columns:minmax(0,1fr)}.facts dd{margin-bottom:8px}
table.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table.cards tr{display:block;padding:10px 0;border-bottom:1px solid var(--hair)}table.cards td,table.cards th[scope=row]{display:block;padding:1px 0;border:0}table.cards td.beside{display:inline-block;margin-right:14px}table.cards td.empty{display:none}.bar .inner{padding-top:8px}.bar nav{order:3;flex-basis:100%}.logout{margin-left:auto}.timeline li{grid-template-columns:6rem 1fr}.next .button{margin-left:0}.more[open] ul{position:static;border:0;padding:0 0 0 12px}}
@media (forced-colors:active){button,.button{border-color:ButtonText}.chip,.box,.top{border-color:CanvasText}:focus-visible{outline-color:Highlight}svg.chart rect{fill:CanvasText}}
@media print{.bar nav,.logout,.skip,main form,.actions,.no-print,.next{display:none}summary{list-style:none}details{border:0}.columns{display:block}.top,.box,.said{background:none}a{color:inherit;text-decoration:none}}
`;
