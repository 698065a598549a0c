import type { Preview, PreviewInterval } from '#shared/contract/preview.ts';
import { findMapping, parseSource } from '#shared/domain/mapping/document.ts';
import { compileScenario, defaultScenario, runScenario } from '#shared/domain/scenario/index.ts';
import { type Day, parseDay, previousDay, today, weekdayOf } from '#shared/domain/time/day.ts';
import { minutesOfDay } from '#shared/domain/time/interval.ts';
import { utcToLocal, zoneOf } from '#shared/domain/time/zone.ts';
import { type ErrorShape, errorShape, XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { readMap, sourceVocabulary } from '../home/mapping.ts';
import { readScenario } from '../home/scenarios.ts';
import { readSettings } from '../home/settings.ts';
import { callSources, type ExternalSystem, externalSystems, systemConnection } from '../home/systems.ts';
import { localClock, offsetText, utcText } from '../home/time-text.ts';
import { invalidFigure } from '../imports/bucket.ts';
import { isExact } from '../imports/compute.ts';
import { type DayGrid, dayGrid, gridKey } from '../imports/day-grid.ts';
import { findValueType, intervalProblem, sourceProblem } from '../imports/plan.ts';
import { directoryNames, problemView } from '../imports/problem-view.ts';
import { type CallSource, sourceId } from '../interfaces/call-source.ts';
import { canonicalPath, sourceOfPath } from '../interfaces/queue-path.ts';
import { connectionStringOf } from '../odbc/connectionString.ts';
import type { WfmQueue } from '../wfm/directory.ts';
import { unpackDay } from '../wfm/packDay.ts';
import { lastDayOf } from './last-day.ts';
import { paraOf, type ReadableSource, type RowMemory, readRows, type SourceRows } from './rows.ts';

export interface PreviewRequest {
  readonly queueId: number;
  readonly valueTypeId: number;
  readonly day?: string | undefined;
  readonly text?: string | undefined;
  readonly entries?: readonly string[] | undefined;
  readonly fresh?: boolean | undefined;
}

/** What an import of one value type and day would give. Nothing is written. */
export async function previewMapping(
  home: Home,
  memory: RowMemory,
  request: PreviewRequest,
  signal: AbortSignal,
): Promise<Preview> {
  const { queueId, valueTypeId } = request;
  const queue = await knownQueue(home, queueId, valueTypeId);
  const mapping = findMapping(await readMap(home), { queueId, valueTypeId });
  const entries = request.entries ?? (mapping?.entries ?? []).map(({ source }) => source);
  const text = await scriptText(home, request.text, mapping?.script, entries.length);
  const { revision } = await readSettings(home.paths);
  const sources = await readableSources(home, entries, queue);
  const readable = sources.flatMap(({ readable: one }) => one ?? []);
  const started = performance.now();
  const read = async (day: Day, fresh: boolean) => {
    const grid = dayGrid(queue.timeZone, queue.intervalMinutes, day);
    const key = gridKey(queue.timeZone, queue.intervalMinutes);
    return {
      grid,
      ...(await readRows(memory, { sources: readable, gridKey: key, grid, revision, fresh, signal })),
    };
  };
  let found = await read(startingDay(queue, request.day), request.fresh ?? false);
  if (request.day === undefined && !found.rows.some((rows) => 'rowsRead' in rows && rows.rowsRead > 0)) {
    const last = await lastDay(readable, found.grid, signal);
    if (last !== undefined) found = await read(last, request.fresh ?? false);
  }
  const readMs = performance.now() - started;
  const { grid, rows, fromMemory } = found;

  const bySource = new Map(readable.map((one, index) => [one, rows[index]!]));
  const ofEntries = sources.map(({ readable: one, problem }) => problem ?? bySource.get(one!)!);
  const given = ofEntries.filter((one): one is SourceRows => 'figures' in one);
  const names = await directoryNames(home);
  const computeStarted = performance.now();
  const { intervals, findings } = await computeIntervals(
    home,
    request,
    grid,
    ofEntries,
    text,
    mapping?.script?.fileName ?? '',
  );
  const sum = (values: readonly (number | null)[]) =>
    values.reduce<number>((total, one) => total + (one ?? 0), 0);
  return {
    queueId,
    valueTypeId,
    day: grid.day,
    timeZone: queue.timeZone,
    intervalMinutes: queue.intervalMinutes,
    weekday: weekdayOf(grid.day),
    sources: sources.map(({ source, system, readable: one }, index) => {
      const problem = sourceTrouble(ofEntries[index]!, one);
      return {
        source,
        ...(system === undefined ? {} : { system }),
        ...(problem === undefined ? {} : { problem }),
      };
    }),
    intervals,
    findings,
    problems: [...new Set(given.flatMap(({ problems }) => problems))].map((problem) =>
      problemView(problem, names),
    ),
    totals: {
      resultHundredths: sum(intervals.map(({ resultHundredths }) => resultHundredths)),
      storedHundredths: sum(intervals.map(({ storedHundredths }) => storedHundredths)),
    },
    rowsRead: Math.max(0, ...given.map(({ rowsRead }) => rowsRead)),
    fromMemory,
    readMs,
    computeMs: performance.now() - computeStarted,
  };
}

async function knownQueue(home: Home, queueId: number, valueTypeId: number): Promise<WfmQueue> {
  const { queues, valueTypes } = await home.store.directory();
  const queue = queues.find(({ id }) => id === queueId);
  if (!queue) throw new XlinkError('QUEUE_UNKNOWN', `WFM has no queue ${queueId}.`, { queueId });
  if (valueTypes.some(({ id }) => id === valueTypeId)) return queue;
  throw new XlinkError('VALUE_TYPE_UNKNOWN', `WFM has no value type ${valueTypeId}.`, { valueTypeId });
}

/** The script as it is being written, else as it is saved; undefined where its file is missing. */
async function scriptText(
  home: Home,
  asked: string | undefined,
  script: { readonly number: number } | undefined,
  sourceCount: number,
): Promise<string | undefined> {
  if (asked !== undefined && asked.trim() !== '') return asked;
  if (asked !== undefined || script === undefined) return defaultScenario(sourceCount);
  return readScenario(home.paths, script.number);
}

interface EntrySource {
  readonly source: string;
  readonly system?: string;
  readonly readable?: ReadableSource;
  /** Why it cannot be read; there is either this or `readable`. */
  readonly problem?: ErrorShape;
}

async function readableSources(
  home: Home,
  entries: readonly string[],
  queue: WfmQueue,
): Promise<EntrySource[]> {
  const systems = await externalSystems(home);
  const vocabulary = sourceVocabulary(systems);
  return Promise.all(
    entries.map(async (source): Promise<EntrySource> => {
      const parsed = parseSource(source, vocabulary);
      if ('code' in parsed) return { source, problem: { ...parsed, retryable: false } };
      const { system } = parsed;
      try {
        const of = systems.find(({ name }) => name === system)!;
        return {
          source,
          system,
          readable: await readableSource(home, of, { text: source, ...parsed }, queue),
        };
      } catch (error) {
        return { source, system, problem: errorShape(error) };
      }
    }),
  );
}

async function readableSource(
  home: Home,
  system: ExternalSystem,
  entry: { text: string; system: string; path: readonly string[]; valueType: string },
  queue: WfmQueue,
): Promise<ReadableSource> {
  const sources: readonly CallSource[] = callSources(system);
  const unknown = sourceProblem(entry, new Map([[system.name, sources]]));
  if (unknown) throw new XlinkError(unknown.code, unknown.message, unknown.details);
  const source = sourceOfPath(sources, entry.path)!;
  const misfit = intervalProblem(source, queue);
  if (misfit) throw new XlinkError(misfit.code, misfit.message, misfit.details);
  return {
    planned: {
      system: system.name,
      sourceId: sourceId(source),
      path: canonicalPath(source, entry.path),
      valueType: findValueType(source, entry.valueType)!,
    },
    source,
    connectionString: connectionStringOf(await systemConnection(home, system)),
  };
}

/** Yesterday is whole, and what imports bring is there. */
function startingDay(queue: WfmQueue, asked: string | undefined): Day {
  return asked === undefined
    ? previousDay(today(zoneOf(queue.timeZone), Date.now() / 1000))
    : parseDay(asked);
}

/** An earlier day than the one read, the last one that any of the sources has rows for. */
async function lastDay(
  sources: readonly ReadableSource[],
  { zone, day }: DayGrid,
  signal: AbortSignal,
): Promise<Day | undefined> {
  const distinct = [...new Map(sources.map((one) => [one.planned.sourceId, one])).values()];
  const days = await Promise.all(
    distinct.map(({ source, connectionString }) => lastDayOf(source, connectionString, zone, signal)),
  );
  return days
    .filter((one) => one !== undefined && one < day)
    .sort()
    .at(-1);
}

function sourceTrouble(
  rows: SourceRows | ErrorShape,
  readable: ReadableSource | undefined,
): ErrorShape | undefined {
  if (!('figures' in rows)) return rows;
  if (!rows.isMissing || readable === undefined) return undefined;
  const { system, path } = readable.planned;
  const externalQueue = path.join(' › ');
  const message = `${system} does not list the queue ${externalQueue} (any more). Its figures are read where they exist; check the mapping.`;
  const details = { system, path, externalQueue };
  return { code: 'EXTERNAL_QUEUE_MISSING', message, details, retryable: false };
}

async function computeIntervals(
  home: Home,
  { queueId, valueTypeId }: PreviewRequest,
  grid: DayGrid,
  ofEntries: readonly (SourceRows | ErrorShape)[],
  text: string | undefined,
  scriptName: string,
): Promise<Pick<Preview, 'intervals' | 'findings'>> {
  const [chunk] = await home.store.readDays([{ queueId, valueTypeId, day: grid.day }]);
  const stored = new Map(
    (chunk ? unpackDay(chunk) : []).map(({ startUtc, valueHundredths }) => [startUtc, valueHundredths]),
  );
  const { program, findings } = text === undefined ? missingScript(scriptName) : compileScenario(text);
  const mistake = findings.find(({ severity }) => severity === 'error');
  // A value is never computed from half of its sources.
  const isWhole = ofEntries.length > 0 && ofEntries.every((one) => 'figures' in one);
  const weekday = weekdayOf(grid.day);
  const nowUtc = Date.now() / 1000;
  const intervals = grid.starts.map((startUtc, slot): PreviewInterval => {
    const figures = ofEntries.map((one) => ('figures' in one ? one.figures[slot]! : Number.NaN));
    const startLocalSeconds = utcToLocal(grid.zone, startUtc);
    const minutes = minutesOfDay(grid.zone, startUtc);
    const interval = {
      startUtc: utcText(startUtc),
      startLocal: localClock(startLocalSeconds),
      offset: offsetText(grid.zone.offsetSecondsAt(startUtc)),
      minutes,
      startLocalSeconds,
      paras: figures.map(paraOf),
      isOver: (grid.starts[slot + 1] ?? grid.endUtc) <= nowUtc,
      resultHundredths: null,
      storedHundredths: stored.get(startUtc) ?? null,
    };
    if (figures.includes(invalidFigure)) return { ...interval, state: 'unusable' };
    if (!isWhole || figures.every(Number.isNaN)) return { ...interval, state: 'none' };
    if (program === undefined) {
      return { ...interval, state: 'failed', ...(mistake === undefined ? {} : { error: told(mistake) }) };
    }
    const paras = figures.map((figure) => (Number.isNaN(figure) ? 0 : figure));
    const outcome = runScenario(program, { paras, weekday, minutes, startLocalSeconds });
    const printed = outcome.printed.length === 0 ? {} : { printed: outcome.printed };
    if (!outcome.ok) return { ...interval, ...printed, state: 'failed', error: told(outcome.error) };
    if (!isExact(outcome.valueHundredths, paras)) {
      return { ...interval, ...printed, state: 'failed', error: tooLarge };
    }
    return { ...interval, ...printed, state: 'computed', resultHundredths: outcome.valueHundredths };
  });
  return {
    intervals,
    findings: findings.map((finding) => ({ ...finding, details: { ...finding.details } })),
  };
}

const tooLarge = {
  code: 'VALUE_TOO_LARGE',
  message: 'A figure or result is larger than can be kept exactly (2^53).',
  details: { variant: 'preview' },
  line: 1,
  column: 1,
};

function missingScript(script: string): ReturnType<typeof compileScenario> {
  const message = `${script} does not exist. Open the scenario and create it, or remove the script line from acd_map.ini.`;
  const place = { line: 1, column: 1, endColumn: 1 };
  return {
    findings: [{ code: 'SCENARIO_MISSING', message, details: { script }, ...place, severity: 'error' }],
  };
}

function told({
  code,
  message,
  details,
  line,
  column,
}: {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly line: number;
  readonly column: number;
}): NonNullable<PreviewInterval['error']> {
  return { code, message, ...(details === undefined ? {} : { details: { ...details } }), line, column };
}
