import { type Concept, conceptOf } from '#shared/domain/mapping/synonyms.ts';
import type { PlannedMapping } from '../plan.ts';

/**
 * What a value is to the checks. `leaving`: calls that were offered and may have gone elsewhere (overflow, busy,
 * requeued, short abandoned, handled by whomever); `arriving`: calls that came from elsewhere; `handling`: time that only
 * answered calls can make.
 */
export type FigureKind =
  | 'offered'
  | 'answered'
  | 'abandoned'
  | 'leaving'
  | 'arriving'
  | 'handling'
  /** Something else that is counted. */
  | 'count'
  | 'other';

/**
 * By the names that the pairing of value types knows: that of the WFM value type or, where it may mean several
 * things, that of the external ones when all say the same.
 */
export function figureKind({
  valueType,
  sources,
}: Pick<PlannedMapping, 'valueType' | 'sources'>): FigureKind {
  const own = conceptOf(valueType);
  if (own?.certain) return kindOfConcept(own);
  const external = sources.map((source) => conceptOf(source.valueType.name));
  const first = external[0];
  if (!first?.certain || !external.every((concept) => concept?.certain && concept.id === first.id))
    return 'other';
  // A name that says something else than its source is not overruled.
  return own === undefined || own.id === first.id ? kindOfConcept(first) : 'other';
}

const counted = [
  'offered',
  'answered',
  'abandoned',
  'overflow',
  'busy',
  'disconnect',
  'requeue',
  'short',
  'transfer',
];
const workedOut = ['time', 'average', 'maximum', 'rate', 'staff'];
const handled = ['talk', 'handle', 'hold', 'wrap'];
/** Not of calls that were offered: time of those that agents make, and of agents who wait for the next. */
const notHandled = ['wait', 'ring', 'out', 'in', 'staff'];
const left = ['overflow', 'busy', 'disconnect', 'requeue', 'short'];

function kindOfConcept({ id }: Concept): FigureKind {
  if (id === 'offered' || id === 'answered' || id === 'abandoned') return id;
  const said = new Set(id.split(' '));
  const says = (words: readonly string[]) => words.some((word) => said.has(word));
  // Words that nobody knows, such as those of `handled by other queue`; a number is the step of a ladder.
  const saysMore = /"[^"\d][^"]*"/.test(id);
  if (said.has('time')) return says(handled) && !says(notHandled) && !saysMore ? 'handling' : 'other';
  if (says(workedOut) || !says(counted)) return 'other';
  if (said.has('in') && said.has('overflow')) return 'arriving';
  if (says(left)) return 'leaving';
  return saysMore && said.has('answered') && !said.has('level') ? 'leaving' : 'count';
}
