import { z } from 'zod';

/** Free text: at least two signs, at most what a person writes in a chat. */
export const FREE_TEXT_AT_MOST = 2000;
export const FreeText = z.string().trim().min(2).max(FREE_TEXT_AT_MOST).refine((text) => /\p{L}/u.test(text));

/** When it suits, which department: a line, digits allowed alone ("10-12"). */
export const ShortText = z.string().trim().min(1).max(300).refine((text) => /[\p{L}\p{N}]/u.test(text));

/** When something happened: an ISO day, or her own words where it is no single day. */
export const WhenTold = z.union([z.iso.date(), ShortText]);

/** A person's name, in any script; not a number, not an emoji. */
export const PersonName = z.string().trim().min(1).max(100).refine((name) => /\p{L}/u.test(name) && !/\p{N}{3}/u.test(name));

/** A phone number as E.164 (`+4520218988`), or as she wrote it where it looks unusual and she said it is right. */
export const PhoneNumber = z.string().regex(/^\+?[\d\s()-]{4,25}$/);

export const Email = z.email().max(200);

export const YesNo = z.boolean();
