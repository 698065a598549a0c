import type { FreshDay } from '#engine/wfm/packDay.ts';
import { mergeDay } from '#engine/wfm/packDay.ts';
import type { DayChange, DayOutcome, RunProblem, RunRequest, WfmStore } from '#engine/wfm/store.ts';
import { dayBounds, parseDay } from '#shared/domain/time/day.ts';
import { dayIntervals } from '#shared/domain/time/interval.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';

/** Epoch seconds of an ISO instant. */
export function utc(iso: string): number {
  return Date.parse(iso) / 1000;
}

export const hotline = {
  queues: [
    {
      id: 1002,
      name: 'Hotline',
      parent: 'Customer service',
      timeZone: 'Europe/Paris',
      intervalMinutes: 15,
      active: true,
    },
  ],
  valueTypes: [
    { id: 1, name: 'Calls offered', unit: 'count' },
    { id: 2, name: 'Handling time', unit: 'seconds' },
  ],
  externalSystems: [{ name: 'Bank', interface: 'universal', phoneLink: true, timeLink: false }],
};

/** A day of a zone with the value that `valueAt` gives for each interval, null for none. */
export function freshDay(
  timeZone: string,
  intervalMinutes: number,
  day: string,
  valueAt: (index: number, startUtc: number) => number | null,
): FreshDay {
  const zone = zoneOf(timeZone);
  const starts = dayIntervals(zone, intervalMinutes, parseDay(day));
  const { startUtc } = dayBounds(zone, parseDay(day));
  return { startUtc, intervalMinutes, starts, values: starts.map((start, index) => valueAt(index, start)) };
}

/** The change that brings fresh values of a queue into the store as it is now. */
export async function changeOf(
  store: WfmStore,
  queueId: number,
  valueTypeId: number,
  day: string,
  valueAt: (index: number, startUtc: number) => number | null,
): Promise<DayChange> {
  const { queues } = await store.directory();
  const { timeZone, intervalMinutes } = queues.find((queue) => queue.id === queueId)!;
  const [before] = await store.readDays([{ queueId, valueTypeId, day }]);
  const { chunk } = mergeDay(before, freshDay(timeZone, intervalMinutes, day, valueAt));
  return { queueId, valueTypeId, day, before, after: chunk };
}

export const noCounters = { rowsRead: 0, valuesWritten: 0, valuesUnchanged: 0 };

/** A day that was done, with nothing of note. */
export function done(over: Partial<Extract<DayOutcome, { state: 'done' }>>): DayOutcome {
  return { state: 'done', changes: [], counters: noCounters, problems: [], ...over };
}

export function request(over: Partial<RunRequest> = {}): RunRequest {
  return {
    stream: 'calls',
    systems: ['Bank'],
    fromDay: '2026-03-28',
    toDay: '2026-03-30',
    writeNull: false,
    dryRun: false,
    origin: 'cli',
    ...over,
  };
}

/** Stores values of one day by a run of its own, of a system that no run of {@link request} has. */
export async function storeDay(
  store: WfmStore,
  queueId: number,
  valueTypeId: number,
  day: string,
  valueAt: (index: number, startUtc: number) => number | null,
): Promise<number> {
  const { id } = await store.createRun(request({ systems: ['Values'], fromDay: day, toDay: day }));
  const changes = [await changeOf(store, queueId, valueTypeId, day, valueAt)];
  await store.commitDay(id, 'Values', day, { state: 'done', changes, counters: noCounters, problems: [] });
  await store.finishRun(id, 'completed');
  return id;
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const sourceGone: RunProblem = {
  code: 'ODBC_CONNECTION_LOST',
  message: 'The connection was lost.',
  system: 'Bank',
  count: 1,
  details: {},
};
