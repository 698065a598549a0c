import { type WfmLoad, type WfmLoadFault, wfmLoadInvalid } from '#shared/contract/wfm-load.ts';
import type { Directory, ExternalSystem, ValueType } from './directory.ts';
import { planQueues } from './plan-queues.ts';
import type { LoadCounts, LoadSummary } from './store.ts';

/**
 * The directory after a load. What an entry leaves out stays as it is; for something new it is: zone of the
 * parent or of the machine, 15 minutes, active; unit `number`; interface `universal`, PhoneLink only.
 * Throws `WFM_LOAD_INVALID` with every place that cannot be loaded.
 */
export function planLoad(stored: Directory, document: WfmLoad, machineTimeZone: string): Directory {
  const faults: WfmLoadFault[] = [];
  const planned = {
    queues: planQueues(stored.queues, document.queues ?? [], machineTimeZone, faults),
    valueTypes: planValueTypes(stored.valueTypes, document.valueTypes ?? [], faults),
    externalSystems: planSystems(stored.externalSystems, document.externalSystems ?? [], faults),
  };
  if (faults.length > 0) throw wfmLoadInvalid(faults);
  return planned;
}

/** What a load adds and changes; `unchanged` counts what was there and stays as it is. */
export function summarizeLoad(before: Directory, after: Directory): LoadSummary {
  return {
    queues: count(before.queues, after.queues, (queue) => queue.id),
    valueTypes: count(before.valueTypes, after.valueTypes, (valueType) => valueType.id),
    externalSystems: count(before.externalSystems, after.externalSystems, (system) => system.name),
  };
}

/** The entries of `after` that are new or differ from `before`. */
export function changedEntries<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => unknown,
): { readonly entry: T; readonly stored: T | undefined }[] {
  const known = new Map(before.map((entry) => [keyOf(entry), entry]));
  return after
    .map((entry) => ({ entry, stored: known.get(keyOf(entry)) }))
    .filter(({ entry, stored }) => stored === undefined || !sameFields(stored, entry));
}

function count<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => unknown,
): LoadCounts {
  const touched = changedEntries(before, after, keyOf);
  const added = touched.filter(({ stored }) => stored === undefined).length;
  return { added, changed: touched.length - added, unchanged: after.length - touched.length };
}

function sameFields<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((key) => one[key] === other[key]);
}

function planValueTypes(
  stored: readonly ValueType[],
  entries: NonNullable<WfmLoad['valueTypes']>,
  faults: WfmLoadFault[],
): ValueType[] {
  const planned = new Map(stored.map((valueType) => [valueType.id, valueType]));
  const entryOf = new Map<number, number>();
  let nextId = Math.max(0, ...stored.map(({ id }) => id), ...entries.map((entry) => entry.id ?? 0));
  const withIdFirst = entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => Number(a.entry.id === undefined) - Number(b.entry.id === undefined) || a.index - b.index);
  for (const { entry, index } of withIdFirst) {
    const byName = [...planned.values()].find(({ name }) => name === entry.name);
    const known = entry.id === undefined ? byName : planned.get(entry.id);
    if (known === undefined && entry.id === undefined) nextId += 1;
    const id = known?.id ?? entry.id ?? nextId;
    const other = entryOf.get(id);
    if (other !== undefined) {
      faults.push({
        place: `valueTypes[${index}]`,
        reason: `is the same value type as valueTypes[${other}]`,
      });
      continue;
    }
    entryOf.set(id, index);
    planned.set(id, { id, name: entry.name, unit: entry.unit ?? known?.unit ?? 'number' });
  }
  const holder = new Map<string, number>();
  for (const { id, name } of planned.values()) {
    const first = holder.get(name);
    if (first === undefined) holder.set(name, id);
    else {
      const index = entryOf.get(id) ?? entryOf.get(first)!;
      faults.push({
        place: `valueTypes[${index}].name`,
        reason: `value types ${first} and ${id} would both be called "${name}"`,
      });
    }
  }
  return [...planned.values()];
}

function planSystems(
  stored: readonly ExternalSystem[],
  entries: NonNullable<WfmLoad['externalSystems']>,
  faults: WfmLoadFault[],
): ExternalSystem[] {
  const planned = new Map(stored.map((system) => [system.name, system]));
  const entryOf = new Map<string, number>();
  entries.forEach((entry, index) => {
    const other = entryOf.get(entry.name);
    if (other !== undefined) {
      faults.push({
        place: `externalSystems[${index}]`,
        reason: `is the same system as externalSystems[${other}]`,
      });
      return;
    }
    entryOf.set(entry.name, index);
    const known = planned.get(entry.name);
    planned.set(entry.name, {
      name: entry.name,
      interface: entry.interface ?? known?.interface ?? 'universal',
      phoneLink: entry.phoneLink ?? known?.phoneLink ?? true,
      timeLink: entry.timeLink ?? known?.timeLink ?? false,
    });
  });
  return [...planned.values()];
}
