import type { ExternalTree } from '#shared/contract/tree.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { callSources, externalSystem, systemConnection } from '../home/systems.ts';
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
    const sources = callSources(system);
    const connection = await openConnection(connectionStringOf(await systemConnection(home, system)), {
      connectTimeoutMs,
      ...(signal ? { signal } : {}),
    });
    try {
      const kinds: ExternalTree['kinds'] = [];
      for (const source of sources) {
        const queues = await readExternalQueues(connection, source, signal);
        kinds.push({
          id: source.kind,
          queues: queues.map((queue) => [...queue.path]),
          valueTypes: source.valueTypes.map((type) => type.name),
        });
      }
      const elapsedMs = Date.now() - startedMs;
      const counted = kinds.map(
        ({ id, queues, valueTypes }) =>
          `${id === '' ? '' : `${id}: `}${queues.length} queues, ${valueTypes.length} value types`,
      );
      home.logs.write(
        'call_tree.log',
        `${system.name}: ${counted.join('; ')} read in ${elapsedMs} ms by ${connection.driver.name}`,
      );
      return {
        system: system.name,
        kinds,
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
