import type { passwordsContract } from '#shared/contract/passwords.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';
import { movePassword } from '../home/move-password.ts';

export function passwordsHandlers(home: Home): Handlers<typeof passwordsContract> {
  return {
    'systems.movePassword': async ({ name }) => movePassword(home, name),
  };
}
