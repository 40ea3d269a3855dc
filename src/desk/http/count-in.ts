/** A number in an address, as digits; anything else says nothing. */
export const countIn = (said: string | undefined): string | null => (said !== undefined && /^\d{1,6}$/.test(said) ? said : null);
