import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { utcToLocal } from '#shared/domain/time/zone.ts';
import { type ExportBlock, exportColumns } from './export-blocks.ts';

/** Large enough to pack well; larger ones make the garbage of packing outgrow everything else in memory. */
const ROWS_A_GROUP = 20_000;

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

/** Rows in their order: the differences between instants are nearly all the same and take next to no room. */
const packing: Partial<Record<(typeof exportColumns)[number], { encoding: 'DELTA_BINARY_PACKED' }>> = {
  start_utc: { encoding: 'DELTA_BINARY_PACKED' },
  start_local: { encoding: 'DELTA_BINARY_PACKED' },
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
  const rows = rowBuffer(rowsAGroup);
  for await (const block of blocks) {
    let from = 0;
    while (from < block.slots.length) {
      from = rows.add(block, from);
      if (rows.count() < rowsAGroup) continue;
      file.write({ columnData: rows.taken(), rowGroupSize: rowsAGroup });
      yield taken();
    }
  }
  if (rows.count() > 0) file.write({ columnData: rows.taken(), rowGroupSize: rowsAGroup });
  file.finish();
  yield taken();
}

/** Rows in the making, by column; the same arrays serve one group after another. */
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
    /** The rows so far; the next one is the first of another group. They stand until then. */
    taken() {
      const data = [
        ...[queueIds, queues, valueTypeIds, valueTypes, startsUtc],
        ...[startsLocal, timeZones, intervalsMinutes, values],
      ].map((column) => (count === size ? column : column.slice(0, count)));
      count = 0;
      return exportColumns.map((name, index) => ({
        name,
        data: data[index]!,
        // A group is a page or two: an index of pages would only be kept until the end.
        offsetIndex: false,
        ...packing[name],
      }));
    },
  };
}
