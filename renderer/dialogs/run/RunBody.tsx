import type { Problem, RunProgress } from '#shared/contract/imports.ts';
import { ErrorBox, Progress } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { DaySquares } from './DaySquares.tsx';
import { durationText } from './duration.ts';
import { RunProblems } from './RunProblems.tsx';
import { outcomeSentences } from './report-text.ts';

export interface RunBodyProps {
  readonly run: RunProgress;
  readonly secondsLeft: number | undefined;
  readonly problems: readonly Problem[];
  /** Reads all problems; not given when they are all there. */
  readonly onAllProblems: (() => void) | undefined;
}

/** Progress, days and counters of a run; once it is over, what came of it. */
export function RunBody({ run, secondsLeft, problems, onAllProblems }: RunBodyProps) {
  const { t, formats } = useWords();
  const running = run.status === 'running';
  const dayCount = run.days.length;
  const daysText = t('run.daysOf', { done: run.daysDone, count: dayCount });
  return (
    <>
      <p className="run-panel__meta">
        {[
          formats.dayRange(run.fromDay, run.toDay),
          run.systems.join(', '),
          t('run.started', { time: formats.time(run.startedUtc) }),
        ].join(' · ')}
      </p>
      <Progress
        label={t('run.progress')}
        fraction={dayCount === 0 ? (running ? 0 : 1) : run.daysDone / dayCount}
        valueText={daysText}
      />
      <p className="run-panel__line">
        <span>
          {daysText}
          {running && run.reading !== undefined && ` · ${readingText(run.reading)}`}
        </span>
        <span className="figure">{running ? leftText() : tookText()}</span>
      </p>
      <DaySquares days={run.days} />
      <dl className={running ? 'run-panel__figures run-panel__figures--running' : 'run-panel__figures'}>
        <Figure name={t('run.rowsRead')} value={run.rowsRead} note={rateText()} />
        <Figure
          name={t(run.dryRun ? 'run.valuesWouldWrite' : 'run.valuesWritten')}
          value={run.valuesWritten}
        />
        <Figure name={t('run.valuesUnchanged')} value={run.valuesUnchanged} />
        <Figure name={t('run.problems')} value={run.problemCount} warn={run.problemCount > 0} />
      </dl>
      {!running && (
        <div className="run-panel__outcome">
          {outcomeSentences(run, t).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {run.error !== undefined && <ErrorBox error={run.error} announce={false} />}
      {!running && problems.length > 0 && (
        <RunProblems problems={problems} total={run.problemCount} onAll={onAllProblems} />
      )}
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

  function rateText(): string | undefined {
    return running && run.rowsPerSecond > 0
      ? t('run.rowsPerSecond', { rate: Math.round(run.rowsPerSecond) })
      : undefined;
  }
}

function Figure({
  name,
  value,
  note,
  warn,
}: {
  readonly name: string;
  readonly value: number;
  readonly note?: string | undefined;
  readonly warn?: boolean;
}) {
  const { formats } = useWords();
  return (
    <div className={warn ? 'run-figure run-figure--warn' : 'run-figure'}>
      <dt>{name}</dt>
      <dd>{formats.number(value)}</dd>
      {note !== undefined && <dd className="run-figure__note">{note}</dd>}
    </div>
  );
}
