import { sampleWfm } from '../sample/wfm-side.ts';
import type { Directory } from '../wfm/directory.ts';
import type { DirectoryEntries } from '../wfm/store.ts';

/** What the sample contact centre brought into WFM and nobody has renamed: it goes when the sample is replaced. */
export function sampleEntries(directory: Directory): DirectoryEntries {
  const queueNames = new Map<number, string>(sampleWfm.queues.map(({ id, name }) => [id, name]));
  const typeNames = new Map<number, string>(sampleWfm.valueTypes.map(({ id, name }) => [id, name]));
  return {
    queueIds: directory.queues.filter(({ id, name }) => queueNames.get(id) === name).map(({ id }) => id),
    valueTypeIds: directory.valueTypes
      .filter(({ id, name }) => typeNames.get(id) === name)
      .map(({ id }) => id),
  };
}

export function withoutEntries(directory: Directory, gone: DirectoryEntries): Directory {
  return {
    queues: directory.queues.filter(({ id }) => !gone.queueIds.includes(id)),
    valueTypes: directory.valueTypes.filter(({ id }) => !gone.valueTypeIds.includes(id)),
    externalSystems: directory.externalSystems,
  };
}
