import type { Message } from '#shared/contract/common.ts';
import { type Day, dayBounds } from '#shared/domain/time/day.ts';
import { formatIsoLocal } from '#shared/domain/time/stamp.ts';
import { utcToLocal, type Zone } from '#shared/domain/time/zone.ts';
import { dayGrid } from '../imports/day-grid.ts';
import { stampReader } from '../imports/stamps.ts';
import type { OdbcRow } from '../odbc/connection.ts';
import { type DatabaseProduct, dialectOf } from '../odbc/dialect.ts';
import type { OdbcQuestion } from '../odbc/test.ts';
import { noteOf } from '../odbc/test-run.ts';
import { agentQuestions } from './agent-questions.ts';
import type { AgentSource } from './agent-source.ts';
import { type CallSource, stampColumns } from './call-source.ts';
import { callStatement, rowConditions } from './call-statement.ts';
import { tablesIn } from './from-tables.ts';
import { distinctKeysSql } from './read-tree.ts';

export interface TestedSystem {
  readonly product: DatabaseProduct;
  readonly sources: readonly CallSource[];
  readonly agents?: AgentSource | undefined;
  readonly yesterday: Day;
  /** For sources whose clock is that of the WFM queue. */
  readonly zone: Zone;
}

/** What Test ODBC asks of a system: the right to read its tables, its statements, its figures. */
export function testQuestions(system: TestedSystem): OdbcQuestion[] {
  const { product, sources, agents } = system;
  const tables = [...sources.map(({ table }) => table), ...(agents ? [agents.table] : [])].flatMap(tablesIn);
  return [
    ...[...new Set(tables)].map(tableQuestion),
    ...sources.flatMap(listStatements),
    ...(agents ? agentQuestions(agents, system, statementQuestion) : []),
    ...sources.map((source) => firstRowsQuestion(source, product)),
    ...sources.map((source) => yesterdayQuestion(source, system)),
  ];
}

function tableQuestion(table: string): OdbcQuestion {
  return {
    step: 'table',
    subject: table,
    sql: `SELECT 1 AS xl_one FROM ${table} WHERE 1 = 0`,
    maxRows: 1,
    tell: () => ({ note: noteOf('table', 'May be read.') }),
  };
}

function listStatements(source: CallSource): OdbcQuestion[] {
  const of = source.kind === '' ? '' : ` ${source.kind}`;
  if (source.listing) return [statementQuestion(`queues${of}`, source.listing.sql)];
  const { queueSql, queueNameSql } = source;
  if (!queueSql && !queueNameSql) return [statementQuestion(`QueueNameColumn${of}`, distinctKeysSql(source))];
  return [
    ...(queueSql ? [statementQuestion(`QueueSQL${of}`, queueSql)] : []),
    ...(queueNameSql ? [statementQuestion(`QueueMappingSQL${of}`, queueNameSql)] : []),
  ];
}

const countedRows = 1000;

function statementQuestion(subject: string, sql: string): OdbcQuestion {
  return {
    step: 'statement',
    subject,
    sql,
    maxRows: countedRows,
    tell: (rows) => {
      if (rows.length === 0) return { note: noteOf('no-row', 'The statement works and gives no row.') };
      const first = shown(rows[0]!);
      const isMany = rows.length === countedRows;
      const count = isMany ? `${countedRows} or more` : String(rows.length);
      const message = `${count} ${rows.length === 1 ? 'row' : 'rows'}, the first one: ${first}`;
      return { note: noteOf(isMany ? 'many-rows' : 'rows', message, { rows: rows.length, first }) };
    },
  };
}

const shownRows = 3;
const shownFigures = 8;
const productsWithLimit: ReadonlySet<DatabaseProduct> = new Set(['sqlite', 'postgresql', 'mariadb', 'mysql']);

/** Time stamp, queue and figures as they stand in the table, nothing summed. */
function firstRowsQuestion(source: CallSource, product: DatabaseProduct): OdbcQuestion {
  const figures = source.valueTypes
    .filter(({ optional }) => !optional)
    .map(({ expression }) => expression)
    .filter((expression) => expression !== '*' && !/^distinct\b/i.test(expression))
    .slice(0, shownFigures);
  const columns = [
    ...stampColumns(source),
    ...source.queueKey.map(({ expression }) => expression),
    ...figures,
  ].map((expression, index) => `${expression} AS xl_column${index + 1}`);
  const select = `SELECT ${columns.join(', ')} FROM ${source.table}${whereOf(rowConditions(source))}`;
  return {
    step: 'first-rows',
    subject: source.kind,
    sql: firstRowsOf(select, product),
    maxRows: shownRows,
    tell: (rows) => {
      if (rows.length === 0) return { note: noteOf('empty-table', 'There is no row in the call data.') };
      const first = rows.map(shown).join(' · ');
      return {
        note: noteOf('first-rows', first, { first }),
        warnings: unreadable(source, rows),
      };
    },
  };
}

function firstRowsOf(select: string, product: DatabaseProduct): string {
  // A product that is not known may write a limit otherwise, or not at all.
  if (product === 'other') return select;
  // Older MySQL reads a table whole that stands in parentheses.
  if (productsWithLimit.has(product)) return `${select}\nLIMIT ${shownRows}`;
  return dialectOf(product).firstRows(select, shownRows);
}

/** One row a time stamp: that says how many rows there are, and whether the time stamps are understood. */
function yesterdayQuestion(source: CallSource, { product, yesterday, zone }: TestedSystem): OdbcQuestion {
  const clock = source.zone ?? zone;
  const conditions = rowConditions(source);
  const { sql, parameters } = callStatement({
    source: {
      ...source,
      queueKey: [],
      ...(conditions.length === 0 ? {} : { condition: conditions.join(' AND ') }),
    },
    product,
    columns: [{ sql: 'COUNT(*)', combine: 'sum' }],
    keys: undefined,
    numericKeys: [],
    grids: [dayGrid(clock.id, 15, yesterday)],
  });
  return {
    step: 'yesterday',
    subject: source.kind,
    sql,
    parameters,
    maxRows: mostStamps,
    tell: (rows) => tellYesterday(source, rows, yesterday, clock),
  };
}

/** A day has 86,400 seconds; the statement's window is wider. */
const mostStamps = 300_000;

function tellYesterday(
  source: CallSource,
  rows: readonly OdbcRow[],
  day: Day,
  clock: Zone,
): ReturnType<OdbcQuestion['tell']> {
  const read = stampReader(source.stamp);
  const { startUtc } = dayBounds(clock, day);
  const dayStart = utcToLocal(clock, startUtc);
  let count = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const stamp = read(row);
    if (!stamp) continue;
    const local = 'utc' in stamp ? utcToLocal(clock, stamp.utc) : stamp.local;
    if (formatIsoLocal(local).slice(0, 10) !== day) continue;
    count += Number(row.at(-1));
    first = Math.min(first, local - dayStart);
    last = Math.max(last, local - dayStart);
  }
  const warnings = unreadable(source, rows);
  if (count === 0) {
    // The keys of the time stamp are Universal's; a listing is what only standard interfaces have.
    const isStandard = source.listing !== undefined;
    const keys = isStandard ? 'TimeZone' : 'TimeStampColumn, TimeStampType, TimeStampFormat and TimeZone';
    const message = `No row of ${day} (${clock.id}). If there should be some, check ${keys}.`;
    const step = isStandard ? 'no-yesterday-standard' : 'no-yesterday';
    return { note: noteOf(step, message, { day, zone: clock.id }), warnings };
  }
  const [from, to] = [clockText(first), clockText(last)];
  const message = `${count} ${count === 1 ? 'row' : 'rows'} of ${day} (${clock.id}), from ${from} to ${to}.`;
  return { note: noteOf('yesterday', message, { day, zone: clock.id, rows: count, from, to }), warnings };
}

function clockText(seconds: number): string {
  return formatIsoLocal(seconds).slice(11, 16);
}

function unreadable(source: CallSource, rows: readonly OdbcRow[]): Message[] {
  const read = stampReader(source.stamp);
  const row = rows.find((one) => read(one) === undefined);
  if (!row) return [];
  const { system } = source;
  const stamp = shown(row.slice(0, stampColumns(source).length));
  return [
    {
      code: 'STAMP_UNREADABLE',
      message: `${system}: time stamps such as "${stamp}" cannot be read; their rows are left out. Check TimeStampType and TimeStampFormat.`,
      details: { system, stamp },
    },
  ];
}

function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

const shownCharacters = 120;

function shown(row: OdbcRow): string {
  // A CHAR column fills up with blanks.
  const text = row.map((value) => (value instanceof ArrayBuffer ? '…' : String(value).trimEnd())).join(', ');
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters - 1)}…` : text;
}
