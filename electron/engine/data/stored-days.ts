import { setImmediate as others } from 'node:timers/promises';
import { type SlotValue, unpackDay } from '../wfm/packDay.ts';
import type { DayKey, WfmStore } from '../wfm/store.ts';

export interface StoredDay extends DayKey {
  /** Ascending; empty where nothing is stored. */
  readonly slots: readonly SlotValue[];
}

/** A read of that many days takes about a millisecond: nobody waits long behind it. */
const DAYS_A_READ = 60;

/** The stored values of days, in the order of the keys. Memory is bounded, and others get their turn in between. */
export async function* storedDays(store: WfmStore, keys: Iterable<DayKey>): AsyncGenerator<StoredDay> {
  for (const page of pagesOf(keys, DAYS_A_READ)) {
    const chunks = await store.readDays(page);
    for (const [index, key] of page.entries()) {
      const chunk = chunks[index];
      yield { ...key, slots: chunk === undefined ? [] : unpackDay(chunk) };
    }
    await others();
  }
}

function* pagesOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let page: T[] = [];
  for (const item of items) {
    page.push(item);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
