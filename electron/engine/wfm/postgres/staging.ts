import type { DayChange } from '../store.ts';
import type { Transaction } from './connection.ts';
import { type Cell, copyText } from './copy-text.ts';

// A temporary table in the plainest form (no ON COMMIT), which most relatives of PostgreSQL have.
const MAKE = `CREATE TEMPORARY TABLE IF NOT EXISTS staged_day (
  ordinal integer NOT NULL,
  queue_id bigint NOT NULL,
  value_type_id bigint NOT NULL,
  day date NOT NULL,
  before_start_utc_s bigint,
  before_slot_minutes integer,
  before_hundredths text,
  after_start_utc_s bigint,
  after_slot_minutes integer,
  after_hundredths text
)`;

/** Brings changes into `staged_day` of this connection, in the order of the key: writers then meet in one order. */
export async function stage(session: Transaction, changes: readonly DayChange[]): Promise<void> {
  await session.run(MAKE);
  await session.run('TRUNCATE staged_day');
  const ordered = [...changes].sort(
    (one, other) =>
      one.queueId - other.queueId ||
      (one.day < other.day ? -1 : one.day > other.day ? 1 : one.valueTypeId - other.valueTypeId),
  );
  await session.copyIn('COPY staged_day FROM STDIN', copyText(ordered.map(cellsOf)));
}

function cellsOf({ queueId, valueTypeId, day, before, after }: DayChange, ordinal: number): Cell[] {
  return [
    ordinal,
    queueId,
    valueTypeId,
    day,
    before?.startUtc ?? null,
    before?.slotMinutes ?? null,
    before?.valuesHundredths ?? null,
    after?.startUtc ?? null,
    after?.slotMinutes ?? null,
    after?.valuesHundredths ?? null,
  ];
}
