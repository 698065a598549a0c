/** What has to be known about a driver before it is connected; the reasons are in docs/odbc.md. */
export interface DriverTraits {
  /** Connection attributes that are set unless the connection string or its owner sets them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** False: columns may hold longer texts than they declare. */
  readonly declaredSizesHold: boolean;
}

const usual: DriverTraits = { attributes: {}, declaredSizesHold: true };

const knownDrivers: readonly { readonly pattern: RegExp; readonly traits: DriverTraits }[] = [
  {
    pattern: /sqlite/,
    traits: {
      // Without StepAPI the driver reads the whole result before the first row and takes the type of an expression
      // from its first value: a sum whose first value is 0 loses its decimals in every later row, and 5000000000
      // arrives as 705032704. With it expressions arrive as text, exact. BigInt does the same for declared integers.
      // NoCreat: a mistyped path is an error, not an empty database.
      attributes: { StepAPI: '1', BigInt: '1', NoCreat: '1' },
      declaredSizesHold: false,
    },
  },
  {
    pattern: /psqlodbc|postgres/,
    traits: {
      // Without UseDeclareFetch the driver reads the whole result before the first row.
      attributes: { UseDeclareFetch: '1', Fetch: '1000', BoolsAsChar: '0' },
      declaredSizesHold: false,
    },
  },
];

/** @param driverText the name of the driver, its library, or both. */
export function driverTraits(driverText: string): DriverTraits {
  const text = driverText.toLowerCase();
  return knownDrivers.find(({ pattern }) => pattern.test(text))?.traits ?? usual;
}
