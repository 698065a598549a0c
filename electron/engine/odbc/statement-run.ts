import { setTimeout as sleep } from 'node:timers/promises';
import { XlinkError } from '#shared/rpc/errors.ts';
import { cancelled, orCancelled } from './abandon.ts';
import { statementError } from './errors.ts';
import {
  longValues,
  type NativeConnection,
  type NativeCursor,
  type NativeRows,
  type NativeStatement,
  type NativeValue,
} from './native.ts';
import type { ReadPlan } from './read-plan.ts';
import { tidyRows } from './values.ts';

/** What a statement runs on. */
export interface RunsOn {
  readonly native: NativeConnection;
  readonly cancelAside: (() => Promise<void>) | undefined;
  readonly connectionString: string;
  /** How long a call may still run before the driver is asked to give it up. */
  readonly cancelDelayMs: number;
  /** The driver did not answer a cancel. */
  readonly onGivenUp: () => void;
}

export interface Run {
  /** As it was asked for; what is sent may be this in a wrapping. */
  readonly statement: string;
  readonly plan: ReadPlan;
  readonly parameters: readonly NativeValue[];
  readonly signal: AbortSignal | undefined;
}

// Statements and cursors of connections that were given up. The package frees what is collected on the thread of the
// event loop, and with a driver that hangs that would be the end of it.
const keptForever = new Set<unknown>();

/**
 * The rows of one statement, fetch by fetch, one fetch ahead; at least one batch, so that its columns are known. When it
 * ends, in whichever way, the connection is free for the next statement or given up.
 *
 * @throws XlinkError what the driver says, `CANCELLED`, `ODBC_ROWS_LOST`, `ODBC_TEXT_TOO_LONG`.
 */
export async function* runStatement(on: RunsOn, run: Run): AsyncGenerator<NativeRows> {
  const { plan, signal } = run;
  if (signal?.aborted) throw cancelled();
  const said = (thrown: unknown) => statementError(thrown, run.statement, on.connectionString);
  const statement = await on.native.createStatement().catch((thrown: unknown) => {
    throw said(thrown);
  });
  let cancelling: Promise<void> | undefined;
  let givenUp = false;
  const running = new Set<Promise<unknown>>();
  function inFlight<T>(call: Promise<T>): Promise<T> {
    const settled: Promise<void> = call.then(
      () => void running.delete(settled),
      () => void running.delete(settled),
    );
    running.add(settled);
    return call;
  }
  async function cancelRunning(): Promise<void> {
    if (on.cancelDelayMs > 0) {
      const enough = new AbortController();
      const late = sleep(on.cancelDelayMs, undefined, { signal: enough.signal }).catch(() => {});
      await Promise.race([late, Promise.all(running)]);
      enough.abort();
    }
    if (running.size > 0) await (on.cancelAside ? on.cancelAside() : statement.cancel());
  }
  const guard = {
    signal,
    cancel: () => {
      cancelling ??= cancelRunning().catch(() => {});
    },
    onGivenUp: () => {
      givenUp = true;
      keptForever.add(on.native).add(statement);
      on.onGivenUp();
    },
  };
  try {
    await orCancelled(inFlight(prepareAndBind(statement, plan.sql, run.parameters)), guard);
    if (plan.how === 'whole') {
      const rows = await orCancelled(inFlight(statement.execute(longValues)), guard);
      yield tidy(rows, plan);
      return;
    }
    const cursor = await orCancelled(
      inFlight(statement.execute({ ...longValues, cursor: true, fetchSize: plan.rows })),
      guard,
    );
    yield* fetchAll(cursor, plan, {
      fetch: () => inFlight(cursor.fetch()),
      guarded: (fetching) => orCancelled(fetching, guard),
      cancel: guard.cancel,
      cancelSent: async () => cancelling,
      isGivenUp: () => givenUp,
    });
  } catch (thrown) {
    throw said(thrown);
  } finally {
    // A cancel that is still on its way would hit the next statement.
    if (!givenUp) await cancelling;
    if (!givenUp) await statement.close().catch(() => {});
  }
}

interface Fetching {
  readonly fetch: () => Promise<NativeRows>;
  readonly guarded: (fetching: Promise<NativeRows>) => Promise<NativeRows>;
  readonly cancel: () => void;
  /** Resolves when no cancel is on its way. */
  readonly cancelSent: () => Promise<void>;
  readonly isGivenUp: () => boolean;
}

async function* fetchAll(cursor: NativeCursor, plan: ReadPlan, how: Fetching): AsyncGenerator<NativeRows> {
  let ahead: Promise<unknown> | undefined;
  let mostRows = 0;
  try {
    let next = how.fetch();
    for (;;) {
      ahead = undefined;
      const rows = await how.guarded(next);
      const end = cursor.noData;
      if (!end) {
        next = how.fetch();
        ahead = next.catch(() => {});
      }
      if (!end && rows.length < mostRows) throw rowsLost();
      mostRows = Math.max(mostRows, rows.length);
      yield tidy(rows, plan);
      if (end) return;
    }
  } finally {
    if (how.isGivenUp()) {
      keptForever.add(cursor);
    } else {
      // Whoever stops reading does not want to wait for rows nobody takes.
      if (ahead) how.cancel();
      await ahead;
      // One that comes late would hit the end of the cursor's transaction, and leave it aborted.
      await how.cancelSent();
      await cursor.close().catch(() => {});
    }
  }
}

/** A row with a value that the driver cannot convert is left out by the package without a word. */
function rowsLost(): XlinkError {
  return new XlinkError(
    'ODBC_ROWS_LOST',
    'The driver could not convert a value and left its row out. Check the types of the columns, or cast them in the statement.',
  );
}

function tidy(rows: NativeRows, plan: ReadPlan): NativeRows {
  return tidyRows(rows, rows.columns ?? [], {
    longTextBound: plan.how === 'blocks' && plan.rows > 1 && plan.shortened.size > 0,
    shortened: plan.shortened,
  });
}

async function prepareAndBind(
  statement: NativeStatement,
  sql: string,
  parameters: readonly NativeValue[],
): Promise<void> {
  await statement.prepare(sql);
  if (parameters.length > 0) await statement.bind(parameters);
}
