import type { WfmDump } from '#shared/contract/wfm-load.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import type { Directory } from './directory.ts';
import type { DayChunk } from './packDay.ts';

/** A local day of one value, `day` as `YYYY-MM-DD` in the queue's zone. */
export interface DayKey {
  readonly queueId: number;
  readonly valueTypeId: number;
  readonly day: string;
}

/** Days of one value that are to be replaced. `before` is what the change was computed from. */
export interface DayChange extends DayKey {
  readonly before: DayChunk | undefined;
  /** Undefined: nothing is stored of the day any more. */
  readonly after: DayChunk | undefined;
}

/** What a run did to a day of one value. */
export interface RunChange extends DayKey {
  /** What the run found; undefined: nothing was stored. */
  readonly before: DayChunk | undefined;
  /** What it wrote; of a dry run: what it would have written. */
  readonly after: DayChunk | undefined;
  /** What stands there now: the same as `after` unless somebody wrote since (of a dry run: as long as nobody did, `before`). */
  readonly now: DayChunk | undefined;
  /** The last run that wrote what stands there now. */
  readonly nowRunId: number | undefined;
}

/** What a run did to a day of one value after another run had written it. */
export interface LaterWrite {
  readonly runId: number;
  readonly before: DayChunk | undefined;
  readonly after: DayChunk | undefined;
}

/** Days in each queue's own zone, both included. Without lists: every queue, every value type. */
export interface DayRange {
  readonly fromDay: string;
  readonly toDay: string;
  readonly queueIds?: readonly number[];
  readonly valueTypeIds?: readonly number[];
}

export interface StoredInterval {
  readonly queueId: number;
  readonly valueTypeId: number;
  /** Epoch seconds. */
  readonly startUtc: number;
  readonly valueHundredths: number;
}

export type RunStream = 'calls' | 'agents';
export type RunOrigin = 'console' | 'cli' | 'service';
export type RunEnd = 'completed' | 'completed-with-problems' | 'cancelled' | 'failed';
/** `interrupted`: the process that ran it is gone. */
export type RunStatus = 'running' | 'interrupted' | RunEnd;

export interface RunRequest {
  readonly stream: RunStream;
  readonly systems: readonly string[];
  readonly fromDay: string;
  readonly toDay: string;
  readonly writeNull: boolean;
  /** A dry run is recorded with its counters and problems and with what it would change; it commits no values. */
  readonly dryRun: boolean;
  readonly origin: RunOrigin;
  /** The run that this one takes back. */
  readonly undoOf?: number;
  /** What was allowed before *write null values* began; without it no stored value becomes 0. */
  readonly zeroing?: Zeroing;
  /** The systems somebody chose: the run is for the mappings they feed, whichever system those belong to. Left out: all. */
  readonly chosenSystems?: readonly string[];
  /** What stands for the mappings, scripts and sections that the days are computed by. */
  readonly plan?: string;
}

/** The consent to *write null values*: what a dry run found that would become 0, and was shown. */
export interface Zeroing {
  /** The dry run whose `WRITE_NULL_ZEROES` problems were confirmed: no day gets more zeros than it says. */
  readonly surveyRunId: number;
  /** Days for which the source returned nothing at all, to be set to 0 all the same. */
  readonly emptyDays: readonly RunDayKey[];
}

export interface DayCounters {
  readonly rowsRead: number;
  readonly valuesWritten: number;
  readonly valuesUnchanged: number;
}

/** How many rows a source gave for a day, and what was counted: only the like can be compared. */
export interface RowCount {
  /** See `sourceId`. */
  readonly source: string;
  /** Stands for the rows asked for: table, conditions, queues, clocks. */
  readonly scope: string;
  /** `row`: rows as they stand in the table; `stamp`: one for all of a time stamp and queue; a number: one for so many minutes. */
  readonly by: 'row' | 'stamp' | number;
  readonly rows: number;
}

/** A run and the sums over its days. */
export interface Run extends Omit<RunRequest, 'plan'>, DayCounters {
  readonly id: number;
  /** See {@link RunRequest.plan}: of the days that are done, and last those of now. More than one: the mappings were changed. */
  readonly plans: readonly string[];
  readonly status: RunStatus;
  /** Epoch seconds. */
  readonly startedUtc: number;
  readonly finishedUtc?: number;
  /** What ended a failed run. */
  readonly error?: ErrorShape;
  /** Entries that {@link WfmStore.problems} gives. */
  readonly problemCount: number;
  /** The last run that took this one back: as a whole, without being taken back itself. */
  readonly undoneBy?: number;
  /** Whether what it replaced is still kept: it changed values, has ended, is no dry run, and is among the last ones. */
  readonly undoable: boolean;
  /** Whether {@link WfmStore.resumeRun} takes it: it is not under way, and days or its end are left to do. */
  readonly resumable: boolean;
}

export interface RunDayKey {
  readonly system: string;
  readonly day: string;
}

export interface RunDay extends RunDayKey, DayCounters {
  readonly state: 'pending' | 'done' | 'failed' | 'skipped';
  readonly problemCount: number;
}

export interface RunWithDays extends Run {
  /** By system, then day. */
  readonly days: readonly RunDay[];
}

/** Something a run met and went on past. */
export interface RunProblem {
  /** Stable, listed in docs/errors.md. */
  readonly code: string;
  readonly message: string;
  readonly system?: string;
  readonly queueId?: number;
  readonly valueTypeId?: number;
  readonly day?: string;
  /** First instant of the first interval concerned, epoch seconds. */
  readonly startUtc?: number;
  readonly script?: string;
  readonly line?: number;
  readonly column?: number;
  /** How many intervals or rows it concerns. */
  readonly count: number;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The values of one (system, day) of a run. */
export interface DayValues {
  /** Only days that differ from what is stored. */
  readonly changes: readonly DayChange[];
  readonly counters: DayCounters;
  /** Kept with the watermark, see {@link Watermark.fingerprint}. */
  readonly fingerprint?: string | undefined;
  /** Kept with the watermark, see {@link Watermark.rowCounts}. */
  readonly rowCounts?: readonly RowCount[] | undefined;
}

/** What came of one (system, day) of a run. */
export type DayOutcome =
  | (DayValues & { readonly state: 'done'; readonly problems: readonly RunProblem[] })
  | {
      readonly state: 'failed';
      readonly problems: readonly RunProblem[];
      /** Of the mappings that could be computed all the same: what another system feeds as well is left to do. */
      readonly values?: DayValues;
    }
  | { readonly state: 'skipped'; readonly problems: readonly RunProblem[] };

/** What of an outcome is written. */
export function valuesOf(outcome: DayOutcome): DayValues | undefined {
  if (outcome.state === 'done') return outcome;
  return outcome.state === 'failed' ? outcome.values : undefined;
}

/** The last import of a (stream, system, day) that was committed. */
export interface Watermark extends RunDayKey {
  readonly runId: number;
  /** Epoch seconds. */
  readonly importedUtc: number;
  readonly rowsRead: number;
  /** Values that the import gave, changed or not. */
  readonly valueCount: number;
  /**
   * What stands for the source's rows, the mappings and the stored values together: as long as they give the same one, an
   * import would change nothing. Undefined where it was not known.
   */
  readonly fingerprint?: string;
  /** `rowsRead` by source; undefined where it was not known what was counted. */
  readonly rowCounts?: readonly RowCount[];
}

export interface LoadCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Some of what WFM knows, by what tells it from others. */
export interface DirectoryEntries {
  readonly queueIds: readonly number[];
  readonly valueTypeIds: readonly number[];
}

export interface LoadSummary {
  /** Groups made for a parent that was nowhere named are among the added. */
  readonly queues: LoadCounts;
  readonly valueTypes: LoadCounts;
  readonly externalSystems: LoadCounts;
}

/** Runs whose replaced values are kept, counted from the last one; those of older ones are let go of when a run ends. */
export const undoableRuns = 30;
/** The same of dry runs: what they would write is kept in full, and is of use for a while only. */
export const keptPreviews = 5;

/**
 * What workforce management knows: queues, value types, interval values, and the runs that brought them.
 * Several processes may have the same store open. Every method can throw `STORE_BUSY` (retryable),
 * `STORE_DISK_FULL`, `STORE_DAMAGED`, `STORE_READ_ONLY` and `STORE_FAILED`.
 */
export interface WfmStore {
  /** Queues with groups before what is under them, value types and systems by id and name. */
  directory(): Promise<Directory>;
  /**
   * Adds and changes queues, value types and systems, all or nothing; never removes one. When the zone of a
   * queue changes, its stored days are cut anew: every value keeps its instant.
   * The document is as `wfmLoadSchema` says; throws `WFM_LOAD_INVALID` that names what is wrong in it and where.
   */
  load(document: unknown): Promise<LoadSummary>;
  /**
   * Takes entries away, queues with their values, then loads; all or nothing. A queue that others stand under stays,
   * and so does a value type that other queues have values of.
   */
  replace(
    gone: DirectoryEntries & { readonly systems: readonly string[] },
    document: unknown,
  ): Promise<LoadSummary>;
  /** A document that {@link WfmStore.load} takes: loaded into an empty store it gives the same directory. */
  dump(): Promise<WfmDump>;
  /** WFM no longer knows the system; its runs and what they brought stay. Nothing happens for an unknown name. */
  removeExternalSystem(name: string): Promise<void>;

  /** The stored days in the order of the keys. */
  readDays(keys: readonly DayKey[]): Promise<(DayChunk | undefined)[]>;
  /** First and last day with a value, undefined when there is none. */
  storedDays(
    queueId: number,
    valueTypeId: number,
  ): Promise<{ firstDay: string; lastDay: string } | undefined>;
  /** Values by queue, value type and start. Reads page by page: memory is bounded, later writes may be seen. */
  intervals(range: DayRange): AsyncIterable<StoredInterval>;

  /**
   * Records a run of this process, every (system, day) pending. It counts as running while this store is open: the row
   * is the lease of its systems, in the same transaction. Throws `IMPORT_RUNNING` (retryable; details `runId`, `system`)
   * when a run of the same stream whose owner is there, in whatever process or machine, has one of the systems.
   */
  createRun(request: RunRequest): Promise<Run>;
  /**
   * Makes this store the owner of a run that has ended with days left or never came to its end, or of its own that broke
   * off; failed days are pending again. `plan` is what stands for the mappings of now, see {@link Run.plans}.
   * Throws `RUN_UNKNOWN`, `RUN_IS_RUNNING`, `RUN_NOT_RESUMABLE`, `IMPORT_RUNNING`.
   */
  resumeRun(runId: number, plan?: string): Promise<Run>;
  /** The days a run still has to do: pending and failed ones, by day, then system. */
  unfinishedDays(runId: number): Promise<RunDayKey[]>;
  /**
   * Writes one (system, day) in one transaction: changed days, what they replace (for undo), counters, problems
   * and the watermark. What a day that failed wrote before it was resumed counts on. Of a dry run the changes are kept beside the values, for {@link runChanges}. A run that
   * takes another back leaves no watermark of the days it does: no import has left what stands there then. Throws `RUN_NOT_OWNED` when the run was ended or
   * taken over meanwhile, `STORE_CONFLICT` (retryable) when a stored day is no longer `before` or its queue has got another zone: read and merge again.
   * After `STORE_UNREACHABLE` (retryable) nobody knows whether it was written: doing the same again writes it once in all.
   */
  commitDay(runId: number, system: string, day: string, outcome: DayOutcome): Promise<void>;
  /** Ends a run of this process. The problems are those of no single day. Throws `RUN_NOT_OWNED`. */
  finishRun(
    runId: number,
    status: RunEnd,
    rest?: { readonly error?: ErrorShape; readonly problems?: readonly RunProblem[] },
  ): Promise<Run>;
  /** Marks runs whose process is gone as interrupted and gives their ids. */
  recoverInterruptedRuns(): Promise<number[]>;
  /** Ends a run whose process is gone (it was killed). Throws `RUN_IS_RUNNING` when it is not. */
  endLostRun(runId: number, status: RunEnd, error?: ErrorShape): Promise<Run>;
  /** Asks whoever does the run to cancel it. Nothing happens to a run that is not running. */
  requestCancel(runId: number): Promise<void>;
  /** Whether somebody asked so since the run was started or resumed. */
  cancelRequested(runId: number): Promise<boolean>;
  /**
   * What the run changed on one of its days, by queue and value type: for the preview, and for undo. Empty where what it
   * replaced is kept no longer (the last {@link undoableRuns} runs that changed something are, and {@link keptPreviews} dry ones).
   */
  runChanges(runId: number, part: RunDayKey): Promise<RunChange[]>;
  /** What runs did to each of these days after this run, the last one first, as far as what they replaced is kept. */
  laterWrites(runId: number, keys: readonly DayKey[]): Promise<LaterWrite[][]>;
  /** Newest first; `before` is the id of the last run of the page before. */
  runs(page: { readonly limit: number; readonly before?: number }): Promise<Run[]>;
  /** Throws `RUN_UNKNOWN`. */
  run(runId: number): Promise<RunWithDays>;
  /** Those of the run as a whole first, then day by day. */
  problems(
    runId: number,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ total: number; problems: RunProblem[] }>;
  watermarks(stream: RunStream, fromDay: string, toDay: string): Promise<Watermark[]>;

  /** A text that differs after any change to the store, by this process or another. Cheap enough to poll. */
  changeToken(): Promise<string>;
  close(): Promise<void>;
}
