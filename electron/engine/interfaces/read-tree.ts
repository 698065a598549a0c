import { errorShape, XlinkError } from '#shared/rpc/errors.ts';
import type { OdbcConnection } from '../odbc/connection.ts';
import type { CallSource } from './call-source.ts';

/** An external queue: the path the tree and the map show, and its key in the call data. */
export interface ExternalQueue {
  readonly path: readonly string[];
  /** One value a level, as the driver gave it or, for the typed columns, as a number. */
  readonly key: readonly (string | number)[];
}

/** More queues than any ACD has: a statement that gives more is not a list of queues. */
const maxQueues = 200_000;

/** Reads the external queues of a source, without doubles, in the order of the statement. */
export async function readExternalQueues(
  connection: OdbcConnection,
  source: CallSource,
  signal?: AbortSignal,
): Promise<ExternalQueue[]> {
  const names = source.queueNameSql
    ? await readRows(connection, source.queueNameSql, 'QueueMappingSQL', signal)
    : undefined;
  const keyOfName = new Map<string, string | number>();
  for (const row of names ?? []) {
    if (row.length < 2) {
      throw new XlinkError(
        'QUEUE_MAPPING_COLUMNS',
        'QueueMappingSQL must give two columns, the name and the key. It gives one.',
        { key: 'QueueMappingSQL', statement: source.queueNameSql },
      );
    }
    const name = text(row[0]);
    const key = keyOf(row[1]);
    if (name !== undefined && key !== undefined && !keyOfName.has(name)) keyOfName.set(name, key);
  }
  const rows = source.queueSql
    ? await readRows(connection, source.queueSql, 'QueueSQL', signal)
    : (names?.map((row) => [row[0]]) ??
      (await readRows(connection, distinctKeysSql(source), 'CallDataTable', signal)));
  const queues = new Map<string, ExternalQueue>();
  for (const row of rows) {
    const path: string[] = [];
    const key: (string | number)[] = [];
    for (const value of row) {
      const level = text(value);
      if (level === undefined || level === '') break;
      path.push(level);
      key.push(keyOfName.get(level) ?? keyOf(value) ?? level);
    }
    if (path.length > 0) queues.set(path.join('\u0000'), { path, key });
  }
  return [...queues.values()];
}

/** Without `QueueSQL`: what stands in the call data's own queue columns. */
export function distinctKeysSql(source: CallSource): string {
  const columns = source.queueKey.map((column) => column.expression).join(', ');
  const conditions = source.queueKey.flatMap(({ condition }) => condition ?? []);
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `SELECT DISTINCT ${columns} FROM ${source.table}${where} ORDER BY ${columns}`;
}

async function readRows(
  connection: OdbcConnection,
  sql: string,
  key: string,
  signal: AbortSignal | undefined,
): Promise<readonly (readonly unknown[])[]> {
  try {
    return await connection.query(sql, [], { maxRows: maxQueues, ...(signal ? { signal } : {}) });
  } catch (error) {
    const shape = errorShape(error);
    throw new XlinkError(
      shape.code,
      shape.message,
      { ...shape.details, key, statement: sql },
      { retryable: shape.retryable },
    );
  }
}

function text(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'string' ? value.trimEnd() : String(value);
}

/** Keys are text or numbers; a BIGINT that a number cannot hold stays exact as text. */
function keyOf(value: unknown): string | number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }
  // As it is, blanks at the end included: it is what the call data is asked for.
  return typeof value === 'string' ? value : undefined;
}
