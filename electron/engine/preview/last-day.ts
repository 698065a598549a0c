import { type Day, dayAt } from '#shared/domain/time/day.ts';
import { stampFormatSorts } from '#shared/domain/time/stamp.ts';
import { localToUtc, type Zone } from '#shared/domain/time/zone.ts';
import { stampReader } from '../imports/stamps.ts';
import type { CallSource, StampColumns } from '../interfaces/call-source.ts';
import { rowConditions } from '../interfaces/call-statement.ts';
import { connectTimeoutMs } from '../interfaces/external-tree.ts';
import { openConnection } from '../odbc/connection.ts';

/** A preview that finds nothing is better than one that makes a source read all of its rows for a minute. */
const askedMs = 5_000;

/**
 * The last day for which a source has rows, in the zone of the WFM queue; undefined where it has none, does not say in
 * time, or has time stamps that do not sort as they are.
 */
export async function lastDayOf(
  source: CallSource,
  connectionString: string,
  zone: Zone,
  signal: AbortSignal,
): Promise<Day | undefined> {
  const stamp = sortingStamp(source.stamp);
  if (stamp === undefined) return undefined;
  const conditions = rowConditions(source);
  const where = conditions.length === 0 ? '' : `\nWHERE ${conditions.join(' AND ')}`;
  const sql = `SELECT MAX(${stamp.expression}) AS xl_last\nFROM ${source.table}${where}`;
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(askedMs)]);
  try {
    const connection = await openConnection(connectionString, { connectTimeoutMs, signal: deadline });
    try {
      for await (const rows of connection.read(sql, [], { signal: deadline })) {
        const found = rows[0] && stampReader(stamp)(rows[0]);
        if (!found) return undefined;
        const utc = 'utc' in found ? found.utc : utcOf(source.zone ?? zone, found.local);
        return dayAt(zone, utc);
      }
    } finally {
      await connection.close();
    }
  } catch {
    // Whatever is wrong with the source is told by reading the day itself.
    signal.throwIfAborted();
  }
  return undefined;
}

/** The time stamp by which the greatest is the last; its date is enough. */
function sortingStamp({ kind, expression, format, time }: StampColumns): StampColumns | undefined {
  if (kind === 'date-hhmm' || kind === 'date-minutes') return { expression, kind: 'datetime' };
  if (time !== undefined) return undefined;
  if (kind !== 'text' || format === undefined) return { expression, kind };
  return stampFormatSorts(format) ? { expression, kind, format } : undefined;
}

function utcOf(zone: Zone, local: number): number {
  const found = localToUtc(zone, local);
  return found.kind === 'repeated' ? found.earlier : found.utc;
}
