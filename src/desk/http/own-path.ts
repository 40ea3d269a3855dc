/** A page of ours to go on to; anything else leads to the list. */
export const ownPath = (to: string | undefined): string => (to !== undefined && /^\/adviser(?:[/?][^\\\s]*)?$/.test(to) ? to : '/adviser');
