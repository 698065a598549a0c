/** What an {@link XlinkError} looks like on the wire, in `--json` output and in the store. */
export interface ErrorShape {
  /** Stable, greppable, listed in docs/errors.md, for example `ODBC_NO_DATA_SOURCE`. */
  readonly code: string;
  /** States a fact and the next step, in the reader's words. Never holds a secret. */
  readonly message: string;
  /** Facts a program or a support person can use: SQLSTATE, file, line, key, the DSNs that exist. */
  readonly details: Readonly<Record<string, unknown>>;
  /** True when the same request may succeed later without a change by the operator. */
  readonly retryable: boolean;
}

/** The one error that crosses boundaries (process, contract, command line). */
export class XlinkError extends Error implements ErrorShape {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly retryable: boolean;

  constructor(
    code: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    options: { retryable?: boolean; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'XlinkError';
    this.code = code;
    this.details = details;
    this.retryable = options.retryable ?? false;
  }

  toJSON(): ErrorShape {
    return { code: this.code, message: this.message, details: this.details, retryable: this.retryable };
  }
}

/** The shape of any thrown value; what is not an {@link XlinkError} becomes `INTERNAL`. */
export function errorShape(thrown: unknown): ErrorShape {
  if (thrown instanceof XlinkError) return thrown.toJSON();
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'INTERNAL', message, details: {}, retryable: false };
}

/** An {@link XlinkError} made again from its shape, on the far side of a boundary. */
export function errorFromShape(shape: ErrorShape): XlinkError {
  return new XlinkError(shape.code, shape.message, shape.details, { retryable: shape.retryable });
}
