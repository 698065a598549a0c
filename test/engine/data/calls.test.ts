import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { mostCurves } from '#shared/contract/data.ts';
import { consoleOn } from '../../support/console.ts';
import { scratchFolder } from '../wfm/scratch.ts';
import { centre, offered, storeDays } from './data-store.ts';

/* As a console asks for it: over the contract, every answer held against its schema. */

async function open() {
  const folder = scratchFolder();
  await writeFile(path.join(folder, 'isps_ul.ini'), '[DB]\r\n');
  const store = await openSqliteStore(path.join(folder, 'wfm.db'));
  await store.load(centre);
  await storeDays(
    store,
    { queueId: 1, valueTypeId: offered },
    ['2026-03-23', '2026-03-29'],
    (index) => index,
  );
  await store.close();
  return consoleOn(folder);
}

const paris = { queueId: 1, valueTypeId: offered };

it('curves and heat map', async () => {
  const client = await open();
  const week = await client.call('data.series', { curves: [paris], span: 'week' });
  expect(week).toMatchObject({ fromDay: '2026-03-23', toDay: '2026-03-29', stepMinutes: 60 });
  expect(week.points.length).toBe(167);
  const map = await client.call('data.heatMap', { ...paris, toDay: '2026-03-29', days: 7, stepMinutes: 60 });
  expect(map.rows[0]?.cells[1]).toEqual({ mean: 4 + 5 + 6 + 7, count: 1 });
  const tooMany = Array.from({ length: mostCurves + 1 }, () => paris);
  await expect(client.call('data.series', { curves: tooMany, span: 'day' })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
  });
});

it('the intervals of a span as a file in pieces, CSV and Parquet', async () => {
  const client = await open();
  const fileOf = async (format: 'csv' | 'parquet') => {
    const pieces: Buffer[] = [];
    const question = { curves: [paris], span: 'week' as const, day: '2026-03-25', format };
    await client.watch('data.export', question, ({ base64 }) => pieces.push(Buffer.from(base64, 'base64')))
      .ended;
    return Buffer.concat(pieces);
  };
  const lines = (await fileOf('csv')).toString().trimEnd().split('\n');
  expect(lines.length).toBe(1 + 6 * 96 + 92);
  expect(lines[1]).toBe(
    '1,Paris,1,Calls offered,2026-03-22T23:00:00Z,2026-03-23T00:00:00+01:00,Europe/Paris,15,0',
  );
  const bytes = await fileOf('parquet');
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const rows = await parquetReadObjects({ file });
  expect(rows.length).toBe(6 * 96 + 92);
  expect(rows.at(-1)).toMatchObject({ start_local: new Date('2026-03-29T23:45:00Z'), value: 91 });

  const nobody = { queueId: 99, valueTypeId: 1 };
  const asked = { curves: [nobody], span: 'day' as const, day: '2026-03-25', format: 'csv' as const };
  const unknown = client.watch('data.export', asked, () => {});
  await expect(unknown.ended).rejects.toMatchObject({ code: 'QUEUE_UNKNOWN' });
});
