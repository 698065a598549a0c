import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { utcToLocal } from '#shared/domain/time/zone.ts';
import { type ExportBlock, exportColumns } from './export-blocks.ts';

/** Large enough to pack well, small enough that one in the making takes a few megabytes. */
const ROWS_A_GROUP = 50_000;

/** Texts are repeated for each row here, but stand once in the file: the writer makes a dictionary of them. */
type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

const text = {
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
} as const;
const instant = (isAdjustedToUTC: boolean) =>
  ({ type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MILLIS' } }) as const;

const elements: Readonly<Record<(typeof exportColumns)[number], Omit<Element, 'name'>>> = {
  queue_id: { type: 'INT32' },
  queue: text,
  value_type_id: { type: 'INT32' },
  value_type: text,
  start_utc: instant(true),
  start_local: instant(false),
  time_zone: text,
  interval_minutes: { type: 'INT32' },
  value: { type: 'DOUBLE' },
};

const schema: Element[] = [
  { name: 'interval', num_children: exportColumns.length },
  ...exportColumns.map((name): Element => ({ name, repetition_type: 'REQUIRED', ...elements[name] })),
];

/**
 * Blocks as a Parquet file, given in pieces from its first byte to its last: a row group is written and let go of
 * before the next is filled. `start_utc` is an instant, `start_local` the wall clock without a zone.
 */
export async function* parquetPieces(
  blocks: AsyncIterable<ExportBlock>,
  rowsAGroup = ROWS_A_GROUP,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema, createdBy: 'Xlink console' });
  const taken = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    // Places in the file are counted by `offset`, which goes on; the buffer starts anew.
    writer.index = 0;
    return bytes;
  };
  let rows = rowBuffer(rowsAGroup);
  for await (const block of blocks) {
    let from = 0;
    while (from < block.slots.length) {
      from = rows.add(block, from);
      if (rows.count() < rowsAGroup) continue;
      file.write({ columnData: rows.columns(), rowGroupSize: rowsAGroup });
      yield taken();
      rows = rowBuffer(rowsAGroup);
    }
  }
  if (rows.count() > 0) file.write({ columnData: rows.columns(), rowGroupSize: rowsAGroup });
  file.finish();
  yield taken();
}

/** Rows in the making, by column. */
function rowBuffer(size: number) {
  const queueIds = new Int32Array(size);
  const queues = new Array<string>(size);
  const valueTypeIds = new Int32Array(size);
  const valueTypes = new Array<string>(size);
  const startsUtc = new BigInt64Array(size);
  const startsLocal = new BigInt64Array(size);
  const timeZones = new Array<string>(size);
  const intervalsMinutes = new Int32Array(size);
  const values = new Float64Array(size);
  let count = 0;
  return {
    count: () => count,
    /** Takes slots as long as there is room; gives the first one that is left. */
    add({ queue, valueType, zone, slots }: ExportBlock, from: number): number {
      const to = Math.min(slots.length, from + size - count);
      for (let slot = from; slot < to; slot += 1, count += 1) {
        const { startUtc, valueHundredths } = slots[slot]!;
        queueIds[count] = queue.id;
        queues[count] = queue.name;
        valueTypeIds[count] = valueType.id;
        valueTypes[count] = valueType.name;
        startsUtc[count] = BigInt(startUtc * 1000);
        startsLocal[count] = BigInt(utcToLocal(zone, startUtc) * 1000);
        timeZones[count] = queue.timeZone;
        intervalsMinutes[count] = queue.intervalMinutes;
        values[count] = valueHundredths / 100;
      }
      return to;
    },
    columns() {
      // Rows in their order: the differences between instants are nearly all the same and take next to no room.
      const steps = { encoding: 'DELTA_BINARY_PACKED' } as const;
      return [
        { name: 'queue_id', data: queueIds.slice(0, count) },
        { name: 'queue', data: queues.slice(0, count) },
        { name: 'value_type_id', data: valueTypeIds.slice(0, count) },
        { name: 'value_type', data: valueTypes.slice(0, count) },
        { name: 'start_utc', data: startsUtc.slice(0, count), ...steps },
        { name: 'start_local', data: startsLocal.slice(0, count), ...steps },
        { name: 'time_zone', data: timeZones.slice(0, count) },
        { name: 'interval_minutes', data: intervalsMinutes.slice(0, count) },
        { name: 'value', data: values.slice(0, count) },
      ];
    },
  };
}
