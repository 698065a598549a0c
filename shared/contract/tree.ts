import { z } from 'zod';
import { call } from '../rpc/contract.ts';

export const externalTreeSchema = z.object({
  system: z.string(),
  /** The kinds of queues the interface has (splits, VDNs, …); Universal has one. */
  kinds: z.array(
    z.object({
      id: z.string(),
      /** One path per external queue, from the top level down: `['Sales']`, `['1', 'Split', 'Sales']`. */
      queues: z.array(z.array(z.string())),
      /** The figures each queue of the kind offers, as they stand last in a source of `acd_map.ini`. */
      valueTypes: z.array(z.string()),
    }),
  ),
  readAtUtc: z.string(),
  elapsedMs: z.number(),
  driverName: z.string(),
});
export type ExternalTree = z.infer<typeof externalTreeSchema>;

export const treeContract = {
  /** Reads queues and value types through ODBC; what goes wrong is thrown and is in `call_tree.log`. */
  'tree.read': call({
    input: z.object({
      system: z.string(),
      /** Read again although it was read before. */ fresh: z.boolean(),
    }),
    output: externalTreeSchema,
  }),
};
