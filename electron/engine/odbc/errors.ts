import { XlinkError } from '#shared/rpc/errors.ts';
import { attributeOf, secretsOf } from './connectionString.ts';
import { dataSourceInUse, isSeen } from './data-source-in-use.ts';
import type { DataSources } from './dataSources.ts';
import { type ErrorKind, kindByNativeCode, kindsByState, kindsByWords } from './error-kinds.ts';
import { type Bitness, programBitness } from './library.ts';

/** One diagnostic record as the driver gave it. */
interface Diagnostic {
  readonly state: string;
  readonly code: number;
  readonly message: string;
}

export interface OdbcErrorContext {
  readonly connectionString: string;
  readonly statement?: string;
  /** For a data source or driver that is missing: what there is. */
  readonly found?: DataSources;
  /** The driver that the connection string leads to. */
  readonly driver?: { readonly name: string; readonly bitness?: Bitness } | undefined;
}

/**
 * What a driver said, as an XlinkError: SQLSTATE, native code and its words kept, a fact and the next step as the
 * message. Secrets of the connection string are taken out of everything.
 */
export function odbcError(thrown: unknown, context: OdbcErrorContext): XlinkError {
  if (thrown instanceof XlinkError) return thrown;
  const diagnostics = diagnosticsOf(thrown);
  const clean = scrubber(context.connectionString);
  const first = diagnostics[0];
  const driverText = clean(
    diagnostics.map(({ message }) => oneLine(message)).join(' · ') || oneLine(messageOf(thrown)),
  );
  const known = kindOf(diagnostics, driverText);
  const details: Record<string, unknown> = {
    ...(first ? { sqlState: first.state, nativeCode: first.code } : {}),
    driverText,
    ...(context.statement === undefined ? {} : { statement: clean(context.statement) }),
  };
  if (!known) return new XlinkError('ODBC_ERROR', `The driver says: ${driverText}`, details);
  const state = first ? `${first.state} · ` : '';
  const words = known.quotesDriver ? ` The driver says: ${driverText}` : '';
  const choice = context.found
    ? whatThereIs(known, context.connectionString, context.found, context.driver)
    : undefined;
  return new XlinkError(
    choice?.code ?? known.code,
    `${state}${choice?.advice ?? known.advice}${words}`,
    { ...details, ...(choice?.details ?? (known.variant ? { variant: known.variant } : {})) },
    { retryable: known.retryable },
  );
}

export function statementError(thrown: unknown, statement: string, connectionString: string): XlinkError {
  return odbcError(thrown, { connectionString, statement });
}

interface Choice {
  readonly code?: string;
  readonly advice: string;
  readonly details: Record<string, unknown>;
}

/** A missing data source or driver is best answered by those that exist, or by what is wrong with the one there is. */
function whatThereIs(
  { code, advice }: ErrorKind,
  connectionString: string,
  found: DataSources,
  driver: OdbcErrorContext['driver'],
): Choice | undefined {
  const dsn = attributeOf(connectionString, 'DSN');
  if (code === 'ODBC_DRIVER_MISSING' || code === 'ODBC_NO_DATA_SOURCE' || code === 'ODBC_ARCHITECTURE') {
    const other = otherBitness(found, dsn, driver);
    if (other) return other;
  }
  const installed = [...new Set(found.drivers.map(({ name }) => name))];
  const drivers = `Installed drivers: ${installed.join(', ') || 'none'}.`;
  if (code === 'ODBC_DRIVER_MISSING') {
    return { advice: `${advice} ${drivers}`, details: { drivers: installed } };
  }
  if (code !== 'ODBC_NO_DATA_SOURCE') return undefined;
  const seen = found.dataSources.filter((source) => isSeen(source, programBitness));
  const names = [...new Set(seen.map(({ name }) => name))];
  if (dsn === undefined) {
    return {
      advice: `The connection string names no data source and no driver that exists. ${drivers}`,
      details: { found: names, drivers: installed, variant: 'nameless' },
    };
  }
  const others = names.length > 0 ? `Found here: ${names.join(', ')}.` : 'None is defined on this machine.';
  const isLong = dsn.length > maxDsnCharacters;
  const tooLong = isLong ? ` A name has ${maxDsnCharacters} characters at most.` : '';
  return {
    advice: `There is no data source named "${dsn}".${tooLong} ${others}`,
    details: {
      dsn,
      found: names,
      ...(isLong ? { characters: maxDsnCharacters, variant: 'too-long' } : {}),
    },
  };
}

/** Driver managers say "not found" of what is there for programs of the other bitness. */
function otherBitness(
  found: DataSources,
  dsn: string | undefined,
  driver: OdbcErrorContext['driver'],
): Choice | undefined {
  const hidden =
    dsn !== undefined && dataSourceInUse(found.dataSources, dsn) === undefined
      ? found.dataSources.find(({ name }) => name.toLowerCase() === dsn.toLowerCase())
      : undefined;
  if (hidden) {
    return {
      code: 'ODBC_ARCHITECTURE',
      advice: kindsByState.IM014!.advice,
      details: { dsn, bits: hidden.onlyForBits, programBits: programBitness },
    };
  }
  if (driver?.bitness === undefined || driver.bitness === programBitness) return undefined;
  return {
    code: 'ODBC_ARCHITECTURE',
    advice: `The driver ${driver.name} is ${driver.bitness}-bit, this program is ${programBitness}-bit and cannot load it. Install the ${programBitness}-bit driver.`,
    details: {
      driver: driver.name,
      bits: driver.bitness,
      programBits: programBitness,
      variant: 'driver',
    },
  };
}

const maxDsnCharacters = 32;

/** The driver manager's own states are exact, native codes more so than words, words more than other states. */
function kindOf(diagnostics: readonly Diagnostic[], text: string): ErrorKind | undefined {
  const driverManager = diagnostics.find(({ state }) => state.startsWith('IM'));
  const byManager = driverManager && kindsByState[driverManager.state];
  if (byManager) return byManager;
  for (const { message, code } of diagnostics) {
    const found = kindByNativeCode(message, code);
    if (found) return found;
  }
  const byWords = kindsByWords.find(([pattern]) => pattern.test(text))?.[1];
  if (byWords) return byWords;
  for (const { state } of diagnostics) {
    const found = kindsByState[state];
    if (found) return found;
  }
  return undefined;
}

function diagnosticsOf(thrown: unknown): Diagnostic[] {
  const records = (thrown as { odbcErrors?: unknown } | null)?.odbcErrors;
  if (!Array.isArray(records)) return [];
  return records.map((record: Partial<Diagnostic>) => ({
    state: String(record.state ?? ''),
    code: Number(record.code ?? 0),
    message: String(record.message ?? ''),
  }));
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

/** Drivers repeat parts of the connection string in their words, as they were written and as they were read. */
function scrubber(connectionString: string): (text: string) => string {
  const secrets = secretsOf(connectionString)
    .filter((secret) => secret.length >= 3)
    .flatMap((secret) => [secret.replaceAll('}', '}}'), secret]);
  return (text) =>
    secrets
      .reduce((clean, secret) => clean.replaceAll(secret, '••••'), text)
      .replace(/\b(pwd|password)\s*=\s*(\{(?:[^}]|\}\})*\}?|[^;\s]*)/gi, '$1=••••');
}
