import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useCallback, useMemo } from 'react';
import type { RunStatus, RunSummary } from '#shared/contract/imports.ts';
import { durationText } from '../dialogs/run/duration.ts';
import { type Translate, useWords } from '../dialogs/words.ts';
import { useStore } from '../state/index.ts';
import { Button, Chip, DataTable, Dialog, EmptyState, Skeleton } from '../ui/index.ts';
import './table.css';

export interface RunsViewProps {
  readonly onOpen: (runId: number) => void;
  readonly onClose: () => void;
}

const features = tableFeatures({});
const columnHelper = createColumnHelper<typeof features, RunSummary>();
const noRuns: RunSummary[] = [];

const tones: Readonly<Record<RunStatus, 'accent' | 'ok' | 'warn' | 'bad' | 'neutral'>> = {
  running: 'accent',
  completed: 'ok',
  'completed-with-problems': 'warn',
  cancelled: 'neutral',
  failed: 'bad',
  interrupted: 'warn',
};

/** What was imported when, and what came of it. */
export function RunsView({ onOpen, onClose }: RunsViewProps) {
  // The panel of a run lies under dialogs.
  const open = useCallback(
    (runId: number) => {
      onClose();
      onOpen(runId);
    },
    [onOpen, onClose],
  );
  const { t, formats } = useWords();
  const runs = useStore((state) => state.runs);
  const data = useMemo(() => (runs === undefined ? noRuns : [...runs]), [runs]);
  const columns = useMemo(
    () =>
      columnHelper.columns([
        columnHelper.accessor('runId', {
          header: () => t('runs.number'),
          cell: ({ getValue }) => (
            <Button
              look="link"
              aria-label={t('runs.show', { runId: getValue() })}
              onClick={() => open(getValue())}
            >
              {String(getValue())}
            </Button>
          ),
        }),
        columnHelper.accessor('startedUtc', {
          header: () => t('runs.started'),
          cell: ({ getValue }) => formats.dateTime(getValue()),
        }),
        columnHelper.display({
          id: 'days',
          header: () => t('runs.days'),
          cell: ({ row }) => formats.dayRange(row.original.fromDay, row.original.toDay),
        }),
        columnHelper.display({
          id: 'systems',
          header: () => t('runs.systems'),
          cell: ({ row }) => row.original.systems.join(', '),
        }),
        columnHelper.display({
          id: 'status',
          header: () => t('runs.status'),
          cell: ({ row }) => (
            <>
              <Chip tone={tones[row.original.status]}>{t(`run.status.${row.original.status}`)}</Chip>{' '}
              {row.original.dryRun && <Chip>{t('run.dryRun')}</Chip>}
            </>
          ),
        }),
        columnHelper.accessor('rowsRead', {
          header: () => t('runs.rowsRead'),
          cell: ({ getValue }) => formats.number(getValue()),
        }),
        columnHelper.accessor('valuesWritten', {
          header: () => t('runs.valuesWritten'),
          cell: ({ getValue }) => formats.number(getValue()),
        }),
        columnHelper.accessor('valuesUnchanged', {
          header: () => t('runs.valuesUnchanged'),
          cell: ({ getValue }) => formats.number(getValue()),
        }),
        columnHelper.accessor('problemCount', {
          header: () => t('runs.problems'),
          cell: ({ getValue }) => formats.number(getValue()),
        }),
        columnHelper.display({
          id: 'duration',
          header: () => t('runs.duration'),
          cell: ({ row }) => tookText(row.original, t),
        }),
      ]),
    [t, formats, open],
  );
  const table = useTable({ features, columns, data });

  return (
    <Dialog
      title={t('runs.title')}
      size="full"
      onClose={onClose}
      footer={
        <Button look="primary" autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {runs === undefined && <Skeleton width="60%" />}
      {runs?.length === 0 && <EmptyState title={t('runs.empty')} />}
      {data.length > 0 && (
        <DataTable
          table={table}
          label={t('runs.table')}
          className="view-table view-table--runs"
          onOpenRow={(row) => open(row.original.runId)}
        />
      )}
    </Dialog>
  );
}

function tookText(run: RunSummary, t: Translate): string {
  if (run.finishedUtc === undefined) return '';
  return durationText(Math.max(0, (Date.parse(run.finishedUtc) - Date.parse(run.startedUtc)) / 1000), t);
}
