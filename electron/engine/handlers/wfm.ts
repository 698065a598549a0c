import type { wfmContract } from '#shared/contract/wfm.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';

export function wfmHandlers(home: Home): Handlers<typeof wfmContract> {
  return {
    'wfm.read': async () => {
      const { queues, valueTypes } = await home.store.directory();
      return { queues: [...queues], valueTypes: [...valueTypes] };
    },
  };
}
