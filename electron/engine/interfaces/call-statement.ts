import { errorShape } from '#shared/rpc/errors.ts';
import type { DayGrid } from '../imports/day-grid.ts';
import type { SelectedColumn } from '../imports/statement-columns.ts';
import type { OdbcConnection } from '../odbc/connection.ts';
import { type DatabaseProduct, dialectOf } from '../odbc/dialect.ts';
import { type CallSource, longestRowMinutes, stampColumns } from './call-source.ts';
import { withRange } from './standard.ts';
import { type Condition, timeCondition, unpaddedCondition } from './time-condition.ts';

/** A statement for the call data of one day; values are parameters, never text. */
export interface CallStatement {
  /** Whether the source itself picks the rows of the queues wanted. */
  readonly listsKeys: boolean;
  /** Whether a row stands for all of its time stamp and queue; else it is one as it stands in the table. */
  readonly isSummed: boolean;
  /** As asked for. */
  readonly isWide: boolean;
  readonly matchesDates: boolean;
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

export interface CallStatementOptions {
  readonly source: CallSource;
  readonly product: DatabaseProduct;
  readonly columns: readonly SelectedColumn[];
  /** Keys of the queues wanted, one value a level; undefined: all rows. */
  readonly keys: readonly (readonly (string | number)[])[] | undefined;
  /** By level: whether the column in the call data holds numbers. */
  readonly numericKeys: readonly boolean[];
  /** The stamps are texts with an offset: their date may be the one before or after the wall clock's. */
  readonly wideWindow?: boolean;
  /** Most texts of date and time have a `T` between them, not a blank. */
  readonly hasLetter?: boolean;
  /** Texts are matched by their date, see `TimeRange`. */
  readonly matchesDates?: boolean;
  /** The day as each of the queues' clocks has it. */
  readonly grids: readonly DayGrid[];
  /** Selected instead of the time stamp, see `floor-stamp.ts`; the range is asked of the stamp itself. */
  readonly flooredStamp?: string | undefined;
  /** `apart`: each row by itself, nothing summed. `together`: the columns alone, over all rows. Left out: by stamp and queue. */
  readonly rows?: 'apart' | 'together';
}

/** Beyond this a list of queues costs the source more than it saves; unmapped rows are then dropped here. */
const maxListedKeys = 500;

/**
 * One statement for a system and day: needed columns and queues only, summed by the source per time stamp and
 * queue. Result columns are those of the time stamp, the key columns, the aggregates, in this order.
 */
export function callStatement(options: CallStatementOptions): CallStatement {
  const { source, columns, product } = options;
  const [stamp, ...besideStamp] = stampColumns(source);
  const stamps = [options.flooredStamp ?? stamp!, ...besideStamp];
  const keyColumns = source.queueKey.map((column) => column.expression);
  const time = inTime(options, source.stamp.expression);
  const queues = queueCondition(options);
  const table = rangedTable(options);
  const isSummed = options.rows !== 'apart';
  const figures = columns.map(
    ({ sql, row }, index) => `${isSummed ? sql : (row ?? sql)} AS xl_value${index + 1}`,
  );
  const places = [
    ...stamps.map((column, index) => `${column} AS xl_stamp${index === 0 ? '' : index + 1}`),
    ...keyColumns.map((column, index) => `${column} AS xl_queue${index + 1}`),
  ];
  const selected = options.rows === 'together' ? figures : [...places, ...figures];
  const grouped = [...stamps, ...keyColumns].map((column, index) =>
    dialectOf(product).groupsByNumber ? index + 1 : column,
  );
  const conditions = [time.sql, ...rowConditions(source), ...(queues ? [queues.sql] : [])];
  return {
    listsKeys: queues !== undefined,
    isSummed,
    isWide: options.wideWindow === true,
    matchesDates: options.matchesDates === true,
    sql: [
      `SELECT ${selected.join(', ')}`,
      `FROM ${table.sql}`,
      `WHERE ${conditions.join(' AND ')}`,
      ...(options.rows === undefined ? [`GROUP BY ${grouped.join(', ')}`] : []),
    ].join('\n'),
    parameters: [...table.parameters, ...time.parameters, ...(queues?.parameters ?? [])],
  };
}

/** What rows have to fulfil whatever their time and queue. */
export function rowConditions(source: CallSource): string[] {
  const own = source.condition === undefined ? [] : [source.condition];
  return [...own, ...source.queueKey.flatMap(({ condition }) => condition ?? [])];
}

/** The table with the condition on the time where its definition wants it as well: inside of what is grouped. */
function rangedTable(options: CallStatementOptions): Condition {
  const { table, rangedTable: ranged } = options.source;
  if (ranged === undefined) return { sql: table, parameters: [] };
  const parameters: (string | number)[] = [];
  const sql = withRange(ranged, (expression) => {
    // Rows of the day may have begun, or be over, a while before or after it where another column tells their time.
    const inside = inTime(options, expression, aroundSeconds);
    parameters.push(...inside.parameters);
    return inside.sql;
  });
  return { sql, parameters };
}

/** Whether the table has rows of the day whose texts are in no range, see `unpaddedCondition`. */
export async function hasUnpaddedStamps(
  connection: OdbcConnection,
  { source, product, grids }: Pick<CallStatementOptions, 'source' | 'product' | 'grids'>,
  signal: AbortSignal,
): Promise<boolean> {
  const { stamp, table } = source;
  const time = unpaddedCondition(stamp, stamp.expression, product, grids);
  if (time === undefined) return false;
  const conditions = [time.sql, ...rowConditions(source)];
  const sql = `SELECT ${stamp.expression} AS xl_stamp FROM ${table} WHERE ${conditions.join(' AND ')}`;
  try {
    return (await connection.query(sql, time.parameters, { signal, maxRows: 1 })).length > 0;
  } catch (error) {
    // A column of date/times that is read as text does not know such texts: then there are none.
    if (signal.aborted || errorShape(error).retryable) throw error;
    return false;
  }
}

/** Whether each level's column holds numbers: as the section says, else as the source's own type is. */
export async function learnKeyTypes(
  connection: OdbcConnection,
  source: CallSource,
  signal: AbortSignal,
): Promise<boolean[]> {
  if (source.queueKey.every((column) => column.type !== undefined)) {
    return source.queueKey.map((column) => column.type === 'number');
  }
  const keyColumns = source.queueKey
    .map((column, index) => `${column.expression} AS xl_queue${index + 1}`)
    .join(', ');
  const columns = await connection.columns(`SELECT ${keyColumns} FROM ${source.table}`, [], { signal });
  return source.queueKey.map((column, index) =>
    column.type === undefined ? (columns[index]?.isNumeric ?? false) : column.type === 'number',
  );
}

/** Longer than calls last. */
const aroundSeconds = 3 * 3600;

function inTime(
  { source, product, grids, wideWindow, hasLetter, matchesDates }: CallStatementOptions,
  expression: string,
  around = 0,
): Condition {
  const lookBackSeconds = reachSeconds(source) + around;
  const { intervalColumn, stamp } = source;
  const isOwn = expression === stamp.expression;
  const { time: _, ...date } = stamp;
  return timeCondition(isOwn ? stamp : date, expression, {
    product,
    windows: grids,
    zone: source.zone,
    // With an offset in each row the clock of the source may be any.
    isWide: wideWindow || marksRows(source),
    hasLetter,
    matchesDates,
    lookBackSeconds,
    lookAheadSeconds: (stamp.isEnd ? longestMinutes(source) * 60 : 0) + around,
    longRows:
      isOwn && intervalColumn !== undefined
        ? {
            isLong: `${dialectOf(product).comparedAsNumber(intervalColumn)} > ${lookBackSeconds / 60}`,
            lookBackSeconds: longestRowMinutes * 60,
          }
        : undefined,
  });
}

function marksRows({ stamp }: CallSource): boolean {
  return stamp.minutesWest !== undefined || stamp.zoneColumn !== undefined;
}

function longestMinutes({ intervalMinutes = 0, intervalColumn }: CallSource): number {
  return intervalColumn === undefined ? intervalMinutes : Math.max(intervalMinutes, 60);
}

/** How long before the day rows may begin that reach into it. */
function reachSeconds({ intervalMinutes = 0, intervalColumn }: CallSource): number {
  if (intervalColumn !== undefined) return Math.max(intervalMinutes, 60) * 60;
  // As far as offsets differ by whole quarters of an hour, a day begins where an interval does. Longer ones may be those of
  // another clock than was said.
  return 15 % Math.max(intervalMinutes, 1) === 0 ? 0 : intervalMinutes * 60;
}

function queueCondition({ source, keys, numericKeys }: CallStatementOptions): Condition | undefined {
  const levels = source.queueKey.length;
  if (keys === undefined || keys.length > maxListedKeys) return undefined;
  // A name that is no number cannot be in a column of numbers, and asking for it would fail the whole statement.
  const typed = keys
    .map((key) => key.map((value, level) => parameterValue(value, numericKeys[level] ?? false)))
    .filter((key): key is (string | number)[] => key.every((value) => value !== undefined));
  if (typed.length === 0) return { sql: '1 = 0', parameters: [] };
  if (levels === 1) {
    return {
      sql: `${source.queueKey[0]!.expression} IN (${typed.map(() => '?').join(', ')})`,
      parameters: typed.flat(),
    };
  }
  const one = `(${source.queueKey.map((column) => `${column.expression} = ?`).join(' AND ')})`;
  return { sql: `(${typed.map(() => one).join(' OR ')})`, parameters: typed.flat() };
}

function parameterValue(value: string | number, numeric: boolean): string | number | undefined {
  if (!numeric) return String(value);
  const text = String(value).trim();
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return undefined;
  // Beyond 2^53 the text is exact and the source turns it into its own type.
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number;
}
