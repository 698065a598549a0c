import type { ExternalTree } from '#shared/contract/tree.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { callSources, externalSystem, systemConnection } from '../home/systems.ts';
import { type OdbcConnection, openConnection } from '../odbc/connection.ts';
import { connectionStringOf } from '../odbc/connectionString.ts';
import { retried } from '../odbc/retry.ts';
import type { CallSource } from './call-source.ts';
import { readExternalQueues } from './read-tree.ts';

export const connectTimeoutMs = 15_000;

const timeoutCodes = new Set(['ODBC_TIMEOUT', 'ODBC_CONNECT_TIMEOUT']);

/**
 * Reads queues and value types of a system at this moment. Whatever goes wrong is thrown, and is in
 * `call_tree.log` with the statement and the driver's words.
 */
export async function readExternalTree(
  home: Home,
  name: string,
  signal?: AbortSignal,
): Promise<ExternalTree> {
  const startedMs = Date.now();
  try {
    const system = await externalSystem(home, name);
    const sources = callSources(system);
    const connectionString = connectionStringOf(await systemConnection(home, system));
    let wasConnected = false;
    const { kinds, driverName } = await retried(
      async () => {
        const connection = await openConnection(connectionString, { connectTimeoutMs, signal });
        wasConnected = true;
        try {
          return { kinds: await readKinds(connection, sources, signal), driverName: connection.driver.name };
        } finally {
          await connection.close();
        }
      },
      {
        signal,
        // What cannot be reached to begin with is said at once, and a deadline is not waited for again.
        isWorthRetrying: ({ code }) => wasConnected && !timeoutCodes.has(code),
        onFailed: ({ code, message }, isTriedAgain) => {
          if (isTriedAgain) home.logs.write('call_tree.log', `${name}: ${code}: ${message} Tried again.`);
        },
      },
    );
    const elapsedMs = Date.now() - startedMs;
    const counted = kinds.map(
      ({ id, queues, valueTypes }) =>
        `${id === '' ? '' : `${id}: `}${queues.length} queues, ${valueTypes.length} value types`,
    );
    home.logs.write(
      'call_tree.log',
      `${system.name}: ${counted.join('; ')} read in ${elapsedMs} ms by ${driverName}`,
    );
    return { system: system.name, kinds, readAtUtc: new Date().toISOString(), elapsedMs, driverName };
  } catch (error) {
    const { code, message, details } = errorShape(error);
    const statement = typeof details.statement === 'string' ? `\nstatement: ${details.statement}` : '';
    const driver =
      typeof details.driverText === 'string'
        ? `\ndriver: ${String(details.sqlState ?? '')} ${details.driverText}`
        : '';
    home.logs.write(
      'call_tree.log',
      `${name}: the tree was not read. ${code}: ${message}${statement}${driver}`,
    );
    throw error;
  }
}

async function readKinds(
  connection: OdbcConnection,
  sources: readonly CallSource[],
  signal: AbortSignal | undefined,
): Promise<ExternalTree['kinds']> {
  const kinds: ExternalTree['kinds'] = [];
  for (const source of sources) {
    const queues = await readExternalQueues(connection, source, signal);
    kinds.push({
      id: source.kind,
      queues: queues.map((queue) => [...queue.path]),
      valueTypes: source.valueTypes.map((type) => type.name),
    });
  }
  return kinds;
}
