import { setTimeout as sleep } from 'node:timers/promises';
import { errorShape, XlinkError } from '#shared/rpc/errors.ts';
import type { CallSource } from '../interfaces/call-source.ts';
import { type CallStatement, callStatement, learnKeyTypes } from '../interfaces/call-statement.ts';
import { keyOfPath, queueKeyText } from '../interfaces/queue-path.ts';
import { queuesByPath, readExternalQueues } from '../interfaces/read-tree.ts';
import { type OdbcConnection, openConnection } from '../odbc/connection.ts';
import { type Buckets, createBuckets, keyText } from './bucket.ts';
import type { DayGrid } from './day-grid.ts';
import type { SystemNeeds } from './plan.ts';
import { stampReader } from './stamps.ts';
import { selectColumns, type ValuePlace } from './statement-columns.ts';

/** Reads the days of one source over one connection that is kept, and opened again when it was lost. */
export interface SystemReader {
  readonly source: CallSource;
  /** Mapped queues the source does not list (any more), by path; known after the first read. */
  readonly missingQueues: readonly (readonly string[])[];
  readDay(grids: ReadonlyMap<string, DayGrid>, signal: AbortSignal): Promise<ReadDay>;
  close(): Promise<void>;
}

/** What the source gave for a day. */
export interface ReadDay {
  readonly source: CallSource;
  readonly buckets: Buckets;
  readonly statement: CallStatement;
  /** Index of the queue in the buckets. */
  queueIndex(path: readonly string[]): number;
  place(valueType: string): ValuePlace;
}

const attempts = 3;

export function systemReader(
  needs: SystemNeeds,
  connect: (signal: AbortSignal) => Promise<OdbcConnection>,
): SystemReader {
  const { source } = needs;
  const { columns, places } = selectColumns(needs.valueTypes);
  const columnNames = columns.map(
    (_, index) => places.find((place) => place.column === index || place.countColumn === index)!.valueType,
  );
  const placeByName = new Map(places.map((place) => [place.valueType, place]));
  const indexByPath = new Map(needs.queues.map((path, index) => [queueKeyText(path), index]));
  const readStamp = stampReader(source.stamp);
  let open: Promise<Prepared> | undefined;
  let missingQueues: readonly (readonly string[])[] = [];
  // With an offset in each row the clock of the source may be any.
  let wideWindow = source.stamp.minutesWest !== undefined;
  let patience = attempts;

  interface Prepared {
    readonly connection: OdbcConnection;
    /** By index of {@link SystemNeeds.queues}. */
    readonly keys: readonly (readonly (string | number)[])[];
    readonly numericKeys: readonly boolean[];
  }

  async function prepare(signal: AbortSignal): Promise<Prepared> {
    const connection = await connect(signal);
    try {
      const listed = await readExternalQueues(connection, source, signal);
      const byPath = queuesByPath(listed);
      missingQueues = needs.queues.filter((path) => !byPath.has(queueKeyText(path)));
      const keys = needs.queues.map(
        (path) =>
          byPath.get(queueKeyText(path))?.key ??
          keyOfPath(source, path) ??
          source.queueKey.map(() => queueKeyText(path)),
      );
      const odd = keys.find((key) => key.length !== source.queueKey.length);
      if (odd) throw levelsError(source, odd.length);
      const numericKeys = await learnKeyTypes(connection, source, signal);
      return { connection, keys, numericKeys };
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  async function dropConnection(): Promise<void> {
    const dropped = open;
    open = undefined;
    await dropped?.then(({ connection }) => connection.close()).catch(() => {});
  }

  async function readOnce(grids: ReadonlyMap<string, DayGrid>, signal: AbortSignal): Promise<ReadDay> {
    open ??= prepare(signal);
    const { connection, keys, numericKeys } = await open;
    const statement = callStatement({
      source,
      product: connection.database.product,
      columns,
      keys,
      numericKeys,
      wideWindow,
      grids: [...grids.values()],
    });
    const buckets = createBuckets({
      source,
      readStamp,
      columns,
      columnNames,
      numericKeys,
      queueOf: queueLookup(keys, numericKeys, statement.listsKeys),
      queueCount: keys.length,
      pickedBySource: statement.listsKeys,
      grids,
    });
    for await (const rows of connection.read(statement.sql, statement.parameters, { signal })) {
      for (const row of rows) buckets.add(row);
    }
    if (buckets.notes.markedStamps > 0 && source.stamp.kind !== 'unix' && !wideWindow) {
      // Text stamps with an offset or Z are instants: their text may be a day beside the wall clock's.
      wideWindow = true;
      return readOnce(grids, signal);
    }
    return {
      source,
      buckets,
      statement,
      queueIndex: (path) => indexByPath.get(queueKeyText(path))!,
      place: (valueType) => placeByName.get(valueType)!,
    };
  }

  return {
    source,
    get missingQueues() {
      return missingQueues;
    },
    async readDay(grids, signal) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const read = await readOnce(grids, signal);
          patience = attempts;
          return read;
        } catch (error) {
          await dropConnection();
          if (signal.aborted || !errorShape(error).retryable) throw error;
          if (attempt >= patience) {
            // A source that was given time and stayed away is asked once for each further day, until it is back.
            patience = 1;
            throw error;
          }
          await sleep(250 * 4 ** attempt, undefined, { signal });
        }
      }
    },
    close: dropConnection,
  };
}

/**
 * Finds queues by the key of a row. Databases that take `SALES` for `Sales` return either spelling for the other;
 * where the source itself picked the rows, that is its answer to what was asked.
 */
function queueLookup(
  keys: readonly (readonly (string | number)[])[],
  numericKeys: readonly boolean[],
  pickedBySource: boolean,
): (key: string) => number | undefined {
  const exact = new Map(keys.map((key, index) => [keyText(key, 0, numericKeys), index]));
  if (!pickedBySource) return (key) => exact.get(key);
  const folded = new Map<string, number | undefined>();
  for (const [key, index] of exact) {
    const anyCase = key.toLowerCase();
    folded.set(anyCase, folded.has(anyCase) ? undefined : index);
  }
  return (key) => exact.get(key) ?? folded.get(key.toLowerCase());
}

/** Opens the connection of a source with the usual deadline. */
export function connector(connectionString: string, connectTimeoutMs: number) {
  return (signal: AbortSignal): Promise<OdbcConnection> =>
    openConnection(connectionString, { connectTimeoutMs, signal });
}

function levelsError(source: CallSource, levels: number): XlinkError {
  return new XlinkError(
    'QUEUE_LEVELS',
    `${source.system}: the queues have ${levels} level${levels === 1 ? '' : 's'}, QueueNameColumn names ${source.queueKey.length}. Write one column for each column of QueueSQL, with ; between them.`,
    { system: source.system, levels, columns: source.queueKey.length },
  );
}
