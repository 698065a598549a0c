import Database from 'better-sqlite3';
import { XlinkError } from '#shared/rpc/errors.ts';

/**
 * Runs work on the database file; what SQLite throws becomes an XlinkError that says what to do:
 * `STORE_BUSY` (retryable), `STORE_DISK_FULL`, `STORE_DAMAGED`, `STORE_READ_ONLY`, `STORE_CANNOT_OPEN`,
 * `STORE_FAILED` (retryable where the disk was at fault).
 */
export function withStoreErrors<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw storeError(file, thrown);
  }
}

function storeError(file: string, thrown: unknown): unknown {
  if (!(thrown instanceof Database.SqliteError)) return thrown;
  const details = { file, sqliteCode: thrown.code, sqliteMessage: thrown.message };
  const make = (code: string, message: string, retryable = false) =>
    new XlinkError(code, message, details, { retryable, cause: thrown });
  switch (kindOf(thrown.code)) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return make('STORE_BUSY', `Another program is writing to ${file}. Try again in a moment.`, true);
    case 'SQLITE_FULL':
      return make(
        'STORE_DISK_FULL',
        `The disk that holds ${file} is full. Nothing of this step was written: free some space and try again.`,
        true,
      );
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return make(
        'STORE_DAMAGED',
        `${file} is damaged or no WFM store (${thrown.message}). Put back a copy of it, or save what can be read with "sqlite3 ${file} .recover".`,
      );
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return make(
        'STORE_READ_ONLY',
        `${file} cannot be written. Give this user the right to write it and its folder.`,
      );
    case 'SQLITE_CANTOPEN':
      return make(
        'STORE_CANNOT_OPEN',
        `${file} cannot be opened. See that its folder exists and this user may use it.`,
      );
    default:
      return make(
        'STORE_FAILED',
        `${file} could not be used: ${thrown.message} (${thrown.code}). Try again; if this stays, check the disk.`,
        kindOf(thrown.code) === 'SQLITE_IOERR',
      );
  }
}

/** `SQLITE_IOERR_WRITE` is a kind of `SQLITE_IOERR`. */
function kindOf(code: string): string {
  return code.split('_').slice(0, 2).join('_');
}
