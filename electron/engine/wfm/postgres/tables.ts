import type { StoreTables, TableReader, TableWriter } from '../copy/store-tables.ts';
import { type CopyCell, columnList, type StoredTable, storedTables } from '../copy/stored-tables.ts';
import { type RunningRow, runningFields } from '../run-row.ts';
import type { Session, Transaction } from './connection.ts';
import { type Cell, copyText } from './copy-text.ts';
import type { PostgresLocation } from './location.ts';
import { storedVersion } from './migrations.ts';
import { readyDatabase } from './open.ts';
import { ensureMonthsWithin } from './partitions.ts';

/** The tables that count their rows themselves. */
const numbered = ['run', 'problem'];

/** A store on a server seen as tables, made when it is not there. */
export function postgresTables(location: PostgresLocation): StoreTables {
  const database = readyDatabase(location);
  return {
    shown: location.shown,
    reading: (work) => database.transaction((session) => work(readerOf(session)), { reading: true }),
    writing: (work) =>
      database.transaction(async (session) => {
        // Nobody loads queues or begins a run meanwhile.
        await session.rows('SELECT name FROM store_lock ORDER BY name FOR UPDATE');
        const outcome = await work(writerOf(session));
        for (const table of numbered) await countOn(session, table);
        await session.run('UPDATE store_change SET changes = changes + 1 WHERE slot = 0');
        return outcome;
      }),
    async state() {
      const rows: Record<string, number> = {};
      for (const { name } of storedTables) {
        const [counted] = await database.rows<{ count: number }>(`SELECT count(*) AS count FROM ${name}`);
        rows[name] = counted!.count;
      }
      const [size] = await database.rows<{ bytes: number }>(
        `SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint AS bytes FROM pg_class
         WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace`,
      );
      return { schemaVersion: await storedVersion(database), bytes: size!.bytes, rows };
    },
    close: () => database.close(),
  };
}

function readerOf(session: Transaction): TableReader {
  return {
    rows: (table) => rowsOf(session, table),
    async months() {
      const rows = await session.rows<{ month: string }>(
        `SELECT DISTINCT to_char(day, 'YYYY-MM') AS month FROM day_values ORDER BY 1`,
      );
      return rows.map(({ month }) => month);
    },
    runningRuns: () => session.rows<RunningRow>(`SELECT ${runningFields} FROM run WHERE status = 'running'`),
  };
}

function writerOf(session: Transaction): TableWriter {
  return {
    rows: (table) => rowsOf(session, table),
    async isEmpty(table) {
      return (await session.rows(`SELECT 1 AS one FROM ${table.name} LIMIT 1`)).length === 0;
    },
    async write(table, rows, months) {
      if (table.name === 'day_values') {
        await ensureMonthsWithin(
          session,
          months.map((month) => `${month}-01`),
        );
      }
      await session.copyIn(`COPY ${table.name} (${columnList(table)}) FROM STDIN`, copyText(rows));
    },
  };
}

async function* rowsOf(session: Transaction, table: StoredTable): AsyncGenerator<CopyCell[]> {
  for await (const row of session.stream(`SELECT ${columnList(table)} FROM ${table.name}`)) {
    yield row.map(cellOf);
  }
}

/** Flags are 0 and 1 in a copy. */
function cellOf(cell: Cell): CopyCell {
  return typeof cell === 'boolean' || typeof cell === 'bigint' ? Number(cell) : cell;
}

/** The next row gets an id that none of the copied ones has. */
async function countOn(session: Session, table: string): Promise<void> {
  await session.rows(
    `SELECT setval(pg_get_serial_sequence('${table}', 'id'), coalesce(max(id), 1), max(id) IS NOT NULL) AS last FROM ${table}`,
  );
}
