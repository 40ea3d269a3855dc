/** How the page looks: the calm of the common design system, in its blue, with the fonts that the reader already has. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--soft:#f1f3f5;--edge:#707070;--hair:#d0d4d8;--primary:#0055aa;--primary-strong:#003f80;--on-primary:#fff;--danger:#a30000;--focus:#1a1a1a}
@media (prefers-color-scheme:dark){:root{--ink:#f5f5f5;--paper:#1b1e22;--soft:#2a2f36;--edge:#9aa3ad;--hair:#454c55;--primary:#a5cfff;--primary-strong:#d2e7ff;--on-primary:#00264d;--danger:#ffb8b8;--focus:#fff}}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:break-word}
a{color:var(--primary)}
a:hover{color:var(--primary-strong);text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:3px}
.skip{position:absolute;left:8px;top:-100px;z-index:1;padding:12px 16px;background:var(--paper)}
.skip:focus{top:8px}
.inner{max-width:68rem;margin:0 auto;padding:0 24px}
.bar{border-top:6px solid var(--primary);border-bottom:1px solid var(--hair)}
.bar .inner{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:0 16px;min-height:64px}
.bar strong{font-size:1.125rem}
.bar a,footer a,address a,.tel{display:inline-block;padding:10px 0;line-height:24px}
main{padding:40px 0 56px}
h1{margin:0 0 16px;font-size:clamp(1.875rem,5vw,2.75rem);line-height:1.2;hyphens:auto}
h2{margin:0 0 12px;font-size:1.375rem;line-height:1.3}
h3{margin:20px 0 4px;font-size:1.0625rem}
p{margin:0 0 12px;max-width:66ch}
.lead{font-size:1.25rem}
.open{min-height:52px;margin:12px 0 16px;padding:12px 28px;font:inherit;font-weight:600;color:var(--on-primary);background:var(--primary);border:2px solid transparent;border-radius:4px;cursor:pointer}
.open:hover{background:var(--primary-strong);text-decoration:underline}
.danger{margin:28px 0 40px;padding:16px 20px;background:var(--soft);border-left:6px solid var(--danger)}
.danger p:last-child{margin:0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:24px;margin-bottom:48px}
.card{padding:24px;background:var(--soft);border:1px solid transparent;border-radius:4px}
.card>:last-child{margin-bottom:0}
.tel{font-size:1.5rem;font-weight:600}
ul{margin:0 0 12px;padding:0;list-style:none}
address{margin-bottom:8px;font-style:normal;white-space:pre-line}
footer{padding:24px 0 32px;background:var(--soft);border-top:1px solid var(--hair)}
@media (max-width:480px){.inner{padding:0 16px}main{padding-top:24px}.card{padding:20px 16px}}
@media (forced-colors:active){.open{color:ButtonText;background:ButtonFace;border-color:ButtonText}.danger{border-left-color:CanvasText}.card{border-color:CanvasText}:focus-visible{outline-color:Highlight}}
@media print{.open,.skip,.bar a{display:none}.card,.danger,footer{background:none}}
`;
