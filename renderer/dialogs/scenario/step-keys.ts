import type { KeyboardEvent } from 'react';
import type { StepAct } from './use-steps.ts';

/** The keys of stepping, as they are shown. */
export const stepKeys: Readonly<Record<StepAct, string>> = {
  over: 'F10',
  into: 'F11',
  back: 'Shift F10',
  end: 'F5',
  start: 'Shift F5',
};

/** What a key means in the window of a script: a step, or undefined. */
export function stepOfKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>) {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const name = event.shiftKey ? `Shift ${event.key}` : event.key;
  return (Object.keys(stepKeys) as StepAct[]).find((act) => stepKeys[act] === name);
}
