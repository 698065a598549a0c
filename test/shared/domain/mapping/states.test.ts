import { describe, expect, it } from 'vitest';
import { mappingStates, type StatedMapping } from '#shared/domain/mapping/states.ts';

const entry = (source: string) => {
  const [system = '', ...rest] = source.split(':');
  return { source, system, path: rest.slice(0, -1), valueType: rest.at(-1)! };
};
const mapping = (queueId: number, valueTypeId: number, ...sources: string[]): StatedMapping => ({
  queueId,
  valueTypeId,
  entries: sources.map(entry),
});

const wfm = {
  queues: [{ id: 1 }, { id: 2 }],
  valueTypes: [{ id: 1 }, { id: 2 }, { id: 3 }],
};
const tree = {
  system: 'ACD',
  kinds: [{ queues: [['Sales'], ['7', 'Split', 'Night']], valueTypes: ['offered', 'answered'] }],
};

describe('The states of mappings', () => {
  const states = mappingStates({
    ...wfm,
    mappings: [
      mapping(1, 1, 'ACD:Sales:offered'),
      mapping(1, 2, 'acd:Sales:ANSWERED', 'ACD:Sales:offered'),
      mapping(2, 1, 'ACD:Closed:offered'),
      {
        ...mapping(2, 2, 'ACD:Sales:answered'),
        scenario: { number: 3, fileName: '3.BAS', state: 'missing' },
      },
      { ...mapping(2, 3), scenario: { number: 4, fileName: '4.BAS', state: 'default' } },
    ],
    trees: [tree],
  });

  it('say of a value type of WFM whether it is mapped, and why a mapping is broken', () => {
    expect(states.ofTarget({ queueId: 1, valueTypeId: 1 })).toBe('mapped');
    expect(states.ofTarget({ queueId: 1, valueTypeId: 3 })).toBe('unmapped');
    expect(states.ofTarget({ queueId: 2, valueTypeId: 3 })).toBe('unmapped');
    expect(states.ofTarget({ queueId: 2, valueTypeId: 1 })).toBe('broken');
    const codes = (valueTypeId: number) =>
      states.brokenWhy({ queueId: 2, valueTypeId }).map(({ code }) => code);
    expect([codes(1), codes(2), codes(3)]).toEqual([['MAPPED_QUEUE_GONE'], ['SCENARIO_MISSING'], []]);
    expect(states.broken).toEqual([
      { queueId: 2, valueTypeId: 1 },
      { queueId: 2, valueTypeId: 2 },
    ]);
  });

  it('count them over a WFM queue and an external queue', () => {
    expect(states.ofQueue(1)).toEqual({ mapped: 2, broken: 0, unmapped: 1 });
    expect(states.ofQueue(2)).toEqual({ mapped: 0, broken: 2, unmapped: 1 });
    expect(states.ofExternalQueue('ACD', ['Sales'])).toEqual({ mapped: 2, shared: 2 });
    expect(states.ofExternalQueue('ACD', ['Other'])).toEqual({ mapped: 0, shared: 0 });
  });

  it('say which external value types feed several, in any case of the letters: a hint', () => {
    expect(states.ofExternal('ACD', ['Sales'], 'offered')).toBe('shared');
    expect(states.ofExternal('ACD', ['Closed'], 'offered')).toBe('mapped');
    expect(states.ofExternal('ACD', ['Closed'], 'answered')).toBe('unmapped');
    expect(states.shared.map(({ source, targets }) => [source, targets.length])).toEqual([
      ['ACD:Sales:offered', 2],
      ['acd:Sales:ANSWERED', 2],
    ]);
  });

  it('name external queues that the tree no longer lists, for all that they feed', () => {
    expect(states.gone).toEqual([
      { system: 'ACD', path: ['Closed'], targets: [{ queueId: 2, valueTypeId: 1 }] },
    ]);
  });

  it('say nothing of a system whose tree was not read, nor of a queue given by its number', () => {
    const quiet = mappingStates({
      ...wfm,
      mappings: [mapping(1, 1, 'Other:X:calls'), mapping(1, 2, 'ACD:7:Split:123:offered')],
      trees: [tree],
    });
    expect(quiet.broken).toEqual([]);
  });

  it('tell of value types that are not offered, sources not understood, and targets WFM does not have', () => {
    const { brokenWhy } = mappingStates({
      ...wfm,
      mappings: [
        mapping(1, 1, 'ACD:Sales:lost'),
        {
          queueId: 1,
          valueTypeId: 2,
          entries: [{ source: 'X', problem: { code: 'MAP_SOURCE_SYSTEM', message: 'm' } }],
        },
        mapping(9, 1, 'ACD:Sales:offered'),
        mapping(1, 9, 'ACD:Sales:offered'),
        {
          ...mapping(2, 1, 'ACD:Sales:offered'),
          scenario: { number: 1, fileName: '1.BAS', state: 'invalid' },
        },
      ],
      trees: [tree],
    });
    const codes = [
      [1, 1],
      [1, 2],
      [9, 1],
      [1, 9],
      [2, 1],
    ].map(([queueId, valueTypeId]) => brokenWhy({ queueId: queueId!, valueTypeId: valueTypeId! })[0]?.code);
    expect(codes).toEqual([
      'MAPPED_VALUE_TYPE_GONE',
      'MAP_SOURCE_SYSTEM',
      'MAPPING_TARGET_UNKNOWN',
      'MAPPING_TARGET_UNKNOWN',
      'MAPPED_SCENARIO_BROKEN',
    ]);
  });
});
