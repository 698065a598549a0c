import type Database from 'better-sqlite3';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import type { RunOwner } from '../owner.ts';
import {
  checkResumable,
  isLost,
  lostLeases,
  type MarkedOutcome,
  ownerGone,
  plansWith,
  type RunDayRow,
  type RunningRow,
  type RunRow,
  runDayOf,
  runDayUnknown,
  runNotOwned,
  runningFields,
  runOf,
  runsWithSums,
  runUnknown,
  systemsOf,
  type WatermarkRow,
  watermarkOf,
} from '../run-row.ts';
import type {
  DayCounters,
  Run,
  RunDay,
  RunDayKey,
  RunEnd,
  RunRequest,
  RunStream,
  Watermark,
} from '../store.ts';

/** Rows of runs, their days and watermarks. What writes is to be called within a transaction. */
export function runRows(database: Database.Database, owner: RunOwner, now: () => number) {
  const insertRun = database.prepare<unknown[]>(`
    INSERT INTO run (stream, systems, from_day, to_day, write_null, dry_run, origin, status,
      started_utc_s, owner_host, owner_pid, owner_token, heartbeat_utc_s, undo_of, zeroing, chosen_systems, plans)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'running', ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertDay = database.prepare<[number, string, string]>(
    `INSERT INTO run_day (run_id, system, day, state) VALUES (?, ?, ?, 'pending')`,
  );
  const readRun = database.prepare<[number], RunRow>(`${runsWithSums} WHERE run.id = ? GROUP BY run.id`);
  const readRuns = database.prepare<[number, number], RunRow>(
    `${runsWithSums} WHERE run.id IN (SELECT id FROM run WHERE id < ? ORDER BY id DESC LIMIT ?)
     GROUP BY run.id ORDER BY run.id DESC`,
  );
  const readRunning = database.prepare<[], RunningRow>(
    `SELECT ${runningFields} FROM run WHERE status = 'running'`,
  );
  const readDays = database.prepare<[number], RunDayRow>(
    'SELECT * FROM run_day WHERE run_id = ? ORDER BY system, day',
  );
  const readUnfinished = database.prepare<[number], RunDayKey>(
    `SELECT system, day FROM run_day WHERE run_id = ? AND state IN ('pending', 'failed') ORDER BY day, system`,
  );
  const touch = database.prepare<
    [number, number, string],
    { stream: RunStream; dry_run: number; undo_of: number | null }
  >(
    `UPDATE run SET heartbeat_utc_s = ? WHERE id = ? AND status = 'running' AND owner_token = ?
     RETURNING stream, dry_run, undo_of`,
  );
  const takeOver = database.prepare<[string, number, string, number, number]>(
    `UPDATE run SET status = 'running', finished_utc_s = NULL, error = NULL, cancel_requested = 0,
       owner_host = ?, owner_pid = ?, owner_token = ?, heartbeat_utc_s = ? WHERE id = ?`,
  );
  const notePlans = database.prepare<[string, number]>('UPDATE run SET plans = ? WHERE id = ?');
  const failedAgain = database.prepare<[number]>(
    `UPDATE run_day SET state = 'pending', problem_count = 0 WHERE run_id = ? AND state = 'failed'`,
  );
  const settleDay = database.prepare<unknown[]>(
    `UPDATE run_day SET state = ?, rows_read = coalesce(?, rows_read),
       values_written = values_written + coalesce(?, 0),
       values_unchanged = coalesce(max(0, ? - values_written), values_unchanged), problem_count = ?
     WHERE run_id = ? AND system = ? AND day = ?`,
  );
  const end = database.prepare<[string, number, string | null, number]>(
    'UPDATE run SET status = ?, finished_utc_s = ?, error = ? WHERE id = ?',
  );
  const interrupt = database.prepare<[number]>(
    `UPDATE run SET status = 'interrupted', finished_utc_s = heartbeat_utc_s WHERE id = ?`,
  );
  const requestCancel = database.prepare<[number]>(
    `UPDATE run SET cancel_requested = 1 WHERE id = ? AND status = 'running'`,
  );
  const readCancel = database
    .prepare<[number], number>('SELECT cancel_requested FROM run WHERE id = ?')
    .pluck();
  const writeWatermark = database.prepare<unknown[]>(`
    INSERT INTO watermark (stream, day, system, run_id, imported_utc_s, rows_read, value_count, fingerprint,
      row_counts)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (stream, day, system) DO UPDATE SET run_id = excluded.run_id,
      imported_utc_s = excluded.imported_utc_s, rows_read = excluded.rows_read,
      value_count = excluded.value_count, fingerprint = excluded.fingerprint, row_counts = excluded.row_counts`);
  const removeWatermark = database.prepare<[string, string, string]>(
    'DELETE FROM watermark WHERE stream = ? AND day = ? AND system = ?',
  );
  const readWatermarks = database.prepare<[string, string, string], WatermarkRow>(`
    SELECT system, day, run_id AS runId, imported_utc_s AS importedUtc, rows_read AS rowsRead,
      value_count AS valueCount, fingerprint, row_counts
    FROM watermark WHERE stream = ? AND day BETWEEN ? AND ? ORDER BY day, system`);

  function rowOf(runId: number): RunRow {
    const row = readRun.get(runId);
    if (row) return row;
    throw runUnknown(runId);
  }

  function lease(stream: RunStream, systems: readonly string[], ownRunId = 0): void {
    const lost = lostLeases(readRunning.all(), { stream, systems, ownRunId }, now());
    for (const id of lost) interrupt.run(id);
  }

  function lost(): number[] {
    const at = now();
    return readRunning.all().flatMap((row) => (ownerGone(row, at) ? [row.id] : []));
  }

  return {
    create(request: RunRequest, days: readonly string[]): number {
      const {
        stream,
        systems,
        fromDay,
        toDay,
        writeNull,
        dryRun,
        origin,
        undoOf,
        zeroing,
        chosenSystems,
        plan,
      } = request;
      lease(stream, systems);
      const created = insertRun.run(
        stream,
        JSON.stringify(systems),
        fromDay,
        toDay,
        Number(writeNull),
        Number(dryRun),
        origin,
        now(),
        owner.host,
        owner.pid,
        owner.token,
        now(),
        undoOf ?? null,
        zeroing ? JSON.stringify(zeroing) : null,
        chosenSystems ? JSON.stringify(chosenSystems) : null,
        plan === undefined ? null : JSON.stringify([plan]),
      );
      const runId = Number(created.lastInsertRowid);
      for (const system of new Set(systems)) {
        for (const day of days) insertDay.run(runId, system, day);
      }
      return runId;
    },

    read: (runId: number): Run => runOf(rowOf(runId)),
    page: (limit: number, before: number | undefined): Run[] =>
      readRuns.all(before ?? Number.MAX_SAFE_INTEGER, limit).map(runOf),
    days: (runId: number): RunDay[] => readDays.all(runId).map(runDayOf),
    unfinished: (runId: number): RunDayKey[] => readUnfinished.all(runId),

    /** Says that the owner is there; throws `RUN_NOT_OWNED` when the run is no longer this store's to write. */
    own(runId: number): { stream: RunStream; dryRun: boolean; undoOf: number | undefined } {
      const owned = touch.get(now(), runId, owner.token);
      if (owned) {
        return { stream: owned.stream, dryRun: owned.dry_run === 1, undoOf: owned.undo_of ?? undefined };
      }
      const { status } = rowOf(runId);
      throw runNotOwned(runId, status);
    },

    /** Says that the owner is there, for those runs that are still its own. */
    beat(runIds: Iterable<number>): void {
      for (const runId of runIds) touch.get(now(), runId, owner.token);
    },

    takeOver(runId: number, plan: string | undefined): void {
      const row = rowOf(runId);
      const isUnfinished = readUnfinished.get(runId) !== undefined;
      checkResumable(row, { ownerToken: owner.token, isUnfinished, nowUtc: now() });
      lease(row.stream, systemsOf(row), runId);
      takeOver.run(owner.host, owner.pid, owner.token, now(), runId);
      if (plan !== undefined) notePlans.run(plansWith(row, plan, readDays.all(runId).map(runDayOf)), runId);
      failedAgain.run(runId);
    },

    /** What a day wrote before it failed and was done again counts on: found as it is now, it is no value left unchanged. */
    settle(
      runId: number,
      { system, day }: RunDayKey,
      state: RunDay['state'],
      counted: DayCounters | undefined,
      problems: number,
    ): void {
      const { changes } = settleDay.run(
        state,
        counted?.rowsRead ?? null,
        counted?.valuesWritten ?? null,
        counted?.valuesUnchanged ?? null,
        problems,
        runId,
        system,
        day,
      );
      if (changes === 0) throw runDayUnknown(runId, { system, day });
    },

    mark(
      runId: number,
      stream: RunStream,
      { system, day }: RunDayKey,
      { rowsRead, valuesWritten, valuesUnchanged }: DayCounters,
      { fingerprint, rowCounts }: MarkedOutcome,
    ): void {
      const valueCount = valuesWritten + valuesUnchanged;
      writeWatermark.run(stream, day, system, runId, now(), rowsRead, valueCount, fingerprint, rowCounts);
    },

    /** Something was taken back on that day: what stands there is not what an import left. */
    unmark(stream: RunStream, { system, day }: RunDayKey): void {
      removeWatermark.run(stream, day, system);
    },

    watermarks: (stream: RunStream, fromDay: string, toDay: string): Watermark[] =>
      readWatermarks.all(stream, fromDay, toDay).map(watermarkOf),

    /** Whether the run did not end and its owner is gone. Throws `RUN_IS_RUNNING` when it is there. */
    isLost: (runId: number): boolean => isLost(rowOf(runId), now()),

    requestCancel(runId: number): void {
      requestCancel.run(runId);
    },

    cancelRequested: (runId: number): boolean => readCancel.get(runId) === 1,

    end(runId: number, status: RunEnd, error: ErrorShape | undefined): void {
      end.run(status, now(), error ? JSON.stringify(error) : null, runId);
    },

    lost,

    interruptLost(): number[] {
      const ids = lost();
      for (const id of ids) interrupt.run(id);
      return ids;
    },
  };
}
