import type { RunDayView, RunProgress } from '#shared/contract/imports.ts';
import { durationText } from '#shared/i18n/duration.ts';
import { Progress } from '../../ui/index.ts';
import { useWords } from '../words.ts';

export interface RunProgressLineProps {
  readonly run: RunProgress;
  /** As they are shown, see `time-left.ts`. */
  readonly secondsLeft: number | undefined;
}

/** How far a run is, what it reads, how long it takes or took. */
export function RunProgressLine({ run, secondsLeft }: RunProgressLineProps) {
  const { t, formats } = useWords();
  const running = run.status === 'running';
  const dayCount = run.days.length;
  // In the end what was imported counts, not what was tried.
  const done = running ? run.daysDone : run.days.filter(isImported).length;
  const daysText = t('run.daysOf', { done, count: dayCount });
  return (
    <>
      <Progress
        label={t('run.progress')}
        fraction={dayCount === 0 ? (running ? 0 : 1) : done / dayCount}
        valueText={daysText}
      />
      <p className="run-panel__line">
        <span>
          {daysText}
          {running && run.reading !== undefined && (
            <>
              <span className="run-panel__dot"> · </span>
              <span className="run-panel__reading">{readingText(run.reading)}</span>
            </>
          )}
        </span>
        <span className="figure">{running ? leftText() : tookText()}</span>
      </p>
    </>
  );

  function readingText(reading: NonNullable<RunProgress['reading']>): string {
    const day = formats.day(reading.day);
    return run.systems.length > 1
      ? t('run.readingSystemDay', { system: reading.system, day })
      : t('run.readingDay', { day });
  }

  function leftText(): string {
    if (secondsLeft === undefined) return '';
    if (secondsLeft <= 5) return t('run.timeLeftSoon');
    return t('run.timeLeft', { duration: durationText(secondsLeft, t) });
  }

  function tookText(): string {
    if (run.finishedUtc === undefined) return '';
    const seconds = Math.max(0, (Date.parse(run.finishedUtc) - Date.parse(run.startedUtc)) / 1000);
    return t('run.took', { duration: durationText(seconds, t) });
  }
}

function isImported({ state }: RunDayView): boolean {
  return state === 'done' || state === 'skipped';
}
