import type { Problem } from '#shared/contract/imports.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import type { ValueTypeUnit } from '../wfm/directory.ts';
import type { RunProblem } from '../wfm/store.ts';

/** Names by id, for the places in problems. */
export interface DirectoryNames {
  readonly queues: ReadonlyMap<number, string>;
  readonly valueTypes: ReadonlyMap<number, string>;
  /** Of the value types. */
  readonly units: ReadonlyMap<number, ValueTypeUnit>;
}

export async function directoryNames(home: Home): Promise<DirectoryNames> {
  const { queues, valueTypes } = await home.store.directory();
  return {
    queues: new Map(queues.map((queue) => [queue.id, queue.name])),
    valueTypes: new Map(valueTypes.map((type) => [type.id, type.name])),
    units: new Map(valueTypes.map(({ id, unit }) => [id, unit])),
  };
}

/** What ends a run, as an error: its place among the details, where the message in another language finds it. */
export function problemError({ code, message, details, count: _, ...place }: Problem): ErrorShape {
  return { code, message, details: { ...place, ...details }, retryable: false };
}

/** A stored problem as the contract has it: with names beside the ids, the instant as ISO text. */
export function problemView(problem: RunProblem, names: DirectoryNames): Problem {
  const { startUtc, ...rest } = problem;
  const queue = problem.queueId === undefined ? undefined : names.queues.get(problem.queueId);
  const valueType = problem.valueTypeId === undefined ? undefined : names.valueTypes.get(problem.valueTypeId);
  return {
    ...rest,
    ...(queue === undefined ? {} : { queue }),
    ...(valueType === undefined ? {} : { valueType }),
    ...(startUtc === undefined ? {} : { startUtc: new Date(startUtc * 1000).toISOString() }),
  };
}
