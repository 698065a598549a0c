import { useEffect, useMemo, useRef, useState } from 'react';
import type { RunSummary } from '#shared/contract/imports.ts';
import { useFirstFocus } from '../../dialogs/use-first-focus.ts';
import { useWords } from '../../dialogs/words.ts';
import { openDialog } from '../../state/index.ts';
import { Button, Dialog, EmptyState, ErrorBox, Grid, Skeleton } from '../../ui/index.ts';
import { RunFilterBar } from './RunFilterBar.tsx';
import { runColumns } from './run-columns.tsx';
import { everyRun, filterRuns, searchedText, systemsOf } from './run-filter.ts';
import { useRunMenu } from './run-menu.ts';
import { useHistory } from './use-history.ts';
import { useRunRequests } from './use-run-requests.ts';
import './runs.css';

/** What was imported when, and what came of it. */
export function RunsView({ onClose }: { readonly onClose: () => void }) {
  const { t, formats } = useWords();
  const { runs, isWhole, busy, error, readOlder } = useHistory();
  const [filter, setFilter] = useState(everyRun);
  const grid = useRef<HTMLTableElement>(null);
  useFirstFocus(grid, runs !== undefined && runs.length > 0);
  const shown = useMemo(
    () => filterRuns(runs ?? [], filter, (run) => searchedText(run, formats)),
    [runs, filter, formats],
  );
  const isWide = useIsWide();
  const requests = useRunRequests();
  const { asked, refused, dismiss } = requests;
  const { menu, onKey } = useRunMenu(requests);
  const isOfSeveral = useMemo(() => systemsOf(runs ?? []).length > 1, [runs]);
  const columns = useMemo(
    () => runColumns(t, formats, { isWide, isOfSeveral, asked }),
    [t, formats, isWide, isOfSeveral, asked],
  );

  return (
    <Dialog
      title={t('runs.title')}
      size="full"
      onClose={onClose}
      footerStart={
        <>
          <span className="runs__count figure">
            {runs !== undefined && t(isWhole ? 'runs.all' : 'runs.loaded', { count: runs.length })}
          </span>
          {runs !== undefined && !isWhole && (
            <Button disabled={busy} onClick={readOlder}>
              {t('runs.older')}
            </Button>
          )}
        </>
      }
      footer={
        <Button look="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {error !== undefined && <ErrorBox error={error} />}
      {refused !== undefined && <ErrorBox error={refused} onDismiss={dismiss} />}
      {runs === undefined && <Skeleton width="60%" />}
      {runs?.length === 0 && <EmptyState title={t('runs.empty')} />}
      {runs !== undefined && runs.length > 0 && (
        <>
          <RunFilterBar
            runs={runs}
            filter={filter}
            hidden={runs.length - shown.length}
            onFilter={(change) => setFilter((before) => ({ ...before, ...change }))}
            onLeave={() => grid.current?.focus()}
          />
          <Grid
            label={t('runs.table')}
            columns={columns}
            rows={shown}
            rowKey={runKey}
            minWidthPx={904}
            firstSort={{ id: 'runId', isDescending: true }}
            onOpen={({ runId }) => openDialog({ kind: 'run', runId })}
            menu={menu}
            onKey={onKey}
            empty={t('runs.nothingShown')}
            gridRef={grid}
          />
        </>
      )}
    </Dialog>
  );
}

/** Whether there is room for what one can do without. */
const wide = '(width >= 1180px)';

function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => window.matchMedia(wide).matches);
  useEffect(() => {
    const query = window.matchMedia(wide);
    const follow = () => setWide(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isWide;
}

function runKey({ runId }: RunSummary): string {
  return String(runId);
}
