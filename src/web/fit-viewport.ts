/** Keeps the window within what a phone's keyboard leaves of the screen; gives the way to stop. */
export function fitViewport(host: HTMLElement): () => void {
  const { visualViewport } = window;
  if (!visualViewport) return () => {};
  const fit = () => {
    host.style.setProperty('--seen-height', `${visualViewport.height}px`);
    host.style.setProperty('--seen-top', `${visualViewport.offsetTop}px`);
  };
  fit();
  visualViewport.addEventListener('resize', fit);
  visualViewport.addEventListener('scroll', fit);
  return () => {
    visualViewport.removeEventListener('resize', fit);
    visualViewport.removeEventListener('scroll', fit);
  };
}
