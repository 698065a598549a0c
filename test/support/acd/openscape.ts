import { numbers } from './numbers.ts';

export const openscapeDays = { from: '2025-10-25', to: '2025-10-27' } as const;

export const openscapeValueTypes = [
  'numreceived',
  'numansweredprim',
  'numabandoned',
  'ansunderthreshold',
  'abnunderthreshold',
  'totanswaittime',
  'totabanwaittime',
  'totwaittime',
  'totcontacttime',
  'totdefertime',
  'totpostprocessingcontacttime',
] as const;

/**
 * Tables like those of OpenScape Contact Center, for SQLite: `recordtimestamp` is the start of the quarter of an hour,
 * here in UTC. In it: a call type without a name, one that is no longer listed, nulls, and both hours of the set-back.
 */
export function openscapeDatabase(): string {
  const next = numbers(1906);
  const rows: string[] = [];
  for (let at = Date.UTC(2025, 9, 24, 21); at < Date.UTC(2025, 9, 28, 1); at += 900_000) {
    for (const callType of [7, 8, 9, 99]) {
      const figures = openscapeValueTypes.map(() => (next(12) === 0 ? 'NULL' : next(500)));
      const stamp = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
      rows.push(`('${stamp}', ${callType}, ${figures.join(', ')})`);
    }
  }
  return `
    CREATE TABLE calltypes (calltypekey INTEGER PRIMARY KEY, calltypename VARCHAR(64));
    INSERT INTO calltypes VALUES (7, 'Störung'), (8, ''), (9, 'Vertrieb');
    CREATE TABLE calltypefifteenmin (recordtimestamp TIMESTAMP, calltypekey INTEGER,
      ${openscapeValueTypes.map((type) => `${type} INTEGER`).join(', ')});
    INSERT INTO calltypefifteenmin VALUES ${rows.join(',')};`;
}
