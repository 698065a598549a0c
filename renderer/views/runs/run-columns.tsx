import type { RunSummary } from '#shared/contract/imports.ts';
import { durationText } from '#shared/i18n/duration.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import { runTones } from '../../dialogs/run/run-state.ts';
import { type Translate, useWords } from '../../dialogs/words.ts';
import { openDialog } from '../../state/index.ts';
import { Button, Chip, type ChipProps, figureColumn, type GridColumn } from '../../ui/index.ts';
import type { RunRequest } from './use-run-requests.ts';

export interface RunColumnsOptions {
  /** Whether there is room for what one can do without. */
  readonly isWide: boolean;
  /** Whether the runs are of several systems: where they are not, the one goes without saying. */
  readonly isOfSeveral: boolean;
  /** What is asked of runs and not done yet. */
  readonly asked: ReadonlyMap<number, RunRequest>;
}

/** What the history says of each run. */
export function runColumns(
  t: Translate,
  formats: Formats,
  { isWide, isOfSeveral, asked }: RunColumnsOptions,
): readonly GridColumn<RunSummary>[] {
  const figure = (id: 'rowsRead' | 'valuesWritten', width: string) =>
    figureColumn({
      id,
      title: t(`runs.${id}`),
      width,
      figureOf: (run: RunSummary) => run[id],
      show: (count) => formats.number(count),
    });
  const origin: GridColumn<RunSummary> = {
    id: 'origin',
    title: t('runs.origin'),
    width: 'minmax(132px, 0.8fr)',
    cell: (run) => <span title={t(`runs.origins.${run.origin}`)}>{t(`runs.origins.${run.origin}`)}</span>,
    sortBy: (run) => t(`runs.origins.${run.origin}`),
  };
  const systems: GridColumn<RunSummary> = {
    id: 'systems',
    title: t('runs.systems'),
    width: 'minmax(80px, 1.4fr)',
    cell: (run) => <span title={run.systems.join(', ')}>{run.systems.join(', ')}</span>,
    sortBy: (run) => run.systems.join(', '),
  };
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
      width: 'minmax(168px, 2fr)',
      cell: (run) => <RunMarks run={run} isCancelling={asked.get(run.runId) === 'cancel'} />,
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
      width: 'minmax(200px, 1fr)',
      cell: ({ fromDay, toDay }) => {
        const days = formats.dayRange(fromDay, toDay);
        return <span title={days}>{formats.dayRangeShort(fromDay, toDay)}</span>;
      },
      sortBy: ({ fromDay, toDay }) => `${fromDay} ${toDay}`,
    },
    ...(isWide || isOfSeveral ? [systems] : []),
    ...(isWide ? [origin, figure('rowsRead', '108px')] : []),
    figure('valuesWritten', '96px'),
    figureColumn({
      id: 'problems',
      title: t('runs.problems'),
      width: '84px',
      figureOf: ({ problemCount }) => problemCount,
      show: (count) => (
        <span className={count > 0 ? 'runs__problems' : undefined}>{formats.number(count)}</span>
      ),
    }),
    figureColumn({
      id: 'duration',
      title: t('runs.duration'),
      width: '62px',
      figureOf: secondsOf,
      show: (seconds) => (seconds === undefined ? '' : durationText(seconds, t)),
    }),
  ];
}

/** Status, and what else tells this run from an everyday import. */
function RunMarks({ run, isCancelling }: { readonly run: RunSummary; readonly isCancelling: boolean }) {
  const { t } = useWords();
  const status = isCancelling && run.status === 'running' ? 'cancelling' : run.status;
  const marks: readonly { readonly text: string; readonly tone?: ChipProps['tone'] }[] = [
    { text: t(`run.status.${status}`), tone: runTones[status] },
    ...(run.dryRun ? [{ text: t('run.dryRun') }] : []),
    ...(run.writeNull ? [{ text: t('runs.writeNull'), tone: 'warn' as const }] : []),
    ...(run.undoOf === undefined ? [] : [{ text: t('runs.undoOf', { runId: run.undoOf }) }]),
    ...(run.undoneBy === undefined ? [] : [{ text: t('runs.undoneBy', { runId: run.undoneBy }) }]),
  ];
  return (
    <span className="runs__marks" title={marks.map(({ text }) => text).join(', ')}>
      {marks.map(({ text, tone }) => (
        <Chip key={text} tone={tone}>
          {text}
        </Chip>
      ))}
    </span>
  );
}

function secondsOf({ startedUtc, finishedUtc }: RunSummary): number | undefined {
  if (finishedUtc === undefined) return undefined;
  return Math.max(0, (Date.parse(finishedUtc) - Date.parse(startedUtc)) / 1000);
}
