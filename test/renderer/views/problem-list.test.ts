import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/contract/check.ts';
import type { MappingView } from '#shared/contract/mapping.ts';
import {
  findingGroups,
  placeOf,
  placeParts,
  severities,
  severityCounts,
} from '../../../renderer/views/problem-list.ts';

function finding(more: Partial<Finding>): Finding {
  return { severity: 'error', code: 'X', message: 'x', file: 'isps_ul.ini', ...more };
}

const all = new Set(severities);

describe('The list of problems', () => {
  const findings = [
    finding({ severity: 'hint', file: 'acd_map.ini', line: 2 }),
    finding({ severity: 'warning', system: 'B', line: 9 }),
    finding({ severity: 'hint', system: 'A', line: 3 }),
    finding({ severity: 'error', system: 'B', line: 12 }),
    finding({ severity: 'error', system: 'B', line: 10 }),
  ];

  it('puts findings together by system, what belongs to none last, the worst first in each', () => {
    const groups = findingGroups(findings, { severities: all, system: null });
    expect(groups.map(({ system, findings: own }) => [system, own.map(({ line }) => line)])).toEqual([
      ['B', [10, 12, 9]],
      ['A', [3]],
      [undefined, [2]],
    ]);
  });

  it('shows the severities and the system that are wanted', () => {
    const lines = (filter: Parameters<typeof findingGroups>[1]) =>
      findingGroups(findings, filter).flatMap(({ findings: own }) => own.map(({ line }) => line));
    expect(lines({ severities: new Set(['error']), system: null })).toEqual([10, 12]);
    expect(lines({ severities: all, system: 'A' })).toEqual([3]);
    expect(lines({ severities: all, system: undefined })).toEqual([2]);
    expect(lines({ severities: new Set(), system: null })).toEqual([]);
    expect(severityCounts(findings)).toEqual({ error: 2, warning: 1, hint: 2 });
  });

  it('names a place as compilers do', () => {
    expect(placeParts(finding({ line: 12, key: 'Interval' }))).toEqual(['isps_ul.ini:12', 'Interval']);
    expect(placeParts(finding({ key: 'Interval' }))).toEqual(['isps_ul.ini', 'Interval']);
    expect(placeParts(finding({ file: '3.BAS', line: 4, column: 7 }))).toEqual(['3.BAS:4:7']);
    expect(placeParts(finding({}))).toEqual(['isps_ul.ini']);
  });
});

describe('The way from a problem to where it is put right', () => {
  const target = { queueId: 4, valueTypeId: 2 };
  const mappings: MappingView[] = [
    { ...target, entries: [], scenario: { number: 3, fileName: '3.BAS', state: 'invalid' } },
  ];

  it('leads to the mapping, the script or the WFM queue', () => {
    expect(placeOf(finding({ file: 'acd_map.ini', ...target }), mappings)).toEqual({
      kind: 'mapping',
      target,
    });
    expect(placeOf(finding({ file: '3.BAS', ...target }), mappings)).toEqual({ kind: 'scenario', target });
    expect(placeOf(finding({ file: '3.bas' }), mappings)).toEqual({ kind: 'scenario', target });
    expect(placeOf(finding({ file: '9.BAS' }), mappings)).toBeUndefined();
    expect(placeOf(finding({ queueId: 4 }), mappings)).toEqual({ kind: 'queue', queueId: 4 });
  });

  it('leads to the line of the section, to the field of a key that is missing, to the connection', () => {
    expect(placeOf(finding({ system: 'A', line: 12, key: 'Interval' }), [])).toEqual({
      kind: 'section',
      system: 'A',
      line: 12,
      key: 'Interval',
    });
    expect(placeOf(finding({ system: 'A', key: 'source' }), [])).toEqual({ kind: 'connection', system: 'A' });
    expect(placeOf(finding({ system: 'A', key: 'Pwd', line: 3 }), [])).toEqual({
      kind: 'connection',
      system: 'A',
    });
    expect(placeOf(finding({ line: 3 }), [])).toBeUndefined();
  });
});
