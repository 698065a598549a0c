import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Behaviour = 'well' | 'dies-at-once' | 'opens-slowly' | 'cannot-open';

export function setBehaviour(home: string, behaviour: Behaviour): void {
  writeFileSync(join(home, 'behaviour'), behaviour);
}

export function readBehaviour(home: string): { behaviour: Behaviour } {
  return { behaviour: readFileSync(join(home, 'behaviour'), 'utf8') as Behaviour };
}
