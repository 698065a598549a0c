import { XlinkError } from '#shared/rpc/errors.ts';
import { cancelled } from './abandon.ts';
import { attributeOf, withDefaults } from './connectionString.ts';
import { driverEntryOf, driverInUse, driverOf } from './data-source-in-use.ts';
import { listDataSources } from './dataSources.ts';
import { type DriverTraits, driverTraits } from './drivers.ts';
import { odbcError } from './errors.ts';
import { allRows, type NativeConnection, nativeConnect } from './native.ts';
import { type Database, identifyDatabase } from './product.ts';

/** A connection as the package gives it, with what was learned about its driver and its database. */
export interface Connected {
  readonly native: NativeConnection;
  /** The name of the driver, or its library. */
  readonly driverName: string;
  readonly traits: DriverTraits;
  readonly database: Database;
  /** Ends the statement that runs, from a second connection; undefined where the driver does that well itself. */
  readonly cancelAside: (() => Promise<void>) | undefined;
}

export interface ConnectOptions {
  readonly connectTimeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

const asideTimeoutSeconds = 2;

/**
 * @throws XlinkError `ODBC_CONNECT_TIMEOUT` (retryable), `CANCELLED`, or what the driver says, see `errors.ts`.
 */
export async function connect(connectionString: string, options: ConnectOptions): Promise<Connected> {
  if (options.signal?.aborted) throw cancelled();
  const found = await listDataSources();
  const reference = {
    dsn: attributeOf(connectionString, 'DSN'),
    driver: attributeOf(connectionString, 'Driver'),
  };
  const opening = open(connectionString, driverOf(found, reference), options.connectTimeoutMs);
  try {
    const opened = await withDeadline(opening, options);
    return { ...opened, driverName: driverEntryOf(found, reference)?.name ?? 'ODBC' };
  } catch (thrown) {
    throw odbcError(thrown, { connectionString, found, driver: await driverInUse(found, reference) });
  }
}

type Opened = Omit<Connected, 'driverName'>;

async function open(connectionString: string, driverText: string, timeoutMs: number): Promise<Opened> {
  const traits = driverTraits(driverText);
  const reach = (attributes: Readonly<Record<string, string>>, seconds: number) =>
    nativeConnect(
      withDefaults(connectionString, {
        ...attributes,
        ...(traits.loginTimeoutAttribute ? { [traits.loginTimeoutAttribute]: String(seconds) } : {}),
      }),
      seconds,
    );
  // The driver has to end by itself as well: as long as it tries, the package lets nobody else connect. A second after
  // the deadline, so that it is always the deadline that is reported and not, now and then, what the driver calls it.
  const native = await reach(traits.attributes, Math.ceil(timeoutMs / 1000) + 1);
  try {
    const database = await identifyDatabase(native, driverText);
    const { sideCancel } = traits;
    if (!sideCancel) return { native, traits, database, cancelAside: undefined };
    const [row] = await allRows(native, sideCancel.sessionSql);
    const session = Number(row?.[0]);
    const cancelAside = async () => {
      const second = await reach({}, asideTimeoutSeconds);
      try {
        await allRows(second, sideCancel.cancelSql(session));
      } finally {
        await second.close();
      }
    };
    return { native, traits, database, cancelAside };
  } catch (thrown) {
    await native.close().catch(() => {});
    throw thrown;
  }
}

/** A connection that arrives after its deadline is closed: nobody waits for it any more. */
function withDeadline(
  opening: Promise<Opened>,
  { connectTimeoutMs, signal }: ConnectOptions,
): Promise<Opened> {
  return new Promise((resolve, reject) => {
    let waiting = true;
    const settle = (): boolean => {
      if (!waiting) return false;
      waiting = false;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      return true;
    };
    const onAbort = () => {
      if (settle()) reject(cancelled());
    };
    const timer = setTimeout(() => {
      if (settle()) reject(connectTimeout(connectTimeoutMs));
    }, connectTimeoutMs);
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    opening.then(
      (opened) => {
        if (settle()) resolve(opened);
        else opened.native.close().catch(() => {});
      },
      (error: unknown) => {
        if (settle()) reject(error);
      },
    );
  });
}

function connectTimeout(timeoutMs: number): XlinkError {
  return new XlinkError(
    'ODBC_CONNECT_TIMEOUT',
    `The data source did not answer within ${Math.round(timeoutMs / 1000)} seconds. Check server name, port and firewall.`,
    { timeoutMs, seconds: Math.round(timeoutMs / 1000) },
    { retryable: true },
  );
}
