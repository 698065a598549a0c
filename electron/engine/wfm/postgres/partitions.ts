import { addDays, parseDay } from '#shared/domain/time/day.ts';
import type { Database, Session } from './connection.ts';

/**
 * Makes the partitions of `day_values` that the days need and that are not there yet; several engines may do so at
 * once. A new one is attached, not made in place: that waits for no reader and no writer.
 */
export async function ensureMonths(database: Database, days: Iterable<string>): Promise<void> {
  const missing = await missingMonths(database, days);
  if (missing.length === 0) return;
  await database.transaction((session) => makeMonths(session, missing));
}

/** The same within a transaction. */
export async function ensureMonthsWithin(session: Session, days: Iterable<string>): Promise<void> {
  await makeMonths(session, await missingMonths(session, days));
}

/** `2026-03`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

async function missingMonths(session: Session, days: Iterable<string>): Promise<string[]> {
  const months = [...new Set([...days].map(monthOf))].sort();
  if (months.length === 0) return [];
  const rows = await session.rows<{ month: string }>(
    // Not by to_regclass(): what a connection knows of tables may be older than its snapshot.
    `SELECT month FROM unnest($1::text[]) AS month WHERE NOT EXISTS (
       SELECT 1 FROM pg_class JOIN pg_namespace AS space ON space.oid = relnamespace
       WHERE nspname = current_schema() AND relname = 'day_values_' || replace(month, '-', '_'))`,
    months,
  );
  return rows.map(({ month }) => month).sort();
}

async function makeMonths(session: Session, months: readonly string[]): Promise<void> {
  if (months.length === 0) return;
  await session.rows(`SELECT pg_advisory_xact_lock(hashtext('xlink months ' || current_schema()))`);
  for (const month of await missingMonths(session, months)) {
    const first = parseDay(`${month}-01`);
    const next = `${monthOf(addDays(first, 31))}-01`;
    const table = `day_values_${month.replace('-', '_')}`;
    await session.run(`CREATE TABLE ${table} (LIKE day_values INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`);
    await session.run(
      `ALTER TABLE day_values ATTACH PARTITION ${table} FOR VALUES FROM ('${first}') TO ('${next}')`,
    );
  }
}
