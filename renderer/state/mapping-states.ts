import { type MappingStates, mappingStates } from '#shared/domain/mapping/states.ts';
import type { ConsoleState } from './state.ts';

type Inputs = Pick<ConsoleState, 'mappings' | 'wfm' | 'trees'>;

let known: { readonly inputs: Inputs; readonly states: MappingStates } | undefined;

/** What is unmapped, mapped several times and broken; worked out once for each reading of what it depends on. */
export function statesOf({ mappings, wfm, trees }: Inputs): MappingStates {
  if (
    known === undefined ||
    known.inputs.mappings !== mappings ||
    known.inputs.wfm !== wfm ||
    !sameTrees(known.inputs.trees, trees)
  ) {
    const states = mappingStates({
      mappings: mappings ?? [],
      queues: wfm?.queues ?? [],
      valueTypes: wfm?.valueTypes ?? [],
      trees: Object.values(trees).flatMap(({ tree }) => tree ?? []),
    });
    known = { inputs: { mappings, wfm, trees }, states };
  }
  return known.states;
}

/** A tree that is being read again is the one before until it is there. */
function sameTrees(a: Inputs['trees'], b: Inputs['trees']): boolean {
  const names = Object.keys(b);
  return (
    a === b ||
    (Object.keys(a).length === names.length && names.every((name) => a[name]?.tree === b[name]?.tree))
  );
}
