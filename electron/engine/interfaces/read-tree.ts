import { errorShape, XlinkError } from '#shared/rpc/errors.ts';
import type { OdbcConnection } from '../odbc/connection.ts';
import type { CallSource, QueueListing } from './call-source.ts';
import { rowConditions } from './call-statement.ts';
import { queueKeyText } from './queue-path.ts';

/** An external queue: the path the tree and the map show, and its key in the call data. */
export interface ExternalQueue {
  readonly path: readonly string[];
  /** One value a level, as the driver gave it or, for the typed columns, as a number. */
  readonly key: readonly (string | number)[];
  /** The path with the key's parts for names, by which it may be mapped as well. */
  readonly byKey?: readonly string[];
  /** Further paths under which the source lists it: a queue that was renamed, a dictionary with two names. */
  readonly otherNames?: readonly (readonly string[])[];
}

/** More queues than any ACD has: a statement that gives more is not a list of queues. */
const maxQueues = 200_000;

/** Reads the external queues of a source, without doubles, in the order of the statement. */
export async function readExternalQueues(
  connection: OdbcConnection,
  source: CallSource,
  signal?: AbortSignal,
): Promise<ExternalQueue[]> {
  if (source.listing) return listedQueues(connection, source.listing, signal);
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

/**
 * The queues of a standard interface. Of two with one name the second one shows its key behind it, so that both can
 * be told apart and mapped; where a queue is really called like that it keeps its name, and the other one shows its
 * key once more.
 */
async function listedQueues(
  connection: OdbcConnection,
  listing: QueueListing,
  signal: AbortSignal | undefined,
): Promise<ExternalQueue[]> {
  const rows = await readRows(connection, listing.sql, 'queues', signal);
  const found = new Map<string, ListedQueue>();
  for (const row of rows) {
    const key = listing.key.map((column) => keyOf(row[column - 1]));
    const path = listing.path.map((level) =>
      typeof level === 'string'
        ? level
        : level
            .map((column) => text(row[column - 1])?.trim())
            .find((name) => name !== undefined && name !== ''),
    );
    const keyText = key.join('\u0000');
    if (!isWhole(key) || !isWhole(path)) continue;
    const known = found.get(keyText);
    if (known) known.otherNames.push(path);
    else found.set(keyText, { path, key, otherNames: [] });
  }
  const named = new Set([...found.values()].map(({ path }) => queueKeyText(path)));
  const taken = new Set<string>();
  return [...found.values()].map(({ path, key, otherNames }) => {
    let name = path;
    if (taken.has(queueKeyText(path))) {
      do name = told(name, key);
      while (named.has(queueKeyText(name)) || taken.has(queueKeyText(name)));
    }
    taken.add(queueKeyText(name));
    return { path: name, key, byKey: pathByKey(listing, path, key), otherNames };
  });
}

interface ListedQueue {
  readonly path: readonly string[];
  readonly key: readonly (string | number)[];
  readonly otherNames: (readonly string[])[];
}

function isWhole<T>(parts: readonly (T | undefined)[]): parts is readonly T[] {
  return parts.every((part) => part !== undefined);
}

function told(path: readonly string[], key: readonly (string | number)[]): readonly string[] {
  return [...path.slice(0, -1), `${path.at(-1)} (${String(key.at(-1)).trimEnd()})`];
}

/** The path as a map file has it that was made with numbers shown. */
function pathByKey(
  { keyLevels }: QueueListing,
  path: readonly string[],
  key: readonly (string | number)[],
): readonly string[] {
  const numbered = [...path];
  keyLevels.forEach((level, index) => {
    if (level !== undefined) numbered[level] = String(key[index]).trimEnd();
  });
  return numbered;
}

/** Whether the queue can be asked for: rows of the tree may have a level too few (null). */
export function hasWholeKey({ queueKey }: CallSource, { key }: ExternalQueue): boolean {
  return key.length === queueKey.length;
}

/** Queues by the text of their path; also by other names and by their numbers, where no queue is called like that. */
export function queuesByPath(queues: readonly ExternalQueue[]): Map<string, ExternalQueue> {
  const byPath = new Map<string, ExternalQueue>();
  for (const queue of queues) {
    for (const name of queue.otherNames ?? []) byPath.set(queueKeyText(name), queue);
  }
  for (const queue of queues) if (queue.byKey) byPath.set(queueKeyText(queue.byKey), queue);
  for (const queue of queues) byPath.set(queueKeyText(queue.path), queue);
  return byPath;
}

/** Without `QueueSQL`: what stands in the call data's own queue columns. */
export function distinctKeysSql(source: CallSource): string {
  const columns = source.queueKey.map((column) => column.expression);
  const conditions = rowConditions(source);
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  // By number, since not every product orders by an expression.
  const order = columns.map((_, index) => index + 1);
  return `SELECT DISTINCT ${columns.join(', ')} FROM ${source.table}${where} ORDER BY ${order.join(', ')}`;
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
