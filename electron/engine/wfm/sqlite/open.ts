import Database from 'better-sqlite3';
import { laterWrites } from '../day-row.ts';
import { directoryDocument } from '../directory.ts';
import { enterOwner, HEARTBEAT_SECONDS } from '../owner.ts';
import { daysOfRun, markedOutcome } from '../run-row.ts';
import { type DayOutcome, type DayRange, valuesOf, type WfmStore } from '../store.ts';
import { changeRows } from './change-rows.ts';
import { directoryRows } from './directory-rows.ts';
import { withStoreErrors } from './errors.ts';
import { migrate } from './migrations.ts';
import { problemRows } from './problem-rows.ts';
import { runRows } from './run-rows.ts';
import { valueRows } from './value-rows.ts';

export interface SqliteStoreOptions {
  /** Zone of queues that are loaded without one; default: the machine's. */
  readonly machineTimeZone?: string;
  /** Epoch seconds; default: the machine's clock. */
  readonly now?: () => number;
}

// Long enough for another process to finish one day's transaction, or to cut a queue's history anew.
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens the WFM store of a home (`wfm.db`); makes or migrates the file, its folder has to be there. Throws `STORE_TOO_NEW`, `STORE_DAMAGED`,
 * `STORE_CANNOT_OPEN`, `STORE_READ_ONLY`, `STORE_BUSY`, `STORE_DISK_FULL`.
 */
export async function openSqliteStore(file: string, options: SqliteStoreOptions = {}): Promise<WfmStore> {
  const database = openDatabase(file);
  const now = options.now ?? (() => Math.floor(Date.now() / 1000));
  const machineTimeZone = options.machineTimeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { owner, leave } = enterOwner();
  const { directory, replaced, values, runs, problems, ownChanges } = prepared(database, () => {
    const replaced = changeRows(database);
    return {
      directory: directoryRows(database, machineTimeZone),
      replaced,
      values: valueRows(database, replaced),
      runs: runRows(database, owner, now),
      problems: problemRows(database),
      ownChanges: database.prepare<[], number>('SELECT total_changes()').pluck(),
    };
  });

  const running = new Set<number>();
  const heartbeat = setInterval(() => {
    try {
      runs.beat(running);
    } catch {
      // Somebody writes: the next beat is soon enough.
    }
  }, HEARTBEAT_SECONDS * 1000);
  heartbeat.unref();

  async function read<T>(work: () => T): Promise<T> {
    return withStoreErrors(file, work);
  }

  async function write<T>(work: () => T): Promise<T> {
    return withStoreErrors(file, () => database.transaction(work).immediate());
  }

  async function* intervals(range: DayRange) {
    const pages = values.pages(range);
    while (true) {
      const page = withStoreErrors(file, () => pages.next());
      if (page.done) return;
      yield* page.value;
    }
  }

  return {
    directory: () => read(directory.read),
    load: (document) => write(() => directory.load(document)),
    replace: (gone, document) =>
      write(() => {
        directory.remove(gone);
        return directory.load(document);
      }),
    removeExternalSystem: (name) => write(() => directory.removeExternalSystem(name)),
    dump: () => read(() => directoryDocument(directory.read())),

    readDays: (keys) => read(() => values.readDays(keys)),
    storedDays: (queueId, valueTypeId) => read(() => values.storedDays(queueId, valueTypeId)),
    intervals,

    async createRun(request) {
      const days = daysOfRun(request);
      const run = await write(() => runs.read(runs.create(request, days)));
      running.add(run.id);
      return run;
    },

    async resumeRun(runId, plan) {
      const run = await write(() => {
        problems.forgetUndone(runId);
        runs.takeOver(runId, plan);
        return runs.read(runId);
      });
      running.add(runId);
      return run;
    },

    unfinishedDays: (runId) => read(() => runs.unfinished(runId)),

    commitDay: (runId, system, day, outcome) => write(() => commit(runId, { system, day }, outcome)),

    async finishRun(runId, status, rest = {}) {
      const run = await write(() => {
        runs.own(runId);
        problems.replace(runId, undefined, rest.problems ?? []);
        runs.end(runId, status, rest.error);
        replaced.prune();
        return runs.read(runId);
      });
      running.delete(runId);
      return run;
    },

    endLostRun: (runId, status, error) =>
      write(() => {
        if (runs.isLost(runId)) {
          runs.end(runId, status, error);
          replaced.prune();
        }
        return runs.read(runId);
      }),
    requestCancel: (runId) => write(() => runs.requestCancel(runId)),
    cancelRequested: (runId) => read(() => runs.cancelRequested(runId)),
    runChanges: (runId, part) => read(() => replaced.of(runId, part)),
    laterWrites: (runId, keys) =>
      read(() => {
        const now = values.readDays(keys);
        return keys.map((key, index) => laterWrites(runId, replaced.writesOf(key), now[index]));
      }),

    async recoverInterruptedRuns() {
      // Asked often, and seldom for anything.
      return (await read(runs.lost)).length === 0 ? [] : write(runs.interruptLost);
    },
    runs: ({ limit, before }) => read(() => runs.page(limit, before)),
    run: (runId) => read(() => ({ ...runs.read(runId), days: runs.days(runId) })),
    problems: (runId, { limit, offset }) => read(() => problems.page(runId, limit, offset)),
    watermarks: (stream, fromDay, toDay) => read(() => runs.watermarks(stream, fromDay, toDay)),

    // data_version tells what other connections changed, total_changes() what this one did.
    changeToken: () => read(() => `${database.pragma('data_version', { simple: true })}.${ownChanges.get()}`),

    async close() {
      clearInterval(heartbeat);
      leave();
      database.close();
    },
  };

  function commit(runId: number, part: { system: string; day: string }, outcome: DayOutcome): void {
    const { stream, dryRun, undoOf } = runs.own(runId);
    const given = valuesOf(outcome);
    runs.settle(runId, part, outcome.state, given?.counters, outcome.problems.length);
    problems.replace(runId, part, outcome.problems);
    if (given === undefined) return;
    if (dryRun) replaced.keepDry(runId, part.system, given.changes);
    else values.applyChanges(runId, part.system, given.changes);
    if (given.changes.length > 0) replaced.note(runId);
    if (dryRun) return;
    if (undoOf === undefined) runs.mark(runId, stream, part, given.counters, markedOutcome(given));
    else runs.unmark(stream, part);
  }
}

/** The file with its schema brought up to date. Throws what {@link openSqliteStore} does. */
export function openDatabase(file: string): Database.Database {
  return withStoreErrors(file, () => {
    let database: Database.Database;
    try {
      database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    } catch (thrown) {
      if (thrown instanceof Database.SqliteError) throw thrown;
      throw new Database.SqliteError((thrown as Error).message, 'SQLITE_CANTOPEN');
    }
    return prepared(database, () => {
      database.pragma('journal_mode = WAL');
      // A power cut may cost the last days committed, never half a day; a crash of the program costs nothing.
      database.pragma('synchronous = NORMAL');
      database.pragma('foreign_keys = ON');
      migrate(database);
      return database;
    });
  });
}

/** Does a step of opening; the file is let go of when it fails. */
function prepared<T>(database: Database.Database, step: () => T): T {
  try {
    return withStoreErrors(database.name, step);
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}
