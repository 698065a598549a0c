import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../../home/home.ts';
import { externalSystem, systemConnection } from '../../home/systems.ts';
import { type OdbcConnection, openConnection } from '../../odbc/connection.ts';
import { connectionStringOf } from '../../odbc/connectionString.ts';

const connectTimeoutMs = 15_000;
/** One call of a catalog, or one statement; a table without an index may take as long. */
export const statementTimeoutMs = 20_000;
/** All that is read for one question. */
const wholeTimeoutMs = 60_000;

/**
 * Connects to the system's data source, works, and closes the connection in any case.
 * @throws XlinkError `ODBC_TIMEOUT` when all of it takes longer than a reader waits
 */
export async function withSource<T>(
  home: Home,
  systemName: string,
  signal: AbortSignal,
  work: (connection: OdbcConnection, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const system = await externalSystem(home, systemName);
  const connectionString = connectionStringOf(await systemConnection(home, system));
  const deadline = AbortSignal.timeout(wholeTimeoutMs);
  const either = AbortSignal.any([signal, deadline]);
  const connection = await openConnection(connectionString, { connectTimeoutMs, signal });
  try {
    return await work(connection, either);
  } catch (error) {
    throw deadline.aborted && !signal.aborted ? tookTooLong(wholeTimeoutMs) : error;
  } finally {
    await connection.close();
  }
}

/** For catalog calls, which no driver lets be cancelled: whoever waits is let go, the connection is closed behind. */
export function withinDeadline<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tookTooLong(statementTimeoutMs)), statementTimeoutMs);
    const onAbort = () => reject(new XlinkError('CANCELLED', 'The tables are no longer asked for.'));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    });
  });
}

function tookTooLong(timeoutMs: number): XlinkError {
  const seconds = timeoutMs / 1000;
  return new XlinkError(
    'ODBC_TIMEOUT',
    `No answer within ${seconds} seconds. Check server name, port and firewall; if the step is a statement, whether it needs that long.`,
    { timeoutMs, seconds },
    { retryable: true },
  );
}
