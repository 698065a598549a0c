import type { Problem } from '#shared/contract/imports.ts';
import type { MappingTarget } from '../../state/index.ts';

/** Places of the console that have to do with a problem of a run, the narrowest first. */
export type ProblemJump =
  | {
      readonly kind: 'interval';
      readonly target: MappingTarget;
      readonly day: string;
      readonly startUtc: string | undefined;
    }
  | { readonly kind: 'scenario'; readonly target: MappingTarget; readonly place: ScriptPlace | undefined }
  | { readonly kind: 'mapping'; readonly target: MappingTarget }
  | { readonly kind: 'queue'; readonly queueId: number }
  | { readonly kind: 'system'; readonly system: string };

/** Both from 1. */
export interface ScriptPlace {
  readonly line: number;
  readonly column: number;
}

type Placed = Pick<
  Problem,
  'system' | 'queueId' | 'valueTypeId' | 'day' | 'startUtc' | 'script' | 'line' | 'column'
>;

/** `isKnown` says whether the settings know a system: one that was removed cannot be shown. */
export function problemJumps(problem: Placed, isKnown: (system: string) => boolean): readonly ProblemJump[] {
  const { system, queueId, valueTypeId, day, startUtc, script, line, column } = problem;
  if (queueId !== undefined && valueTypeId !== undefined) {
    const target = { queueId, valueTypeId };
    const place = line === undefined ? undefined : { line, column: column ?? 1 };
    return [
      ...(day === undefined ? [] : [{ kind: 'interval' as const, target, day, startUtc }]),
      ...(script === undefined ? [] : [{ kind: 'scenario' as const, target, place }]),
      { kind: 'mapping', target },
    ];
  }
  if (queueId !== undefined) return [{ kind: 'queue', queueId }];
  return system !== undefined && isKnown(system) ? [{ kind: 'system', system }] : [];
}
