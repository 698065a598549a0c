import { z } from 'zod';
import { call } from '../rpc/contract.ts';
import { daySchema } from './common.ts';

export const dayDataSchema = z.object({
  queueId: z.number(),
  valueTypeId: z.number(),
  day: daySchema,
  timeZone: z.string(),
  intervalMinutes: z.number(),
  /** Every interval of the day (92, 96 or 100 quarter hours), null where nothing is stored. */
  intervals: z.array(
    z.object({
      /** ISO in UTC. */
      startUtc: z.string(),
      /** Wall clock in the queue's zone, `HH:MM`; the repeated hour appears twice. */
      startLocal: z.string(),
      /** Offset of the wall clock, `+02:00`: tells the two repeated hours apart. */
      offset: z.string(),
      value: z.number().nullable(),
    }),
  ),
  /** First and last day with a stored value, when there is any. */
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
});
export type DayData = z.infer<typeof dayDataSchema>;

export const dataContract = {
  /** Without a day: the last one that has values, else yesterday. */
  'data.day': call({
    input: z.object({ queueId: z.number(), valueTypeId: z.number(), day: daySchema.optional() }),
    output: dayDataSchema,
  }),
};
