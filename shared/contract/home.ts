import { z } from 'zod';
import { call, stream } from '../rpc/contract.ts';
import { nothing } from './common.ts';

export const homeInfoSchema = z.object({
  homeFolder: z.string(),
  version: z.string(),
  /** The name in `[DB]` of `isps_ul.ini`: first field of every left side of `acd_map.ini`. */
  databaseName: z.string(),
  /** True when the home was made with the sample contact centre. */
  sample: z.boolean(),
  enginePid: z.number(),
});
export type HomeInfo = z.infer<typeof homeInfoSchema>;

/** What changed in the home, by whomever: this console, another one, the command line, an editor. */
export const homeChangeSchema = z.object({
  kind: z.enum(['settings', 'mapping', 'scenarios', 'wfm', 'runs', 'values']),
});
export type HomeChange = z.infer<typeof homeChangeSchema>;

export const homeContract = {
  'home.info': call({ input: nothing, output: homeInfoSchema }),
  /** Never ends by itself; one event per change, bursts are put together. */
  'home.watch': stream({ input: nothing, event: homeChangeSchema }),
  /** The end of a log of the home; only names from the list are given out. */
  'home.log': call({
    input: z.object({ name: z.enum(['call_tree.log', 'isps_ul.log', 'isps_uls.log']) }),
    output: z.object({ path: z.string(), text: z.string() }),
  }),
};
