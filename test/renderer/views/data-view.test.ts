import { describe, expect, it } from 'vitest';
import type { DataCurve, DataPoint } from '#shared/contract/data.ts';
import { formatsFor } from '#shared/i18n/formats.ts';
import type { DataChoice } from '../../../renderer/state/index.ts';
import { loneValues, peakIndex } from '../../../renderer/views/curves/curve-values.ts';
import {
  chosenCurves,
  queueRows,
  startingChoice,
  toggled,
} from '../../../renderer/views/data/data-choice.ts';
import {
  changeText,
  curveNames,
  decimalsFor,
  pointAt,
  pointNames,
  pointTicks,
  unitCharts,
} from '../../../renderer/views/data/data-model.ts';
import {
  cellAfterKey,
  cellTime,
  heatScale,
  shadeCount,
  shadeOf,
} from '../../../renderer/views/data/heat-model.ts';

const queue = (id: number, name: string, parentId: number | null = null) => ({
  id,
  name,
  parentId,
  timeZone: 'Europe/Paris',
  intervalMinutes: 15,
  active: true,
});
const wfm = {
  queues: [queue(1, 'Service'), queue(2, 'Hotline', 1), queue(3, 'Orders', 1), queue(4, 'Outbound')],
  valueTypes: [
    { id: 1, name: 'Offered', unit: 'count' },
    { id: 2, name: 'Answered', unit: 'count' },
    { id: 3, name: 'Handling time', unit: 'seconds' },
  ],
};
const formats = formatsFor('en', ['en-GB']);

const curve = (queueId: number, valueTypeId: number, over: Partial<DataCurve> = {}): DataCurve => ({
  queueId,
  valueTypeId,
  timeZone: 'Europe/Paris',
  intervalMinutes: 15,
  aggregate: valueTypeId === 3 ? 'mean' : 'sum',
  values: [],
  weekBefore: [],
  figure: null,
  compared: null,
  storedIntervals: 0,
  ...over,
});

const point = (day: string, startLocal: string, startUtc: string, offset = '+02:00'): DataPoint => ({
  day,
  startLocal,
  startUtc,
  offset,
});

describe('what the Data view begins with', () => {
  const isMapped = ({ queueId, valueTypeId }: { queueId: number; valueTypeId: number }) =>
    queueId === 3 && valueTypeId === 2;
  const beginning = { target: null, queueId: null, wfm, isMapped };
  const last: DataChoice = {
    queueIds: [2, 99],
    valueTypeIds: [1, 3],
    span: 'week',
    day: '2026-06-01',
    weekBefore: false,
  };

  it('is what is selected, else the first queue that gets values', () => {
    expect(startingChoice({ ...beginning, target: { queueId: 2, valueTypeId: 3 } })).toMatchObject({
      queueIds: [2],
      valueTypeIds: [3],
      span: 'day',
      day: undefined,
      weekBefore: true,
    });
    expect(startingChoice(beginning)).toMatchObject({ queueIds: [3], valueTypeIds: [2] });
    // A group is selected when the window opens: it has nothing of its own to show.
    expect(startingChoice({ ...beginning, queueId: 1 })).toMatchObject({ queueIds: [3] });
  });

  it('is what was shown last, without what WFM no longer has', () => {
    expect(startingChoice({ ...beginning, last, target: { queueId: 4, valueTypeId: 1 } })).toEqual({
      ...last,
      queueIds: [2],
    });
  });

  it('is the place it is opened at: an interval on its day, a queue with the value types shown last', () => {
    const place = { queueId: 4, valueTypeId: 2, day: '2026-05-05', startUtc: '2026-05-05T07:00:00Z' };
    expect(startingChoice({ ...beginning, last, place })).toEqual({
      queueIds: [4],
      valueTypeIds: [2],
      span: 'day',
      day: '2026-05-05',
      startUtc: '2026-05-05T07:00:00Z',
      weekBefore: false,
    });
    expect(startingChoice({ ...beginning, last, place: { queueId: 4 } })).toMatchObject({
      queueIds: [4],
      valueTypeIds: [1, 3],
      span: 'week',
      day: '2026-06-01',
    });
  });
});

describe('choosing', () => {
  it('keeps the order of the list, whatever comes first', () => {
    expect(toggled([3], 2, [1, 2, 3])).toEqual([2, 3]);
    expect(toggled([2, 3], 3, [1, 2, 3])).toEqual([2]);
    const choice = { queueIds: [2, 3], valueTypeIds: [1, 2], span: 'day', weekBefore: true } as const;
    expect(chosenCurves(choice).map(({ queueId, valueTypeId }) => [queueId, valueTypeId])).toEqual([
      [2, 1],
      [3, 1],
      [2, 2],
      [3, 2],
    ]);
  });

  it('lists groups before what is under them; a filter keeps what stands above a match, and all below one', () => {
    const names = (matches: (text: string) => boolean) =>
      queueRows(wfm, matches).map(({ name, depth }) => `${depth} ${name}`);
    expect(names(() => true)).toEqual(['0 Service', '1 Hotline', '1 Orders', '0 Outbound']);
    expect(names((text) => text === 'Orders')).toEqual(['0 Service', '1 Orders']);
    expect(names((text) => text === 'Service')).toEqual(['0 Service', '1 Hotline', '1 Orders']);
  });
});

describe('charts', () => {
  it('hold the curves of one unit, numbered and coloured anew in each', () => {
    const charts = unitCharts({ curves: [curve(2, 1), curve(3, 1), curve(2, 3), curve(3, 3)] }, wfm);
    expect(charts.map(({ unit, aggregate, common }) => [unit, aggregate, common])).toEqual([
      ['count', 'sum', 'Offered'],
      ['seconds', 'mean', 'Handling time'],
    ]);
    expect(charts[1]?.curves.map(({ name, number, colour }) => [name, number, colour])).toEqual([
      ['Hotline', 1, '--curve-1'],
      ['Orders', 2, '--curve-2'],
    ]);
  });

  it('name curves as short as tells them apart', () => {
    expect(curveNames([curve(2, 1), curve(2, 2)], wfm)).toEqual({
      names: ['Offered', 'Answered'],
      common: 'Hotline',
    });
    expect(curveNames([curve(2, 1), curve(3, 2)], wfm)).toEqual({
      names: ['Hotline › Offered', 'Orders › Answered'],
      common: undefined,
    });
  });

  it('name points by interval, hour or day; where a wall clock comes twice, with its offset', () => {
    const night = [
      point('2025-10-26', '02:45', '2025-10-26T00:45:00Z'),
      point('2025-10-26', '02:00', '2025-10-26T01:00:00Z', '+01:00'),
      point('2025-10-26', '02:45', '2025-10-26T01:45:00Z', '+01:00'),
      point('2025-10-26', '03:00', '2025-10-26T02:00:00Z', '+01:00'),
    ];
    expect(pointNames({ span: 'day', points: night }, formats)).toEqual([
      '02:45–02:00 +02:00',
      '02:00–02:45',
      '02:45–03:00 +01:00',
      '03:00–00:00',
    ]);
    const week = [
      point('2026-06-08', '23:00', '2026-06-08T21:00:00Z'),
      point('2026-06-09', '00:00', '2026-06-08T22:00:00Z'),
      point('2026-06-09', '01:00', '2026-06-08T23:00:00Z'),
    ];
    expect(pointNames({ span: 'week', points: week }, formats)).toEqual([
      'Mon 8 23:00',
      'Tue 9 00:00',
      'Tue 9 01:00',
    ]);
    expect(pointTicks({ span: 'week', points: week }, formats, 600)).toEqual([
      { index: 0, text: 'Mon 8' },
      { index: 1, text: 'Tue 9' },
    ]);
    expect(pointNames({ span: 'month', points: week.slice(1, 2) }, formats)).toEqual(['Tue 9 Jun']);
    expect(pointTicks({ span: 'month', points: week }, formats, 60)).toEqual([
      { index: 0, text: '8' },
      { index: 2, text: '9' },
    ]);
  });

  it('find the point an instant is in', () => {
    const points = [
      point('2026-06-08', '09:00', '2026-06-08T07:00:00Z'),
      point('2026-06-08', '10:00', '2026-06-08T08:00:00Z'),
    ];
    expect(pointAt(points, '2026-06-08T07:45:00Z')).toBe(0);
    expect(pointAt(points, '2026-06-08T08:00:00Z')).toBe(1);
    expect(pointAt(points, '2026-06-08T06:59:00Z')).toBeUndefined();
    expect(pointAt(points, undefined)).toBeUndefined();
  });

  it('show as many decimals as sums have, and one of a mean', () => {
    expect(decimalsFor([1, null, 20], 'sum')).toBe(0);
    expect(decimalsFor([1, 2.5], 'sum')).toBe(1);
    expect(decimalsFor([1, 2.25], 'sum')).toBe(2);
    expect(decimalsFor([1, 2 / 3], 'mean')).toBe(1);
    expect(decimalsFor([1, null], 'mean')).toBe(0);
  });

  it('say the change against the week before, and nothing where there is none', () => {
    expect(changeText({ figure: 410, figureBefore: 397 }, formats)).toBe('+3.3 %');
    expect(changeText({ figure: 90, figureBefore: 100 }, formats)).toBe('−10.0 %');
    expect(changeText({ figure: 100, figureBefore: 100 }, formats)).toBe('±0.0 %');
    expect(changeText({ figure: 300, figureBefore: 100 }, formats)).toBe('+200 %');
    expect(changeText({ figure: 3, figureBefore: 0 }, formats)).toBeUndefined();
    expect(changeText(null, formats)).toBeUndefined();
  });

  it('mark lone values and the first peak', () => {
    expect(loneValues([1, null, 2, null, 3, 4])).toEqual([0, 2]);
    expect(peakIndex([null, 3, 7, 7])).toBe(2);
    expect(peakIndex([null])).toBeUndefined();
  });
});

describe('heat map', () => {
  const rows = (means: readonly (number | null)[]) => [
    { weekday: 2, cells: means.map((mean) => ({ mean, count: mean === null ? 0 : 1 })) },
  ];

  it('shades counts from 0 on, means from the lowest on', () => {
    expect(heatScale({ rows: rows([null, 20, 40]), aggregate: 'sum' })).toEqual({ low: 0, high: 40 });
    expect(heatScale({ rows: rows([80, 95]), aggregate: 'mean' })).toEqual({ low: 80, high: 95 });
    expect(heatScale({ rows: rows([null]), aggregate: 'sum' })).toBeUndefined();
    const scale = { low: 0, high: 70 };
    expect([0, 9.9, 10, 69, 70].map((mean) => shadeOf(mean, scale))).toEqual([0, 0, 1, 6, shadeCount - 1]);
    expect(shadeOf(5, { low: 5, high: 5 })).toBe(0);
  });

  it('names the time of each cell', () => {
    expect([0, 37, 96].map((column) => cellTime(column, 15))).toEqual(['00:00', '09:15', '24:00']);
  });

  it('is gone through by arrow keys, Home and End, not beyond its edges', () => {
    const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey });
    const at = { row: 0, column: 23 };
    expect(cellAfterKey(key('ArrowRight'), at, 24)).toEqual(at);
    expect(cellAfterKey(key('ArrowDown'), at, 24)).toEqual({ row: 1, column: 23 });
    expect(cellAfterKey(key('Home'), at, 24)).toEqual({ row: 0, column: 0 });
    expect(cellAfterKey(key('End', true), at, 24)).toEqual({ row: 6, column: 23 });
    expect(cellAfterKey(key('a'), at, 24)).toBeUndefined();
  });
});
