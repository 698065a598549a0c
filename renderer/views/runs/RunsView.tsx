import { useEffect, useMemo, useRef, useState } from 'react';
import type { RunSummary } from '#shared/contract/imports.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import { durationText } from '../../dialogs/run/duration.ts';
import { runTones } from '../../dialogs/run/run-state.ts';
import { useFirstFocus } from '../../dialogs/use-first-focus.ts';
import { type Translate, useWords } from '../../dialogs/words.ts';
import { openDialog, outcomeOf, useClient, useStore } from '../../state/index.ts';
import {
  Button,
  Chip,
  Dialog,
  EmptyState,
  ErrorBox,
  Grid,
  type GridColumn,
  Skeleton,
} from '../../ui/index.ts';
import { RunFilterBar } from './RunFilterBar.tsx';
import { everyRun, filterRuns, mergeRuns, searchedText } from './run-filter.ts';
import './runs.css';

/** As many as the engine gives at once. */
const PAGE = 500;

/** What was imported when, and what came of it. */
export function RunsView({ onClose }: { readonly onClose: () => void }) {
  const { t, formats } = useWords();
  const { runs, isWhole, busy, error, readOlder } = useHistory();
  const [filter, setFilter] = useState(everyRun);
  const grid = useRef<HTMLTableElement>(null);
  useFirstFocus(grid);
  const shown = useMemo(
    () => filterRuns(runs ?? [], filter, (run) => searchedText(run, formats)),
    [runs, filter, formats],
  );
  const isWide = useIsWide();
  const columns = useMemo(() => runColumns(t, formats, isWide), [t, formats, isWide]);

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
            minWidthPx={900}
            firstSort={{ id: 'runId', isDescending: true }}
            onOpen={({ runId }) => openDialog({ kind: 'run', runId })}
            empty={t('runs.nothingShown')}
            gridRef={grid}
          />
        </>
      )}
    </Dialog>
  );
}

/** All runs that were read: the newest follow what happens, older ones come page by page. */
function useHistory() {
  const client = useClient();
  const latest = useStore((state) => state.runs);
  const [older, setOlder] = useState<readonly RunSummary[]>([]);
  const [isWhole, setWhole] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorShape>();
  const runs = useMemo(() => (latest === undefined ? undefined : mergeRuns(latest, older)), [latest, older]);
  const read = async (before: number | undefined) => {
    setBusy(true);
    const outcome = await outcomeOf(
      client.call('runs.list', { limit: PAGE, ...(before === undefined ? {} : { before }) }),
    );
    setBusy(false);
    setError(outcome.ok ? undefined : outcome.error);
    if (!outcome.ok) return;
    setOlder((known) => mergeRuns(outcome.value, known));
    setWhole(outcome.value.length < PAGE);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page, once
  useEffect(() => void read(undefined), []);
  return { runs, isWhole, busy, error, readOlder: () => void read(runs?.at(-1)?.runId) };
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

function runColumns(t: Translate, formats: Formats, isWide: boolean): readonly GridColumn<RunSummary>[] {
  const figure = (id: 'rowsRead' | 'valuesWritten', width: string): GridColumn<RunSummary> => ({
    id,
    title: t(`runs.${id}`),
    width,
    isFigure: true,
    cell: (run) => formats.number(run[id]),
    sortBy: (run) => run[id],
  });
  return [
    {
      id: 'runId',
      title: t('runs.number'),
      width: '76px',
      isFigure: true,
      cell: ({ runId }) => (
        <Button
          look="link"
          tabIndex={-1}
          aria-label={t('runs.show', { runId })}
          onClick={() => openDialog({ kind: 'run', runId })}
        >
          {String(runId)}
        </Button>
      ),
      sortBy: ({ runId }) => runId,
    },
    {
      id: 'status',
      title: t('runs.status'),
      width: 'minmax(168px, 1.4fr)',
      cell: (run) => <RunMarks run={run} />,
      sortBy: ({ status }) => t(`run.status.${status}`),
    },
    {
      id: 'started',
      title: t('runs.started'),
      width: '138px',
      cell: ({ startedUtc }) => formats.dateTime(startedUtc),
      sortBy: ({ startedUtc }) => startedUtc,
    },
    {
      id: 'days',
      title: t('runs.days'),
      width: 'minmax(140px, 1.3fr)',
      cell: ({ fromDay, toDay }) => {
        const days = formats.dayRange(fromDay, toDay);
        return <span title={days}>{formats.dayRangeShort(fromDay, toDay)}</span>;
      },
      sortBy: ({ fromDay, toDay }) => `${fromDay} ${toDay}`,
    },
    {
      id: 'systems',
      title: t('runs.systems'),
      width: 'minmax(84px, 0.8fr)',
      cell: ({ systems }) => <span title={systems.join(', ')}>{systems.join(', ')}</span>,
      sortBy: ({ systems }) => systems.join(', '),
    },
    {
      id: 'origin',
      title: t('runs.origin'),
      width: 'minmax(86px, 0.6fr)',
      cell: ({ origin }) => <span title={t(`runs.origins.${origin}`)}>{t(`runs.origins.${origin}`)}</span>,
      sortBy: ({ origin }) => t(`runs.origins.${origin}`),
    },
    ...(isWide ? [figure('rowsRead', '92px')] : []),
    figure('valuesWritten', '76px'),
    {
      id: 'problems',
      title: t('runs.problems'),
      width: '84px',
      isFigure: true,
      cell: ({ problemCount }) => (
        <span className={problemCount > 0 ? 'runs__problems' : undefined}>
          {formats.number(problemCount)}
        </span>
      ),
      sortBy: ({ problemCount }) => problemCount,
    },
    {
      id: 'duration',
      title: t('runs.duration'),
      width: '62px',
      isFigure: true,
      cell: (run) => {
        const seconds = secondsOf(run);
        return seconds === undefined ? '' : durationText(seconds, t);
      },
      sortBy: secondsOf,
    },
  ];
}

/** Status, and what else tells this run from an everyday import. */
function RunMarks({ run }: { readonly run: RunSummary }) {
  const { t } = useWords();
  return (
    <span className="runs__marks">
      <Chip tone={runTones[run.status]}>{t(`run.status.${run.status}`)}</Chip>
      {run.dryRun && <Chip>{t('run.dryRun')}</Chip>}
      {run.writeNull && <Chip tone="warn">{t('runs.writeNull')}</Chip>}
      {run.undoOf !== undefined && <Chip>{t('runs.undoOf', { runId: run.undoOf })}</Chip>}
      {run.undoneBy !== undefined && <Chip>{t('runs.undoneBy', { runId: run.undoneBy })}</Chip>}
    </span>
  );
}

function secondsOf({ startedUtc, finishedUtc }: RunSummary): number | undefined {
  if (finishedUtc === undefined) return undefined;
  return Math.max(0, (Date.parse(finishedUtc) - Date.parse(startedUtc)) / 1000);
}
