import { useMemo, useState } from 'react';
import type { RunChangeView, RunDayView, RunProgress } from '#shared/contract/imports.ts';
import { useZoneOf } from '../../dialogs/names.ts';
import { useReading } from '../../dialogs/use-reading.ts';
import { useWords } from '../../dialogs/words.ts';
import { useClient } from '../../state/index.ts';
import { Button, ErrorBox, Grid, type GridColumn } from '../../ui/index.ts';
import { changedDays, dayKey, decimalsOf, differenceOf, placeOf, type RunDayKey } from './changes-model.ts';
import { usePaced } from './use-paced.ts';

export interface RunChangesProps {
  readonly run: RunProgress;
  /** Null: the days of the whole run. */
  readonly at: RunDayKey | null;
  readonly onDay: (day: RunDayKey | null) => void;
}

const PACE_MS = 1_000;

/** What a run changed: the days, the values of a day, the intervals of a value. Enter goes in, Backspace out. */
export function RunChanges({ run, at, onDay }: RunChangesProps) {
  const { t, formats } = useWords();
  const [opened, setOpened] = useState<{ readonly at: RunDayKey; readonly change: RunChangeView } | null>(
    null,
  );
  const place = placeOf(at, opened);
  const leave = place.kind === 'intervals' ? () => setOpened(null) : () => onDay(null);
  return (
    <div className="run-changes">
      <nav className="run-changes__path" aria-label={t('runPage.path')}>
        {place.kind === 'days' ? (
          <b>{t('runPage.allDays')}</b>
        ) : (
          <Button look="link" onClick={() => onDay(null)}>
            {t('runPage.allDays')}
          </Button>
        )}
        {place.kind !== 'days' && <span aria-hidden="true">›</span>}
        {place.kind === 'values' && <b>{formats.day(place.at.day)}</b>}
        {place.kind === 'intervals' && (
          <>
            <Button look="link" onClick={() => setOpened(null)}>
              {formats.day(place.at.day)}
            </Button>
            <span aria-hidden="true">›</span>
            <b>{valueName(place.change)}</b>
          </>
        )}
        {place.kind !== 'intervals' && <small>{t('runPage.openHint')}</small>}
      </nav>
      {place.kind === 'days' && <Days run={run} onOpen={onDay} />}
      {place.kind === 'values' && (
        <Values
          key={dayKey(place.at)}
          run={run}
          at={place.at}
          onOpen={(change) => setOpened({ at: place.at, change })}
          onLeave={leave}
        />
      )}
      {place.kind === 'intervals' && (
        <Intervals run={run} at={place.at} change={place.change} onLeave={leave} />
      )}
    </div>
  );
}

export function valueName({ queue, valueType }: Pick<RunChangeView, 'queue' | 'valueType'>): string {
  return `${queue} › ${valueType}`;
}

function Days({ run, onOpen }: { readonly run: RunProgress; readonly onOpen: (day: RunDayKey) => void }) {
  const { t, formats } = useWords();
  const days = usePaced(run.days, run.status === 'running' ? PACE_MS : 0);
  const rows = useMemo(() => changedDays({ days }), [days]);
  const columns = useMemo(
    (): readonly GridColumn<RunDayView>[] => [
      {
        id: 'day',
        title: t('runPage.day'),
        width: 'minmax(180px, 1fr)',
        cell: ({ day }) => formats.dayWithWeekday(day),
        sortBy: ({ day }) => day,
      },
      {
        id: 'system',
        title: t('runPage.system'),
        width: 'minmax(90px, 1fr)',
        cell: ({ system }) => system,
        sortBy: ({ system }) => system,
      },
      {
        id: 'values',
        title: t('runPage.values'),
        width: '110px',
        isFigure: true,
        cell: ({ valuesWritten }) => formats.number(valuesWritten),
        sortBy: ({ valuesWritten }) => valuesWritten,
      },
    ],
    [t, formats],
  );
  const nothing =
    run.status === 'running'
      ? t('runPage.noChangesYet')
      : t(run.dryRun ? 'runPage.noChangesDry' : 'runPage.noChanges');
  return (
    <Grid
      label={t('runPage.changedDays')}
      columns={columns}
      rows={rows}
      rowKey={dayKey}
      minWidthPx={380}
      firstSort={{ id: 'day', isDescending: false }}
      onOpen={onOpen}
      empty={nothing}
    />
  );
}

function Values({
  run,
  at,
  onOpen,
  onLeave,
}: {
  readonly run: RunProgress;
  readonly at: RunDayKey;
  readonly onOpen: (change: RunChangeView) => void;
  readonly onLeave: () => void;
}) {
  const client = useClient();
  const { t, formats } = useWords();
  const { runId } = run;
  const written = run.days.find(({ system, day }) => system === at.system && day === at.day)?.valuesWritten;
  const { data, error, busy } = useReading(
    (signal) => client.call('runs.changes', { runId, ...at }, { signal }),
    [client, runId, at.system, at.day, written],
  );
  const columns = useMemo((): readonly GridColumn<RunChangeView>[] => {
    // Counts and averages stand in one column: each is written as it is.
    const decimals = ({ oldSum, newSum }: RunChangeView) => decimalsOf([oldSum, newSum]);
    const sum = (value: number | null, row: RunChangeView) =>
      value === null ? (
        <i className="run-changes__none">{t('runPage.none')}</i>
      ) : (
        formats.number(value, decimals(row))
      );
    return [
      {
        id: 'queue',
        title: t('runPage.queue'),
        width: 'minmax(110px, 1.2fr)',
        cell: ({ queue }) => queue,
        sortBy: ({ queue }) => queue,
      },
      {
        id: 'valueType',
        title: t('runPage.valueType'),
        width: 'minmax(110px, 1.2fr)',
        cell: ({ valueType }) => valueType,
        sortBy: ({ valueType }) => valueType,
      },
      {
        id: 'old',
        title: t('runPage.old'),
        width: 'minmax(72px, 0.7fr)',
        isFigure: true,
        cell: (row) => sum(row.oldSum, row),
        sortBy: ({ oldSum }) => oldSum ?? undefined,
      },
      {
        id: 'new',
        title: t('runPage.new'),
        width: 'minmax(72px, 0.7fr)',
        isFigure: true,
        cell: (row) => sum(row.newSum, row),
        sortBy: ({ newSum }) => newSum ?? undefined,
      },
      {
        id: 'difference',
        title: t('runPage.difference'),
        width: 'minmax(82px, 0.7fr)',
        isFigure: true,
        cell: (row) => signed(differenceOf(row), (value) => formats.number(value, decimals(row))),
        sortBy: differenceOf,
      },
      {
        id: 'intervals',
        title: t('runPage.intervals'),
        width: '88px',
        isFigure: true,
        cell: ({ intervalsChanged }) => formats.number(intervalsChanged),
        sortBy: ({ intervalsChanged }) => intervalsChanged,
      },
    ];
  }, [t, formats]);
  if (error !== undefined && data === undefined) return <ErrorBox error={error} />;
  const isGone = (written ?? 0) > 0 && data?.length === 0;
  return (
    <Grid
      label={t('runPage.changedValues', { day: formats.day(at.day) })}
      columns={columns}
      rows={data ?? []}
      rowKey={changeKey}
      minWidthPx={560}
      onOpen={onOpen}
      onLeave={onLeave}
      busy={busy}
      empty={data === undefined ? undefined : t(isGone ? 'runPage.notKept' : 'runPage.noChangesDay')}
    />
  );
}

type ChangedInterval = {
  readonly startUtc: string;
  readonly startLocal: string;
  readonly offset: string;
  readonly old: number | null;
  readonly new: number | null;
};

function Intervals({
  run,
  at,
  change,
  onLeave,
}: {
  readonly run: RunProgress;
  readonly at: RunDayKey;
  readonly change: RunChangeView;
  readonly onLeave: () => void;
}) {
  const client = useClient();
  const { t, formats } = useWords();
  const zone = useZoneOf()(change.queueId);
  const { queueId, valueTypeId } = change;
  const { data, error, busy } = useReading(
    (signal) =>
      client.call('runs.changedIntervals', { runId: run.runId, ...at, queueId, valueTypeId }, { signal }),
    [client, run.runId, at.system, at.day, queueId, valueTypeId],
  );
  const columns = useMemo((): readonly GridColumn<ChangedInterval>[] => {
    const decimals = decimalsOf((data ?? []).flatMap((interval) => [interval.old, interval.new]));
    const figure = (value: number | null) =>
      value === null ? (
        <i className="run-changes__none">{t('runPage.none')}</i>
      ) : (
        formats.number(value, decimals)
      );
    return [
      {
        id: 'interval',
        title: t('runPage.interval'),
        width: 'minmax(120px, 1fr)',
        cell: ({ startLocal, offset }) => (
          <>
            {startLocal} <small className="run-changes__offset">{offset}</small>
          </>
        ),
        sortBy: ({ startUtc }) => startUtc,
      },
      {
        id: 'old',
        title: t('runPage.old'),
        width: 'minmax(80px, 1fr)',
        isFigure: true,
        cell: (interval) => figure(interval.old),
        sortBy: (interval) => interval.old ?? undefined,
      },
      {
        id: 'new',
        title: t('runPage.new'),
        width: 'minmax(80px, 1fr)',
        isFigure: true,
        cell: (interval) => figure(interval.new),
        sortBy: (interval) => interval.new ?? undefined,
      },
      {
        id: 'difference',
        title: t('runPage.difference'),
        width: 'minmax(80px, 1fr)',
        isFigure: true,
        cell: (interval) =>
          signed(differenceOf({ oldSum: interval.old, newSum: interval.new }), (value) =>
            formats.number(value, decimals),
          ),
        sortBy: (interval) => differenceOf({ oldSum: interval.old, newSum: interval.new }),
      },
    ];
  }, [data, t, formats]);
  if (error !== undefined && data === undefined) return <ErrorBox error={error} />;
  return (
    <>
      <p className="run-changes__zone">{t('runPage.zone', { zone })}</p>
      <Grid
        label={t('runPage.changedIntervals', { value: valueName(change), day: formats.day(at.day) })}
        columns={columns}
        rows={data ?? []}
        rowKey={intervalKey}
        minWidthPx={380}
        onLeave={onLeave}
        busy={busy}
        empty={data === undefined ? undefined : t('runPage.notKept')}
      />
    </>
  );
}

function intervalKey({ startUtc }: ChangedInterval): string {
  return startUtc;
}

function changeKey({ queueId, valueTypeId }: RunChangeView): string {
  return `${queueId} ${valueTypeId}`;
}

/** With its sign, also when it grew. */
function signed(value: number | undefined, format: (value: number) => string): string {
  if (value === undefined) return '';
  return value > 0 ? `+${format(value)}` : format(value);
}
