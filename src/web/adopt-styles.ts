/**
 * Gives a shadow root (or a page) its style sheet. A constructed sheet needs no permission from the page's
 * Content-Security-Policy; browsers before 2023 get a `<style>` with the nonce of our own script.
 */
export function adoptStyles(root: ShadowRoot | Document, css: string, nonce: string | null): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const style = document.createElement('style');
  if (nonce) style.nonce = nonce;
  style.textContent = css;
  (root instanceof Document ? root.head : root).append(style);
}
