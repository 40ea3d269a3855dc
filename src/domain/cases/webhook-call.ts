import { z } from 'zod';

/** A call that another program is still to get: that there is something new in a case. It holds no personal data. */
export const WebhookCall = z.object({ id: z.string(), reference: z.string(), /** ISO with offset. */ at: z.string() });
export type WebhookCall = z.infer<typeof WebhookCall>;
