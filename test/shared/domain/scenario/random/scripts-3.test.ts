import { describe, it } from 'vitest';
import { holdScripts } from './hold-scripts.ts';

// One of four files, so that they go side by side: 500,000 scripts in all.
describe('random scripts, part 3', () => {
  it.each([1, 2, 3, 4, 5])(
    'never hang, never crash the host and keep to their budgets: 25,000 of them, %d',
    { timeout: 600_000 },
    () => holdScripts(25_000),
  );
});
