import { daysOf, parseDay } from '#shared/domain/time/day.ts';
import { type ErrorShape, XlinkError } from '#shared/rpc/errors.ts';
import { isOwnerGone } from './owner.ts';
import type {
  DayValues,
  RowCount,
  Run,
  RunDay,
  RunDayKey,
  RunOrigin,
  RunRequest,
  RunStatus,
  RunStream,
  Watermark,
  Zeroing,
} from './store.ts';

/* What the stores have in common about runs: their rows, and the rules of who may write what. */

/** A flag as the database at hand has it. */
type Flag = number | boolean;

export interface RunningRow {
  readonly id: number;
  readonly stream: RunStream;
  /** JSON array of names. */
  readonly systems: string;
  readonly owner_host: string;
  readonly owner_pid: number;
  readonly owner_token: string;
  readonly heartbeat_utc_s: number;
}

/** The columns of a {@link RunningRow}. */
export const runningFields = 'id, stream, systems, owner_host, owner_pid, owner_token, heartbeat_utc_s';

/** A run with the sums over its days. */
export interface RunRow extends RunningRow {
  readonly from_day: string;
  readonly to_day: string;
  readonly write_null: Flag;
  readonly dry_run: Flag;
  readonly origin: RunOrigin;
  readonly status: RunStatus;
  readonly started_utc_s: number;
  readonly finished_utc_s: number | null;
  readonly error: string | null;
  readonly undo_of: number | null;
  readonly zeroing: string | null;
  readonly chosen_systems: string | null;
  readonly plans: string | null;
  readonly keeps_changes: Flag;
  readonly undone_by: number | null;
  readonly days_left: number;
  readonly rows_read: number;
  readonly values_written: number;
  readonly values_unchanged: number;
  readonly problem_count: number;
}

export interface RunDayRow {
  readonly system: string;
  readonly day: string;
  readonly state: RunDay['state'];
  readonly rows_read: number;
  readonly values_written: number;
  readonly values_unchanged: number;
  readonly problem_count: number;
}

/**
 * Reads {@link RunRow}s; what follows is a condition and `GROUP BY run.id`. An undo after which values of the run were brought
 * back, by taking this or another undo of it back, does not count.
 */
export const runsWithSums = `
  SELECT run.*,
    CAST(coalesce(sum(day.rows_read), 0) AS bigint) AS rows_read,
    CAST(coalesce(sum(day.values_written), 0) AS bigint) AS values_written,
    CAST(coalesce(sum(day.values_unchanged), 0) AS bigint) AS values_unchanged,
    CAST(coalesce(sum(CASE WHEN day.state IN ('pending', 'failed') THEN 1 ELSE 0 END), 0) AS bigint) AS days_left,
    (SELECT count(*) FROM problem WHERE problem.run_id = run.id) AS problem_count,
    (SELECT max(undo.id) FROM run AS undo WHERE undo.undo_of = run.id AND EXISTS (
        SELECT 1 FROM run_day WHERE run_day.run_id = undo.id AND run_day.state = 'done')
      AND NOT EXISTS (SELECT 1 FROM run_day AS was WHERE was.run_id = run.id
        AND was.values_written > 0 AND NOT EXISTS (SELECT 1 FROM run_day AS did WHERE did.run_id = undo.id
          AND did.system = was.system AND did.day = was.day AND did.state = 'done'))
      AND NOT EXISTS (SELECT 1 FROM run AS redo JOIN run AS former ON former.id = redo.undo_of
        JOIN run_day AS again ON again.run_id = redo.id WHERE former.undo_of = run.id AND redo.id > undo.id
          AND again.state = 'done' AND again.values_written > 0)) AS undone_by
  FROM run LEFT JOIN run_day AS day ON day.run_id = run.id`;

export function runOf(row: RunRow): Run {
  return {
    id: row.id,
    stream: row.stream,
    systems: systemsOf(row),
    fromDay: row.from_day,
    toDay: row.to_day,
    writeNull: Boolean(row.write_null),
    dryRun: Boolean(row.dry_run),
    origin: row.origin,
    status: row.status,
    startedUtc: row.started_utc_s,
    ...(row.finished_utc_s === null ? {} : { finishedUtc: row.finished_utc_s }),
    ...(row.error === null ? {} : { error: JSON.parse(row.error) as ErrorShape }),
    rowsRead: row.rows_read,
    valuesWritten: row.values_written,
    valuesUnchanged: row.values_unchanged,
    problemCount: row.problem_count,
    ...(row.undo_of === null ? {} : { undoOf: row.undo_of }),
    ...(row.zeroing === null ? {} : { zeroing: JSON.parse(row.zeroing) as Zeroing }),
    ...(row.chosen_systems === null ? {} : { chosenSystems: JSON.parse(row.chosen_systems) as string[] }),
    plans: plansOf(row),
    ...(row.undone_by === null ? {} : { undoneBy: row.undone_by }),
    undoable: Boolean(row.keeps_changes) && !row.dry_run && row.status !== 'running',
    resumable: row.status === 'interrupted' || (row.status !== 'running' && row.days_left > 0),
  };
}

export function runDayOf(row: RunDayRow): RunDay {
  return {
    system: row.system,
    day: row.day,
    state: row.state,
    rowsRead: row.rows_read,
    valuesWritten: row.values_written,
    valuesUnchanged: row.values_unchanged,
    problemCount: row.problem_count,
  };
}

export function systemsOf(row: Pick<RunningRow, 'systems'>): string[] {
  return JSON.parse(row.systems) as string[];
}

function plansOf(row: Pick<RunRow, 'plans'>): string[] {
  return row.plans === null ? [] : (JSON.parse(row.plans) as string[]);
}

/** The plans of a run that goes on with this one. One by which no day was done is not of it any more. */
export function plansWith(
  row: RunRow,
  plan: string,
  days: readonly Pick<RunDay, 'state' | 'valuesWritten'>[],
): string {
  const isBegun = days.some(({ state, valuesWritten }) => state === 'done' || valuesWritten > 0);
  const former = isBegun ? plansOf(row) : [];
  return JSON.stringify(former.at(-1) === plan ? former : [...former, plan]);
}

/** Throws `RUN_DAYS_INVALID`. */
export function daysOfRun({ fromDay, toDay }: RunRequest): string[] {
  if (fromDay <= toDay) return daysOf(parseDay(fromDay), parseDay(toDay));
  throw new XlinkError(
    'RUN_DAYS_INVALID',
    `The first day ${fromDay} is after the last day ${toDay}. Exchange them.`,
    {
      fromDay,
      toDay,
    },
  );
}

export function ownerGone(row: RunningRow, nowUtc: number): boolean {
  const owner = { host: row.owner_host, pid: row.owner_pid, token: row.owner_token };
  return isOwnerGone(owner, row.heartbeat_utc_s, nowUtc);
}

/**
 * Throws `IMPORT_RUNNING` while another run of the stream has one of the systems. The ids given are of runs whose
 * owner is gone: they have lost the systems and are to be interrupted, so that an owner that was only silent writes
 * no more.
 */
export function lostLeases(
  running: readonly RunningRow[],
  wanted: { readonly stream: RunStream; readonly systems: readonly string[]; readonly ownRunId?: number },
  nowUtc: number,
): number[] {
  const lost: number[] = [];
  for (const row of running) {
    if (row.id === wanted.ownRunId || row.stream !== wanted.stream) continue;
    const taken = systemsOf(row);
    const system = wanted.systems.find((name) => taken.includes(name));
    if (system === undefined) continue;
    if (!ownerGone(row, nowUtc)) {
      throw new XlinkError(
        'IMPORT_RUNNING',
        `An import of ${system} is running (run ${row.id}). Wait for its end, or cancel it.`,
        { runId: row.id, system },
        { retryable: true },
      );
    }
    lost.push(row.id);
  }
  return lost;
}

/** Whether the run did not end and its owner is gone. Throws `RUN_IS_RUNNING` when it is there. */
export function isLost(row: RunRow, nowUtc: number): boolean {
  if (row.status === 'interrupted') return true;
  if (row.status !== 'running') return false;
  if (ownerGone(row, nowUtc)) return true;
  throw runIsRunning(row.id);
}

/** Throws `RUN_IS_RUNNING`, `RUN_NOT_RESUMABLE`. */
export function checkResumable(
  row: RunRow,
  { ownerToken, isUnfinished, nowUtc }: { ownerToken: string; isUnfinished: boolean; nowUtc: number },
): void {
  if (row.status === 'running' && row.owner_token !== ownerToken && !ownerGone(row, nowUtc)) {
    throw runIsRunning(row.id);
  }
  // A program may be gone after the last day and before the end: then only the end is left to do.
  if (isUnfinished || row.status === 'running' || row.status === 'interrupted') return;
  throw new XlinkError('RUN_NOT_RESUMABLE', `Run ${row.id} has no days left to do. Start a new import.`, {
    runId: row.id,
  });
}

export function runUnknown(runId: number): XlinkError {
  return new XlinkError('RUN_UNKNOWN', `There is no run ${runId}. "xlink runs" lists those there are.`, {
    runId,
  });
}

export function runIsRunning(runId: number): XlinkError {
  return new XlinkError('RUN_IS_RUNNING', `Run ${runId} is being done. Watch it, or cancel it first.`, {
    runId,
  });
}

export function runNotOwned(runId: number, status: RunStatus): XlinkError {
  return new XlinkError(
    'RUN_NOT_OWNED',
    status === 'running'
      ? `Run ${runId} is done by another program now. Watch it there.`
      : `Run ${runId} is ${status} and takes no more days. Resume it to go on.`,
    { runId, status, variant: status === 'running' ? 'running' : 'ended' },
  );
}

export function runDayUnknown(runId: number, { system, day }: RunDayKey): XlinkError {
  return new XlinkError(
    'RUN_DAY_UNKNOWN',
    `Run ${runId} has no day ${day} of ${system}. Start a new import.`,
    {
      runId,
      system,
      day,
    },
  );
}

export type WatermarkRow = Omit<Watermark, 'fingerprint' | 'rowCounts'> & {
  readonly fingerprint: string | null;
  readonly row_counts: string | null;
};

export function watermarkOf({ fingerprint, row_counts, ...row }: WatermarkRow): Watermark {
  return {
    ...row,
    ...(fingerprint === null ? {} : { fingerprint }),
    ...(row_counts === null ? {} : { rowCounts: JSON.parse(row_counts) as RowCount[] }),
  };
}

/** What a watermark keeps of an outcome beside its counters. */
export interface MarkedOutcome {
  readonly fingerprint: string | null;
  readonly rowCounts: string | null;
}

export function markedOutcome({ fingerprint, rowCounts }: DayValues): MarkedOutcome {
  return {
    fingerprint: fingerprint ?? null,
    rowCounts: rowCounts === undefined ? null : JSON.stringify(rowCounts),
  };
}
