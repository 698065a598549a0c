import { setImmediate as nextTurn } from 'node:timers/promises';
import { dayBounds, parseDay } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { errorShape, XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { changedSlots } from '../runs/change-views.ts';
import { takeBack } from '../runs/take-back.ts';
import type {
  DayChange,
  DayKey,
  DayOutcome,
  Run,
  RunDayKey,
  RunEnd,
  RunProblem,
  WfmStore,
} from '../wfm/store.ts';
import { directoryNames } from './problem-view.ts';
import type { RunState } from './progress.ts';
import { logRun, noteDay } from './run-notes.ts';

/** What taking a run back would do. */
export interface UndoPlan {
  readonly valuesRestored: number;
  /** They stay as they are. */
  readonly valuesChangedSince: number;
  /** Of queues or value types that WFM does not know any more: there is no place for them. */
  readonly valuesWithoutPlace: number;
  /** Days that would change. */
  readonly days: number;
  /** Runs that changed values of this one since, each the last one to do so. */
  readonly laterRuns: readonly number[];
}

export interface RunUndoOptions {
  readonly home: Home;
  /** The (system, day) pairs to do; their states are in `state.units`. */
  readonly units: readonly RunDayKey[];
  /** Of the run that takes back: its `undoOf` says which one. */
  readonly state: RunState;
  readonly signal: AbortSignal;
  /** Called after each change of `state`. */
  readonly onChange: () => void;
}

/** So many days of values are compared in a few milliseconds; then others get their turn. */
const comparedAtOnce = 100;

/** Throws `RUN_UNKNOWN`, `RUN_NOT_UNDOABLE`. */
export async function undoPlan(home: Home, runId: number): Promise<UndoPlan> {
  const run = await undoableRun(home, runId);
  const bounds = await dayBoundsOf(home.store);
  const days = new Set<string>();
  const laterRuns = new Set<number>();
  const plan = { valuesRestored: 0, valuesChangedSince: 0, valuesWithoutPlace: 0 };
  for (const part of run.days) {
    if (part.valuesWritten === 0) continue;
    const changes = await home.store.runChanges(runId, part);
    const stayed: StayedValue[] = [];
    for (const [index, change] of changes.entries()) {
      if (index % comparedAtOnce === 0) await nextTurn();
      const within = bounds(change);
      if (!within) {
        plan.valuesWithoutPlace += changedSlots(change).length;
        continue;
      }
      const { restored, changedSince } = takeBack(change, within);
      plan.valuesRestored += restored;
      plan.valuesChangedSince += changedSince.length;
      if (restored > 0) days.add(part.day);
      if (changedSince.length > 0) stayed.push({ change, starts: changedSince });
    }
    for (const written of await lastWriters(home.store, runId, stayed)) {
      for (const { laterRun } of written) if (laterRun !== undefined) laterRuns.add(laterRun);
    }
  }
  return { ...plan, days: days.size, laterRuns: [...laterRuns].sort((a, b) => a - b) };
}

/** The run with its days. Throws `RUN_UNKNOWN`, and `RUN_NOT_UNDOABLE` when what it replaced is not there to come back. */
export async function undoableRun(home: Home, runId: number) {
  const run = await home.store.run(runId);
  if (run.undoable) return run;
  const [variant, why] = notUndoable(run);
  throw new XlinkError('RUN_NOT_UNDOABLE', `Run ${runId} cannot be taken back: ${why}`, { runId, variant });
}

function notUndoable(run: Run): [variant: string, why: string] {
  if (run.dryRun) return ['dry', 'it was a dry run and wrote nothing.'];
  if (run.status === 'running') return ['running', 'it is running. Cancel it first.'];
  if (run.valuesWritten === 0) return ['nothing', 'it changed nothing.'];
  return ['old', 'what it replaced is kept no longer. Import the days again.'];
}

/**
 * Does the units of a run that takes another back, and ends it; both are recorded already. Interrupted, it is resumed with
 * the units left. Rejects only when the store fails.
 */
export async function runUndo(options: RunUndoOptions): Promise<void> {
  const { home, state, signal } = options;
  let status: RunEnd;
  try {
    const names = await directoryNames(home);
    const bounds = await dayBoundsOf(home.store);
    const unitOf = new Map(state.units.map((unit) => [unitKey(unit), unit]));
    for (const part of options.units) {
      signal.throwIfAborted();
      const unit = unitOf.get(unitKey(part))!;
      unit.state = 'running';
      state.reading = { system: part.system, day: part.day };
      options.onChange();
      const outcome = await takePartBack(options, part, bounds).catch((error: unknown) => {
        unit.state = 'pending';
        throw error;
      });
      noteDay(state, unit, outcome, names);
      options.onChange();
      await nextTurn();
    }
    status = state.problemCount > 0 ? 'completed-with-problems' : 'completed';
  } catch (error) {
    status = signal.aborted ? 'cancelled' : 'failed';
    if (status === 'failed') state.error = errorShape(error);
  }
  delete state.reading;
  const ended = await home.store.finishRun(state.runId, status, state.error ? { error: state.error } : {});
  state.undoable = ended.undoable;
  state.status = status;
  state.finishedMs = Date.now();
  logRun(home, state);
  options.onChange();
}

const attempts = 3;
const tryAgain: ReadonlySet<string> = new Set(['STORE_CONFLICT', 'STORE_BUSY', 'WFM_TARGET_UNKNOWN']);

/** Somebody may write one of the days, or change what WFM knows, meanwhile: then it is compared anew. */
async function takePartBack(
  { home, state }: RunUndoOptions,
  part: RunDayKey,
  bounds: BoundsOf,
): Promise<DayOutcome> {
  let within = bounds;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const outcome = await partOutcome(home.store, state.undoOf!, part, within);
      await home.store.commitDay(state.runId, part.system, part.day, outcome);
      return outcome;
    } catch (error) {
      if (attempt === attempts || !tryAgain.has(errorShape(error).code)) throw error;
      within = await dayBoundsOf(home.store);
    }
  }
}

async function partOutcome(
  store: WfmStore,
  undoOf: number,
  part: RunDayKey,
  bounds: BoundsOf,
): Promise<DayOutcome> {
  const found = await store.runChanges(undoOf, part);
  if (found.length === 0) return { state: 'skipped', problems: [] };
  const changes: DayChange[] = [];
  const problems: RunProblem[] = [];
  const stayed: StayedValue[] = [];
  let valuesWritten = 0;
  for (const change of found) {
    const { queueId, valueTypeId, day, now } = change;
    const within = bounds(change);
    if (!within) {
      problems.push({
        ...placeOf(part, change),
        code: 'UNDO_WITHOUT_PLACE',
        message: `WFM does not know the queue or value type ${queueId}, ${valueTypeId} any more: its values are not put back.`,
        count: changedSlots(change).length,
        details: { undoOf },
      });
      continue;
    }
    const { after, restored, changedSince } = takeBack(change, within);
    valuesWritten += restored;
    if (restored > 0) changes.push({ queueId, valueTypeId, day, before: now, after });
    if (changedSince.length > 0) stayed.push({ change, starts: changedSince });
  }
  const writers = await lastWriters(store, undoOf, stayed);
  for (const [index, { change }] of stayed.entries()) {
    for (const { laterRun, starts } of writers[index]!) {
      problems.push({
        ...placeOf(part, change),
        code: 'UNDO_CHANGED_SINCE',
        message:
          laterRun === undefined
            ? `Values were changed since run ${undoOf}: they stay as they are. Import the day again to have what the source says.`
            : `Values were changed since run ${undoOf}, last by run ${laterRun}: they stay as they are. To take them back too, take run ${laterRun} back first.`,
        startUtc: starts[0]!,
        count: starts.length,
        details: { undoOf, ...(laterRun === undefined ? {} : { laterRun }) },
      });
    }
  }
  const valuesUnchanged = stayed.reduce((sum, { starts }) => sum + starts.length, 0);
  return { state: 'done', changes, counters: { rowsRead: 0, valuesWritten, valuesUnchanged }, problems };
}

/** A value of a day, and the intervals of it that stay as somebody changed them since. */
interface StayedValue {
  readonly change: DayKey;
  /** First instants, epoch seconds. */
  readonly starts: readonly number[];
}

function placeOf({ system }: RunDayKey, { queueId, valueTypeId, day }: DayKey) {
  return { system, queueId, valueTypeId, day };
}

/** Which run wrote what stands in the intervals of each value; `laterRun` undefined: nobody knows any more. */
async function lastWriters(
  store: WfmStore,
  undoOf: number,
  stayed: readonly StayedValue[],
): Promise<{ readonly laterRun: number | undefined; readonly starts: readonly number[] }[][]> {
  if (stayed.length === 0) return [];
  const later = await store.laterWrites(
    undoOf,
    stayed.map(({ change }) => change),
  );
  return stayed.map(({ starts }, index) => {
    const writes = later[index]!.map((write) => ({
      laterRun: write.runId,
      changed: new Set(changedSlots(write).map(({ startUtc }) => startUtc)),
    }));
    const byRun = Map.groupBy(starts, (start) => writes.find(({ changed }) => changed.has(start))?.laterRun);
    return [...byRun].map(([laterRun, of]) => ({ laterRun, starts: of }));
  });
}

type BoundsOf = (key: DayKey) => { readonly startUtc: number; readonly endUtc: number } | undefined;

/** Days in the zones the queues have now; undefined for a queue or value type that is there no longer. */
async function dayBoundsOf(store: WfmStore): Promise<BoundsOf> {
  const { queues, valueTypes } = await store.directory();
  const valueTypeIds = new Set(valueTypes.map(({ id }) => id));
  const zones = new Map(queues.map((queue) => [queue.id, queue.timeZone]));
  const known = new Map<string, ReturnType<typeof dayBounds>>();
  return ({ queueId, valueTypeId, day }) => {
    const timeZone = valueTypeIds.has(valueTypeId) ? zones.get(queueId) : undefined;
    if (timeZone === undefined) return undefined;
    const key = `${timeZone}|${day}`;
    const found = known.get(key) ?? dayBounds(zoneOf(timeZone), parseDay(day));
    known.set(key, found);
    return found;
  };
}

function unitKey({ system, day }: RunDayKey): string {
  return `${day}|${system}`;
}
