import { adoptStyles } from './adopt-styles';

const ONLY_THE_CHAT = '@media print{html[data-vejviser-printing] body>:not(vejviser-launcher){display:none!important}}';
let prepared = false;

/**
 * Prints the conversation, or only one card of it, and nothing of the page around it.
 *
 * @param frame the window's outermost element
 */
export function printConversation(frame: HTMLElement, card: HTMLElement | null): void {
  if (!prepared) adoptStyles(document, ONLY_THE_CHAT, null);
  prepared = true;
  const { documentElement } = document;
  documentElement.toggleAttribute('data-vejviser-printing', true);
  frame.classList.toggle('only-card', card !== null);
  card?.classList.add('printed');
  const done = () => {
    documentElement.removeAttribute('data-vejviser-printing');
    frame.classList.remove('only-card');
    card?.classList.remove('printed');
  };
  window.addEventListener('afterprint', done, { once: true });
  window.print();
}
