import { type Ref, useCallback, useMemo, useRef } from 'react';
import { useStore } from '../../state/index.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import { MatchTable } from './MatchTable.tsx';
import { MatchToolbar } from './MatchToolbar.tsx';
import type { ExternalQueue, MatchKind } from './match-model.ts';
import type { MatchWork } from './use-match.ts';

export interface MatchProposalsProps {
  readonly system: string;
  readonly work: MatchWork;
  readonly kinds: readonly MatchKind[];
  /** All queues of the system. */
  readonly external: readonly ExternalQueue[];
  readonly onApply: () => void;
  readonly tableRef: Ref<HTMLTableElement>;
}

/** The proposals of a system: filters over them and the table. */
export function MatchProposals({ system, work, kinds, external, onApply, tableRef }: MatchProposalsProps) {
  const wfm = useStore((state) => state.wfm);
  const frame = useRef<HTMLDivElement>(null);
  const table = () => frame.current?.querySelector<HTMLElement>('[role=treegrid]');
  useFirstFocus(table);
  const names = useMemo(() => new Map(wfm?.queues.map(({ id, name }) => [id, name])), [wfm]);
  const nameOf = useCallback((queueId: number) => names.get(queueId) ?? String(queueId), [names]);

  return (
    <div ref={frame} className="match">
      <MatchToolbar work={work} onLeave={() => table()?.focus()} />
      <MatchTable
        system={system}
        work={work}
        kinds={kinds}
        queues={external}
        nameOf={nameOf}
        onApply={onApply}
        tableRef={tableRef}
      />
    </div>
  );
}
