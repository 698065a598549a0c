import type { RunDayView, RunProgress } from '#shared/contract/imports.ts';
import { squareState } from '../../dialogs/run/day-squares.ts';
import { useWords } from '../../dialogs/words.ts';
import type { RunPart } from '../../state/index.ts';
import { Button, Chip, Tabs } from '../../ui/index.ts';
import type { RunDayKey } from './changes-model.ts';
import { RunChanges } from './RunChanges.tsx';
import { RunProblemTab } from './RunProblemTab.tsx';

export interface RunDetailProps {
  readonly run: RunProgress;
  /** Null: the whole run. */
  readonly at: RunDayKey | null;
  readonly onDay: (day: RunDayKey | null) => void;
  readonly part: RunPart;
  readonly onPart: (part: RunPart) => void;
}

const tones = {
  done: 'ok',
  empty: 'neutral',
  unusual: 'warn',
  failed: 'bad',
  skipped: 'neutral',
  running: 'accent',
  pending: 'neutral',
} as const;

/** Problems and changes, of the whole run or of the day that was chosen in the calendar. */
export function RunDetail({ run, at, onDay, part, onPart }: RunDetailProps) {
  const { t } = useWords();
  const day = at === null ? undefined : dayOf(run, at);
  return (
    <section className="run-page__detail" aria-label={t('runPage.tabs')}>
      <ShownDay run={run} at={at} onAll={() => onDay(null)} />
      <Tabs
        label={t('runPage.tabs')}
        value={part}
        onChange={(id) => onPart(id as RunPart)}
        tabs={[
          {
            id: 'problems',
            title:
              at === null ? t('runPage.problems', { count: run.problemCount }) : t('runPage.problemsOfDay'),
            content: <RunProblemTab run={run} at={at} />,
          },
          {
            id: 'changes',
            title: t(run.dryRun ? 'runPage.wouldChange' : 'runPage.changes', {
              count: at === null ? run.valuesWritten : (day?.valuesWritten ?? 0),
            }),
            content: <RunChanges run={run} at={at} onDay={onDay} />,
          },
        ]}
      />
    </section>
  );
}

function ShownDay({
  run,
  at,
  onAll,
}: {
  readonly run: RunProgress;
  readonly at: RunDayKey | null;
  readonly onAll: () => void;
}) {
  const { t, formats } = useWords();
  if (at === null) {
    return (
      <p className="run-page__day">
        <b>{t('runPage.allDays')}</b>
        <small>{t('runPage.calendarKeys')}</small>
      </p>
    );
  }
  const day = dayOf(run, at);
  const state = day === undefined ? undefined : squareState(day, run.undoOf !== undefined);
  return (
    <p className="run-page__day" role="status">
      <b>{formats.dayWithWeekday(at.day)}</b>
      {run.systems.length > 1 && <span>{at.system}</span>}
      {state !== undefined && <Chip tone={tones[state]}>{t(`run.state.${state}`)}</Chip>}
      {day !== undefined && (
        <small>
          {t(run.dryRun ? 'runPage.dayFactsDry' : 'runPage.dayFacts', {
            rows: day.rowsRead,
            values: day.valuesWritten,
          })}
        </small>
      )}
      <Button small onClick={onAll}>
        {t('runPage.allDays')}
      </Button>
    </p>
  );
}

function dayOf({ days }: Pick<RunProgress, 'days'>, { system, day }: RunDayKey): RunDayView | undefined {
  return days.find((other) => other.system === system && other.day === day);
}
