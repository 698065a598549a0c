import type { adoptContract } from '#shared/contract/adopt.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { surveyFolder } from '../home/adopt-read.ts';
import { adoptFolder } from '../home/adopt-take.ts';
import type { Home } from '../home/home.ts';

export function adoptHandlers(home: Home): Handlers<typeof adoptContract> {
  return {
    'adopt.read': async ({ folder, interfaces }) => (await surveyFolder(home, folder, interfaces)).report,
    'adopt.take': async (request) => adoptFolder(home, request),
  };
}
