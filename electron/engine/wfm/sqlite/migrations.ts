import type Database from 'better-sqlite3';
import { XlinkError } from '#shared/rpc/errors.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Never changed once released: a change of the schema is a further entry. */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'queues, values packed by day, runs',
    sql: `
      CREATE TABLE queue (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        parent_id INTEGER REFERENCES queue (id),
        time_zone TEXT NOT NULL,
        interval_minutes INTEGER NOT NULL,
        active INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE value_type (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        unit TEXT NOT NULL
      ) STRICT;

      CREATE TABLE external_system (
        name TEXT PRIMARY KEY,
        interface TEXT NOT NULL,
        phone_link INTEGER NOT NULL,
        time_link INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        stream TEXT NOT NULL,
        systems TEXT NOT NULL, -- JSON array of names
        from_day TEXT NOT NULL,
        to_day TEXT NOT NULL,
        write_null INTEGER NOT NULL,
        dry_run INTEGER NOT NULL,
        origin TEXT NOT NULL,
        status TEXT NOT NULL,
        started_utc_s INTEGER NOT NULL,
        finished_utc_s INTEGER,
        error TEXT, -- JSON {code, message, details, retryable}
        owner_host TEXT NOT NULL,
        owner_pid INTEGER NOT NULL,
        owner_token TEXT NOT NULL,
        heartbeat_utc_s INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX run_running ON run (id) WHERE status = 'running';

      CREATE TABLE run_day (
        run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
        system TEXT NOT NULL,
        day TEXT NOT NULL,
        state TEXT NOT NULL,
        rows_read INTEGER NOT NULL DEFAULT 0,
        values_written INTEGER NOT NULL DEFAULT 0,
        values_unchanged INTEGER NOT NULL DEFAULT 0,
        problem_count INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (run_id, system, day)
      ) STRICT, WITHOUT ROWID;

      -- part_system and part_day say which run_day the problem came with, NULL for the run as a whole;
      -- system and day are what the problem is about.
      CREATE TABLE problem (
        id INTEGER PRIMARY KEY,
        run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
        part_system TEXT,
        part_day TEXT,
        code TEXT NOT NULL,
        message TEXT NOT NULL,
        system TEXT,
        queue_id INTEGER,
        value_type_id INTEGER,
        day TEXT,
        start_utc_s INTEGER,
        script TEXT,
        line INTEGER,
        "column" INTEGER,
        count INTEGER NOT NULL,
        details TEXT NOT NULL -- JSON object
      ) STRICT;
      CREATE INDEX problem_of_part ON problem (run_id, part_day, part_system);

      -- One row per queue, value type and local day of the queue: slot i of values_hundredths (a JSON array, null
      -- where nothing is stored) starts at start_utc_s + i * slot_minutes * 60.
      -- With rowids, since an import writes day by day: the long texts are appended and only the narrow key index is
      -- written at many places. The key has the day before the value type to keep those places few.
      CREATE TABLE day_values (
        queue_id INTEGER NOT NULL REFERENCES queue (id),
        value_type_id INTEGER NOT NULL REFERENCES value_type (id),
        day TEXT NOT NULL,
        start_utc_s INTEGER NOT NULL,
        slot_minutes INTEGER NOT NULL,
        values_hundredths TEXT NOT NULL,
        run_id INTEGER, -- the last run that wrote it; NULL once a change of zone cut it anew
        PRIMARY KEY (queue_id, day, value_type_id)
      ) STRICT;

      -- What a run replaced, for undo. values_hundredths NULL: nothing was stored. previous_run_id leads to the row that
      -- tells what the run before had found.
      CREATE TABLE replaced_values (
        run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
        day TEXT NOT NULL,
        queue_id INTEGER NOT NULL,
        value_type_id INTEGER NOT NULL,
        start_utc_s INTEGER NOT NULL,
        slot_minutes INTEGER NOT NULL,
        values_hundredths TEXT,
        previous_run_id INTEGER,
        PRIMARY KEY (run_id, day, queue_id, value_type_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE watermark (
        stream TEXT NOT NULL,
        system TEXT NOT NULL,
        day TEXT NOT NULL,
        run_id INTEGER NOT NULL,
        imported_utc_s INTEGER NOT NULL,
        rows_read INTEGER NOT NULL,
        PRIMARY KEY (stream, day, system)
      ) STRICT, WITHOUT ROWID;

      -- The values for readers with plain SQL. datetime() with replace() takes half the time of strftime().
      CREATE VIEW interval_value (queue_id, value_type_id, start_utc, value) AS
      SELECT
        stored.queue_id,
        stored.value_type_id,
        replace(datetime(stored.start_utc_s + slot.key * stored.slot_minutes * 60, 'unixepoch'), ' ', 'T') || 'Z',
        slot.value / 100.0
      FROM day_values AS stored, json_each(stored.values_hundredths) AS slot
      WHERE slot.value IS NOT NULL;
    `,
  },
  {
    version: 2,
    name: 'undo, changes of dry runs, cancelling from elsewhere',
    sql: `
      ALTER TABLE run ADD COLUMN undo_of INTEGER;
      ALTER TABLE run ADD COLUMN zeroing TEXT; -- JSON {surveyRunId, emptyDays}
      ALTER TABLE run ADD COLUMN cancel_requested INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE run ADD COLUMN keeps_changes INTEGER NOT NULL DEFAULT 0; -- it has rows in replaced_values
      UPDATE run SET keeps_changes = 1
        WHERE EXISTS (SELECT 1 FROM replaced_values WHERE replaced_values.run_id = run.id);
      CREATE INDEX run_keeps_changes ON run (dry_run, id) WHERE keeps_changes = 1;
      CREATE INDEX run_undo ON run (undo_of) WHERE undo_of IS NOT NULL;

      -- after_hundredths: what a dry run would have written; '' where nothing would be (of a run: was) left. Of a run NULL:
      -- what it wrote stands in day_values, or in the row of the run after it, until a change of zone cuts the days anew.
      ALTER TABLE replaced_values ADD COLUMN system TEXT NOT NULL DEFAULT '';
      ALTER TABLE replaced_values ADD COLUMN after_start_utc_s INTEGER;
      ALTER TABLE replaced_values ADD COLUMN after_slot_minutes INTEGER;
      ALTER TABLE replaced_values ADD COLUMN after_hundredths TEXT;
      UPDATE replaced_values SET system = coalesce((
        SELECT min(done.system) FROM run_day AS done
        WHERE done.run_id = replaced_values.run_id AND done.day = replaced_values.day AND done.state = 'done'), '');

      -- fingerprint: of the source's rows, the mappings and the stored values together; NULL where it is not known.
      ALTER TABLE watermark ADD COLUMN value_count INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE watermark ADD COLUMN fingerprint TEXT;
    `,
  },
  {
    version: 3,
    name: 'what a run was asked for, how rows were counted',
    sql: `
      ALTER TABLE run ADD COLUMN chosen_systems TEXT; -- JSON array of names; NULL: all there are
      ALTER TABLE run ADD COLUMN plans TEXT; -- JSON array: what stands for the mappings its days were computed by
      ALTER TABLE watermark ADD COLUMN row_counts TEXT; -- JSON array of {source, scope, by, rows}; NULL: not known
    `,
  },
];

/**
 * Brings the schema to the newest version, each step in a transaction. Other processes may do the same at the
 * same time. Throws `STORE_TOO_NEW` for a file written by a newer program.
 */
export function migrate(database: Database.Database, steps: readonly Migration[] = migrations): void {
  const known = steps.at(-1)?.version ?? 0;
  for (const step of steps) {
    if (storedVersion(database, known) >= step.version) continue;
    database
      .transaction(() => {
        if (storedVersion(database, known) >= step.version) return;
        database.exec(step.sql);
        database.pragma(`user_version = ${step.version}`);
      })
      .immediate();
  }
}

function storedVersion(database: Database.Database, known: number): number {
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > known) {
    throw new XlinkError(
      'STORE_TOO_NEW',
      `${database.name} was written by a newer version of this program (schema ${version}, this program knows ${known}). Update this program; the file was not touched.`,
      { file: database.name, schemaVersion: version, knownVersion: known },
    );
  }
  return version;
}
