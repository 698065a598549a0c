import type { Finding } from '#shared/contract/check.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { CallSource } from '../interfaces/call-source.ts';
import type { OdbcConnection } from '../odbc/connection.ts';
import type { Placed } from './check-database.ts';

/** Beyond this many names a statement is no list of queues, and doubles are not looked for. */
const maxNames = 20_000;

/** Whether the database takes the statements that list the queues, and what they give can be used. */
export async function askStatements(
  connection: OdbcConnection,
  source: CallSource,
  placed: Placed,
  signal: AbortSignal,
): Promise<Finding[]> {
  const { queueSql, queueNameSql, listing } = source;
  const asked = [
    ...(queueSql === undefined ? [] : [{ key: 'QueueSQL', sql: queueSql }]),
    ...(queueNameSql === undefined ? [] : [{ key: 'QueueMappingSQL', sql: queueNameSql }]),
    ...(listing === undefined ? [] : [{ sql: listing.sql }]),
  ];
  const findings: Finding[] = [];
  for (const { sql, ...at } of asked) {
    const columns = await askStatement(connection, sql, signal);
    if ('refused' in columns) findings.push(placed({ ...columns.refused, ...at }));
    else if ('key' in at && at.key === 'QueueMappingSQL') {
      if (columns.count >= 2) findings.push(...(await doubledNames(connection, sql, placed, signal)));
      else findings.push(placed({ ...oneColumn, ...at }));
    }
  }
  return findings;
}

const oneColumn = {
  code: 'QUEUE_MAPPING_COLUMNS',
  message: 'QueueMappingSQL must give two columns, the name and the key. It gives one.',
};

/** The number of result columns, or why the database refuses the statement. */
export async function askStatement(
  connection: OdbcConnection,
  sql: string,
  signal: AbortSignal,
): Promise<{ readonly count: number } | { readonly refused: Pick<Finding, 'code' | 'message' | 'details'> }> {
  try {
    return { count: (await connection.columns(sql, [], { signal })).length };
  } catch {
    // A statement that cannot stand in parentheses is asked for a row instead.
  }
  try {
    const [row] = await connection.query(sql, [], { maxRows: 1, signal });
    return { count: row?.length ?? Number.POSITIVE_INFINITY };
  } catch (error) {
    signal.throwIfAborted();
    const problem = errorShape(error);
    return {
      refused: {
        code: 'STATEMENT_REFUSED',
        message: `The database refuses the statement: ${problem.message}`,
        details: { problem },
      },
    };
  }
}

/** One name for two keys: the calls of the second one are never read. */
async function doubledNames(
  connection: OdbcConnection,
  sql: string,
  placed: Placed,
  signal: AbortSignal,
): Promise<Finding[]> {
  const rows = await connection.query(sql, [], { maxRows: maxNames, signal });
  const keys = new Map<string, string>();
  const doubled = new Map<string, readonly string[]>();
  for (const [name, key] of rows) {
    const text = String(name ?? '').trimEnd();
    const written = String(key ?? '').trimEnd();
    const first = keys.get(text);
    if (first === undefined) keys.set(text, written);
    else if (first !== written && text !== '') doubled.set(text, [first, written]);
  }
  return [...doubled].slice(0, 10).map(([name, both]) =>
    placed({
      severity: 'warning',
      code: 'QUEUE_NAME_TWICE',
      message: `QueueMappingSQL gives "${name}" for the keys ${both.join(' and ')}: only the first one is read. Make the names differ, for example by the key behind them.`,
      details: { name, keys: both },
      key: 'QueueMappingSQL',
    }),
  );
}
