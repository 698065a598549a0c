import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { MatchRow } from '#shared/contract/match.ts';
import { useStore } from '../../state/index.ts';
import {
  type Answers,
  type Choices,
  type ExternalQueue,
  filterLines,
  isSure,
  type KindPairs,
  kindPairs,
  type MatchFilter,
  type MatchKind,
  type MatchLine,
  matchLines,
  SURE,
  type WfmQueueName,
  withAnswer,
} from './match-model.ts';

export interface MatchWork {
  readonly lines: readonly MatchLine[];
  /** Those that the filter shows. */
  readonly shown: readonly MatchLine[];
  readonly filter: MatchFilter;
  readonly answers: Answers;
  /** By kind of external queues: what would be mapped, what is to be asked. */
  readonly pairsOf: ReadonlyMap<string, KindPairs>;
  /** The WFM queue whose value types are shown. */
  readonly expanded: number | null;
  /** An accepted line with value types that nobody has answered for yet, and how many. */
  readonly asking: { readonly queueId: number; readonly open: number } | undefined;
  /** Whether anything would be lost by leaving. */
  readonly isTouched: boolean;
  readonly expand: (queueId: number | null) => void;
  readonly setFilter: (change: Partial<MatchFilter>) => void;
  readonly accept: (queueIds: readonly number[], isAccepted: boolean) => void;
  readonly acceptSure: () => void;
  /** A queue that a person chose is accepted; null leaves the WFM queue unmapped. */
  readonly choose: (queueId: number, queue: ExternalQueue | null) => void;
  /** Forgets what was decided; answers about value types stay. */
  readonly reset: () => void;
  readonly answer: (kind: string, valueTypeId: number, valueType: string | null) => void;
}

const nothing: ReadonlySet<number> = new Set();

/** What was proposed, and what a person makes of it until it is applied. */
export function useMatch(rows: readonly MatchRow[], kinds: readonly MatchKind[]): MatchWork {
  const wfm = useStore((state) => state.wfm);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [accepted, setAccepted] = useState(nothing);
  const [answers, setAnswers] = useState<Answers>(new Map());
  const [filter, setFilter] = useState<MatchFilter>({ text: '', show: 'all', threshold: SURE });

  const names = useMemo(() => namesOf(wfm?.queues ?? []), [wfm]);
  const lines = useMemo(() => matchLines(rows, names, choices, accepted), [rows, names, choices, accepted]);
  // Letters stand at once, thousands of rows follow.
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filterLines(lines, wanted), [lines, wanted]);
  const valueTypes = wfm?.valueTypes;
  const pairsOf = useMemo(() => {
    const ids = (valueTypes ?? []).map(({ id }) => id);
    return new Map(kinds.map((kind) => [kind.id, kindPairs(kind, answers, ids)]));
  }, [kinds, answers, valueTypes]);

  const [expanded, expand] = useState<number | null>(null);
  const openOf = (kind: string | undefined) => (kind === undefined ? 0 : (pairsOf.get(kind)?.open ?? 0));
  const asked = lines.find(({ isAccepted, choice }) => isAccepted && openOf(choice?.kind) > 0);

  const accept = useCallback((queueIds: readonly number[], isAccepted: boolean) => {
    setAccepted((before) => {
      const after = new Set(before);
      for (const id of queueIds) {
        if (isAccepted) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }, []);
  const choose = useCallback(
    (queueId: number, queue: ExternalQueue | null) => {
      setChoices((before) => new Map(before).set(queueId, queue));
      accept([queueId], queue !== null);
    },
    [accept],
  );

  return {
    lines,
    shown,
    filter,
    answers,
    pairsOf,
    expanded,
    asking: asked && { queueId: asked.queueId, open: openOf(asked.choice?.kind) },
    isTouched: accepted.size > 0 || choices.size > 0 || answers.size > 0,
    expand,
    setFilter: (change) => setFilter((before) => ({ ...before, ...change })),
    accept,
    acceptSure: () =>
      accept(
        lines.filter((line) => isSure(line, filter.threshold)).map(({ queueId }) => queueId),
        true,
      ),
    choose,
    reset: () => {
      setChoices(new Map());
      setAccepted(nothing);
      expand(null);
    },
    answer: (kind, valueTypeId, valueType) =>
      setAnswers((before) => withAnswer(before, kind, valueTypeId, valueType)),
  };
}

function namesOf(
  queues: readonly { readonly id: number; readonly name: string; readonly parentId: number | null }[],
): ReadonlyMap<number, WfmQueueName> {
  const byId = new Map(queues.map((queue) => [queue.id, queue]));
  return new Map(
    queues.map(({ id, name, parentId }) => {
      const parents: string[] = [];
      for (let at = parentId; at !== null; at = byId.get(at)?.parentId ?? null) {
        parents.unshift(byId.get(at)?.name ?? '');
      }
      const above = parents.join(' › ');
      return [id, { name, parents: above, text: `${above} ${name}` }];
    }),
  );
}
