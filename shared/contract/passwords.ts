import { z } from 'zod';
import { call } from '../rpc/contract.ts';

export const passwordsContract = {
  /**
   * Takes a password that stands in `isps_ul.ini` into the secret store. `superseded`: another one is stored already and
   * counts, so this one only left the file. `PASSWORD_ENCODED`, `PASSWORD_ABSENT`.
   */
  'systems.movePassword': call({
    input: z.object({ name: z.string() }),
    output: z.object({ revision: z.string(), outcome: z.enum(['moved', 'superseded']) }),
  }),
};
