import { z } from 'zod';

/** What a machine may do with its token; each is given on its own. */
export const SCOPES = ['cases:read', 'cases:status', 'report:read'] as const;
export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;

/** A token of a machine. Its id is the hash of what the machine holds: that is shown once and kept nowhere. */
export const ApiToken = z.object({ id: z.string(), label: z.string().min(1).max(80), scopes: z.array(Scope).min(1), madeBy: z.string(), madeAt: z.number(), usedAt: z.number().nullable() });
export type ApiToken = z.infer<typeof ApiToken>;
