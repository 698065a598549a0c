import { errorShape } from '#shared/rpc/errors.ts';
import { stampColumns } from '../interfaces/call-source.ts';
import {
  type CallStatement,
  type CallStatementOptions,
  callStatement,
  hasUnpaddedStamps,
  learnKeyTypes,
} from '../interfaces/call-statement.ts';
import { commonStepMinutes, flooredStamp } from '../interfaces/floor-stamp.ts';
import { type PackedStatement, packedStatement } from '../interfaces/pack-statement.ts';
import { levelsError } from '../interfaces/queue-levels.ts';
import { keyOfPath, queueKeyText } from '../interfaces/queue-path.ts';
import {
  type ExternalQueue,
  hasWholeKey,
  queuesByPath,
  readExternalQueues,
} from '../interfaces/read-tree.ts';
import {
  asTheyStand,
  findStamp,
  foundTexts,
  hasDecimalField,
  hasTextFigures,
  isOverflow,
  textCheck,
} from '../interfaces/text-figures.ts';
import { type OdbcConnection, openConnection } from '../odbc/connection.ts';
import { asTable } from '../odbc/sql-text.ts';
import { type Buckets, createBuckets, keyText } from './bucket.ts';
import type { DayGrid } from './day-grid.ts';
import { fingerprintOf } from './fingerprint.ts';
import { lanes } from './lanes.ts';
import type { Learned } from './learned.ts';
import { unpackRows } from './packed-rows.ts';
import type { SystemNeeds } from './plan.ts';
import { distinctKeys, keysText, queueLookup } from './queue-keys.ts';
import type { FetchedDay, ReadDay, SystemReader } from './read-day.ts';
import { readPatience } from './read-patience.ts';
import { rowCounting } from './row-count.ts';
import { stampReader } from './stamps.ts';
import { selectColumns } from './statement-columns.ts';

/** What a field of a packed text takes, about. */
const bytesPerField = 8;
const longList = 50;
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
  const connections = lanes(connect);
  let learning: Promise<Learned> | undefined;
  let missingQueues: readonly (readonly string[])[] = [];
  let wideWindow = false;
  let matchesDates = false;
  const patience = readPatience();
  /** False once the source could not. */
  let packsRows = true;
  let summing: Promise<boolean | undefined> | undefined;

  async function learn(connection: OdbcConnection, signal: AbortSignal): Promise<Learned> {
    const listed = await readExternalQueues(connection, source, signal);
    const byPath = queuesByPath(listed);
    const found = needs.queues.map((path) => byPath.get(queueKeyText(path)));
    const odd = found.find((queue) => queue && !hasWholeKey(source, queue));
    if (odd && !listed.some((queue) => hasWholeKey(source, queue))) throw levelsError(source, odd.key.length);
    // A single queue with a level too few is one that cannot be asked for, and none of the others' business.
    const listedKeyOf = (queue: ExternalQueue | undefined) =>
      queue && hasWholeKey(source, queue) ? queue.key : undefined;
    missingQueues = needs.queues.filter((_, index) => listedKeyOf(found[index]) === undefined);
    const keys = needs.queues.map((path, index) => listedKeyOf(found[index]) ?? keyOfPath(source, path));
    const numericKeys = await learnKeyTypes(connection, source, signal);
    const listedKeys = new Set(listed.map(({ key }) => keyText(key, 0, numericKeys)));
    const { product } = connection.database;
    const hasTexts = await hasTextFigures(connection, source, needs.valueTypes, signal);
    const text = await findStamp(connection, source, product, signal);
    const stamp = readStamp([text]);
    wideWindow ||= stamp !== undefined && 'utc' in stamp;
    const asked = { product, numericKeys, listedKeys, hasTexts, hasLetter: text?.[10] === 'T' };
    return { ...asked, ...distinctKeys(needs.queues, keys, numericKeys) };
  }

  function learned(signal: AbortSignal): Promise<Learned> {
    learning ??= connections
      .use((connection) => learn(connection, signal), signal)
      .catch((error: unknown) => {
        learning = undefined;
        throw error;
      });
    return learning;
  }

  function statementOptions(
    { product, keys, numericKeys, listedKeys, hasLetter }: Learned,
    grids: ReadonlyMap<string, DayGrid>,
  ): CallStatementOptions {
    const wanted = new Set(keys.map((key) => keyText(key, 0, numericKeys)));
    // Where every queue is wanted, a long list of them only makes the source look up each row.
    const wantsAll = keys.length > longList && [...listedKeys].every((key) => wanted.has(key));
    return {
      source,
      product,
      columns,
      keys: wantsAll ? undefined : keys,
      numericKeys,
      wideWindow,
      hasLetter,
      matchesDates,
      grids: [...grids.values()],
    };
  }

  async function statementOf(
    known: Learned,
    grids: ReadonlyMap<string, DayGrid>,
    signal: AbortSignal,
  ): Promise<{ statement: CallStatement; stampMinutes: number | undefined }> {
    const options = statementOptions(known, grids);
    if (source.intervalMinutes !== undefined) {
      const summed = callStatement(options);
      if (!packsRows || packedBy(known, summed, source.intervalMinutes) === undefined) {
        return { statement: summed, stampMinutes: source.intervalMinutes };
      }
      const apart = callStatement({ ...options, rows: 'apart' });
      summing ??= hasRowsToSum(summed, apart, signal).catch((error: unknown) => {
        // What stands in its function only (`DISTINCT x`) is summed by the source, which tells best what is wrong.
        if (!signal.aborted && !errorShape(error).retryable) return true;
        summing = undefined;
        throw error;
      });
      const hasRows = await summing;
      // A day without rows says nothing of the next one.
      if (hasRows === undefined) summing = undefined;
      return { statement: hasRows === true ? summed : apart, stampMinutes: source.intervalMinutes };
    }
    const stepMinutes = commonStepMinutes([...grids.values()].map((grid) => grid.intervalMinutes));
    const floored = flooredStamp(source, known.product, stepMinutes);
    const statement = callStatement({ ...options, flooredStamp: floored });
    return { statement, stampMinutes: floored === undefined ? undefined : stepMinutes };
  }

  /**
   * Whether there is anything for the source to sum. An ACD that counts in intervals mostly has one row for each interval
   * and queue, and sorting them into groups of one is more than half of its work; should there be two, they are summed here.
   * Undefined where the day has no rows.
   */
  async function hasRowsToSum(
    summed: CallStatement,
    apart: CallStatement,
    signal: AbortSignal,
  ): Promise<boolean | undefined> {
    return connections.use(async (connection) => {
      const count = async ({ sql, parameters }: CallStatement) => {
        const counting = `SELECT COUNT(*) AS xl_count FROM ${asTable(sql, 'xl_rows')}`;
        const [row] = await connection.query(counting, parameters, { signal, maxRows: 1 });
        return Number(row?.[0]);
      };
      const rows = await count(apart);
      return rows === 0 ? undefined : rows !== (await count(summed));
    }, signal);
  }

  function packedBy(
    { product, keys, numericKeys }: Learned,
    statement: CallStatement,
    stampMinutes: number | undefined,
  ): PackedStatement | undefined {
    // Single calls have any number of time stamps: their text would be as long as the day was busy.
    if (!packsRows || stampMinutes === undefined) return undefined;
    const bytesPerDay = (1440 / stampMinutes) * keys.length * (columns.length + 2) * bytesPerField;
    const shape = {
      stamps: stampColumns(source).length,
      keys: numericKeys.length,
      values: columns.length,
      stampKind: source.stamp.kind,
    };
    return packedStatement(statement, shape, product, bytesPerDay > wholeDayBytes);
  }

  /** Undefined where the source cannot put rows together after all. */
  async function fetchTexts(
    sql: string,
    { parameters }: CallStatement,
    signal: AbortSignal,
  ): Promise<string[] | undefined> {
    try {
      return await connections.use(async (connection) => {
        const texts: string[] = [];
        for await (const rows of connection.read(sql, parameters, { signal, longTexts: true })) {
          for (const [text] of rows) texts.push(String(text));
        }
        return texts;
      }, signal);
    } catch (error) {
      // What may pass is for the retry; anything else is seen again, and better told, where rows are read one by one.
      if (signal.aborted || errorShape(error).retryable || isOverflow(error)) throw error;
      packsRows = false;
      return undefined;
    }
  }

  function emptyBuckets(
    { keys, numericKeys, listedKeys }: Learned,
    statement: CallStatement,
    grids: ReadonlyMap<string, DayGrid>,
  ): Buckets {
    return createBuckets({
      source,
      readStamp,
      columns,
      columnNames,
      numericKeys,
      queueOf: queueLookup(keys, numericKeys, statement.listsKeys ? undefined : listedKeys),
      queueCount: keys.length,
      pickedBySource: statement.listsKeys,
      grids,
      unsummed: !statement.isSummed,
    });
  }

  async function readRows(
    known: Learned,
    statement: CallStatement,
    grids: ReadonlyMap<string, DayGrid>,
    signal: AbortSignal,
  ): Promise<Buckets> {
    const buckets = emptyBuckets(known, statement, grids);
    await connections.use(async (connection) => {
      for await (const rows of connection.read(statement.sql, statement.parameters, { signal })) {
        for (const row of rows) buckets.add(row);
      }
    }, signal);
    return buckets;
  }

  /** Whether SQLite summed texts, and the day has to be read again. */
  async function sumsTexts(
    known: Learned,
    grids: ReadonlyMap<string, DayGrid>,
    hasDecimals: boolean,
    signal: AbortSignal,
  ): Promise<boolean> {
    const check = textCheck(statementOptions(known, grids), needs.valueTypes, hasDecimals);
    return (
      check !== undefined && connections.use((connection) => foundTexts(connection, check, signal), signal)
    );
  }

  async function fetchOnce(grids: ReadonlyMap<string, DayGrid>, signal: AbortSignal): Promise<FetchedDay> {
    const known = await learned(signal);
    if (known.hasTexts) return fetchRows(known, grids, signal);
    try {
      return await fetchSums(known, grids, signal);
    } catch (error) {
      if (signal.aborted || !isOverflow(error)) throw error;
      // The source could not hold a sum; if it cannot read the rows either, the first words are the better ones.
      return fetchRows(known, grids, signal).catch(() => {
        throw error;
      });
    }
  }

  /** Every row of the day, nothing summed by the source. */
  async function fetchRows(
    known: Learned,
    grids: ReadonlyMap<string, DayGrid>,
    signal: AbortSignal,
  ): Promise<FetchedDay> {
    const stand = asTheyStand(columns, known.product, known.readsLargeNumbers);
    const read = { columns: stand, rows: 'apart' } as const;
    const statement = callStatement({ ...statementOptions(known, grids), ...read });
    return opened(known, statement, await readRows(known, statement, grids, signal), grids, signal);
  }

  function opened(
    known: Learned,
    statement: CallStatement,
    buckets: Buckets,
    grids: ReadonlyMap<string, DayGrid>,
    signal: AbortSignal,
  ): FetchedDay {
    return { fingerprint: undefined, open: () => openDay(known, statement, buckets, grids, signal) };
  }

  async function openDay(
    known: Learned,
    statement: CallStatement,
    buckets: Buckets,
    grids: ReadonlyMap<string, DayGrid>,
    signal: AbortSignal,
  ): Promise<ReadDay> {
    // The next days were asked for before this one said how.
    if (buckets.notes.markedStamps > 0 && source.stamp.kind !== 'unix' && !statement.isWide) {
      // Text stamps with an offset or Z are instants: their text may be a day beside the wall clock's.
      wideWindow = true;
      return (await fetchDay(grids, signal)).open();
    }
    if (buckets.notes.largeFigures > 0 && known.product === 'sqlite' && !known.readsLargeNumbers) {
      return (await fetchRows({ ...known, readsLargeNumbers: true }, grids, signal)).open();
    }
    const options = statementOptions(known, grids);
    const isUnpadded = (connection: OdbcConnection) => hasUnpaddedStamps(connection, options, signal);
    if (buckets.rowsRead === 0 && !statement.matchesDates && (await connections.use(isUnpadded, signal))) {
      matchesDates = true;
      return (await fetchDay(grids, signal)).open();
    }
    return {
      source,
      buckets,
      statement,
      counting: rowCounting({ source, ...known, statement, grids }),
      queueIndex: (path) => known.indexByPath.get(queueKeyText(path))!,
      place: (valueType) => placeByName.get(valueType)!,
    };
  }

  async function fetchSums(
    known: Learned,
    grids: ReadonlyMap<string, DayGrid>,
    signal: AbortSignal,
  ): Promise<FetchedDay> {
    const { statement, stampMinutes } = await statementOf(known, grids, signal);
    const packed = packedBy(known, statement, stampMinutes);
    const texts = packed && (await fetchTexts(packed.sql, statement, signal));
    if (texts === undefined) {
      const buckets = await readRows(known, statement, grids, signal);
      // The driver gives a sum of texts as a number, which does not tell.
      return (await sumsTexts(known, grids, true, signal))
        ? fetchRows(known, grids, signal)
        : opened(known, statement, buckets, grids, signal);
    }
    const { format } = packed!;
    const hasDecimals = texts.some((text) => hasDecimalField(text, format));
    if (await sumsTexts(known, grids, hasDecimals, signal)) {
      return fetchRows(known, grids, signal);
    }
    const asked = [statement.sql, ...statement.parameters.map(String), keysText(known, statement.listsKeys)];
    const fetched = {
      fingerprint: fingerprintOf([...asked, ...texts]) as string | undefined,
      async open() {
        const buckets = emptyBuckets(known, statement, grids);
        const firstFigure = stampColumns(source).length + known.numericKeys.length;
        const fieldCount = firstFigure + columns.length;
        if (!texts.every((text) => unpackRows[format](text, fieldCount, firstFigure, buckets.add))) {
          packsRows = false;
          fetched.fingerprint = undefined;
          return (await fetchDay(grids, signal)).open();
        }
        const read = await openDay(known, statement, buckets, grids, signal);
        if (read.buckets !== buckets) fetched.fingerprint = undefined;
        return read;
      },
    };
    return fetched;
  }

  function fetchDay(grids: ReadonlyMap<string, DayGrid>, signal: AbortSignal): Promise<FetchedDay> {
    return patience.ask(() => fetchOnce(grids, signal), signal);
  }

  return {
    source,
    get missingQueues() {
      return missingQueues;
    },
    fetchDay,
    startOver: patience.startOver,
    close: () => connections.close(),
  };
}

/** Opens the connection of a source with the usual deadline. */
export function connector(connectionString: string, connectTimeoutMs: number) {
  return (signal: AbortSignal): Promise<OdbcConnection> =>
    openConnection(connectionString, { connectTimeoutMs, signal });
}
