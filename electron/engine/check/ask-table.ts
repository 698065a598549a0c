import type { Finding } from '#shared/contract/check.ts';
import { likelyName } from '#shared/domain/likely-name.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { AgentSource, AgentStamp } from '../interfaces/agent-source.ts';
import { type CallSource, type StampKind, stampColumns } from '../interfaces/call-source.ts';
import type { OdbcConnection } from '../odbc/connection.ts';
import type { ColumnInfo } from '../odbc/read-plan.ts';
import { askStatement } from './ask-statements.ts';
import type { Placed } from './check-database.ts';

/** What a section says of one table. Keys are those of Universal; other interfaces know the names themselves. */
export interface TableQuestions {
  readonly table: string;
  readonly tableKey?: string;
  readonly columns: readonly ColumnQuestion[];
  /** A statement with name and id of the activities. */
  readonly activitySql?: string;
}

interface ColumnQuestion {
  readonly expression: string;
  readonly key?: string;
  /** What the section says it holds; undefined: nothing that a type could contradict. */
  readonly holds?: 'number' | 'text' | 'no-number';
}

export function callQuestions(source: CallSource): TableQuestions {
  const { table, stamp, queueKey, valueTypes, listing } = source;
  const of = (key: string) => (listing ? {} : { key });
  const [first, ...others] = stampColumns(source);
  return {
    table,
    ...(listing ? {} : { tableKey: 'CallDataTable' }),
    columns: [
      { expression: first!, ...of('TimeStampColumn'), ...heldBy(stamp.kind) },
      ...others.map((expression) => ({ expression })),
      ...queueKey.map(({ expression, type }) => ({
        expression,
        ...of('QueueNameColumn'),
        ...(type === undefined ? {} : { holds: type }),
      })),
      ...valueTypes
        .filter(({ expression, optional }) => expression !== '*' && !optional)
        .map(({ expression }) => ({ expression, ...of('ValueTypes') })),
    ],
  };
}

export function agentQuestions(agents: AgentSource): TableQuestions {
  const { span } = agents;
  const stamps = (key: string, { columns, kind }: AgentStamp) =>
    columns.map((expression) => ({ expression, key, ...(columns.length === 1 ? heldBy(kind) : {}) }));
  return {
    table: agents.table,
    tableKey: 'AgentActivityTable',
    activitySql: agents.activitySql,
    columns: [
      { expression: agents.agent, key: 'AgentColumn' },
      { expression: agents.activity, key: 'ActivityColumn' },
      ...stamps('ActivityStartTimeStampColumn', agents.start),
      ...(span.kind === 'end' ? stamps('ActivityEndTimeStampColumn', span.end) : []),
      ...(span.kind === 'duration' ? [{ expression: span.expression, key: 'ActivityDurationColumn' }] : []),
    ],
  };
}

function heldBy(kind: StampKind): Pick<ColumnQuestion, 'holds'> {
  if (kind === 'unix') return { holds: 'number' };
  return kind === 'text' ? {} : { holds: 'no-number' };
}

/** Whether the table is there and has rows, and its columns are there and hold what the section says. */
export async function askTable(
  connection: OdbcConnection,
  { table, tableKey, columns, activitySql }: TableQuestions,
  placed: Placed,
  signal: AbortSignal,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const at = tableKey === undefined ? {} : { key: tableKey };
  if (activitySql !== undefined) {
    const asked = await askStatement(connection, activitySql, signal);
    if ('refused' in asked) findings.push(placed({ ...asked.refused, key: 'ActivitySQL' }));
    else if (asked.count < 2) findings.push(placed({ ...withoutId, key: 'ActivitySQL' }));
  }
  const known = await columnsOf(connection, `SELECT * FROM ${table}`, signal);
  if ('error' in known) {
    const problem = errorShape(known.error);
    const message = `The database cannot read the table: ${problem.message}`;
    return [...findings, placed({ ...at, code: 'TABLE_REFUSED', message, details: { table, problem } })];
  }
  const names = known.columns.map(({ name }) => name);
  // All at once where all is well, which is most often.
  const list = columns.map(({ expression }, index) => `${expression} AS xl_${index + 1}`).join(', ');
  const whole = await columnsOf(connection, `SELECT ${list} FROM ${table}`, signal);
  for (const [index, question] of columns.entries()) {
    const asked =
      'columns' in whole
        ? { columns: whole.columns.slice(index, index + 1) }
        : await columnsOf(connection, `SELECT ${question.expression} AS xl_1 FROM ${table}`, signal);
    const finding =
      'error' in asked
        ? refusedColumn(question, names, asked.error)
        : contradiction(question, asked.columns[0], connection.database.product);
    if (finding) findings.push(placed(finding));
  }
  findings.push(...(await emptyTable(connection, table, at, placed, signal)));
  return findings;
}

const withoutId = {
  code: 'ACTIVITY_SQL_NO_ID',
  message:
    'ActivitySQL must give two columns, the name and the id: with the name only, all activities are one.',
};

type Columns = { readonly columns: readonly ColumnInfo[] } | { readonly error: unknown };

async function columnsOf(connection: OdbcConnection, sql: string, signal: AbortSignal): Promise<Columns> {
  try {
    return { columns: await connection.columns(sql, [], { signal }) };
  } catch (error) {
    signal.throwIfAborted();
    // Two columns of one name (a join) cannot stand in parentheses; one row is asked for then.
    try {
      await connection.query(sql, [], { maxRows: 1, signal });
      return { columns: [] };
    } catch {
      signal.throwIfAborted();
      return { error };
    }
  }
}

type Unplaced = Parameters<Placed>[0];

const plainName = /^[\p{L}_][\p{L}\p{N}_$#]*$/u;

function refusedColumn(
  { expression, key }: ColumnQuestion,
  names: readonly string[],
  error: unknown,
): Unplaced {
  const problem = errorShape(error);
  const likely = plainName.test(expression) ? likelyName(expression, names) : undefined;
  return {
    ...(key === undefined ? {} : { key }),
    code: 'COLUMN_REFUSED',
    message:
      likely === undefined
        ? `The database cannot read ${expression}: ${problem.message}`
        : `The table has no column ${expression}. Did you mean ${likely}?`,
    details: likely === undefined ? { expression, problem } : { variant: 'likely', expression, likely },
  };
}

/** What the section says of a column that its type in the database contradicts. */
function contradiction(
  { expression, key, holds }: ColumnQuestion,
  column: ColumnInfo | undefined,
  product: OdbcConnection['database']['product'],
): Unplaced | undefined {
  // SQLite has types of columns only, and says text of every expression.
  if (key === undefined || holds === undefined || !column) return undefined;
  if (product === 'sqlite' && !plainName.test(expression)) return undefined;
  if ((holds === 'number') === column.isNumeric) return undefined;
  const type = column.typeName.replace(/^SQL_/, '');
  return key === 'QueueNameColumn'
    ? {
        severity: 'warning',
        key: 'QueueNameType',
        code: 'NAME_TYPE',
        message: `QueueNameType says that ${expression} holds ${holds === 'number' ? 'numbers' : 'text'}, its type in the database is ${type}. Write ${holds === 'number' ? 0 : 1}, or leave the key out.`,
        details: { variant: holds, expression, type },
      }
    : {
        key: key.replace('Column', 'Type'),
        code: 'STAMP_TYPE',
        message: `${key.replace('Column', 'Type')} says that ${expression} holds ${holds === 'number' ? 'Unix seconds' : 'date/times'}, its type in the database is ${type}. Correct the type.`,
        details: { variant: holds, expression, type, typeKey: key.replace('Column', 'Type') },
      };
}

/** ICM keeps its half-hour tables since release 8.0 and writes nothing into them. */
const emptySinceRelease8 = /_half_hour\b/i;

async function emptyTable(
  connection: OdbcConnection,
  table: string,
  at: { readonly key?: string },
  placed: Placed,
  signal: AbortSignal,
): Promise<Finding[]> {
  const rows = await connection.query(`SELECT 1 FROM ${table}`, [], { maxRows: 1, signal });
  if (rows.length > 0) return [];
  const isHalfHour = emptySinceRelease8.test(table);
  return [
    placed({
      ...at,
      severity: 'warning',
      code: 'TABLE_EMPTY',
      message: isHalfHour
        ? `${table} has no rows: Cisco ICM and UCCE write nothing into the Half_Hour tables since release 8.0. Use the Interval table of the same name.`
        : `${table} has no rows: there is nothing to import. Check the name, and whether the ACD writes into it.`,
      details: isHalfHour ? { variant: 'half-hour', table } : { table },
    }),
  ];
}
