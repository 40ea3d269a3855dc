/**
 * How the launcher looks. Its element stands in the flow at the end of the page and is as tall as the button that
 * floats over it, so that at the end of the page nothing lies beneath the button. What is marked important here wins
 * over whatever the host page says of its own elements.
 */
export const LAUNCHER_STYLE = `
:host{all:initial!important;direction:ltr!important;display:block!important;box-sizing:border-box!important;min-height:84px!important;font:medium/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif!important}
section{position:fixed;right:16px;bottom:16px;z-index:2147483000;display:flex;flex-direction:column-reverse;align-items:flex-end;gap:8px;max-width:calc(100vw - 32px)}
button{box-sizing:border-box;min-height:52px;padding:12px 20px;font:inherit;font-weight:600;color:#fff;background:#0055aa;border:2px solid #fff;border-radius:26px;box-shadow:0 2px 8px rgba(0,0,0,.35);cursor:pointer}
button:hover{background:#003f80;text-decoration:underline}
button:focus-visible{outline:3px solid #1a1a1a;outline-offset:2px;box-shadow:0 0 0 3px #fff}
p{margin:0;max-width:22em;padding:12px 16px;color:#1a1a1a;background:#fff;border:2px solid #c00;border-radius:4px}
p:empty{display:none}
@media (max-height:480px){section{position:static;padding:16px}}
@media (max-width:639px),(max-height:599px){:host([data-open]) button{display:none}}
@media (prefers-color-scheme:dark){button:focus-visible{outline-color:#fff;box-shadow:0 0 0 6px #1a1a1a}}
@media (forced-colors:active){button{color:ButtonText;background:ButtonFace;border-color:ButtonText}button:focus-visible{outline-color:Highlight}}
@media print{:host{min-height:0!important}section>button,section>p{display:none}}
`;
