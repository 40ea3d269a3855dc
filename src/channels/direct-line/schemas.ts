import { z } from 'zod';
import { badRequest } from './protocol-error';

/** What a client may send. A `conversationUpdate` is ours to send: from a client it would claim that somebody came. */
export const CLIENT_TYPES = ['message', 'event', 'typing', 'endOfConversation', 'messageReaction'] as const;

/** An activity as a client posts it; what we do not know of is kept as it is. */
export const ClientActivity = z.looseObject({
  type: z.enum(CLIENT_TYPES),
  from: z.looseObject({ id: z.string().max(256), name: z.string().max(256).optional() }),
  text: z.string().optional(),
  locale: z.string().max(35).optional(),
  channelData: z.looseObject({ clientActivityID: z.string().max(128).optional() }).optional(),
  attachments: z.array(z.looseObject({ contentType: z.string().max(256).optional(), name: z.string().max(512).optional() })).max(50).optional(),
});
export type ClientActivity = z.infer<typeof ClientActivity>;

const User = z.looseObject({ id: z.string().max(64).regex(/^dl_[A-Za-z0-9_-]+$/, 'must begin with dl_').optional(), name: z.string().max(256).optional() });
const Origins = z.array(z.string().max(256)).max(20);

/** The body of `tokens/generate`; the protocol's own examples spell its names with either letter. */
export const GenerateBody = z.looseObject({
  user: User.optional(),
  User: z.looseObject({ Id: User.shape.id, id: User.shape.id }).optional(),
  trustedOrigins: Origins.optional(),
  TrustedOrigins: Origins.optional(),
});

/** The body of `POST conversations`. A user id in it gives way to the token's; a locale that is none counts as not said, since clients give up for good at a refusal here (quality D10). */
export const StartBody = z.looseObject({ locale: z.string().max(35).optional().catch(undefined) });

/** A watermark in a query: none, empty (from the start), or a number. */
export const Watermark = z.union([z.undefined(), z.literal(''), z.string().regex(/^\d{1,9}$/)]);

/** A value as the schema says. @throws DirectLineError 400, naming what is wrong */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badRequest(`${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'is not as it should be'}.`);
}
