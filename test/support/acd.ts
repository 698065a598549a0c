import { onTestFinished } from 'vitest';
import type { HomeFiles } from './home.ts';
import { type SqliteFile, sqliteFile } from './sqlite.ts';

/** A section of `isps_ul.ini` as an operator writes it. */
export function section(name: string, keys: Readonly<Record<string, string>>): string {
  return [`[${name}]`, ...Object.entries(keys).map(([key, value]) => `${key}=${value}`), ''].join('\r\n');
}

/** `isps_ul.ini` with `[DB]` and these sections. */
export function settings(...sections: readonly string[]): string {
  return `[DB]\r\n1=WFM,0,,\r\n${sections.join('')}`;
}

/** `acd_map.ini` with the database name that {@link settings} has: `'0:1:1=ACD:Sales:offered'`. */
export function map(...lines: readonly string[]): string {
  return lines.map((line) => `WFM:${line}\r\n`).join('');
}

/** A script in the form of the template, with this body. */
export function script(paras: number, ...body: readonly string[]): string {
  return [
    'Dim Result As Long',
    'Dim Weekday As Long',
    'Dim Minutes As Long',
    ...Array.from({ length: paras }, (_, index) => `Dim Para${index + 1} As Long`),
    '',
    'Sub Main()',
    ...body.map((line) => `  ${line}`),
    'End Sub',
    '',
  ].join('\r\n');
}

export type CallRow = readonly [
  stampUtc: string,
  queue: string,
  offered: number | null,
  answered: number | null,
];

/** Keys of a section that reads the table of {@link callTable}. */
export const callKeys = {
  QueueSQL: 'SELECT DISTINCT queue FROM calls ORDER BY queue',
  CallDataTable: 'calls',
  TimeStampColumn: 'stamp',
  TimeStampType: '1',
  QueueNameColumn: 'queue',
  ValueTypes: 'offered;answered',
  Interval: '15',
} as const;

/** A table `calls` with Unix seconds, in SQLite behind its real driver, for as long as the test runs. */
export function callTable(rows: readonly CallRow[]): SqliteFile {
  const database = sqliteFile(
    'CREATE TABLE calls (stamp INTEGER, queue VARCHAR(40), offered INTEGER, answered INTEGER)',
  );
  onTestFinished(database.remove);
  addCalls(database, rows);
  return database;
}

export function addCalls(database: SqliteFile, rows: readonly CallRow[]): void {
  if (rows.length === 0) return;
  const values = rows.map(
    ([stamp, queue, offered, answered]) =>
      `(${Date.parse(stamp) / 1000}, '${queue.replaceAll("'", "''")}', ${offered}, ${answered})`,
  );
  database.exec(`INSERT INTO calls VALUES ${values.join(',')}`);
}

/** One system `ACD` with the queue Sales, one WFM queue Hotline in UTC, offered and answered mapped as they are. */
export function smallCentre(database: SqliteFile, more: Partial<HomeFiles> = {}): HomeFiles {
  return {
    settings: settings(section('ACD', { Source: database.connectionString, ...callKeys })),
    mapping: map('0:1:1=ACD:Sales:offered', '0:1:1=$1.BAS', '0:1:2=ACD:Sales:answered', '0:1:2=$2.BAS'),
    scripts: { 1: script(1, 'Result = Para1 * 100'), 2: script(1, 'Result = Para1 * 100') },
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
      valueTypes: [
        { id: 1, name: 'Calls offered', unit: 'count' },
        { id: 2, name: 'Calls answered', unit: 'count' },
      ],
      externalSystems: [{ name: 'ACD', interface: 'universal', phoneLink: true, timeLink: false }],
    },
    ...more,
  };
}
