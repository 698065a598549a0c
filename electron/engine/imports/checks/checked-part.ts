import { zoneOf } from '#shared/domain/time/zone.ts';
import { type CallSource, sourceId } from '../../interfaces/call-source.ts';
import type { PlannedMapping, PlannedPart } from '../plan.ts';
import { type FigureKind, figureKind } from './figure-kind.ts';
import { type Series, seriesThatFit } from './history.ts';

/** The mappings of a WFM queue by what they are to the checks. */
export interface CheckedQueue {
  readonly mappings: readonly PlannedMapping[];
  /** None where there are two of them: which one belongs to the others is not known. */
  readonly offered: PlannedMapping | undefined;
  readonly answered: PlannedMapping | undefined;
  readonly abandoned: PlannedMapping | undefined;
  readonly leaving: readonly PlannedMapping[];
  readonly arriving: readonly PlannedMapping[];
  readonly handling: readonly PlannedMapping[];
  /** All that count calls, the most telling first. */
  readonly counting: readonly PlannedMapping[];
  /** The first of them. */
  readonly counted: PlannedMapping | undefined;
}

const countingKinds: readonly FigureKind[] = [
  'offered',
  'answered',
  'abandoned',
  'leaving',
  'arriving',
  'count',
];

export function checkedQueues({ mappings }: PlannedPart): CheckedQueue[] {
  const kinds = new Map(mappings.map((mapping) => [mapping, figureKind(mapping)]));
  return [...Map.groupBy(mappings, ({ queueId }) => queueId).values()].map((ofQueue) => {
    const all = (kind: FigureKind) => ofQueue.filter((mapping) => kinds.get(mapping) === kind);
    const only = (kind: FigureKind) => {
      const found = all(kind);
      return found.length === 1 ? found[0] : undefined;
    };
    const counting = countingKinds.flatMap(all);
    return {
      mappings: ofQueue,
      offered: only('offered'),
      answered: only('answered'),
      abandoned: only('abandoned'),
      leaving: all('leaving'),
      arriving: all('arriving'),
      handling: all('handling'),
      counting,
      counted: counting[0],
    };
  });
}

/** The sources of the part, each with the mappings that it feeds alone. */
export function checkedSources({
  mappings,
  needs,
}: PlannedPart): { readonly source: CallSource; readonly mappings: ReadonlySet<PlannedMapping> }[] {
  return needs.flatMap(({ source }) => {
    const id = sourceId(source);
    const alone = mappings.filter((mapping) => mapping.sources.every((one) => one.sourceId === id));
    return alone.length === 0 ? [] : [{ source, mappings: new Set(alone) }];
  });
}

/** What is held of former days, as much as may be: the most telling value of each queue first. */
export function seriesOf(queues: readonly CheckedQueue[]): ReadonlyMap<PlannedMapping, Series> {
  const rank = Math.max(0, ...queues.map(({ counting }) => counting.length));
  const inOrder = Array.from({ length: rank }, (_, at) =>
    queues.flatMap(({ counting }) => counting[at] ?? []),
  ).flat();
  const fitting = seriesThatFit(
    inOrder.map((mapping) => ({
      mapping,
      queueId: mapping.queueId,
      valueTypeId: mapping.valueTypeId,
      intervalMinutes: mapping.intervalMinutes,
      zone: zoneOf(mapping.timeZone),
    })),
  );
  return new Map(fitting.map((one) => [one.mapping, one]));
}
