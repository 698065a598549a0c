import { describe, expect, it } from 'vitest';
import {
  countMapped,
  queuePath,
  targetLabel,
  type WfmSourceOptions,
  wfmSource,
  wfmTopLevel,
} from '../../../renderer/panes/wfm/wfm-nodes.ts';
import type { MappingTarget, WfmData } from '../../../renderer/state/index.ts';
import { flatten } from '../../../renderer/ui/tree/source.ts';

const queue = (id: number, name: string, parentId: number | null) => ({
  id,
  name,
  parentId,
  timeZone: 'Europe/Paris',
  intervalMinutes: 15,
  active: true,
});
const wfm: WfmData = {
  queues: [
    queue(1, 'Service', null),
    queue(2, 'Hotline', 1),
    queue(3, 'Back office', 1),
    queue(4, 'Outbound', null),
  ],
  valueTypes: [
    { id: 1, name: 'Offered', unit: 'count' },
    { id: 2, name: 'Answered', unit: 'count' },
  ],
};
const everything = new Set(['queue 1', 'queue 2', 'queue 3', 'queue 4']);

function options(mapped: readonly string[], more: Partial<WfmSourceOptions> = {}): WfmSourceOptions {
  return {
    isMapped: ({ queueId, valueTypeId }: MappingTarget) => mapped.includes(`${queueId}/${valueTypeId}`),
    askedFor: new Set(),
    keep: null,
    ...more,
  };
}

/** Only what has no source. */
function openOnly(mapped: readonly string[], more: Partial<WfmSourceOptions> = {}): WfmSourceOptions {
  const given = options(mapped, more);
  return { ...given, only: (target) => !given.isMapped(target) };
}

function shown(given: WfmSourceOptions, data = wfm): string[] {
  const source = wfmSource(wfmTopLevel(data), given);
  return flatten(source, everything).map(
    ({ node, level }) => `${'  '.repeat(level - 1)}${source.text(node)}`,
  );
}

describe('The WFM tree', () => {
  it('shows queues by parent with their value types, but none of a queue that only groups others', () => {
    expect(shown(options([]))).toEqual([
      'Service',
      '  Hotline',
      '    Offered',
      '    Answered',
      '  Back office',
      '    Offered',
      '    Answered',
      'Outbound',
      '  Offered',
      '  Answered',
    ]);
  });

  it('shows the value types of a group where one is mapped or somebody asked for them', () => {
    expect(shown(options(['1/2'])).slice(0, 4)).toEqual(['Service', '  Offered', '  Answered', '  Hotline']);
    expect(shown(options([], { askedFor: new Set([1]) })).slice(0, 3)).toEqual([
      'Service',
      '  Offered',
      '  Answered',
    ]);
  });

  it('leaves out what is mapped on demand, and then queues without anything left', () => {
    const given = openOnly(['2/1', '4/1', '4/2']);
    expect(shown(given)).toEqual([
      'Service',
      '  Hotline',
      '    Answered',
      '  Back office',
      '    Offered',
      '    Answered',
    ]);
    expect(wfmSource(wfmTopLevel(wfm), given).left).toBe(4);
  });

  it('never takes the selected value type away', () => {
    const given = openOnly(['2/1'], { keep: { queueId: 2, valueTypeId: 1 } });
    expect(shown(given)).toContain('    Offered');
    expect(shown(given).filter((row) => row === '    Offered')).toHaveLength(2);
  });

  it('counts what is mapped at and below each queue', () => {
    const counts = countMapped(wfmTopLevel(wfm), options(['2/1', '2/2', '3/1']));
    expect(counts.get(1)).toEqual({ mapped: 3, total: 4 });
    expect(counts.get(2)).toEqual({ mapped: 2, total: 2 });
    expect(counts.get(4)).toEqual({ mapped: 0, total: 2 });
  });

  it('shows queues whose parent is missing, or is below themselves, at the top', () => {
    const odd: WfmData = {
      queues: [queue(1, 'A', 2), queue(2, 'B', 1), queue(3, 'C', 99)],
      valueTypes: [],
    };
    expect(shown(options([]), odd)).toEqual(['A', 'B', 'C']);
  });

  it('names a target by queue and value type, and knows when it is gone', () => {
    expect(targetLabel(wfm, { queueId: 2, valueTypeId: 1 })).toBe('Hotline › Offered');
    expect(targetLabel(wfm, { queueId: 9, valueTypeId: 1 })).toBeNull();
    expect(queuePath(wfm, 2).map(({ name }) => name)).toEqual(['Service', 'Hotline']);
  });
});
