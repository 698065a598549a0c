import { errorShape } from '#shared/rpc/errors.ts';
import { type CallSource, stampColumns } from '../interfaces/call-source.ts';
import { type CallStatement, callStatement, learnKeyTypes } from '../interfaces/call-statement.ts';
import { commonStepMinutes, flooredStamp } from '../interfaces/floor-stamp.ts';
import { packedStatement } from '../interfaces/pack-statement.ts';
import { levelsError } from '../interfaces/queue-levels.ts';
import { keyOfPath, queueKeyText } from '../interfaces/queue-path.ts';
import {
  type ExternalQueue,
  hasWholeKey,
  queuesByPath,
  readExternalQueues,
} from '../interfaces/read-tree.ts';
import { type OdbcConnection, openConnection } from '../odbc/connection.ts';
import { retried, usualAttempts } from '../odbc/retry.ts';
import { type BucketOptions, type Buckets, createBuckets, keyText } from './bucket.ts';
import type { DayGrid } from './day-grid.ts';
import { unpackRows } from './packed-rows.ts';
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

/** What a field of a packed text takes, about. */
const bytesPerField = 8;
/** A day is read as one text up to this size, else as one for each time stamp. */
const wholeDayBytes = 4 * 1024 * 1024;

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
  const readStamp = stampReader(source.stamp);
  let open: Promise<Prepared> | undefined;
  let missingQueues: readonly (readonly string[])[] = [];
  // With an offset in each row the clock of the source may be any.
  let wideWindow = source.stamp.minutesWest !== undefined;
  let patience = usualAttempts;
  /** False once the source could not. */
  let packsRows = true;

  interface Prepared {
    readonly connection: OdbcConnection;
    /** Each key once: a queue may be mapped by its name here and by its number there. */
    readonly keys: readonly (readonly (string | number)[])[];
    /** Index of its key, by the text of the path. */
    readonly indexByPath: ReadonlyMap<string, number>;
    readonly numericKeys: readonly boolean[];
    /** The keys of all queues that the source lists, mapped or not. */
    readonly listedKeys: ReadonlySet<string>;
  }

  async function prepare(signal: AbortSignal): Promise<Prepared> {
    const connection = await connect(signal);
    try {
      const listed = await readExternalQueues(connection, source, signal);
      const byPath = queuesByPath(listed);
      const found = needs.queues.map((path) => byPath.get(queueKeyText(path)));
      const odd = found.find((queue) => queue && !hasWholeKey(source, queue));
      if (odd && !listed.some((queue) => hasWholeKey(source, queue)))
        throw levelsError(source, odd.key.length);
      // A single queue with a level too few is one that cannot be asked for, and none of the others' business.
      const listedKeyOf = (queue: ExternalQueue | undefined) =>
        queue && hasWholeKey(source, queue) ? queue.key : undefined;
      missingQueues = needs.queues.filter((_, index) => listedKeyOf(found[index]) === undefined);
      const keys = needs.queues.map((path, index) => listedKeyOf(found[index]) ?? keyOfPath(source, path));
      const numericKeys = await learnKeyTypes(connection, source, signal);
      const listedKeys = new Set(listed.map(({ key }) => keyText(key, 0, numericKeys)));
      return { connection, ...distinctKeys(needs.queues, keys, numericKeys), numericKeys, listedKeys };
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

  /** Undefined where the source cannot put rows together after all, or what it made cannot be taken apart. */
  async function readPacked(
    connection: OdbcConnection,
    sql: string,
    { parameters }: CallStatement,
    options: BucketOptions,
    signal: AbortSignal,
  ): Promise<Buckets | undefined> {
    const buckets = createBuckets(options);
    const firstFigure = stampColumns(source).length + options.numericKeys.length;
    const fieldCount = firstFigure + columns.length;
    try {
      for await (const rows of connection.read(sql, parameters, { signal, longTexts: true })) {
        for (const [text] of rows) {
          if (typeof text === 'string' && unpackRows(text, fieldCount, firstFigure, buckets.add)) continue;
          packsRows = false;
          return undefined;
        }
      }
      return buckets;
    } catch (error) {
      // What may pass is for the retry; anything else is seen again, and better told, where the rows are read one by one.
      if (signal.aborted || errorShape(error).retryable) throw error;
      packsRows = false;
      return undefined;
    }
  }

  async function readRows(
    connection: OdbcConnection,
    statement: CallStatement,
    options: BucketOptions,
    signal: AbortSignal,
  ): Promise<Buckets> {
    const buckets = createBuckets(options);
    for await (const rows of connection.read(statement.sql, statement.parameters, { signal })) {
      for (const row of rows) buckets.add(row);
    }
    return buckets;
  }

  async function readOnce(grids: ReadonlyMap<string, DayGrid>, signal: AbortSignal): Promise<ReadDay> {
    open ??= prepare(signal);
    const { connection, keys, indexByPath, numericKeys, listedKeys } = await open;
    const { product } = connection.database;
    const stepMinutes = commonStepMinutes([...grids.values()].map((grid) => grid.intervalMinutes));
    const floored = flooredStamp(source, product, stepMinutes);
    const statement = callStatement({
      source,
      product,
      columns,
      keys,
      numericKeys,
      wideWindow,
      grids: [...grids.values()],
      flooredStamp: floored,
    });
    const isBounded = floored !== undefined || source.intervalMinutes !== undefined;
    const perStamp = keys.length * (columns.length + 2) * bytesPerField;
    const stampsPerDay = 1440 / (floored === undefined ? (source.intervalMinutes ?? 1) : stepMinutes);
    const packed =
      packsRows && isBounded
        ? packedStatement(
            statement,
            {
              stamps: stampColumns(source).length,
              keys: numericKeys.length,
              values: columns.length,
              stampKind: source.stamp.kind,
            },
            product,
            perStamp * stampsPerDay > wholeDayBytes,
          )
        : undefined;
    const bucketOptions = {
      source,
      readStamp,
      columns,
      columnNames,
      numericKeys,
      queueOf: queueLookup(keys, numericKeys, statement.listsKeys ? undefined : listedKeys),
      queueCount: keys.length,
      pickedBySource: statement.listsKeys,
      grids,
    };
    const buckets =
      (packed === undefined
        ? undefined
        : await readPacked(connection, packed, statement, bucketOptions, signal)) ??
      (await readRows(connection, statement, bucketOptions, signal));
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
      try {
        const read = await retried(() => readOnce(grids, signal), {
          signal,
          attempts: patience,
          onFailed: dropConnection,
        });
        patience = usualAttempts;
        return read;
      } catch (error) {
        // A source that was given time and stayed away is asked once for each further day, until it is back.
        if (!signal.aborted && errorShape(error).retryable) patience = 1;
        throw error;
      }
    },
    close: dropConnection,
  };
}

function distinctKeys(
  paths: readonly (readonly string[])[],
  keyOfEach: readonly (readonly (string | number)[])[],
  numericKeys: readonly boolean[],
): { keys: (readonly (string | number)[])[]; indexByPath: Map<string, number> } {
  const keys: (readonly (string | number)[])[] = [];
  const indexByKey = new Map<string, number>();
  const indexByPath = new Map<string, number>();
  for (const [at, path] of paths.entries()) {
    const key = keyOfEach[at]!;
    const text = keyText(key, 0, numericKeys);
    let index = indexByKey.get(text);
    if (index === undefined) {
      index = keys.push(key) - 1;
      indexByKey.set(text, index);
    }
    indexByPath.set(queueKeyText(path), index);
  }
  return { keys, indexByPath };
}

/**
 * Finds queues by the key of a row. Databases that take `SALES` for `Sales` return either spelling for the other;
 * where the source itself picked the rows, that is its answer to what was asked. Where it gave all rows, a spelling
 * beside that of the mapped queue among those it lists (`listed`) is a queue of its own.
 */
function queueLookup(
  keys: readonly (readonly (string | number)[])[],
  numericKeys: readonly boolean[],
  listed: ReadonlySet<string> | undefined,
): (key: string) => number | undefined {
  const texts = keys.map((key) => keyText(key, 0, numericKeys));
  const exact = new Map(texts.map((text, index) => [text, index]));
  const folded = new Map<string, number | undefined>();
  for (const [text, index] of exact) {
    const anyCase = text.toLowerCase();
    folded.set(anyCase, folded.has(anyCase) ? undefined : index);
  }
  return (key) => {
    const index = exact.get(key) ?? folded.get(key.toLowerCase());
    const isOther =
      index !== undefined && texts[index] !== key && listed?.has(key) && listed.has(texts[index]!);
    return isOther ? undefined : index;
  };
}

/** Opens the connection of a source with the usual deadline. */
export function connector(connectionString: string, connectTimeoutMs: number) {
  return (signal: AbortSignal): Promise<OdbcConnection> =>
    openConnection(connectionString, { connectTimeoutMs, signal });
}
