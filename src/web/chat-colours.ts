/** The window's colours, by day and by night. Every pair of text and ground has at least 7:1, every edge and ring 3:1. */
export const CHAT_COLOURS = `
:host{--ink:#1a1a1a;--paper:#fff;--soft:#f1f3f5;--mine:#dcebfa;--edge:#707070;--hair:#d0d4d8;--muted:#525252;--primary:#0055aa;--primary-strong:#003f80;--on-primary:#fff;--head:#003f80;--on-head:#fff;--fault:#a30000;--fault-ground:#ffeaea;--focus:#1a1a1a}
@media (prefers-color-scheme:dark){:host{--ink:#f5f5f5;--paper:#1b1e22;--soft:#2a2f36;--mine:#163b63;--edge:#9aa3ad;--hair:#454c55;--muted:#c9ced4;--primary:#a5cfff;--primary-strong:#d2e7ff;--on-primary:#00264d;--head:#0b2a4a;--on-head:#fff;--fault:#ffb8b8;--fault-ground:#4a1d1d;--focus:#fff}}
@media print{:host{--ink:#000;--paper:#fff;--soft:#fff;--mine:#fff;--muted:#000;--primary:#000;--head:#fff;--on-head:#000}}
`;
