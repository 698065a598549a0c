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
import type { Session, Transaction } from './connection.ts';

/** Lets one program at a time take systems or give up on others. */
async function lockRuns(session: Transaction): Promise<void> {
  await session.rows(`SELECT name FROM store_lock WHERE name = 'runs' FOR UPDATE`);
}

async function rowOf(session: Session, runId: number): Promise<RunRow> {
  const [row] = await session.rows<RunRow>(`${runsWithSums} WHERE run.id = $1 GROUP BY run.id`, runId);
  if (row) return row;
  throw runUnknown(runId);
}

export async function readRun(session: Session, runId: number): Promise<Run> {
  return runOf(await rowOf(session, runId));
}

export async function runPage(
  session: Session,
  { limit, before }: { readonly limit: number; readonly before?: number },
): Promise<Run[]> {
  const rows = await session.rows<RunRow>(
    `${runsWithSums} WHERE run.id IN (SELECT id FROM run WHERE id < $1 ORDER BY id DESC LIMIT $2)
     GROUP BY run.id ORDER BY run.id DESC`,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );
  return rows.map(runOf);
}

export async function runDays(session: Session, runId: number): Promise<RunDay[]> {
  const rows = await session.rows<RunDayRow>(
    'SELECT * FROM run_day WHERE run_id = $1 ORDER BY system, day',
    runId,
  );
  return rows.map(runDayOf);
}

export function unfinishedDays(session: Session, runId: number): Promise<RunDayKey[]> {
  return session.rows<RunDayKey>(
    `SELECT system, day FROM run_day WHERE run_id = $1 AND state IN ('pending', 'failed') ORDER BY day, system`,
    runId,
  );
}

export async function readWatermarks(
  session: Session,
  stream: RunStream,
  fromDay: string,
  toDay: string,
): Promise<Watermark[]> {
  const rows = await session.rows<WatermarkRow>(
    `SELECT system, day, run_id AS "runId", imported_utc_s AS "importedUtc", rows_read AS "rowsRead",
       value_count AS "valueCount", fingerprint, row_counts
     FROM watermark WHERE stream = $1 AND day BETWEEN $2 AND $3 ORDER BY day, system`,
    stream,
    fromDay,
    toDay,
  );
  return rows.map(watermarkOf);
}

export async function requestCancel(session: Session, runId: number): Promise<void> {
  await session.run(`UPDATE run SET cancel_requested = true WHERE id = $1 AND status = 'running'`, runId);
}

export async function cancelRequested(session: Session, runId: number): Promise<boolean> {
  const [row] = await session.rows<{ asked: boolean }>(
    'SELECT cancel_requested AS asked FROM run WHERE id = $1',
    runId,
  );
  return row?.asked ?? false;
}

/** The first parameter, or where it is null the clock of the server: it is the same for all machines. */
const NOW = 'coalesce($1::bigint, floor(extract(epoch FROM clock_timestamp()))::bigint)';

/** What only the owner of runs does, and who may take them from another. */
export function ownedRuns(owner: RunOwner, now: (() => number) | undefined) {
  const given = () => now?.() ?? null;

  async function nowUtc(session: Session): Promise<number> {
    const [row] = await session.rows<{ now: number }>(`SELECT ${NOW} AS now`, given());
    return row!.now;
  }

  function readRunning(session: Session): Promise<RunningRow[]> {
    return session.rows<RunningRow>(`SELECT ${runningFields} FROM run WHERE status = 'running'`);
  }

  async function interrupt(session: Session, runIds: readonly number[]): Promise<void> {
    if (runIds.length === 0) return;
    await session.run(
      `UPDATE run SET status = 'interrupted', finished_utc_s = heartbeat_utc_s WHERE id = ANY ($1::bigint[])`,
      runIds,
    );
  }

  async function lease(
    session: Session,
    stream: RunStream,
    systems: readonly string[],
    ownRunId = 0,
  ): Promise<void> {
    const wanted = { stream, systems, ownRunId };
    await interrupt(session, lostLeases(await readRunning(session), wanted, await nowUtc(session)));
  }

  return {
    async create(session: Transaction, request: RunRequest, days: readonly string[]): Promise<Run> {
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
      await lockRuns(session);
      await lease(session, stream, systems);
      const began = await nowUtc(session);
      const [created] = await session.rows<{ id: number }>(
        `INSERT INTO run (stream, systems, from_day, to_day, write_null, dry_run, origin, status, started_utc_s,
           owner_host, owner_pid, owner_token, heartbeat_utc_s, undo_of, zeroing, chosen_systems, plans)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'running', $8, $9, $10, $11, $8, $12, $13, $14, $15) RETURNING id`,
        stream,
        JSON.stringify(systems),
        fromDay,
        toDay,
        writeNull,
        dryRun,
        origin,
        began,
        owner.host,
        owner.pid,
        owner.token,
        undoOf ?? null,
        zeroing ? JSON.stringify(zeroing) : null,
        chosenSystems ? JSON.stringify(chosenSystems) : null,
        plan === undefined ? null : JSON.stringify([plan]),
      );
      const { id } = created!;
      await session.run(
        `INSERT INTO run_day (run_id, system, day, state)
         SELECT $1, system, day, 'pending' FROM unnest($2::text[]) AS system CROSS JOIN unnest($3::date[]) AS day`,
        id,
        [...new Set(systems)],
        days,
      );
      return readRun(session, id);
    },

    async takeOver(session: Transaction, runId: number, plan: string | undefined): Promise<void> {
      await lockRuns(session);
      const row = await rowOf(session, runId);
      const isUnfinished = (await unfinishedDays(session, runId)).length > 0;
      const at = await nowUtc(session);
      checkResumable(row, { ownerToken: owner.token, isUnfinished, nowUtc: at });
      await lease(session, row.stream, systemsOf(row), runId);
      await session.run(
        `UPDATE run SET status = 'running', finished_utc_s = NULL, error = NULL, cancel_requested = false,
           owner_host = $1, owner_pid = $2, owner_token = $3, heartbeat_utc_s = $4 WHERE id = $5`,
        owner.host,
        owner.pid,
        owner.token,
        at,
        runId,
      );
      if (plan === undefined) return;
      const plans = plansWith(row, plan, await runDays(session, runId));
      await session.run('UPDATE run SET plans = $1 WHERE id = $2', plans, runId);
    },

    async failedAgain(session: Session, runId: number): Promise<void> {
      await session.run(
        `UPDATE run_day SET state = 'pending', problem_count = 0 WHERE run_id = $1 AND state = 'failed'`,
        runId,
      );
    },

    /** Throws `RUN_NOT_OWNED` when the run is not this store's to write; {@link own} says so for sure. */
    async look(
      session: Session,
      runId: number,
    ): Promise<{ stream: RunStream; dryRun: boolean; isUndo: boolean }> {
      const { stream, dry_run, undo_of, status, owner_token } = await rowOf(session, runId);
      if (status !== 'running' || owner_token !== owner.token) throw runNotOwned(runId, status);
      return { stream, dryRun: Boolean(dry_run), isUndo: undo_of !== null };
    },

    /**
     * Says that the owner is there, and keeps others from taking the run till the transaction ends: the last thing a
     * transaction does, since days of one run are written at the same time. Throws `RUN_NOT_OWNED`.
     */
    async own(session: Session, runId: number, changed = false): Promise<void> {
      const touched = await session.run(
        `UPDATE run SET heartbeat_utc_s = ${NOW}, keeps_changes = keeps_changes OR $4
         WHERE id = $2 AND status = 'running' AND owner_token = $3`,
        given(),
        runId,
        owner.token,
        changed,
      );
      if (touched === 0) throw runNotOwned(runId, (await rowOf(session, runId)).status);
    },

    async beat(session: Session, runIds: Iterable<number>): Promise<void> {
      await session.run(
        `UPDATE run SET heartbeat_utc_s = ${NOW}
         WHERE id = ANY ($2::bigint[]) AND status = 'running' AND owner_token = $3`,
        given(),
        [...runIds],
        owner.token,
      );
    },

    /** Whether something came of the day; waits for a commit of it that is under way. */
    async isSettled(session: Transaction, runId: number, { system, day }: RunDayKey): Promise<boolean> {
      const [found] = await session.rows<{ state: RunDay['state'] }>(
        'SELECT state FROM run_day WHERE run_id = $1 AND system = $2 AND day = $3 FOR UPDATE',
        runId,
        system,
        day,
      );
      return found !== undefined && found.state !== 'pending';
    },

    /** What a day wrote before it failed and was done again counts on: found as it is now, it is no value left unchanged. */
    async settle(
      session: Session,
      runId: number,
      part: RunDayKey,
      state: RunDay['state'],
      counted: DayCounters | undefined,
      problems: number,
    ): Promise<void> {
      const settled = await session.run(
        `UPDATE run_day SET state = $4, rows_read = coalesce($5::bigint, rows_read),
           values_written = values_written + coalesce($6::bigint, 0),
           values_unchanged = CASE WHEN $7::bigint IS NULL THEN values_unchanged
             ELSE greatest(0, $7::bigint - values_written) END,
           problem_count = $8
         WHERE run_id = $1 AND system = $2 AND day = $3`,
        runId,
        part.system,
        part.day,
        state,
        counted?.rowsRead ?? null,
        counted?.valuesWritten ?? null,
        counted?.valuesUnchanged ?? null,
        problems,
      );
      if (settled === 0) throw runDayUnknown(runId, part);
    },

    async mark(
      session: Session,
      runId: number,
      stream: RunStream,
      { system, day }: RunDayKey,
      { rowsRead, valuesWritten, valuesUnchanged }: DayCounters,
      { fingerprint, rowCounts }: MarkedOutcome,
    ): Promise<void> {
      await session.run(
        `INSERT INTO watermark (imported_utc_s, stream, day, system, run_id, rows_read, value_count, fingerprint,
           row_counts)
         VALUES (${NOW}, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (stream, day, system) DO UPDATE SET run_id = excluded.run_id,
           imported_utc_s = excluded.imported_utc_s, rows_read = excluded.rows_read,
           value_count = excluded.value_count, fingerprint = excluded.fingerprint,
           row_counts = excluded.row_counts`,
        given(),
        stream,
        day,
        system,
        runId,
        rowsRead,
        valuesWritten + valuesUnchanged,
        fingerprint,
        rowCounts,
      );
    },

    /** Something was taken back on that day: what stands there is not what an import left. */
    async unmark(session: Session, stream: RunStream, { system, day }: RunDayKey): Promise<void> {
      await session.run(
        'DELETE FROM watermark WHERE stream = $1 AND day = $2 AND system = $3',
        stream,
        day,
        system,
      );
    },

    async end(session: Session, runId: number, status: RunEnd, error: ErrorShape | undefined): Promise<void> {
      await session.run(
        `UPDATE run SET finished_utc_s = ${NOW}, status = $2, error = $3 WHERE id = $4`,
        given(),
        status,
        error ? JSON.stringify(error) : null,
        runId,
      );
    },

    /** Ends the run when its owner is gone; tells whether it did. Throws `RUN_IS_RUNNING`. */
    async endLost(
      session: Transaction,
      runId: number,
      status: RunEnd,
      error: ErrorShape | undefined,
    ): Promise<boolean> {
      await lockRuns(session);
      if (!isLost(await rowOf(session, runId), await nowUtc(session))) return false;
      await this.end(session, runId, status, error);
      return true;
    },

    async lost(session: Session): Promise<number[]> {
      const at = await nowUtc(session);
      return (await readRunning(session)).filter((row) => ownerGone(row, at)).map(({ id }) => id);
    },

    async interruptLost(session: Transaction): Promise<number[]> {
      await lockRuns(session);
      const lost = await this.lost(session);
      await interrupt(session, lost);
      return lost;
    },
  };
}
