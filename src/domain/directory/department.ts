import { z } from 'zod';

/** What a directory record holds for finding it. */
const findable = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** What it deals with, in citizens' words. */
  dealsWith: z.array(z.string().min(1)).min(1),
  english: z.array(z.string().min(1)),
  phone: z.string().nullable(),
  hours: z.string().nullable(),
  source: z.string().min(1),
  /** On how many pages the contact stood; 0 when on none. */
  sources: z.int().nonnegative(),
  checked: z.iso.date(),
};

/** A part of the municipality (afdeling, center). */
export const Department = z.strictObject({
  ...findable,
  nameEn: z.string().min(1),
  nicknames: z.array(z.string().min(1)),
  email: z.string().nullable(),
  address: z.string().nullable(),
  /** The year that the contact was seen in. */
  seen: z.int().nullable(),
  /** The municipality has said that the record holds: only then are phone and hours shown. */
  confirmed: z.boolean(),
});
export type Department = z.infer<typeof Department>;

/** An authority outside the municipality. */
export const Authority = z.strictObject({ ...findable, web: z.string().nullable() });
export type Authority = z.infer<typeof Authority>;

const uniqueIds = (records: readonly { readonly id: string }[]): boolean => new Set(records.map(({ id }) => id)).size === records.length;
export const Departments = z.array(Department).refine(uniqueIds, 'has each id once');
export const Authorities = z.array(Authority).refine(uniqueIds, 'has each id once');

/** What may be shown of an authority: its number from two sources on, its web address from one. */
export function shownContact({ phone, web, sources }: Authority): { readonly phone: string | null; readonly web: string | null } {
  return { phone: sources >= 2 ? phone : null, web: sources >= 1 ? web : null };
}
