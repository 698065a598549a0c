import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { MatchRow } from '#shared/contract/match.ts';
import { mapQueuesCommands } from '#shared/domain/mapping/whole-queue.ts';
import { useClient, useStore } from '../../state/index.ts';
import { Button, Dialog, EmptyState, ErrorBox, Progress } from '../../ui/index.ts';
import { Question } from '../Question.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { useReading } from '../use-reading.ts';
import { useWords } from '../words.ts';
import { MatchProposals } from './MatchProposals.tsx';
import { type MatchKind, queuePairs } from './match-model.ts';
import { useMatch } from './use-match.ts';
import './match.css';

export interface MatchDialogProps {
  readonly system: string;
  readonly onClose: () => void;
}

const noRows: readonly MatchRow[] = [];
const noKinds: readonly MatchKind[] = [];

/** Proposes an external queue for each WFM queue that has none of the system, and maps what is accepted. */
export function MatchDialog({ system, onClose }: MatchDialogProps) {
  const client = useClient();
  const { t } = useWords();
  const proposals = useReading(
    (signal) => client.call('match.propose', { system }, { signal }),
    [client, system],
  );
  const found = proposals.busy ? undefined : proposals.data;
  const work = useMatch(found?.rows ?? noRows, found?.kinds ?? noKinds);
  const tree = useStore((state) => state.trees[system]?.tree);
  const hasQueues = useStore((state) => state.wfm === undefined || state.wfm.queues.length > 0);
  const failed = useStore((state) => state.notices.find(({ topic }) => topic === 'apply'));
  /** Lines that are being written to `acd_map.ini`; undefined while nothing is. */
  const [writing, setWriting] = useState<number>();
  const [done, setDone] = useState<{ readonly label: string; readonly isUndone: boolean }>();
  const [isLeaving, setLeaving] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const primary = useRef<HTMLButtonElement>(null);
  useFirstFocus(primary);
  useEffect(() => {
    // All queues are there to choose from; the engine has just read them.
    if (found !== undefined && tree === undefined) void useStore.getState().readTree(system, false);
  }, [found, tree, system]);
  useEffect(() => {
    if (done !== undefined) primary.current?.focus();
  }, [done]);
  const external = useMemo(
    () => (tree?.kinds ?? []).flatMap(({ id, queues }) => queues.map((path) => ({ kind: id, path }))),
    [tree],
  );
  const pairs = useMemo(
    () => queuePairs(system, work.lines, work.pairsOf),
    [system, work.lines, work.pairsOf],
  );
  const changes = pairs.reduce((count, one) => count + one.pairs.length, 0);
  const isProposing = found !== undefined && found.rows.length > 0 && done === undefined;
  const blocked =
    pairs.length === 0 ? t('match.applyReason') : changes === 0 ? t('match.applyNothing') : undefined;

  async function apply(): Promise<void> {
    const { mappings, applyCommands, announce } = useStore.getState();
    if (writing !== undefined || isLeaving) return;
    if (blocked !== undefined) return announce(blocked);
    dismissFailure();
    const commands = mapQueuesCommands(pairs, mappings ?? []);
    const label = t('match.done', {
      count: pairs.length,
      system,
      valueTypes: commands.length,
    });
    setWriting(commands.length);
    const isDone = commands.length === 0 || (await applyCommands(commands, label));
    setWriting(undefined);
    if (isDone) setDone({ label, isUndone: false });
  }
  function dismissFailure(): void {
    if (failed !== undefined) useStore.getState().dismissNotice(failed.id);
  }
  async function undo(): Promise<void> {
    if (done === undefined || (await useStore.getState().undo()) === null) return;
    setDone({ ...done, isUndone: true });
    useStore.getState().announce(t('match.undone'));
  }
  function again(): void {
    setDone(undefined);
    work.reset();
    proposals.again();
  }
  function leave(): void {
    // From the value types back into the table, from there out.
    if (document.activeElement?.closest('.match-detail') != null) table.current?.focus();
    else if (isProposing && work.isTouched && writing === undefined) setLeaving(true);
    else onClose();
  }

  return (
    <Dialog
      title={`${t('match.title')} · ${system}`}
      subtitle={
        isProposing
          ? t('match.summary', { count: found.rows.length, external: found.externalQueues })
          : t('match.subtitle')
      }
      size="full"
      onClose={leave}
      footerStart={isProposing && <Foot>{footText()}</Foot>}
      footer={buttons()}
    >
      {failed !== undefined && isProposing && <ErrorBox error={failed.error} onDismiss={dismissFailure} />}
      {body()}
      {isLeaving && (
        <Question
          title={t('common.unsavedTitle')}
          confirmLabel={t('common.discardChanges')}
          danger
          onConfirm={onClose}
          onCancel={() => setLeaving(false)}
        >
          <p>{t('common.unsavedText')}</p>
        </Question>
      )}
    </Dialog>
  );

  function footText(): ReactNode {
    const { asking } = work;
    if (writing !== undefined) {
      const said = t('match.applying', { count: writing });
      return (
        <>
          {said}
          <Progress label={said} fraction={undefined} />
        </>
      );
    }
    if (pairs.length === 0) return t('match.keys');
    return (
      <>
        <span>
          <b>{t('match.accepted', { count: pairs.length })}</b> · {t('match.changes', { count: changes })}
        </span>
        {asking !== undefined && (
          <span className="match-foot__asking">
            {t('match.openQuestions', { count: asking.open })}{' '}
            <Button
              look="link"
              onClick={() => {
                work.setFilter({ text: '', show: 'all' });
                work.expand(asking.queueId);
              }}
            >
              {t('match.answer')}
            </Button>
          </span>
        )}
      </>
    );
  }

  function buttons(): ReactNode {
    if (isProposing) {
      return (
        <>
          <Button onClick={leave}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            disabled={writing !== undefined}
            disabledReason={blocked}
            onClick={() => void apply()}
          >
            {t('match.apply')}
          </Button>
        </>
      );
    }
    return (
      <>
        {done !== undefined && !done.isUndone && (
          <Button onClick={() => void undo()}>{t('match.undo')}</Button>
        )}
        {done !== undefined && <Button onClick={again}>{t('match.again')}</Button>}
        {proposals.busy ? (
          <Button ref={primary} onClick={proposals.stop}>
            {t('common.cancel')}
          </Button>
        ) : (
          <Button ref={primary} look="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        )}
      </>
    );
  }

  function body(): ReactNode {
    if (done !== undefined) {
      return (
        <div className="match-state" role="status">
          <p>{done.isUndone ? t('match.undone') : done.label}</p>
          {!done.isUndone && <p className="field__hint">{t('match.doneHint')}</p>}
        </div>
      );
    }
    if (proposals.busy) {
      const said = t('match.working', { system });
      return (
        <div className="match-state" role="status">
          <p>{said}</p>
          <Progress label={said} fraction={undefined} />
        </div>
      );
    }
    const retry = (
      <Button look="link" onClick={proposals.again}>
        {t('common.retry')}
      </Button>
    );
    if (proposals.error !== undefined) {
      return <ErrorBox title={t('match.failed')} error={proposals.error} actions={retry} />;
    }
    if (!hasQueues) return <EmptyState title={t('match.noQueues')}>{t('match.noQueuesText')}</EmptyState>;
    if (found === undefined) return <EmptyState title={t('match.cancelled')} actions={retry} />;
    if (found.rows.length === 0) {
      return <EmptyState title={t('match.allMapped', { system })}>{t('match.allMappedText')}</EmptyState>;
    }
    return (
      <MatchProposals
        system={system}
        work={work}
        kinds={found.kinds}
        external={external}
        onApply={() => void apply()}
        tableRef={table}
      />
    );
  }
}

function Foot({ children }: { readonly children: ReactNode }) {
  return (
    <span className="match-foot" role="status">
      {children}
    </span>
  );
}
