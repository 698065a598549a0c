import type { DataChoice, DataPlace, MappingTarget, WfmData } from '../../state/index.ts';

/** What a choice may begin with, as far as it is known. */
export interface Beginning {
  readonly place?: DataPlace | undefined;
  /** What was shown last. */
  readonly last?: DataChoice | undefined;
  /** What is selected in the window. */
  readonly target: MappingTarget | null;
  readonly queueId: number | null;
  readonly wfm: WfmData;
  readonly isMapped: (target: MappingTarget) => boolean;
}

/** A place shows what it names, the view is otherwise found as it was left; at first it shows what is selected. */
export function startingChoice({ place, last, target, queueId, wfm, isMapped }: Beginning): DataChoice {
  const known = last && {
    ...last,
    queueIds: last.queueIds.filter((id) => wfm.queues.some((queue) => queue.id === id)),
    valueTypeIds: last.valueTypeIds.filter((id) => wfm.valueTypes.some((type) => type.id === id)),
  };
  if (place === undefined && known !== undefined) return known;
  const at: { readonly [Key in keyof MappingTarget]?: number | undefined } = place ??
    target ?? { queueId: firstShown(queueId, wfm, isMapped) };
  const valueTypeIds =
    at.valueTypeId === undefined
      ? typesFor(at.queueId, known?.valueTypeIds, wfm, isMapped)
      : [at.valueTypeId];
  return {
    queueIds: at.queueId === undefined ? [] : [at.queueId],
    valueTypeIds,
    span: place?.day === undefined ? (known?.span ?? 'day') : 'day',
    day: place?.day ?? known?.day,
    startUtc: place?.startUtc,
    weekBefore: known?.weekBefore ?? true,
  };
}

/** The selected queue, unless it is only there to group others: then the first one that gets values. */
function firstShown(
  selected: number | null,
  { queues, valueTypes }: WfmData,
  isMapped: Beginning['isMapped'],
): number | undefined {
  const getsValues = (queueId: number) =>
    valueTypes.some(({ id: valueTypeId }) => isMapped({ queueId, valueTypeId }));
  if (selected !== null && getsValues(selected)) return selected;
  return queues.find(({ id }) => getsValues(id))?.id ?? selected ?? queues[0]?.id;
}

/** Those that were shown, else the first one that is mapped, else the first. */
function typesFor(
  queueId: number | undefined,
  shown: readonly number[] | undefined,
  { valueTypes }: WfmData,
  isMapped: Beginning['isMapped'],
): readonly number[] {
  if (shown !== undefined && shown.length > 0) return shown;
  const mapped = valueTypes.find(({ id }) => queueId !== undefined && isMapped({ queueId, valueTypeId: id }));
  const first = mapped ?? valueTypes[0];
  return first === undefined ? [] : [first.id];
}

/** One curve for each queue and value type, those of one value type side by side. */
export function chosenCurves({ queueIds, valueTypeIds }: DataChoice): MappingTarget[] {
  return valueTypeIds.flatMap((valueTypeId) => queueIds.map((queueId) => ({ queueId, valueTypeId })));
}

/** Adds an id or takes it away; in the order of `all`, so that a colour does not depend on the way to it. */
export function toggled(chosen: readonly number[], id: number, all: readonly number[]): readonly number[] {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return all.filter((one) => next.has(one));
}

export interface PickRow {
  readonly id: number;
  readonly name: string;
  /** How many stand above it. */
  readonly depth: number;
}

/** Queues with groups before what is under them, those whose name or group matches with what is above them. */
export function queueRows(
  { queues }: Pick<WfmData, 'queues'>,
  matches: (text: string) => boolean,
): PickRow[] {
  const known = new Set(queues.map(({ id }) => id));
  const below = Map.groupBy(queues, ({ id, parentId }) =>
    parentId !== null && parentId !== id && known.has(parentId) ? parentId : null,
  );
  const seen = new Set<number>();
  const rowsUnder = (parentId: number | null, depth: number, inMatch: boolean): PickRow[] =>
    (below.get(parentId) ?? []).flatMap((queue) => {
      if (seen.has(queue.id)) return [];
      seen.add(queue.id);
      const isMatch = inMatch || matches(queue.name);
      const under = rowsUnder(queue.id, depth + 1, isMatch);
      return isMatch || under.length > 0 ? [{ id: queue.id, name: queue.name, depth }, ...under] : [];
    });
  return rowsUnder(null, 0, false);
}
