/**
 * What a value of a column is in a copy: integer and flag (0 or 1) as number, text and day (`YYYY-MM-DD`) as text; null
 * in each.
 */
export type CopyCell = number | string | null;

interface Column {
  readonly name: string;
  readonly kind: 'integer' | 'text' | 'day' | 'flag';
}

export interface StoredTable {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** The tables of a store with all their columns; what others refer to comes first. */
export const storedTables: readonly StoredTable[] = [
  table('queue', 'id parent_id interval_minutes', 'name time_zone', '', 'active'),
  table('value_type', 'id', 'name unit'),
  table('external_system', '', 'name interface', '', 'phone_link time_link'),
  table(
    'run',
    'id started_utc_s finished_utc_s owner_pid heartbeat_utc_s undo_of',
    'stream systems origin status error owner_host owner_token zeroing chosen_systems plans',
    'from_day to_day',
    'write_null dry_run cancel_requested keeps_changes',
  ),
  table('run_day', 'run_id rows_read values_written values_unchanged problem_count', 'system state', 'day'),
  table(
    'problem',
    'id run_id queue_id value_type_id start_utc_s line column count',
    'part_system code message system day script details',
    'part_day',
  ),
  table('day_values', 'queue_id value_type_id start_utc_s slot_minutes run_id', 'values_hundredths', 'day'),
  table(
    'replaced_values',
    'run_id queue_id value_type_id start_utc_s slot_minutes previous_run_id after_start_utc_s after_slot_minutes',
    'system values_hundredths after_hundredths',
    'day',
  ),
  table(
    'watermark',
    'run_id imported_utc_s rows_read value_count',
    'stream system fingerprint row_counts',
    'day',
  ),
];

/** The columns as SQL names them. */
export function columnList({ columns }: StoredTable): string {
  return columns.map(({ name }) => `"${name}"`).join(', ');
}

function table(name: string, integers: string, texts: string, days = '', flags = ''): StoredTable {
  const of = (kind: Column['kind'], names: string) =>
    names
      .split(' ')
      .filter((column) => column !== '')
      .map((column): Column => ({ name: column, kind }));
  return {
    name,
    columns: [...of('integer', integers), ...of('text', texts), ...of('day', days), ...of('flag', flags)],
  };
}
