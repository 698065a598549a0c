import { parseWfmLoad } from '#shared/contract/wfm-load.ts';
import { type CutDay, cutDays } from './cut-days.ts';
import { type ChunkRow, chunkOf } from './day-row.ts';
import {
  type Directory,
  type ExternalSystem,
  type IntervalMinutes,
  parentsFirst,
  type ValueType,
  type WfmQueue,
} from './directory.ts';
import { unpackDay } from './packDay.ts';
import { changedEntries, planLoad, summarizeLoad } from './plan-load.ts';
import type { LoadSummary } from './store.ts';

/* What the stores have in common about queues, value types and systems. */

export interface QueueRow {
  readonly id: number;
  readonly name: string;
  readonly parent_id: number | null;
  readonly time_zone: string;
  readonly interval_minutes: IntervalMinutes;
  readonly active: number | boolean;
}

export interface SystemRow {
  readonly name: string;
  readonly interface: string;
  readonly phone_link: number | boolean;
  readonly time_link: number | boolean;
}

export function directoryOf(
  queues: readonly QueueRow[],
  valueTypes: readonly ValueType[],
  systems: readonly SystemRow[],
): Directory {
  return {
    queues: parentsFirst(queues.map(queueOf)),
    valueTypes,
    externalSystems: systems.map(systemOf),
  };
}

/** What a load has to write. */
export interface DirectoryChange {
  /** Groups before what is under them. */
  readonly queues: readonly WfmQueue[];
  /** Queues whose zone changes: their days are to be cut anew. */
  readonly zoneChanged: readonly WfmQueue[];
  readonly valueTypes: readonly ValueType[];
  readonly externalSystems: readonly ExternalSystem[];
  readonly summary: LoadSummary;
}

/** Throws `WFM_LOAD_INVALID`. */
export function directoryChange(
  before: Directory,
  document: unknown,
  machineTimeZone: string,
): DirectoryChange {
  const after = planLoad(before, parseWfmLoad(document), machineTimeZone);
  const queues = changedEntries(before.queues, parentsFirst(after.queues), (queue) => queue.id);
  const systems = changedEntries(before.externalSystems, after.externalSystems, ({ name }) => name);
  return {
    queues: queues.map(({ entry }) => entry),
    zoneChanged: queues
      .filter(({ entry, stored }) => stored !== undefined && stored.timeZone !== entry.timeZone)
      .map(({ entry }) => entry),
    valueTypes: changedEntries(before.valueTypes, after.valueTypes, ({ id }) => id).map(({ entry }) => entry),
    externalSystems: systems.map(({ entry }) => entry),
    summary: summarizeLoad(before, after),
  };
}

/** The days of one value of a queue in its new zone: in another zone the same instants lie in other days. */
export function cutAnew(rows: readonly ChunkRow[], queue: WfmQueue): CutDay[] {
  const values = rows.flatMap((row) => unpackDay(chunkOf(row)));
  return cutDays(values, queue.timeZone, queue.intervalMinutes);
}

/** Which of the queues can go, what is under others before these: one that others stand under and that stay, stays. */
export function removableQueues(queues: readonly WfmQueue[], queueIds: readonly number[]): number[] {
  const wanted = new Set(queueIds);
  const children = new Map<number, number>();
  for (const { parentId } of queues) {
    if (parentId !== null) children.set(parentId, (children.get(parentId) ?? 0) + 1);
  }
  const gone: number[] = [];
  for (const { id, parentId } of [...queues].reverse()) {
    if (!wanted.has(id) || (children.get(id) ?? 0) > 0) continue;
    gone.push(id);
    if (parentId !== null) children.set(parentId, children.get(parentId)! - 1);
  }
  return gone;
}

function queueOf(row: QueueRow): WfmQueue {
  return {
    id: row.id,
    name: row.name,
    parentId: row.parent_id,
    timeZone: row.time_zone,
    intervalMinutes: row.interval_minutes,
    active: Boolean(row.active),
  };
}

function systemOf(row: SystemRow): ExternalSystem {
  return {
    name: row.name,
    interface: row.interface,
    phoneLink: Boolean(row.phone_link),
    timeLink: Boolean(row.time_link),
  };
}
