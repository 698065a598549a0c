import { z } from 'zod';
import { call } from '../rpc/contract.ts';
import { messageSchema } from './common.ts';

export const findingSchema = messageSchema.extend({
  severity: z.enum(['error', 'warning', 'hint']),
  /** Name of the file in the home, and the place in it, 1-based. */
  file: z.string(),
  line: z.number().optional(),
  column: z.number().optional(),
  system: z.string().optional(),
  key: z.string().optional(),
  queueId: z.number().optional(),
  valueTypeId: z.number().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export const checkContract = {
  /** Reads ini, map and scripts; with `databases` also asks the databases of the systems. */
  'check.run': call({
    input: z.object({ databases: z.boolean().optional() }),
    output: z.object({ findings: z.array(findingSchema) }),
  }),
};
