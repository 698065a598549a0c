import type { ErrorShape } from '#shared/rpc/errors.ts';

export interface ErrorDescription {
  /** Short facts to stand under the message: the code, SQLSTATE and native code where a driver spoke. */
  readonly facts: readonly string[];
  /** Everything that is known, as text to hand to a colleague. */
  readonly report: string;
}

/** `message` is the one of the error in the reader's language. */
export function describeError(error: ErrorShape, message = error.message): ErrorDescription {
  const facts = [error.code];
  const sqlState = textOf(error.details.sqlState);
  // Many messages name it at their beginning already.
  if (sqlState !== undefined && !message.includes(sqlState)) facts.push(`SQLSTATE ${sqlState}`);
  const native = textOf(error.details.nativeCode);
  if (native !== undefined && native !== '0') facts.push(`native ${native}`);
  const details = Object.entries(error.details).map(([name, value]) => `${name}: ${textOf(value) ?? ''}`);
  const english = message === error.message ? [] : [error.message];
  return { facts, report: [`${error.code}: ${message}`, ...english, ...details].join('\n') };
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
