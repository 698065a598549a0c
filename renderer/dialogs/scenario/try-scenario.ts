import { runScenario, type ScenarioError, type ScenarioProgram } from '#shared/domain/scenario/index.ts';

export type TryOutcome =
  | {
      readonly kind: 'result';
      /** As the script leaves it: the value × 100. */
      readonly result: number;
      /** As an import would store it: decimals of the result are cut off. */
      readonly stored: number;
    }
  | { readonly kind: 'fault'; readonly error: ScenarioError };

export interface TryInput {
  readonly paras: readonly number[];
  /** Sunday 1 … Saturday 7. */
  readonly weekday: number;
  /** Since midnight. */
  readonly minutes: number;
}

/** Runs a compiled script on typed values; one that does not end is stopped long before a reader would wait for it. */
export function tryScenario(program: ScenarioProgram, input: TryInput): TryOutcome {
  const outcome = runScenario(program, input, { steps: 500_000 });
  return outcome.ok
    ? { kind: 'result', result: outcome.result, stored: outcome.valueHundredths / 100 }
    : { kind: 'fault', error: outcome.error };
}

/** A number as it is typed, with a decimal point or comma; undefined when it is none. */
export function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** Minutes since midnight of `9:15` or `09:15`; undefined when it is no time of day. */
export function minutesOf(text: string): number | undefined {
  const match = /^\s*(\d{1,2})[:.h](\d{2})\s*$/.exec(text);
  if (match === null) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}
