import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import type { WfmStore } from '#engine/wfm/store.ts';
import { daysOf, parseDay } from '#shared/domain/time/day.ts';
import { changeOf, done, request } from '../wfm/samples.ts';
import { scratchFolder } from '../wfm/scratch.ts';

export const offered = 1;
export const handling = 2;
export const level = 3;

/** Queues of several zones and intervals, and a value type of each kind of unit. */
export const centre = {
  queues: [
    { id: 1, name: 'Paris', timeZone: 'Europe/Paris', intervalMinutes: 15 },
    { id: 2, name: 'London', timeZone: 'Europe/London', intervalMinutes: 30 },
    { id: 3, name: 'Kolkata', timeZone: 'Asia/Kolkata', intervalMinutes: 15 },
    { id: 4, name: 'Lord Howe', timeZone: 'Australia/Lord_Howe', intervalMinutes: 60 },
    { id: 5, name: 'Every ten minutes', timeZone: 'Europe/Paris', intervalMinutes: 10 },
  ],
  valueTypes: [
    { id: offered, name: 'Calls offered', unit: 'count' },
    { id: handling, name: 'Average handling time', unit: 'seconds' },
    { id: level, name: 'Service level', unit: 'percent' },
  ],
};

export async function openCentre(document: object = centre): Promise<WfmStore> {
  const store = await openSqliteStore(path.join(scratchFolder(), 'wfm.db'));
  onTestFinished(() => store.close());
  await store.load(document);
  return store;
}

/** Stores values of days, in whole units; null for no value. */
export async function storeDays(
  store: WfmStore,
  target: { readonly queueId: number; readonly valueTypeId: number },
  [from, to]: readonly [string, string],
  valueAt: (index: number, startUtc: number, day: string) => number | null,
): Promise<void> {
  const { queueId, valueTypeId } = target;
  const { id } = await store.createRun(request({ systems: ['Values'], fromDay: from, toDay: to }));
  for (const day of daysOf(parseDay(from), parseDay(to))) {
    const change = await changeOf(store, queueId, valueTypeId, day, (index, startUtc) => {
      const value = valueAt(index, startUtc, day);
      return value === null ? null : Math.round(value * 100);
    });
    await store.commitDay(id, 'Values', day, done({ changes: [change] }));
  }
  await store.finishRun(id, 'completed');
}
