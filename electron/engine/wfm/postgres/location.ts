import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { XlinkError } from '#shared/rpc/errors.ts';

/** Where a PostgreSQL store is, and how to log in. */
export interface PostgresLocation {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** Asked for each connection: a password set meanwhile counts. Undefined: the server may want none. */
  readonly password: () => Promise<string | undefined>;
  /** The schema that holds the tables of the store: one database can have several stores. */
  readonly schema: string;
  /** Undefined: without encryption. */
  readonly tls: ConnectionOptions | undefined;
  /** The address for a reader: everything but the password. */
  readonly shown: string;
}

const DEFAULT_SCHEMA = 'xlink';
const knownParameters = ['sslmode', 'sslrootcert', 'schema'];
const sslModes = ['disable', 'require', 'verify-ca', 'verify-full'] as const;
type SslMode = (typeof sslModes)[number];

/** Whether the text names a PostgreSQL store (another one names a file). */
export function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//i.test(text.trim());
}

/** Whether a password stands in the address. */
export function hasPassword(url: string): boolean {
  try {
    return new URL(url).password !== '';
  } catch {
    return false;
  }
}

/**
 * Reads `postgresql://user@host:5432/database?sslmode=…&schema=…`. `sslmode` is as for libpq: `disable`, `require`
 * (encrypted, whoever answers), `verify-ca`, `verify-full`, the last two with `sslrootcert=FILE` where the authority
 * is not one the system knows. Without it servers elsewhere are asked for encryption, the own machine is not.
 * What `password` gives counts before the one in the address.
 *
 * Throws `STORE_URL_INVALID`, which never shows what was written: a password may be in there.
 */
export function postgresLocation(
  url: string,
  password: () => Promise<string | undefined> = async () => undefined,
): PostgresLocation {
  let parsed: URL;
  let parts: { user: string; written: string; database: string };
  try {
    parsed = new URL(url.trim());
    parts = {
      user: decodeURIComponent(parsed.username),
      written: decodeURIComponent(parsed.password),
      database: decodeURIComponent(parsed.pathname.replace(/^\//, '')),
    };
  } catch {
    throw malformed();
  }
  const { user, written, database } = parts;
  const isWhole = isPostgresUrl(url) && parsed.hostname !== '' && user !== '' && database !== '';
  if (!isWhole || database.includes('/')) throw malformed();
  const unknown = [...parsed.searchParams.keys()].find((name) => !knownParameters.includes(name));
  if (unknown !== undefined) {
    throw invalid(`has "${unknown}". It may have ${knownParameters.join(', ')}.`, 'parameter', {
      name: unknown,
      known: knownParameters,
    });
  }
  const schema = parsed.searchParams.get('schema') ?? DEFAULT_SCHEMA;
  // It is put into statements and into the options of a connection.
  if (!/^[a-z_][a-z0-9_]{0,40}$/.test(schema)) {
    throw invalid('names a schema that is no plain name. Use lower case letters, digits and _.', 'schema');
  }
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  const port = parsed.port === '' ? 5432 : Number(parsed.port);
  return {
    host,
    port,
    database,
    user,
    password: async () => (await password()) ?? (written === '' ? undefined : written),
    schema,
    tls: tlsOptions(host, parsed.searchParams.get('sslmode'), parsed.searchParams.get('sslrootcert')),
    shown: withoutPassword(parsed),
  };
}

/** The address as it may be shown: a text that is no address is not shown at all. */
export function shownUrl(url: string): string {
  try {
    return withoutPassword(new URL(url.trim()));
  } catch {
    return 'postgresql://…';
  }
}

function withoutPassword(url: URL): string {
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
}

function tlsOptions(
  host: string,
  mode: string | null,
  rootFile: string | null,
): ConnectionOptions | undefined {
  const isHere = host === 'localhost' || host === '::1' || host.startsWith('127.');
  const wanted = mode ?? (isHere ? 'disable' : 'require');
  if (!sslModes.includes(wanted as SslMode)) {
    throw invalid(`has an sslmode that is not known. It may be ${sslModes.join(', ')}.`, 'sslmode', {
      known: sslModes,
    });
  }
  if (wanted === 'disable') return undefined;
  if (wanted === 'require' && rootFile === null) return { rejectUnauthorized: false };
  return {
    ...(rootFile === null ? {} : { ca: readRoot(rootFile) }),
    // An authority that signs for one server only need not know its name.
    ...(wanted === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
  };
}

function readRoot(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw invalid(`names ${file} as sslrootcert, which cannot be read (${reason}).`, 'root-certificate', {
      file,
      reason,
    });
  }
}

function malformed(): XlinkError {
  return invalid('is not whole. Write postgresql://user@host:5432/database.', 'form');
}

function invalid(what: string, variant: string, details: Readonly<Record<string, unknown>> = {}): XlinkError {
  return new XlinkError(
    'STORE_URL_INVALID',
    `The address of the store (StoreUrl in the section [DB] of isps_ul.ini, or XLINK_STORE_URL) ${what}`,
    { variant, ...details },
  );
}
