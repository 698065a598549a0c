import { type Ref, useCallback, useMemo, useRef, useState } from 'react';
import { useStore } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import { useWords } from '../words.ts';
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

/** The proposals of a system: filters over them, what is to be asked, the table. */
export function MatchProposals({ system, work, kinds, external, onApply, tableRef }: MatchProposalsProps) {
  const { t } = useWords();
  const wfm = useStore((state) => state.wfm);
  const [expanded, setExpanded] = useState<number | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const table = () => frame.current?.querySelector<HTMLElement>('[role=treegrid]');
  useFirstFocus(table);
  const names = useMemo(() => new Map(wfm?.queues.map(({ id, name }) => [id, name])), [wfm]);
  const nameOf = useCallback((queueId: number) => names.get(queueId) ?? String(queueId), [names]);

  const openOf = (kind: string | undefined) => (kind === undefined ? 0 : (work.pairsOf.get(kind)?.open ?? 0));
  const asking = work.lines.find(({ isAccepted, choice }) => isAccepted && openOf(choice?.kind) > 0);
  return (
    <div ref={frame} className="match">
      <MatchToolbar work={work} onLeave={() => table()?.focus()} />
      {asking !== undefined && (
        <p className="match-open">
          {t('match.openQuestions', { count: openOf(asking.choice?.kind) })}{' '}
          <Button
            look="link"
            onClick={() => {
              work.setFilter({ text: '', show: 'all' });
              setExpanded(asking.queueId);
            }}
          >
            {t('match.answer')}
          </Button>
        </p>
      )}
      <MatchTable
        system={system}
        work={work}
        kinds={kinds}
        queues={external}
        nameOf={nameOf}
        expanded={expanded}
        onExpand={setExpanded}
        onApply={onApply}
        tableRef={tableRef}
      />
    </div>
  );
}
