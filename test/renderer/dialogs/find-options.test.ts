import { describe, expect, it } from 'vitest';
import { findOptions } from '../../../renderer/dialogs/queue-field/find-options.ts';

const options = Array.from({ length: 5000 }, (_, index) => ({ key: String(index), text: `Queue ${index}` }));
const likely = [options[7]!, options[9]!];

describe('a queue is searched among many', () => {
  it('by the words of its name: a few are listed, the others counted', () => {
    const { found, more } = findOptions(options, likely, 'queue 12', 10);
    expect(found).toHaveLength(10);
    expect(found.length + more).toBe(options.filter(({ text }) => text.includes('12')).length);
  });

  it('after the likely ones, which are offered before anything is typed', () => {
    expect(findOptions(options, likely, ' ', 10)).toEqual({ found: likely, more: 0 });
    expect(findOptions(options, [], '', 10)).toMatchObject({ found: options.slice(0, 10), more: 4990 });
  });
});
