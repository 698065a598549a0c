import { expect, it } from 'vitest';
import { readHeatMap } from '#engine/data/heat-map.ts';
import { level, offered, openCentre, storeDays } from './data-store.ts';

const paris = { queueId: 1, valueTypeId: offered };

it('gives the mean of each weekday and hour over the days asked for; what is not stored does not count', async () => {
  const store = await openCentre();
  // Two Mondays and a Tuesday; of the second Monday nothing before noon.
  await storeDays(store, paris, ['2026-06-01', '2026-06-02'], () => 1);
  await storeDays(store, paris, ['2026-06-08', '2026-06-08'], (index) => (index < 48 ? null : 3));
  await storeDays(store, paris, ['2026-05-25', '2026-05-25'], () => 1000);
  const map = await readHeatMap(store, { ...paris, toDay: '2026-06-08', days: 14, stepMinutes: 60 });
  expect(map).toMatchObject({
    fromDay: '2026-05-26',
    toDay: '2026-06-08',
    stepMinutes: 60,
    aggregate: 'sum',
    timeZone: 'Europe/Paris',
  });
  expect(map.rows.map(({ weekday }) => weekday)).toEqual([2, 3, 4, 5, 6, 7, 1]);
  const [monday, tuesday, wednesday] = map.rows;
  expect(monday?.cells.length).toBe(24);
  expect(monday?.cells[11]).toEqual({ mean: 4, count: 1 });
  expect(monday?.cells[12]).toEqual({ mean: 8, count: 2 });
  expect(tuesday?.cells[0]).toEqual({ mean: 4, count: 1 });
  expect(wednesday?.cells[0]).toEqual({ mean: null, count: 0 });
});

it('takes both times of a repeated hour as hours of their own, and none for one that was skipped', async () => {
  const store = await openCentre();
  await storeDays(store, paris, ['2025-10-26', '2025-10-26'], () => 1);
  const autumn = await readHeatMap(store, { ...paris, toDay: '2025-10-26', days: 1, stepMinutes: 60 });
  expect(autumn.rows[6]?.cells.slice(1, 4).map(({ mean, count }) => [mean, count])).toEqual([
    [4, 1],
    [4, 2],
    [4, 1],
  ]);
  await storeDays(store, paris, ['2026-03-29', '2026-03-29'], () => 1);
  const spring = await readHeatMap(store, { ...paris, toDay: '2026-03-29', days: 1, stepMinutes: 30 });
  expect(spring.rows[6]?.cells.slice(3, 7).map(({ count }) => count)).toEqual([1, 0, 0, 1]);
});

it('never cuts an interval of the queue, and takes the mean of percentages', async () => {
  const store = await openCentre();
  const percent = { queueId: 2, valueTypeId: level };
  await storeDays(store, percent, ['2026-06-01', '2026-06-01'], (index) => (index === 4 ? 90 : 70));
  const byQuarter = await readHeatMap(store, { ...percent, toDay: '2026-06-01', days: 7, stepMinutes: 15 });
  expect(byQuarter.stepMinutes).toBe(30);
  expect(byQuarter.rows[0]?.cells[4]).toEqual({ mean: 90, count: 1 });
  const byHour = await readHeatMap(store, { ...percent, toDay: '2026-06-01', days: 7, stepMinutes: 60 });
  expect(byHour.rows[0]?.cells[2]).toEqual({ mean: 80, count: 1 });
});
