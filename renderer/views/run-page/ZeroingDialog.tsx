import { useMemo, useRef, useState } from 'react';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useFirstFocus } from '../../dialogs/use-first-focus.ts';
import { useReading } from '../../dialogs/use-reading.ts';
import { useWords } from '../../dialogs/words.ts';
import { useClient } from '../../state/index.ts';
import {
  Button,
  Checkbox,
  Dialog,
  ErrorBox,
  figureColumn,
  Grid,
  type GridColumn,
  Skeleton,
  textColumn,
} from '../../ui/index.ts';
import { dayKey } from './changes-model.ts';
import { readSurvey, startAfter } from './import-after.ts';
import type { EmptyDay, QueueZeroes } from './zeroing-model.ts';

export interface ZeroingDialogProps {
  readonly surveyRunId: number;
  readonly onClose: () => void;
}

/**
 * Which stored values an import with *write null values* may set to 0: said by queue and day, and asked apart for each
 * day of which the source returned nothing.
 */
export function ZeroingDialog({ surveyRunId, onClose }: ZeroingDialogProps) {
  const client = useClient();
  const { t, formats } = useWords();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const cancel = useRef<HTMLButtonElement>(null);
  useFirstFocus(cancel);
  const [starting, setStarting] = useState(false);
  const [refused, setRefused] = useState<ErrorShape>();
  const { data, error } = useReading(
    async (signal) => {
      const [run, survey] = await Promise.all([
        client.call('runs.read', { runId: surveyRunId }, { signal }),
        readSurvey(client, surveyRunId, signal),
      ]);
      return { run, survey };
    },
    [client, surveyRunId],
  );
  const columns = useMemo(
    (): readonly GridColumn<QueueZeroes>[] => [
      {
        id: 'day',
        title: t('zeroing.day'),
        width: 'minmax(150px, 1fr)',
        cell: ({ day }) => formats.day(day),
        sortBy: ({ day }) => day,
      },
      textColumn('queue', t('zeroing.queue'), 'minmax(110px, 1.2fr)', ({ queue }) => queue),
      textColumn('system', t('zeroing.system'), 'minmax(90px, 1fr)', ({ system }) => system),
      figureColumn({
        id: 'count',
        title: t('zeroing.count'),
        width: '150px',
        figureOf: ({ count }) => count,
        show: (count) => formats.number(count),
      }),
    ],
    [t, formats],
  );
  const survey = data?.survey;
  const chosenDays = survey?.emptyDays.filter((day) => ticked.has(dayKey(day))) ?? [];
  const total = (survey?.total ?? 0) + chosenDays.reduce((sum, { count }) => sum + count, 0);
  const start = async () => {
    if (data === undefined || starting) return;
    setStarting(true);
    setRefused(undefined);
    try {
      await startAfter(
        client,
        data.run,
        chosenDays.map(({ system, day }) => ({ system, day })),
      );
    } catch (thrown) {
      setRefused(errorShape(thrown));
      setStarting(false);
    }
  };
  const tick = (day: EmptyDay, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(dayKey(day));
    else next.delete(dayKey(day));
    setTicked(next);
  };
  return (
    <Dialog
      title={t('zeroing.title')}
      subtitle={
        survey === undefined
          ? t('zeroing.reading')
          : survey.total === 0
            ? t('zeroing.none')
            : t('zeroing.intro', { count: survey.total })
      }
      size="large"
      onClose={onClose}
      onSubmit={() => void start()}
      footerStart={
        <span className="zeroing__total" role="status">
          {survey !== undefined && t('zeroing.total', { count: total })}
        </span>
      }
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            look={total > 0 ? 'danger' : 'primary'}
            disabled={survey === undefined || starting}
          >
            {t(total > 0 ? 'zeroing.startZeroing' : 'zeroing.start')}
          </Button>
        </>
      }
    >
      <div className="zeroing">
        {survey === undefined && error === undefined && <Skeleton width="60%" />}
        {survey !== undefined && survey.zeroes.length > 0 && (
          <Grid
            label={t('zeroing.table')}
            columns={columns}
            rows={survey.zeroes}
            rowKey={zeroesKey}
            minWidthPx={500}
            firstSort={{ id: 'day', isDescending: false }}
          />
        )}
        {survey !== undefined && survey.emptyDays.length > 0 && (
          <fieldset className="zeroing__days">
            <legend>{t('zeroing.emptyDays')}</legend>
            <p>{t('zeroing.emptyDaysHint')}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard. */}
            <section className="zeroing__list" tabIndex={0} aria-label={t('zeroing.emptyDays')}>
              {survey.emptyDays.map((day) => (
                <Checkbox
                  key={dayKey(day)}
                  label={t('zeroing.emptyDay', {
                    day: formats.dayWithWeekday(day.day),
                    system: day.system,
                  })}
                  hint={
                    day.count === 0
                      ? t('zeroing.emptyDayNothing')
                      : t('zeroing.emptyDayCount', { count: day.count })
                  }
                  checked={ticked.has(dayKey(day))}
                  onChange={(on) => tick(day, on)}
                />
              ))}
            </section>
          </fieldset>
        )}
      </div>
      {error !== undefined && data === undefined && <ErrorBox error={error} />}
      {refused !== undefined && <ErrorBox error={refused} onDismiss={() => setRefused(undefined)} />}
    </Dialog>
  );
}

function zeroesKey({ system, day, queueId, queue }: QueueZeroes): string {
  return `${day} ${system} ${queueId ?? queue}`;
}
