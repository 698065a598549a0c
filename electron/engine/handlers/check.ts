import type { checkContract } from '#shared/contract/check.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { checkHome } from '../check/check-home.ts';
import type { Home } from '../home/home.ts';

export function checkHandlers(home: Home): Handlers<typeof checkContract> {
  return {
    'check.run': async ({ databases = false }, { signal }) => ({
      findings: await checkHome(home, { databases, signal }),
    }),
  };
}
