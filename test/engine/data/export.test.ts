import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { csvPieces } from '#engine/data/csv.ts';
import { type ExportQuestion, exportBlocks } from '#engine/data/export-blocks.ts';
import { parquetPieces } from '#engine/data/parquet.ts';
import type { WfmStore } from '#engine/wfm/store.ts';
import { parseDay } from '#shared/domain/time/day.ts';
import { collect, done, request } from '../wfm/samples.ts';
import { centre, level, offered, openCentre, storeDays } from './data-store.ts';

const days = (from: string, to: string) => ({ fromDay: parseDay(from), toDay: parseDay(to) });

async function csv(store: WfmStore, question: ExportQuestion): Promise<string[]> {
  const pieces = await collect(csvPieces(exportBlocks(store, question)));
  return pieces.join('').trimEnd().split('\n');
}

async function parquet(store: WfmStore, question: ExportQuestion, rowsAGroup?: number) {
  const pieces = await collect(parquetPieces(exportBlocks(store, question), rowsAGroup));
  const bytes = Buffer.concat(pieces);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return { pieces, metadata: parquetMetadata(file), rows: await parquetReadObjects({ file }) };
}

describe('both formats', () => {
  it('hold every stored interval once, by queue, value type and start, the repeated hour twice', async () => {
    const store = await openCentre();
    await storeDays(store, { queueId: 2, valueTypeId: offered }, ['2025-10-25', '2025-10-27'], () => 1);
    await storeDays(
      store,
      { queueId: 1, valueTypeId: level },
      ['2025-10-26', '2025-10-26'],
      (index) => index / 4,
    );
    await storeDays(store, { queueId: 1, valueTypeId: offered }, ['2025-10-26', '2025-10-26'], (index) =>
      index % 2 === 0 ? index : null,
    );
    const stored = await collect(store.intervals(days('2025-10-26', '2025-10-26')));
    expect(stored.length).toBe(50 + 100 + 50);

    const [head, ...lines] = await csv(store, days('2025-10-26', '2025-10-26'));
    expect(head).toBe(
      'queue_id,queue,value_type_id,value_type,start_utc,start_local,time_zone,interval_minutes,value',
    );
    expect(lines.length).toBe(stored.length);
    expect(lines.filter((line) => line.includes('T02:00:00+') && line.startsWith('1,Paris,1,'))).toEqual([
      '1,Paris,1,Calls offered,2025-10-26T00:00:00Z,2025-10-26T02:00:00+02:00,Europe/Paris,15,8',
      '1,Paris,1,Calls offered,2025-10-26T01:00:00Z,2025-10-26T02:00:00+01:00,Europe/Paris,15,12',
    ]);

    const { rows } = await parquet(store, days('2025-10-26', '2025-10-26'));
    expect(
      rows.map((row) => ({
        queueId: row.queue_id,
        valueTypeId: row.value_type_id,
        startUtc: (row.start_utc as Date).getTime() / 1000,
        valueHundredths: Math.round((row.value as number) * 100),
      })),
    ).toEqual(stored);
    expect(rows.filter((row) => row.queue_id === 1).slice(4, 7)).toEqual(
      [
        ['2025-10-26T00:00:00Z', '2025-10-26T02:00:00Z', 8],
        ['2025-10-26T00:30:00Z', '2025-10-26T02:30:00Z', 10],
        ['2025-10-26T01:00:00Z', '2025-10-26T02:00:00Z', 12],
      ].map(([startUtc, startLocal, value]) => ({
        queue_id: 1,
        queue: 'Paris',
        value_type_id: 1,
        value_type: 'Calls offered',
        start_utc: new Date(startUtc!),
        start_local: new Date(startLocal!),
        time_zone: 'Europe/Paris',
        interval_minutes: 15,
        value,
      })),
    );
  });

  it('keep whole numbers exact as far as the store goes; hundredths in a Double as near as it can be', async () => {
    const store = await openCentre();
    const most = Number.MAX_SAFE_INTEGER;
    const hundredths = [most, -most, most - 91, most - 1, 0, 1, -33, 115, 2 ** 52];
    await storeDays(store, { queueId: 1, valueTypeId: offered }, ['2026-06-01', '2026-06-01'], () => null);
    const { id } = await store.createRun(
      request({ systems: ['Values'], fromDay: '2026-06-01', toDay: '2026-06-01' }),
    );
    const [before] = await store.readDays([{ queueId: 1, valueTypeId: offered, day: '2026-06-01' }]);
    const after = {
      startUtc: before!.startUtc,
      slotMinutes: 15,
      valuesHundredths: JSON.stringify(hundredths),
    };
    const change = { queueId: 1, valueTypeId: offered, day: '2026-06-01', before, after };
    await store.commitDay(id, 'Values', '2026-06-01', done({ changes: [change] }));
    await store.finishRun(id, 'completed');
    const texts = [
      ...['90071992547409.91', '-90071992547409.91', '90071992547409', '90071992547409.9'],
      ...['0', '0.01', '-0.33', '1.15', '45035996273704.96'],
    ];
    const [, ...lines] = await csv(store, days('2026-06-01', '2026-06-01'));
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(texts);
    const { rows } = await parquet(store, days('2026-06-01', '2026-06-01'));
    expect(rows.map(({ value }) => value)).toEqual(texts.map(Number));
  });

  it('take only the queues and value types asked for', async () => {
    const store = await openCentre();
    for (const queueId of [1, 2, 3]) {
      for (const valueTypeId of [offered, level]) {
        await storeDays(store, { queueId, valueTypeId }, ['2026-06-01', '2026-06-01'], (index) =>
          index === 0 ? 1 : null,
        );
      }
    }
    const targets = async (more: Partial<ExportQuestion>) => {
      const [, ...lines] = await csv(store, { ...days('2026-05-01', '2026-06-30'), ...more });
      return lines.map((line) =>
        line
          .split(',')
          .filter((_, column) => column === 0 || column === 2)
          .join(':'),
      );
    };
    expect(await targets({})).toEqual(['1:1', '1:3', '2:1', '2:3', '3:1', '3:3']);
    expect(await targets({ queueIds: [3, 1], valueTypeIds: [level] })).toEqual(['1:3', '3:3']);
    expect(await targets({ curves: [{ queueId: 2, valueTypeId: offered }] })).toEqual(['2:1']);
    expect(await targets({ queueIds: [] })).toEqual([]);
  });
});

describe('Parquet', () => {
  it('says what its columns are: instants in UTC, the wall clock without a zone, no column may be empty', async () => {
    const store = await openCentre();
    const { metadata, rows } = await parquet(store, days('2026-06-01', '2026-06-30'));
    expect(rows).toEqual([]);
    const [, ...columns] = metadata.schema;
    expect(columns.every(({ repetition_type }) => repetition_type === 'REQUIRED')).toBe(true);
    const kinds = Object.fromEntries(
      columns.map(({ name, type, logical_type }) => [name, logical_type ?? type]),
    );
    expect(kinds).toEqual({
      queue_id: 'INT32',
      queue: { type: 'STRING' },
      value_type_id: 'INT32',
      value_type: { type: 'STRING' },
      start_utc: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      start_local: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' },
      time_zone: { type: 'STRING' },
      interval_minutes: 'INT32',
      value: 'DOUBLE',
    });
  });

  it('is written group by group, each given away before the next is filled', async () => {
    const store = await openCentre();
    await storeDays(
      store,
      { queueId: 1, valueTypeId: offered },
      ['2026-06-01', '2026-06-10'],
      (index) => index,
    );
    await storeDays(
      store,
      { queueId: 3, valueTypeId: offered },
      ['2026-06-01', '2026-06-10'],
      (index) => -index,
    );
    const { pieces, metadata, rows } = await parquet(store, days('2026-06-01', '2026-06-30'), 250);
    expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([...Array(7).fill(250), 170]);
    // What is left of rows, and the footer, in the last one.
    expect(pieces.length).toBe(8);
    expect(rows.length).toBe(1920);
    expect(rows.map(({ value }) => value)).toEqual(
      (await collect(store.intervals(days('2026-06-01', '2026-06-30')))).map(
        ({ valueHundredths }) => valueHundredths / 100,
      ),
    );
  });
});

it('names are quoted in CSV where they have to be, and are texts in Parquet', async () => {
  const name = 'Été; "Hotline", nord\nligne 2';
  const store = await openCentre({ ...centre, queues: [{ ...centre.queues[0], name }] });
  await storeDays(store, { queueId: 1, valueTypeId: offered }, ['2026-06-01', '2026-06-01'], (index) =>
    index === 0 ? 1 : null,
  );
  const pieces = await collect(csvPieces(exportBlocks(store, days('2026-06-01', '2026-06-01'))));
  expect(pieces.join('')).toContain(
    '\n1,"Été; ""Hotline"", nord\nligne 2",1,Calls offered,2026-05-31T22:00:00Z',
  );
  const { rows } = await parquet(store, days('2026-06-01', '2026-06-01'));
  expect(rows[0]?.queue).toBe(name);
});
