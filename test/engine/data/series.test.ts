import { describe, expect, it } from 'vitest';
import { readSeries } from '#engine/data/series.ts';
import { utc } from '../wfm/samples.ts';
import { handling, level, offered, openCentre, storeDays } from './data-store.ts';

const now = utc('2026-06-10T10:00:00Z');
const paris = { queueId: 1, valueTypeId: offered };
const london = { queueId: 2, valueTypeId: offered };

describe('a day', () => {
  it('is shown by interval, with nothing where nothing is stored, beside the same weekday a week before', async () => {
    const store = await openCentre();
    await storeDays(store, paris, ['2026-06-01', '2026-06-01'], (index) => (index < 40 ? 7 : null));
    await storeDays(store, paris, ['2026-06-08', '2026-06-08'], (index) => (index === 36 ? 12 : null));
    const day = await readSeries(store, { curves: [paris], span: 'day', day: '2026-06-08' }, now);
    expect(day).toMatchObject({
      span: 'day',
      fromDay: '2026-06-08',
      toDay: '2026-06-08',
      stepMinutes: 15,
      firstDay: '2026-06-01',
      lastDay: '2026-06-08',
    });
    expect(day.points.length).toBe(96);
    expect(day.points[36]).toEqual({
      day: '2026-06-08',
      startUtc: '2026-06-08T07:00:00Z',
      startLocal: '09:00',
      offset: '+02:00',
    });
    const [curve] = day.curves;
    expect(curve?.values.filter((value) => value !== null)).toEqual([12]);
    expect(curve?.values[36]).toBe(12);
    expect(curve?.weekBefore.slice(38, 42)).toEqual([7, 7, null, null]);
    expect(curve).toMatchObject({
      timeZone: 'Europe/Paris',
      aggregate: 'sum',
      figure: 12,
      compared: { figure: 12, figureBefore: 7 },
      storedIntervals: 1,
    });
  });

  it('without one named is the last with a value, else yesterday in the zone of the first queue', async () => {
    const store = await openCentre();
    const nothing = await readSeries(store, { curves: [paris], span: 'day' }, now);
    expect(nothing).toMatchObject({ fromDay: '2026-06-09', firstDay: null, lastDay: null });
    expect(nothing.curves[0]).toMatchObject({ figure: null, compared: null, storedIntervals: 0 });
    await storeDays(store, london, ['2026-05-04', '2026-05-05'], () => 1);
    expect(await readSeries(store, { curves: [paris, london], span: 'day' }, now)).toMatchObject({
      fromDay: '2026-05-05',
      firstDay: '2026-05-04',
      lastDay: '2026-05-05',
    });
  });

  it('of 25 hours has its repeated hour twice; a week before it was there once', async () => {
    const store = await openCentre();
    await storeDays(store, paris, ['2025-10-19', '2025-10-26'], (index) => index);
    const { points, curves } = await readSeries(
      store,
      { curves: [paris], span: 'day', day: '2025-10-26' },
      now,
    );
    expect(points.length).toBe(100);
    const repeated = points.flatMap(({ startLocal, offset }, index) =>
      startLocal === '02:00'
        ? [{ offset, value: curves[0]!.values[index], before: curves[0]!.weekBefore[index] }]
        : [],
    );
    expect(repeated).toEqual([
      { offset: '+02:00', value: 8, before: 8 },
      { offset: '+01:00', value: 12, before: null },
    ]);
    // From 03:00 on the wall clocks are side by side again, four intervals apart.
    const three = points.findIndex(({ startLocal }) => startLocal === '03:00');
    expect([curves[0]!.values[three], curves[0]!.weekBefore[three]]).toEqual([16, 12]);

    // A week later the day before has one hour more: its second time is held against nothing.
    const after = await readSeries(store, { curves: [paris], span: 'day', day: '2025-11-02' }, now);
    expect(after.points.length).toBe(96);
    expect(after.curves[0]?.weekBefore[8]).toBe(8);
    const all = (99 * 100) / 2;
    const second = 12 + 13 + 14 + 15;
    expect(after.curves[0]?.compared).toBeNull();
    await storeDays(store, paris, ['2025-11-02', '2025-11-02'], () => 1);
    const stored = await readSeries(store, { curves: [paris], span: 'day', day: '2025-11-02' }, now);
    expect(stored.curves[0]?.compared).toEqual({ figure: 96, figureBefore: all - second });
  });

  it('of 23 hours has no hour that was skipped', async () => {
    const store = await openCentre();
    await storeDays(store, paris, ['2026-03-22', '2026-03-29'], (index) => index);
    const { points, curves } = await readSeries(
      store,
      { curves: [paris], span: 'day', day: '2026-03-29' },
      now,
    );
    expect(points.length).toBe(92);
    expect(points.slice(7, 9).map(({ startLocal }) => startLocal)).toEqual(['01:45', '03:00']);
    expect([curves[0]!.values[8], curves[0]!.weekBefore[8]]).toEqual([8, 12]);
  });

  it('of queues in several zones lays their wall clocks over each other, each repeated hour in its place', async () => {
    const store = await openCentre();
    const kolkata = { queueId: 3, valueTypeId: offered };
    for (const target of [paris, london, kolkata]) {
      await storeDays(store, target, ['2025-10-26', '2025-10-26'], () => 1);
    }
    const { points, curves, stepMinutes } = await readSeries(
      store,
      { curves: [kolkata, paris, london], span: 'day', day: '2025-10-26' },
      now,
    );
    expect(stepMinutes).toBe(30);
    expect(points.slice(1, 12).map(({ startLocal }) => startLocal)).toEqual(
      // London goes back from 02:00 to 01:00, Paris from 03:00 to 02:00.
      ['00:30', '01:00', '01:30', '01:00', '01:30', '02:00', '02:30', '02:00', '02:30', '03:00', '03:30'],
    );
    expect(points.length).toBe(52);
    const night = curves.map(({ values }) => values.slice(2, 10));
    expect(night).toEqual([
      [2, 2, null, null, 2, 2, null, null],
      [2, 2, null, null, 2, 2, 2, 2],
      [1, 1, 1, 1, 1, 1, null, null],
    ]);
    expect(curves.map(({ figure }) => figure)).toEqual([96, 100, 50]);
  });

  it('of queues with intervals of 10 and 15 minutes is shown by half hours', async () => {
    const store = await openCentre();
    const ten = { queueId: 5, valueTypeId: offered };
    await storeDays(store, paris, ['2026-06-08', '2026-06-08'], () => 1);
    await storeDays(store, ten, ['2026-06-08', '2026-06-08'], () => 1);
    const day = await readSeries(store, { curves: [paris, ten], span: 'day', day: '2026-06-08' }, now);
    expect(day.stepMinutes).toBe(30);
    expect(day.curves.map(({ values }) => values[20])).toEqual([2, 3]);
  });

  it('whose clock moves by half an hour shows the short interval as one', async () => {
    const store = await openCentre();
    const lordHowe = { queueId: 4, valueTypeId: offered };
    await storeDays(store, lordHowe, ['2026-04-05', '2026-04-05'], (index) => index);
    const { points, curves } = await readSeries(
      store,
      { curves: [lordHowe], span: 'day', day: '2026-04-05' },
      now,
    );
    expect(points.slice(0, 4).map(({ startLocal, offset }) => `${startLocal} ${offset}`)).toEqual([
      '00:00 +11:00',
      '01:00 +11:00',
      '01:30 +10:30',
      '02:00 +10:30',
    ]);
    expect(curves[0]?.values.slice(0, 4)).toEqual([0, 1, 2, 3]);
    expect(curves[0]?.figure).toBe((24 * 25) / 2);
  });
});

describe('a week', () => {
  it('is Monday to Sunday by hours: counts are added up, of anything else the mean of what is stored is taken', async () => {
    const store = await openCentre();
    const average = { queueId: 1, valueTypeId: handling };
    const percent = { queueId: 1, valueTypeId: level };
    await storeDays(store, paris, ['2026-06-01', '2026-06-14'], (_, __, day) => (day < '2026-06-08' ? 1 : 2));
    await storeDays(
      store,
      average,
      ['2026-06-10', '2026-06-10'],
      (index) => [100, 200.5, null, 400][index] ?? null,
    );
    await storeDays(store, percent, ['2026-06-10', '2026-06-10'], (index) => (index < 2 ? 80 + index : null));
    const week = await readSeries(
      store,
      { curves: [paris, average, percent], span: 'week', day: '2026-06-14' },
      now,
    );
    expect(week).toMatchObject({ fromDay: '2026-06-08', toDay: '2026-06-14', stepMinutes: 60 });
    expect(week.points.length).toBe(168);
    const [counts, averages, percents] = week.curves;
    expect(new Set(counts?.values)).toEqual(new Set([8]));
    expect(new Set(counts?.weekBefore)).toEqual(new Set([4]));
    expect(counts?.figure).toBe(7 * 96 * 2);
    expect(counts?.compared).toEqual({ figure: 7 * 96 * 2, figureBefore: 7 * 96 });
    const wednesday = week.points.findIndex(({ day }) => day === '2026-06-10');
    expect(averages?.values[wednesday]).toBeCloseTo(700.5 / 3, 10);
    expect(averages?.values[wednesday + 1]).toBeNull();
    expect(averages).toMatchObject({ aggregate: 'mean', storedIntervals: 3, compared: null });
    expect(percents?.figure).toBe(80.5);
  });

  it('with a clock change has 169 hours', async () => {
    const store = await openCentre();
    const week = await readSeries(store, { curves: [paris], span: 'week', day: '2025-10-20' }, now);
    expect(week).toMatchObject({ fromDay: '2025-10-20', toDay: '2025-10-26' });
    expect(week.points.length).toBe(169);
  });
});

it('what has begun is held against as much of the week before, not against all of it', async () => {
  const store = await openCentre();
  await storeDays(store, paris, ['2026-06-01', '2026-06-07'], () => 10);
  // Wednesday until ten o'clock, but for an hour that failed.
  await storeDays(store, paris, ['2026-06-08', '2026-06-09'], () => 11);
  await storeDays(store, paris, ['2026-06-10', '2026-06-10'], (index) =>
    index < 40 && Math.floor(index / 4) !== 3 ? 11 : null,
  );
  for (const span of ['week', 'month'] as const) {
    const { curves } = await readSeries(store, { curves: [paris], span, day: '2026-06-10' }, now);
    const intervals = 2 * 96 + 36;
    expect(curves[0]?.compared).toEqual({ figure: intervals * 11, figureBefore: intervals * 10 });
  }
});

describe('a month', () => {
  it('is shown by days, each beside the same weekday a week before', async () => {
    const store = await openCentre();
    await storeDays(store, paris, ['2026-01-25', '2026-02-28'], (_, __, day) => Number(day.slice(8)));
    const month = await readSeries(store, { curves: [paris], span: 'month', day: '2026-02-11' }, now);
    expect(month).toMatchObject({ fromDay: '2026-02-01', toDay: '2026-02-28', stepMinutes: null });
    expect(month.points.map(({ day }) => day).at(-1)).toBe('2026-02-28');
    expect(month.curves[0]?.values[9]).toBe(96 * 10);
    expect(month.curves[0]?.weekBefore[9]).toBe(96 * 3);
    expect(month.curves[0]?.weekBefore[0]).toBe(96 * 25);
    const october = await readSeries(store, { curves: [paris], span: 'month', day: '2025-12-31' }, now);
    expect(october).toMatchObject({ fromDay: '2025-12-01', toDay: '2025-12-31' });
  });

  it('adds up exactly, whatever the decimals', async () => {
    const store = await openCentre();
    await storeDays(store, paris, ['2026-06-01', '2026-06-30'], () => 0.1);
    const month = await readSeries(store, { curves: [paris], span: 'month', day: '2026-06-30' }, now);
    expect(month.curves[0]?.values[0]).toBe(9.6);
    expect(month.curves[0]?.figure).toBe(288);
  });
});

it('a queue or a value type that WFM does not have is named', async () => {
  const store = await openCentre();
  const ask = (curve: { queueId: number; valueTypeId: number }) =>
    readSeries(store, { curves: [curve], span: 'day' }, now);
  await expect(ask({ queueId: 99, valueTypeId: 1 })).rejects.toMatchObject({ code: 'QUEUE_UNKNOWN' });
  await expect(ask({ queueId: 1, valueTypeId: 99 })).rejects.toMatchObject({ code: 'VALUE_TYPE_UNKNOWN' });
});
