import { type Day, parseDay } from '#shared/domain/time/day.ts';
import { errorShape, XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { sourceId } from '../interfaces/call-source.ts';
import { connectTimeoutMs } from '../interfaces/external-tree.ts';
import { queueKeyText } from '../interfaces/queue-path.ts';
import type { DayOutcome, RunDayKey, RunEnd, RunProblem, Zeroing } from '../wfm/store.ts';
import { importChecks } from './checks/import-checks.ts';
import type { PlannedPart } from './plan.ts';
import type { PreparedImport } from './prepare.ts';
import { type DirectoryNames, directoryNames, problemError } from './problem-view.ts';
import type { RunState, UnitState } from './progress.ts';
import type { SystemReader } from './read-day.ts';
import { logRun, noteDay, showProblems } from './run-notes.ts';
import { runPart } from './run-part.ts';
import { type ScriptLog, scriptLog } from './script-log.ts';
import { connector, systemReader } from './system-reader.ts';
import { noZeroes, type ZeroConsent, zeroConsents } from './write-null.ts';

export interface RunImportOptions {
  readonly home: Home;
  readonly prepared: PreparedImport;
  /** The (system, day) pairs to do; their states are in `state.units`. */
  readonly units: readonly RunDayKey[];
  readonly state: RunState;
  readonly writeNull: boolean;
  /** The consent to "write null values". */
  readonly zeroing?: Zeroing | undefined;
  readonly signal: AbortSignal;
  /** Called after each change of `state`. */
  readonly onChange: () => void;
}

/**
 * Does the units of a run that is recorded already, and ends it. Never rejects for what a source, a script or a
 * row does: that is in the run. The parts of different systems go side by side.
 */
export async function runImport(options: RunImportOptions): Promise<void> {
  const { home, prepared, state, signal } = options;
  const runProblems: RunProblem[] = prepared.problems.map((problem) => ({
    ...problem,
    details: problem.details ?? {},
    count: 1,
  }));
  const names = await directoryNames(home);
  showProblems(state, runProblems, names);
  let status: RunEnd;
  const printed = scriptLog(home.logs, state.runId);
  try {
    await runAllParts(options, names, printed);
    // A chosen system to which nothing is mapped has days, and nothing to do in them.
    await skipRest(options);
    const silent = state.systems.flatMap((system) => nothingRead(state, system) ?? []);
    runProblems.push(...silent);
    showProblems(state, silent, names);
    status = endStatus(state, runProblems.length);
  } catch (error) {
    status = signal.aborted ? 'cancelled' : 'failed';
    if (status === 'failed') state.error = errorShape(error);
  }
  if (status === 'failed' && state.error === undefined) {
    const first = state.firstProblems[0];
    const shape = first && problemError(first);
    const failure = state.firstFailure ?? shape;
    if (failure) state.error = failure;
  }
  delete state.reading;
  printed.end();
  const ended = await home.store.finishRun(state.runId, status, {
    ...(state.error === undefined ? {} : { error: state.error }),
    problems: runProblems,
  });
  state.undoable = ended.undoable;
  state.status = status;
  state.finishedMs = Date.now();
  logRun(home, state);
  options.onChange();
}

/** The parts of different systems side by side; when the store fails one of them, the others stop as well. */
async function runAllParts(
  options: RunImportOptions,
  names: DirectoryNames,
  printed: ScriptLog,
): Promise<void> {
  const failure = new AbortController();
  const signal = AbortSignal.any([options.signal, failure.signal]);
  const outcomes = await Promise.allSettled(
    options.prepared.parts.map((part) =>
      runOnePart({ ...options, signal }, part, names, printed).catch((error: unknown) => {
        failure.abort(error);
        throw error;
      }),
    ),
  );
  options.signal.throwIfAborted();
  if (failure.signal.aborted) throw failure.signal.reason;
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

async function runOnePart(
  options: RunImportOptions,
  part: PlannedPart,
  names: DirectoryNames,
  printed: ScriptLog,
): Promise<void> {
  const { home, prepared, state, signal } = options;
  const readers = new Map<string, SystemReader>(
    part.needs.map((needs) => [
      sourceId(needs.source),
      systemReader(needs, connector(prepared.connectionStrings.get(needs.source.system)!, connectTimeoutMs)),
    ]),
  );
  const days = options.units
    .filter((unit) => unit.system === part.system)
    .map((unit) => parseDay(unit.day))
    .sort();
  const unitOf = unitLookup(state, part.system);
  const marks = await home.store.watermarks('calls', state.fromDay, state.toDay);
  const zeroes = await zeroConsent(options, part.system);
  let missingTold = false;
  try {
    await runPart({
      part,
      days,
      readers,
      watermarks: new Map(
        marks.filter(({ system }) => system === part.system).map((mark) => [mark.day, mark]),
      ),
      store: home.store,
      writeNull: options.writeNull,
      zeroes,
      nowUtc: () => Date.now() / 1000,
      signal,
      printed,
      checks: importChecks({ store: home.store, part, days }),
      onReading(day) {
        unitOf(day).state = 'running';
        state.reading = { system: part.system, day };
        options.onChange();
      },
      onPostponed(day) {
        unitOf(day).state = 'pending';
      },
      async onDay(day, outcome) {
        const missing = missingTold ? [] : missingQueueProblems(readers, part);
        const whole: DayOutcome = { ...outcome, problems: [...missing, ...outcome.problems] };
        await home.store.commitDay(state.runId, part.system, day, whole);
        missingTold ||= missing.length > 0;
        noteDay(state, unitOf(day), whole, names);
        options.onChange();
      },
    });
  } finally {
    await Promise.all([...readers.values()].map((reader) => reader.close()));
    for (const unit of state.units) {
      if (unit.system === part.system && unit.state === 'running') unit.state = 'pending';
    }
  }
}

/** Undefined for a dry run: it is the survey that tells what would become 0. */
async function zeroConsent(
  { home, state, zeroing }: RunImportOptions,
  system: string,
): Promise<ZeroConsent | undefined> {
  if (state.dryRun) return undefined;
  return zeroing ? (await zeroConsents(home.store, zeroing))(system) : noZeroes;
}

async function skipRest(options: RunImportOptions): Promise<void> {
  for (const unit of options.state.units) {
    if (unit.state !== 'pending') continue;
    await options.home.store.commitDay(options.state.runId, unit.system, unit.day, {
      state: 'skipped',
      problems: [],
    });
    unit.state = 'skipped';
  }
}

/** A source that returns nothing at all for what is mapped is no success, though no statement failed. */
function nothingRead(state: RunState, system: string): RunProblem | undefined {
  const units = state.units.filter((unit) => unit.system === system);
  if (units.some((unit) => unit.state !== 'done' || unit.rowsRead > 0)) return undefined;
  const { fromDay, toDay } = state;
  const isOneDay = fromDay === toDay;
  return {
    code: 'NOTHING_READ',
    system,
    message: `${system}: the source returned no row for the mapped queues ${isOneDay ? `on ${fromDay}` : `from ${fromDay} to ${toDay}`}. What is stored stays. Check the ${isOneDay ? 'day' : 'days'}, QueueNameColumn, QueueMappingSQL, TimeStampColumn and TimeStampType.`,
    count: 1,
    details: { ...(isOneDay ? { variant: 'day' } : {}), fromDay, toDay },
  };
}

function endStatus(state: RunState, runProblemCount: number): RunEnd {
  // A day that failed may have given values all the same.
  const done = state.units.some((unit) => unit.state === 'done' || unit.rowsRead > 0);
  const failed = state.units.some((unit) => unit.state === 'failed');
  if (!done && (failed || runProblemCount > 0)) return 'failed';
  return state.problemCount > 0 || failed ? 'completed-with-problems' : 'completed';
}

function missingQueueProblems(readers: ReadonlyMap<string, SystemReader>, part: PlannedPart): RunProblem[] {
  return [...readers].flatMap(([id, reader]) =>
    reader.missingQueues.map((path): RunProblem => {
      const { system } = reader.source;
      const mapping = part.mappings.find((found) =>
        found.sources.some(
          (source) => source.sourceId === id && queueKeyText(source.path) === queueKeyText(path),
        ),
      );
      return {
        code: 'EXTERNAL_QUEUE_MISSING',
        message: `${system} does not list the queue ${path.join(' › ')} (any more). Its figures are read where they exist; check the mapping.`,
        system,
        ...(mapping ? { queueId: mapping.queueId, valueTypeId: mapping.valueTypeId } : {}),
        count: 1,
        details: { path, externalQueue: path.join(' › ') },
      };
    }),
  );
}

function unitLookup(state: RunState, system: string): (day: Day) => UnitState {
  const units = new Map(state.units.filter((unit) => unit.system === system).map((unit) => [unit.day, unit]));
  return (day) => {
    const unit = units.get(day);
    if (!unit) throw new XlinkError('INTERNAL', `${system} has no day ${day} in run ${state.runId}.`);
    return unit;
  };
}
