import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { figures as intervalFigures, queueCount } from './interval-source.ts';
import type { BenchSource } from './source.ts';

export interface BenchHome {
  /** Lines of the section `[ACD]`. */
  readonly section: readonly string[];
  /** Queue 1 … n, and the zone of each. */
  readonly zones: readonly string[];
  /** Figures of each queue of the ACD, mapped one to one. */
  readonly figures: readonly string[];
}

/** Writes a home in which the figures of `Queue 1` … are mapped one to one to WFM queues of the same names. */
export async function writeHome(folder: string, { section, zones, figures }: BenchHome): Promise<void> {
  const settings = ['[DB]', '1=WFM,0,,', '[ACD]', ...section, ''];
  writeFileSync(path.join(folder, 'isps_ul.ini'), settings.join('\r\n'));
  const map = zones.flatMap((_, queue) =>
    figures.map((figure, index) => `WFM:0:${queue + 1}:${index + 1}=ACD:Queue ${queue + 1}:${figure}\r\n`),
  );
  writeFileSync(path.join(folder, 'acd_map.ini'), map.join(''));
  const store = await openSqliteStore(path.join(folder, 'wfm.db'));
  await store.load({
    queues: zones.map((timeZone, queue) => ({
      id: queue + 1,
      name: `Queue ${queue + 1}`,
      timeZone,
      intervalMinutes: 15 as const,
    })),
    valueTypes: figures.map((name, index) => ({ id: index + 1, name })),
  });
  await store.close();
}

/** For a source with the table of `interval-source.ts`. */
export function intervalHome(source: BenchSource): BenchHome {
  return {
    section: [
      `Source=${source.connectionString}`,
      'QueueSQL=SELECT DISTINCT queue FROM calls',
      'CallDataTable=calls',
      'TimeStampColumn=stamp',
      `TimeStampType=${source.name === 'SQLite' ? 0 : 2}`,
      'QueueNameColumn=queue',
      `ValueTypes=${intervalFigures.join(';')}`,
      'Interval=15',
      'TimeZone=UTC',
    ],
    zones: Array.from({ length: queueCount }, () => 'UTC'),
    figures: intervalFigures,
  };
}
