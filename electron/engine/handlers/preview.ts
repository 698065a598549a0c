import type { previewContract } from '#shared/contract/preview.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';

export function previewHandlers(_home: Home): Handlers<typeof previewContract> {
  return {
    'mapping.preview': async ({ queueId }) => {
      throw new XlinkError('QUEUE_UNKNOWN', `WFM has no queue ${queueId}.`, { queueId });
    },
  };
}
