import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { invalidFigure } from '../imports/bucket.ts';
import { noteProblems } from '../imports/bucket-problems.ts';
import type { DayGrid } from '../imports/day-grid.ts';
import type { PlannedSource } from '../imports/plan.ts';
import { collectProblems } from '../imports/problems.ts';
import { connector, systemReader } from '../imports/system-reader.ts';
import type { CallSource } from '../interfaces/call-source.ts';
import { connectTimeoutMs } from '../interfaces/external-tree.ts';
import { queueKeyText } from '../interfaces/queue-path.ts';
import type { RunProblem } from '../wfm/store.ts';

/** What one source of a mapping gave for a day. */
export interface SourceRows {
  /** By interval; NaN where there was none, `invalidFigure` where it is no number. */
  readonly figures: Float64Array;
  /** Rows of the day for the external queues that were read together. */
  readonly rowsRead: number;
  readonly problems: readonly RunProblem[];
  /** The queue is not listed (any more). */
  readonly isMissing: boolean;
}

/** A source of the mapping and how it is read. */
export interface ReadableSource {
  readonly planned: PlannedSource;
  readonly source: CallSource;
  readonly connectionString: string;
}

/** Rows that were read, for a while: the script of a mapping is changed many times over the same day. */
export interface RowMemory {
  find(key: string): SourceRows | undefined;
  keep(key: string, rows: SourceRows, keptMs: number): void;
}

const mostKept = 200;

export function rowMemory(): RowMemory {
  const kept = new Map<string, { rows: SourceRows; untilMs: number }>();
  return {
    find(key) {
      const found = kept.get(key);
      return found !== undefined && found.untilMs > Date.now() ? found.rows : undefined;
    },
    keep(key, rows, keptMs) {
      kept.delete(key);
      kept.set(key, { rows, untilMs: Date.now() + keptMs });
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) break;
        kept.delete(oldest);
      }
    },
  };
}

/** A day that is over hardly changes; of one that is not, new rows come all the time. */
const keptMs = { over: 10 * 60_000, running: 30_000 };

export interface ReadRequest {
  readonly sources: readonly ReadableSource[];
  readonly gridKey: string;
  readonly grid: DayGrid;
  /** Changes with anything the rows depend on besides: the settings. */
  readonly revision: string;
  readonly fresh: boolean;
  readonly signal: AbortSignal;
}

/**
 * The figures of each source of a mapping for a day, in order: from memory, else read as an import reads them, one
 * statement for each kind of queues of a system. A source that cannot be read has its error instead.
 */
export async function readRows(
  memory: RowMemory,
  request: ReadRequest,
): Promise<{ rows: (SourceRows | ErrorShape)[]; fromMemory: boolean }> {
  const { sources, grid, gridKey, revision, fresh } = request;
  const keyOf = ({ planned, connectionString }: ReadableSource) =>
    JSON.stringify([
      planned.sourceId,
      connectionString,
      planned.path,
      planned.valueType,
      gridKey,
      grid.day,
      revision,
    ]);
  const found = sources.map((one) => (fresh ? undefined : memory.find(keyOf(one))));
  const missing = sources.filter((_, index) => found[index] === undefined);
  const groups = Map.groupBy(missing, ({ planned }) => planned.sourceId);
  const read = new Map<ReadableSource, SourceRows | ErrorShape>();
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const rows = await readGroup(group, request);
      for (const [index, one] of group.entries()) {
        const own = Array.isArray(rows) ? rows[index]! : rows;
        read.set(one, own);
        const isOver = grid.endUtc * 1000 < Date.now();
        if ('figures' in own) memory.keep(keyOf(one), own, isOver ? keptMs.over : keptMs.running);
      }
    }),
  );
  return {
    rows: sources.map((one, index) => found[index] ?? read.get(one)!),
    fromMemory: missing.length === 0,
  };
}

async function readGroup(
  group: readonly ReadableSource[],
  { grid, gridKey, signal }: ReadRequest,
): Promise<SourceRows[] | ErrorShape> {
  const { source, connectionString } = group[0]!;
  const queues = new Map(group.map(({ planned }) => [queueKeyText(planned.path), planned.path]));
  const valueTypes = new Map(group.map(({ planned }) => [planned.valueType.name, planned.valueType]));
  const reader = systemReader(
    { source, queues: [...queues.values()], valueTypes: [...valueTypes.values()] },
    connector(connectionString, connectTimeoutMs),
  );
  try {
    const fetched = await reader.fetchDay(new Map([[gridKey, grid]]), signal);
    const { buckets, queueIndex, place } = await fetched.open();
    const collected = collectProblems();
    noteProblems(buckets.notes, source, grid.day, collected);
    const problems = collected.take();
    const notListed = new Set(reader.missingQueues.map(queueKeyText));
    return group.map(({ planned }): SourceRows => {
      const queue = queueIndex(planned.path);
      const column = place(planned.valueType.name);
      return {
        figures: Float64Array.from(grid.starts.keys(), buckets.figures(gridKey, queue, column)),
        rowsRead: buckets.rowsRead,
        problems,
        isMissing: notListed.has(queueKeyText(planned.path)),
      };
    });
  } catch (error) {
    signal.throwIfAborted();
    return errorShape(error);
  } finally {
    await reader.close();
  }
}

/** The figure as a Para value; null where the source gave none, or none that is a number. */
export function paraOf(figure: number): number | null {
  return Number.isNaN(figure) || figure === invalidFigure ? null : figure;
}
