import type { WfmDump, WfmLoadQueue, WfmLoadValueType } from '#shared/contract/wfm-load.ts';

export type IntervalMinutes = NonNullable<WfmLoadQueue['intervalMinutes']>;
export type ValueTypeUnit = NonNullable<WfmLoadValueType['unit']>;

/** A WFM queue or a group of them: queues form a tree. */
export interface WfmQueue {
  readonly id: number;
  readonly name: string;
  /** Null for a top queue. */
  readonly parentId: number | null;
  readonly timeZone: string;
  readonly intervalMinutes: IntervalMinutes;
  readonly active: boolean;
}

export interface ValueType {
  readonly id: number;
  readonly name: string;
  readonly unit: ValueTypeUnit;
}

/** The record that WFM knows this system, and for which streams. Its settings are in `isps_ul.ini`. */
export interface ExternalSystem {
  readonly name: string;
  readonly interface: string;
  readonly phoneLink: boolean;
  readonly timeLink: boolean;
}

export interface Directory {
  readonly queues: readonly WfmQueue[];
  readonly valueTypes: readonly ValueType[];
  readonly externalSystems: readonly ExternalSystem[];
}

/** The document that, loaded into an empty store, gives this directory. */
export function directoryDocument(directory: Directory): WfmDump {
  const queues = new Map(directory.queues.map((queue) => [queue.id, queue]));
  const holders = new Map<string, number>();
  for (const { name } of directory.queues) holders.set(name, (holders.get(name) ?? 0) + 1);
  return {
    queues: parentsFirst(directory.queues).map(
      ({ id, name, parentId, timeZone, intervalMinutes, active }) => {
        const parentName = parentId === null ? null : queues.get(parentId)!.name;
        const parent = parentName !== null && holders.get(parentName)! > 1 ? parentId : parentName;
        return { id, name, parent, timeZone, intervalMinutes, active };
      },
    ),
    valueTypes: directory.valueTypes.map(({ id, name, unit }) => ({ id, name, unit })),
    externalSystems: directory.externalSystems.map((system) => ({ ...system })),
  };
}

/** Groups before what is under them, brothers in the given order. */
export function parentsFirst(queues: readonly WfmQueue[]): WfmQueue[] {
  const children = new Map<number | null, WfmQueue[]>();
  for (const queue of queues) {
    const brothers = children.get(queue.parentId);
    if (brothers) brothers.push(queue);
    else children.set(queue.parentId, [queue]);
  }
  const ordered: WfmQueue[] = [];
  const open = [...(children.get(null) ?? [])].reverse();
  for (let queue = open.pop(); queue; queue = open.pop()) {
    ordered.push(queue);
    open.push(...[...(children.get(queue.id) ?? [])].reverse());
  }
  return ordered;
}
