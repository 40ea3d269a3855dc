import { z } from 'zod';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is a time such as "09:00"');
const Named = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });

/** One opening that comes back every week; from the minute `from` to, and without, the minute `to`. */
export const WeeklyOpening = z
  .strictObject({ day: z.enum(WEEKDAYS), from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => from < to, 'ends after it begins');

/** The hours of one way to reach the adviser. */
export const ChannelHours = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  weekly: z.array(WeeklyOpening).min(1),
  source: z.string().min(1),
  checked: z.iso.date(),
  expires: z.iso.date().optional(),
});
export type ChannelHours = z.infer<typeof ChannelHours>;

/** A closure announced by the municipality: whole days, both ends included, of all channels or some. */
export const Closure = z
  .strictObject({ from: z.iso.date(), to: z.iso.date(), channels: z.array(z.string()).min(1).optional(), reason: Named })
  .refine(({ from, to }) => from <= to, 'ends on the day it begins or later');
export type Closure = z.infer<typeof Closure>;

/** When the adviser can be reached: weekly hours, days of each year that are closed beside public holidays, closures. */
export const OpeningHours = z
  .strictObject({
    channels: z.array(ChannelHours).min(1),
    closedDays: z.array(z.strictObject({ monthDay: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'is a month and day such as "12-24"'), name: Named })),
    closures: z.array(Closure),
  })
  .refine(({ channels, closures }) => closures.every((closure) => (closure.channels ?? []).every((id) => channels.some((channel) => channel.id === id))), 'names only channels that exist');
export type OpeningHours = z.infer<typeof OpeningHours>;
