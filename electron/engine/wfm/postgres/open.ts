import { randomInt } from 'node:crypto';
import { errorShape } from '#shared/rpc/errors.ts';
import { laterWrites } from '../day-row.ts';
import { checkBefore, valuesChanged } from '../day-target.ts';
import { directoryDocument } from '../directory.ts';
import { enterOwner, HEARTBEAT_SECONDS } from '../owner.ts';
import { daysOfRun, markedOutcome } from '../run-row.ts';
import {
  type DayChange,
  type DayOutcome,
  type DayRange,
  type RunDayKey,
  valuesOf,
  type WfmStore,
} from '../store.ts';
import { changesOf, pruneChanges, writesOf } from './change-rows.ts';
import { connectDatabase, type Database, type Transaction } from './connection.ts';
import {
  holdDirectory,
  loadDirectory,
  lockDirectory,
  readDirectory,
  removeEntries,
} from './directory-rows.ts';
import type { PostgresLocation } from './location.ts';
import { migrate } from './migrations.ts';
import { ensureMonths } from './partitions.ts';
import { forgetUndone, problemPage, replaceProblems } from './problem-rows.ts';
import {
  cancelRequested,
  ownedRuns,
  readRun,
  readWatermarks,
  requestCancel,
  runDays,
  runPage,
  unfinishedDays,
} from './run-rows.ts';
import { checkTargets, keepDry, mergeChanges, pages, readDays, storedDays } from './value-rows.ts';

export interface PostgresStoreOptions {
  /** Zone of queues that are loaded without one; default: the machine's. */
  readonly machineTimeZone?: string;
  /** Epoch seconds; default: the clock of the server, which all machines share. */
  readonly now?: () => number;
}

const CHANGE_SLOTS = 16;

/**
 * Days whose commit may have come through although its answer did not. Who asks for one of them again has it already when it
 * is not pending any more: done a second time it would find its own values, and count none as written.
 */
function unansweredCommits() {
  const byRun = new Map<number, Set<string>>();
  const keyOf = ({ system, day }: RunDayKey) => `${day}|${system}`;
  return {
    has: (runId: number, part: RunDayKey) => byRun.get(runId)?.has(keyOf(part)) ?? false,
    add(runId: number, part: RunDayKey) {
      byRun.set(runId, (byRun.get(runId) ?? new Set()).add(keyOf(part)));
    },
    delete: (runId: number, part: RunDayKey) => void byRun.get(runId)?.delete(keyOf(part)),
    forget: (runId: number) => void byRun.delete(runId),
  };
}

/** Thrown to roll back; the day that is in the way is looked for afterwards. */
class DaysInTheWay extends Error {}

/**
 * The WFM store in a PostgreSQL database, made or migrated when it is first used: a server that is away fails the
 * method that needs it, with `STORE_UNREACHABLE` (retryable), and the next one tries again. Beside what
 * {@link WfmStore} says every method can throw that, `STORE_LOGIN_REFUSED`, `STORE_TLS`, `STORE_CANNOT_OPEN` and
 * `STORE_TOO_NEW`.
 */
export function postgresStore(location: PostgresLocation, options: PostgresStoreOptions = {}): WfmStore {
  const database = readyDatabase(location);
  const machineTimeZone = options.machineTimeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { owner, leave } = enterOwner();
  const runs = ownedRuns(owner, options.now);
  const changeSlot = randomInt(CHANGE_SLOTS);
  const unanswered = unansweredCommits();

  const running = new Set<number>();
  const heartbeat = setInterval(() => {
    // A beat that gets lost is made up for by the next one.
    if (running.size > 0) runs.beat(database, running).catch(() => {});
  }, HEARTBEAT_SECONDS * 1000);
  heartbeat.unref();

  function write<T>(work: (session: Transaction) => Promise<T>): Promise<T> {
    return database.transaction(async (session) => {
      let written = 0;
      const run: Transaction['run'] = async (sql, ...parameters) => {
        const rows = await session.run(sql, ...parameters);
        written += rows;
        return rows;
      };
      const outcome = await work({ ...session, run });
      if (written > 0) {
        await session.run('UPDATE store_change SET changes = changes + 1 WHERE slot = $1', changeSlot);
      }
      return outcome;
    });
  }

  async function* intervals(range: DayRange) {
    for await (const page of pages(database, range)) yield* page;
  }

  async function commit(
    session: Transaction,
    { runId, part, outcome }: { runId: number; part: RunDayKey; outcome: DayOutcome },
  ): Promise<void> {
    const { stream, dryRun, isUndo } = await runs.look(session, runId);
    if (unanswered.has(runId, part) && (await runs.isSettled(session, runId, part))) return;
    const given = valuesOf(outcome);
    await runs.settle(session, runId, part, outcome.state, given?.counters, outcome.problems.length);
    await replaceProblems(session, runId, part, outcome.problems);
    const changes = given?.changes ?? [];
    if (changes.length > 0) {
      const written = { runId, system: part.system, changes };
      if (dryRun) await keepDry(session, written);
      else await writeValues(session, written);
    }
    if (given && !dryRun) {
      if (isUndo) await runs.unmark(session, stream, part);
      else await runs.mark(session, runId, stream, part, given.counters, markedOutcome(given));
    }
    await runs.own(session, runId, changes.length > 0);
  }

  async function writeValues(
    session: Transaction,
    written: { runId: number; system: string; changes: readonly DayChange[] },
  ): Promise<void> {
    await holdDirectory(session);
    await checkTargets(session, written.changes);
    if (!(await mergeChanges(session, written))) throw new DaysInTheWay();
  }

  /** Throws `STORE_CONFLICT` that names a day. */
  async function tellConflict(changes: readonly DayChange[]): Promise<never> {
    const stored = await readDays(database, changes);
    changes.forEach((change, index) => void checkBefore(change, stored[index]));
    throw valuesChanged(changes[0]!);
  }

  return {
    directory: () => readDirectory(database),
    load: (document) =>
      write(async (session) => {
        await lockDirectory(session);
        return loadDirectory(session, document, machineTimeZone);
      }),
    replace: (gone, document) =>
      write(async (session) => {
        await lockDirectory(session);
        await removeEntries(session, gone);
        return loadDirectory(session, document, machineTimeZone);
      }),
    removeExternalSystem: (name) =>
      write(async (session) => {
        await session.run('DELETE FROM external_system WHERE name = $1', name);
      }),
    dump: async () => directoryDocument(await readDirectory(database)),

    readDays: (keys) => readDays(database, keys),
    storedDays: (queueId, valueTypeId) => storedDays(database, queueId, valueTypeId),
    intervals,

    async createRun(request) {
      const days = daysOfRun(request);
      const run = await write((session) => runs.create(session, request, days));
      running.add(run.id);
      return run;
    },

    async resumeRun(runId, plan) {
      const run = await write(async (session) => {
        await runs.takeOver(session, runId, plan);
        await forgetUndone(session, runId);
        await runs.failedAgain(session, runId);
        return readRun(session, runId);
      });
      unanswered.forget(runId);
      running.add(runId);
      return run;
    },

    unfinishedDays: (runId) => unfinishedDays(database, runId),

    async commitDay(runId, system, day, outcome) {
      const changes = valuesOf(outcome)?.changes ?? [];
      const written = changes.filter(({ after }) => after).map((change) => change.day);
      await ensureMonths(database, written);
      const part = { system, day };
      try {
        await write((session) => commit(session, { runId, part, outcome }));
        unanswered.delete(runId, part);
      } catch (thrown) {
        if (thrown instanceof DaysInTheWay) await tellConflict(changes);
        if (errorShape(thrown).code === 'STORE_UNREACHABLE') unanswered.add(runId, part);
        throw thrown;
      }
    },

    async finishRun(runId, status, rest = {}) {
      const run = await write(async (session) => {
        await runs.own(session, runId);
        await replaceProblems(session, runId, undefined, rest.problems ?? []);
        await runs.end(session, runId, status, rest.error);
        await pruneChanges(session);
        return readRun(session, runId);
      });
      running.delete(runId);
      unanswered.forget(runId);
      return run;
    },

    endLostRun: (runId, status, error) =>
      write(async (session) => {
        if (await runs.endLost(session, runId, status, error)) await pruneChanges(session);
        return readRun(session, runId);
      }),
    requestCancel: (runId) => write((session) => requestCancel(session, runId)),
    cancelRequested: (runId) => cancelRequested(database, runId),
    runChanges: (runId, part) => changesOf(database, runId, part),
    async laterWrites(runId, keys) {
      const now = await readDays(database, keys);
      const writes = await writesOf(database, keys);
      return writes.map((rows, index) => laterWrites(runId, rows, now[index]));
    },

    async recoverInterruptedRuns() {
      // Asked often, and seldom for anything.
      if ((await runs.lost(database)).length === 0) return [];
      return write((session) => runs.interruptLost(session));
    },
    runs: (page) => runPage(database, page),
    run: async (runId) => ({ ...(await readRun(database, runId)), days: await runDays(database, runId) }),
    problems: (runId, page) => problemPage(database, runId, page),
    watermarks: (stream, fromDay, toDay) => readWatermarks(database, stream, fromDay, toDay),

    async changeToken() {
      const [counted] = await database.rows<{ changes: string }>(
        'SELECT sum(changes)::text AS changes FROM store_change',
      );
      return counted?.changes ?? '';
    },

    async close() {
      clearInterval(heartbeat);
      leave();
      await database.close();
    },
  };
}

/** The same, connected: throws at once what is in the way. */
export async function openPostgresStore(
  location: PostgresLocation,
  options: PostgresStoreOptions = {},
): Promise<WfmStore> {
  const store = postgresStore(location, options);
  try {
    await store.changeToken();
    return store;
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

/** A database whose schema is looked after before the first statement, again when that failed. */
export function readyDatabase(location: PostgresLocation): Database {
  const database = connectDatabase(location);
  let migrated: Promise<void> | undefined;
  const ready = () => {
    migrated ??= migrate(database, location).catch((thrown: unknown) => {
      migrated = undefined;
      throw thrown;
    });
    return migrated;
  };
  return {
    rows: async (sql, ...parameters) => {
      await ready();
      return database.rows(sql, ...parameters);
    },
    run: async (sql, ...parameters) => {
      await ready();
      return database.run(sql, ...parameters);
    },
    transaction: async (work, options) => {
      await ready();
      return database.transaction(work, options);
    },
    close: () => database.close(),
  };
}
