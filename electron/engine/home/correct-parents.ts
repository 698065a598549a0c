import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { getValue, type IniDocument } from '#shared/domain/ini/document.ts';
import { mapBytes, parseMap } from '#shared/domain/mapping/document.ts';
import { correctParents, type MovedLine } from '#shared/domain/mapping/parents.ts';
import type { Home } from './home.ts';
import { readHomeFile, withFileLock } from './home-file.ts';
import { replaceFile } from './replace-file.ts';
import { readSettings } from './settings.ts';

export interface CorrectedParents {
  readonly moved: readonly MovedLine[];
  /** Name of the copy of the map as it was; absent where nothing moved. */
  readonly copy?: string;
  /** Queues that lines of the map name and WFM does not have. The lines stay. */
  readonly unknownQueueIds: readonly number[];
}

const nothing: CorrectedParents = { moved: [], unknownQueueIds: [] };
const attempts = 5;

/** On unless `AutomaticMappingCorrection` of `[General]` says 0: the correction loses nothing. */
export function correctsParents(document: IniDocument): boolean {
  return getValue(document, 'General', 'AutomaticMappingCorrection')?.trim() !== '0';
}

/**
 * Queues that stand under another parent in WFM than in `acd_map.ini` get their left sides rewritten, with a copy of the
 * map beside it and a line a change in `isps_ul.log`.
 */
export async function correctHomeParents(home: Home): Promise<CorrectedParents> {
  const { document } = await readSettings(home.paths);
  if (!correctsParents(document)) return nothing;
  const { queues } = await home.store.directory();
  // A store that nothing was loaded into says nothing of any queue.
  if (queues.length === 0) return nothing;
  const parents = new Map(queues.map(({ id, parentId }) => [id, parentId]));
  const parentOf = (queueId: number) => parents.get(queueId);
  const glance = correctParents(parseMap((await readHomeFile(home.paths.mapping)).bytes), parentOf);
  if (glance.moved.length === 0) return { moved: [], unknownQueueIds: glance.unknownQueueIds };
  return withFileLock(home.paths.mapping, async () => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { bytes, revision } = await readHomeFile(home.paths.mapping);
      const { doc, moved, unknownQueueIds } = correctParents(parseMap(bytes), parentOf);
      if (moved.length === 0) return { moved, unknownQueueIds };
      const copy = await keepCopy(home.paths.folder, bytes);
      const isStill = async () => (await readHomeFile(home.paths.mapping)).revision === revision;
      if (!(await replaceFile(home.paths.mapping, mapBytes(doc), isStill))) continue;
      home.logs.write('isps_ul.log', logText(moved, unknownQueueIds, copy));
      return { moved, copy, unknownQueueIds };
    }
    // Somebody writes the map all the time; the next start looks again.
    return nothing;
  });
}

function logText(moved: readonly MovedLine[], unknownQueueIds: readonly number[], copy: string): string {
  const lines = moved.map(
    ({ line, target, from, to }) =>
      `acd_map.ini, line ${line}: queue ${target.queueId}, value type ${target.valueTypeId} moved from parent ${from} to ${to}`,
  );
  const kept = unknownQueueIds.map((id) => `acd_map.ini: WFM has no queue ${id}; its lines are kept`);
  return [`queues have moved; the map as it was is ${copy}`, ...lines, ...kept].join('\n');
}

/** `Acd_map<yymmddhhmmss>.ini`, by the clock of this machine. */
async function keepCopy(folder: string, bytes: Uint8Array): Promise<string> {
  for (let seconds = 0; ; seconds += 1) {
    const name = copyName(new Date(Date.now() + seconds * 1000));
    try {
      await writeFile(path.join(folder, name), bytes, { flag: 'wx' });
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function copyName(at: Date): string {
  const parts = [
    at.getFullYear() % 100,
    at.getMonth() + 1,
    at.getDate(),
    at.getHours(),
    at.getMinutes(),
    at.getSeconds(),
  ];
  return `Acd_map${parts.map((part) => String(part).padStart(2, '0')).join('')}.ini`;
}
