import type { previewContract } from '#shared/contract/preview.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';
import { previewMapping } from '../preview/preview.ts';
import { rowMemory } from '../preview/rows.ts';

export function previewHandlers(home: Home): Handlers<typeof previewContract> {
  const memory = rowMemory();
  return {
    'mapping.preview': (request, { signal }) => previewMapping(home, memory, request, signal as AbortSignal),
  };
}
