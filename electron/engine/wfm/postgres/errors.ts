import { XlinkError } from '#shared/rpc/errors.ts';
import type { PostgresLocation } from './location.ts';

/** What a driver or server said, as far as it is read here. */
interface ServerError extends Error {
  readonly code?: string;
  readonly detail?: string;
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  // The server starts, stops, crashed, or has no connection left.
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/** Connection exceptions, and a COPY that was cut off. */
const lostCodes = /^(08|ERR_STREAM_)/;
/** Words of the client library where there is no code. */
const lostWords =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|not queryable/i;
const tlsWords = /does not support SSL|certificate|self[- ]signed|Hostname\/IP does not match|SSL|TLS/i;

/** Whether the same transaction may succeed at once when it is done again. */
export function isPassing(thrown: unknown): boolean {
  const code = (thrown as ServerError | undefined)?.code;
  return code === '40001' || code === '40P01';
}

/**
 * What PostgreSQL or its client library throws, as an XlinkError that says what to do: `STORE_UNREACHABLE` (retryable),
 * `STORE_LOGIN_REFUSED`, `STORE_TLS`, `STORE_CANNOT_OPEN`, `STORE_BUSY` (retryable), `STORE_DISK_FULL` (retryable),
 * `STORE_READ_ONLY`, `STORE_DAMAGED`, `STORE_FAILED`. Never holds the password. Others are given as they are.
 */
export function storeError({ shown, user, database }: PostgresLocation, thrown: unknown): unknown {
  if (thrown instanceof XlinkError || !(thrown instanceof Error)) return thrown;
  const { code, message } = reasonOf(thrown);
  const details = { file: shown, sqlState: code ?? null, reason: message, user, database };
  const make = (name: string, text: string, retryable = false, more: { variant?: string } = {}) =>
    new XlinkError(name, text, { ...details, ...more }, { retryable, cause: thrown });
  // These are told of files as well, in other words.
  const tell = (name: string, text: string, retryable = false, variant = 'server') =>
    make(name, text, retryable, { variant });

  if (
    (code !== undefined && (unreachable.has(code) || lostCodes.test(code))) ||
    (!code && lostWords.test(message))
  ) {
    return make(
      'STORE_UNREACHABLE',
      `The store ${shown} does not answer (${message}). See that the server runs and can be reached from here; what was under way is not written.`,
      true,
    );
  }
  if (code === '28P01' || code === '28000') {
    return make(
      'STORE_LOGIN_REFUSED',
      `${shown} refuses the login of "${user}" (${message}). Give the password with "xlink store password", or in XLINK_STORE_PASSWORD.`,
    );
  }
  switch (code) {
    case '3D000':
      return tell(
        'STORE_CANNOT_OPEN',
        `The server of ${shown} has no database "${database}". Have it made: CREATE DATABASE, owned by "${user}".`,
        false,
        'no-database',
      );
    case '40001':
    case '40P01':
    case '55P03':
      return tell('STORE_BUSY', `Another program is writing to ${shown}. Try again in a moment.`, true);
    case '53100':
      return tell(
        'STORE_DISK_FULL',
        `The disk that holds ${shown} is full. Nothing of this step was written: free some space and try again.`,
        true,
      );
    case '25006':
      return tell(
        'STORE_READ_ONLY',
        `${shown} takes no changes (${message}). Name the primary server: this one is a copy of it.`,
      );
    case '42501':
      return tell(
        'STORE_READ_ONLY',
        `"${user}" may not write to ${shown} (${message}). Let the role own the schema of the store.`,
        false,
        'no-right',
      );
    case 'XX001':
    case 'XX002':
      return tell('STORE_DAMAGED', `${shown} is damaged (${message}). Put back a copy of the database.`);
  }
  if (isServerCode(code)) {
    return tell(
      'STORE_FAILED',
      `${shown} could not be used: ${message} (${code}). Try again; if this stays, ask the administrator of the database.`,
      code.startsWith('53') || code.startsWith('58'),
    );
  }
  if (tlsWords.test(message)) {
    return make(
      'STORE_TLS',
      `No encrypted connection to ${shown} came about (${message}). Correct sslmode and sslrootcert in the address; with sslmode=disable nothing is encrypted.`,
    );
  }
  // A mistake of this program, and no word of the server.
  return thrown;
}

function reasonOf(thrown: ServerError): { code: string | undefined; message: string } {
  // Several addresses of one name were tried.
  const first = thrown instanceof AggregateError ? (thrown.errors[0] as ServerError | undefined) : undefined;
  const code = thrown.code ?? first?.code;
  return { code, message: thrown.message || first?.message || code || thrown.name };
}

/** Five letters and digits: a SQLSTATE. */
function isServerCode(code: string | undefined): code is string {
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code);
}
