import { useMemo, useState } from 'react';
import type { RunChangeView, RunDayView, RunProgress } from '#shared/contract/imports.ts';
import { useZoneOf } from '../../dialogs/names.ts';
import { useReading } from '../../dialogs/use-reading.ts';
import { type Translate, useWords } from '../../dialogs/words.ts';
import { useClient } from '../../state/index.ts';
import { Button, ErrorBox, figureColumn, Grid, type GridColumn, textColumn } from '../../ui/index.ts';
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
          <b>{daysTitle(run, t)}</b>
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

function daysTitle({ dryRun }: RunProgress, t: Translate): string {
  return t(dryRun ? 'runPage.changedDaysDry' : 'runPage.changedDays');
}

function valueName({ queue, valueType }: Pick<RunChangeView, 'queue' | 'valueType'>): string {
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
      textColumn('system', t('runPage.system'), 'minmax(90px, 1fr)', ({ system }) => system),
      figureColumn({
        id: 'values',
        title: t('runPage.values'),
        width: '110px',
        figureOf: ({ valuesWritten }) => valuesWritten,
        show: (written) => formats.number(written),
      }),
    ],
    [t, formats],
  );
  const nothing =
    run.status === 'running'
      ? t('runPage.noChangesYet')
      : t(run.dryRun ? 'runPage.noChangesDry' : 'runPage.noChanges');
  return (
    <Grid
      label={daysTitle(run, t)}
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
  const columns = useMemo(
    (): readonly GridColumn<RunChangeView>[] => [
      textColumn('queue', t('runPage.queue'), 'minmax(110px, 1.2fr)', ({ queue }) => queue),
      textColumn('valueType', t('runPage.valueType'), 'minmax(110px, 1.2fr)', ({ valueType, aggregate }) =>
        aggregate === 'mean' ? t('runPage.meanOf', { name: valueType }) : valueType,
      ),
      ...changeColumns<RunChangeView>(t, {
        widths: ['minmax(72px, 0.7fr)', 'minmax(82px, 0.7fr)'],
        // Counts and averages stand in one column: each is written as it is.
        format: (value, row) => formats.number(value, decimalsOf([row.old, row.new])),
      }),
      figureColumn({
        id: 'intervals',
        title: t('runPage.intervals'),
        width: '88px',
        figureOf: ({ intervalsChanged }) => intervalsChanged,
        show: (count) => formats.number(count),
      }),
    ],
    [t, formats],
  );
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
      ...changeColumns<ChangedInterval>(t, {
        widths: ['minmax(80px, 1fr)', 'minmax(80px, 1fr)'],
        format: (value) => formats.number(value, decimals),
      }),
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

interface ChangeColumns<Row> {
  /** Of old and new, of the difference. */
  readonly widths: readonly [string, string];
  readonly format: (value: number, row: Row) => string;
}

/** What stood there, what stands there now, how far apart they are. */
function changeColumns<Row extends Pick<RunChangeView, 'old' | 'new'>>(
  t: Translate,
  { widths, format }: ChangeColumns<Row>,
): readonly GridColumn<Row>[] {
  const figure = (value: number | null, row: Row) =>
    value === null ? <i className="run-changes__none">{t('runPage.none')}</i> : format(value, row);
  return [
    figureColumn({
      id: 'old',
      title: t('runPage.old'),
      width: widths[0],
      figureOf: (row: Row) => row.old,
      show: figure,
    }),
    figureColumn({
      id: 'new',
      title: t('runPage.new'),
      width: widths[0],
      figureOf: (row: Row) => row.new,
      show: figure,
    }),
    figureColumn({
      id: 'difference',
      title: t('runPage.difference'),
      width: widths[1],
      figureOf: (row: Row) => differenceOf(row),
      show: (value, row) => (value === undefined ? '' : signed(value, format(value, row))),
    }),
  ];
}

/** With its sign, also when it grew. */
function signed(value: number, text: string): string {
  return value > 0 ? `+${text}` : text;
}
