import type { ErrorShape } from '#shared/rpc/errors.ts';

export interface ErrorDescription {
  /** Short facts to stand under the message: the code, SQLSTATE and native code where a driver spoke. */
  readonly facts: readonly string[];
  /** Everything that is known, as text to hand to a colleague. */
  readonly report: string;
}

export function describeError(error: ErrorShape): ErrorDescription {
  const facts = [error.code];
  const sqlState = textOf(error.details.sqlState);
  // Many messages name it at their beginning already.
  if (sqlState !== undefined && !error.message.includes(sqlState)) facts.push(`SQLSTATE ${sqlState}`);
  const native = textOf(error.details.nativeCode);
  if (native !== undefined && native !== '0') facts.push(`native ${native}`);
  const details = Object.entries(error.details).map(([name, value]) => `${name}: ${textOf(value) ?? ''}`);
  return { facts, report: [`${error.code}: ${error.message}`, ...details].join('\n') };
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
