import type { ExternalTree } from '#shared/contract/tree.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { callSource, externalSystem, systemConnection } from '../home/systems.ts';
import { openConnection } from '../odbc/connection.ts';
import { connectionStringOf } from '../odbc/connectionString.ts';
import { readExternalQueues } from './read-tree.ts';

export const connectTimeoutMs = 15_000;

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
    const source = callSource(system);
    const connection = await openConnection(connectionStringOf(await systemConnection(home, system)), {
      connectTimeoutMs,
      ...(signal ? { signal } : {}),
    });
    try {
      const queues = await readExternalQueues(connection, source, signal);
      const elapsedMs = Date.now() - startedMs;
      home.logs.write(
        'call_tree.log',
        `${system.name}: ${queues.length} queues, ${source.valueTypes.length} value types read in ${elapsedMs} ms by ${connection.driver.name}`,
      );
      return {
        system: system.name,
        queues: queues.map((queue) => [...queue.path]),
        valueTypes: source.valueTypes.map((type) => type.name),
        readAtUtc: new Date().toISOString(),
        elapsedMs,
        driverName: connection.driver.name,
      };
    } finally {
      await connection.close();
    }
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
