import { describe, expect, it, onTestFinished } from 'vitest';
import { dayGrid } from '#engine/imports/day-grid.ts';
import { hasUnpaddedStamps } from '#engine/interfaces/call-statement.ts';
import { openConnection } from '#engine/odbc/connection.ts';
import type { Day } from '#shared/domain/time/day.ts';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/*
 * Texts that are not written as TimeStampFormat says: 2026-3-4 under yyyy-mm-dd. They sort elsewhere, so that no range finds
 * them; a day for which none is found is looked at a second time.
 */

async function imported(format: string | undefined, stamps: readonly string[], from: string, to = from) {
  const values = stamps.map((stamp, index) => `('Sales', '${stamp}', ${2 ** index})`);
  const database = sqliteFile(`CREATE TABLE calls (queue VARCHAR(20), stamp VARCHAR(30), offered INTEGER);
    INSERT INTO calls VALUES ${values.join(', ')};`);
  onTestFinished(database.remove);
  const home = await homeWith({
    settings: settings(
      section('ACD', {
        Source: database.connectionString,
        CallDataTable: 'calls',
        QueueNameColumn: 'queue',
        TimeStampColumn: 'stamp',
        TimeStampType: '0',
        ...(format === undefined ? {} : { TimeStampFormat: format }),
        ValueTypes: 'offered',
        Interval: '15',
      }),
    ),
    mapping: map('0:1:1=ACD:Sales:offered'),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
      valueTypes: [{ id: 1, name: 'Calls offered' }],
    },
  });
  const run = await importCalls(home, { from, to });
  const problems = run.problems.filter(({ code }) => !code.startsWith('CHECK_'));
  return { problems: problems.map(({ code }) => code), stored: await storedValues(home, 1, 1) };
}

describe('time stamps without zeros', () => {
  it('are read under a format with zeros, on each day of a run', async () => {
    const stamps = ['2025-9-29 8:15', '2025-9-30 10:00', '2025-10-1 08:00', '2025-10-10 08:00'];
    expect(await imported('yyyy-mm-dd HH:MM', stamps, '2025-09-27', '2025-10-11')).toEqual({
      problems: [],
      stored: {
        '2025-09-29T08:15:00Z': 1,
        '2025-09-30T10:00:00Z': 2,
        '2025-10-01T08:00:00Z': 4,
        '2025-10-10T08:00:00Z': 8,
      },
    });
  });

  it('are told of where no format is said', async () => {
    const { problems, stored } = await imported(undefined, ['2026-3-4 8:15'], '2026-03-04');
    expect(stored).toEqual({});
    expect(problems).toContain('STAMP_UNREADABLE');
  });

  it('and those with zeros are read under a format without', async () => {
    const stamps = ['05.03.2026 08:15', '5.3.2026 8:30', '05.3.2026 08:45'];
    const { stored } = await imported('d.m.yyyy H:MM', stamps, '2026-03-05');
    expect(stored).toMatchObject({ '2026-03-05T08:15:00Z': 1, '2026-03-05T08:30:00Z': 2 });
  });

  it('a day without rows stays one', async () => {
    const { problems, stored } = await imported('yyyy-mm-dd HH:MM', ['2026-03-05 08:00'], '2026-03-04');
    expect(problems).toEqual(['NOTHING_READ']);
    expect(stored).toEqual({});
  });

  it('are not looked for where the format cannot be read without zeros: 202611 begins November too', async () => {
    const asked = async (format: string, stamp: string) => {
      const database = sqliteFile(
        `CREATE TABLE calls (stamp VARCHAR(30)); INSERT INTO calls VALUES ('${stamp}');`,
      );
      onTestFinished(database.remove);
      const connection = await openConnection(database.connectionString, { connectTimeoutMs: 10_000 });
      onTestFinished(() => connection.close());
      const source = {
        system: 'ACD',
        kind: '',
        table: 'calls',
        stamp: { expression: 'stamp', kind: 'text', format },
        queueKey: [],
        valueTypes: [],
        coarserInterval: 'refuse',
        delayMinutes: 0,
        lookBackDays: 0,
      } as const;
      const grids = [dayGrid('UTC', 15, '2026-01-01' as Day)];
      return hasUnpaddedStamps(
        connection,
        { source, product: 'sqlite', grids },
        new AbortController().signal,
      );
    };
    expect(await asked('yyyymmdd HHMM', '20261104 0800')).toBe(false);
    expect(await asked('yyyymmddHHMM', '202611040800')).toBe(false);
    expect(await asked('yyyy-mm-dd HH:MM', '2026-1-1 08:00')).toBe(true);
  });
});
