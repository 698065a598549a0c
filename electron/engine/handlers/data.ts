import type { dataContract } from '#shared/contract/data.ts';
import { parseDay, previousDay, today } from '#shared/domain/time/day.ts';
import { spanDays } from '#shared/domain/time/day-span.ts';
import { utcToLocal, zoneOf } from '#shared/domain/time/zone.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { csvPieces } from '../data/csv.ts';
import { curveOf } from '../data/curve-days.ts';
import { exportBlocks } from '../data/export-blocks.ts';
import { readHeatMap } from '../data/heat-map.ts';
import { parquetPieces } from '../data/parquet.ts';
import { readSeries } from '../data/series.ts';
import type { Home } from '../home/home.ts';
import { localClock, offsetText, utcText } from '../home/time-text.ts';
import { dayGrid } from '../imports/day-grid.ts';
import { unpackDay } from '../wfm/packDay.ts';

/** Packed without a pause anybody could feel: about fifteen milliseconds. */
const rowsAGroup = 10_000;

export function dataHandlers(home: Home): Handlers<typeof dataContract> {
  return {
    'data.day': async ({ queueId, valueTypeId, day: asked }) => {
      const { queues } = await home.store.directory();
      const queue = queues.find((found) => found.id === queueId);
      if (!queue) throw new XlinkError('QUEUE_UNKNOWN', `WFM has no queue ${queueId}.`, { queueId });
      const zone = zoneOf(queue.timeZone);
      const stored = await home.store.storedDays(queueId, valueTypeId);
      const day = parseDay(asked ?? stored?.lastDay ?? previousDay(today(zone, Date.now() / 1000)));
      const grid = dayGrid(queue.timeZone, queue.intervalMinutes, day);
      const [chunk] = await home.store.readDays([{ queueId, valueTypeId, day }]);
      const values = new Map(
        (chunk ? unpackDay(chunk) : []).map((slot) => [slot.startUtc, slot.valueHundredths / 100]),
      );
      // Values of a time when the queue had shorter intervals are shown where they are.
      const starts = [...new Set([...grid.starts, ...values.keys()])].sort((a, b) => a - b);
      return {
        queueId,
        valueTypeId,
        day,
        timeZone: queue.timeZone,
        intervalMinutes: queue.intervalMinutes,
        intervals: starts.map((startUtc) => ({
          startUtc: utcText(startUtc),
          startLocal: localClock(utcToLocal(zone, startUtc)),
          offset: offsetText(zone.offsetSecondsAt(startUtc)),
          value: values.get(startUtc) ?? null,
        })),
        firstDay: stored?.firstDay ?? null,
        lastDay: stored?.lastDay ?? null,
      };
    },
    'data.series': (question) => readSeries(home.store, question, Date.now() / 1000),
    'data.heatMap': (question) => readHeatMap(home.store, question),
    'data.export': async ({ curves, span, day, format }, { signal }, emit) => {
      const directory = await home.store.directory();
      for (const curve of curves) curveOf(directory, curve);
      const blocks = exportBlocks(home.store, { ...spanDays(span, parseDay(day)), curves });
      const pieces = format === 'csv' ? csvPieces(blocks) : parquetPieces(blocks, rowsAGroup);
      for await (const piece of pieces) {
        signal.throwIfAborted();
        emit({ base64: Buffer.from(piece).toString('base64') });
      }
    },
  };
}
