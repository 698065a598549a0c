import { z } from 'zod';
import { call } from '../rpc/contract.ts';
import { nothing } from './common.ts';

export const wfmQueueSchema = z.object({
  id: z.number(),
  name: z.string(),
  parentId: z.number().nullable(),
  timeZone: z.string(),
  intervalMinutes: z.number(),
  active: z.boolean(),
});
export type WfmQueueView = z.infer<typeof wfmQueueSchema>;

export const valueTypeSchema = z.object({ id: z.number(), name: z.string(), unit: z.string() });
export type ValueTypeView = z.infer<typeof valueTypeSchema>;

export const wfmContract = {
  'wfm.read': call({
    input: nothing,
    output: z.object({ queues: z.array(wfmQueueSchema), valueTypes: z.array(valueTypeSchema) }),
  }),
};
