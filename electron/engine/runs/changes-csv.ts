import { setImmediate as nextTurn } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { stampWriter, valueText } from '../data/csv.ts';
import { offsetText } from '../home/time-text.ts';
import type { Directory } from '../wfm/directory.ts';
import type { RunChange, RunWithDays } from '../wfm/store.ts';
import { changedSlots } from './change-views.ts';
import { eachDayOfChanges, type RunStore } from './each-day.ts';

export const changeColumns = [
  'system',
  'day',
  'queue_id',
  'queue',
  'value_type_id',
  'value_type',
  'start_utc',
  'start_local',
  'time_zone',
  'old',
  'new',
  'difference',
] as const;

/**
 * Every interval a run changed, or a dry run would change, as CSV with a header, in pieces of a day and system. `old` and
 * `new` are empty where nothing was, or is, stored; `difference` counts nothing as 0.
 */
export async function* changesCsv(
  store: RunStore,
  run: RunWithDays,
  directory: Directory,
): AsyncGenerator<string> {
  const queues = new Map(directory.queues.map((queue) => [queue.id, queue]));
  const valueTypes = new Map(directory.valueTypes.map((type) => [type.id, type.name]));
  const utc = stampWriter();
  const local = stampWriter();
  yield stringify([[...changeColumns]]);

  function linesOf(system: string, { queueId, valueTypeId, day, ...change }: RunChange): string {
    const queue = queues.get(queueId);
    const timeZone = queue?.timeZone ?? 'UTC';
    const zone = zoneOf(timeZone);
    const valueType = valueTypes.get(valueTypeId) ?? '';
    const place = cells(system, day, queueId, queue?.name ?? '', valueTypeId, valueType);
    const lines = changedSlots(change).map(({ startUtc, old, new: wrote }) => {
      const offset = zone.offsetSecondsAt(startUtc);
      const times = `${utc(startUtc)}Z,${local(startUtc + offset)}${offsetText(offset)},${timeZone}`;
      return `${place},${times},${cell(old)},${cell(wrote)},${cell((wrote ?? 0) - (old ?? 0))}\n`;
    });
    return lines.join('');
  }

  for await (const { part, changes } of eachDayOfChanges(store, run)) {
    for (let first = 0; first < changes.length; first += changesAPiece) {
      const some = changes.slice(first, first + changesAPiece);
      const text = some.map((change) => linesOf(part.system, change)).join('');
      if (text !== '') yield text;
      await nextTurn();
    }
  }
}

/** So many days of values take a few milliseconds. */
const changesAPiece = 25;

/** The first cells of a line, quoted where they have to be. */
function cells(...values: (string | number)[]): string {
  return stringify([values]).trimEnd();
}

function cell(hundredths: number | null): string {
  return hundredths === null ? '' : valueText(hundredths);
}
